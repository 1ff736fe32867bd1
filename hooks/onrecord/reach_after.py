"""How far governing words after a quotation reach back: whether they govern its end."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.clauses import begins_predicate, is_adverb, is_clause
from onrecord.language import Language, Reach, Sense
from onrecord.tokens import Found, Token, find_cues

_STOPS = frozenset((";", ":", ".", "?", "!", "-"))
_MOST_AUXILIARIES = 3
_TAG_WORDS = 16
_NEAR = 10


def governs(found: Found, after: Sequence[Token], tail: Sequence[Token], language: Language) -> bool:
    """Whether a cue among the words ``after`` a quotation governs ``tail``, its last words."""
    between = after[: found.first]
    match found.cue.reach:
        case Reach.BACK if after[found.first].word in language.joining:
            return not is_clause(after[found.last :], language) and _hangs_on(
                between, found, after, tail, language
            )
        case Reach.BACK | Reach.BOTH:
            return _hangs_on(between, found, after, tail, language)
        case Reach.BEHIND:
            return _is_behind(between, after[found.last :])
        case Reach.FRONT if found.cue.sense is Sense.REPORTS:
            return _hangs_on(between, found, after, tail, language)
        case Reach.FRONT | Reach.CLAUSE:
            return _is_in_verb(found, after, tail, language)
        case Reach.PREDICATE:
            return between != [] and all(_may_link(token.word, language) for token in between)
        case _:
            return False


def _is_behind(between: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a cue stands right behind the quotation, or ends the words that go on with it."""
    if [token.word for token in between] in ([], [","]):
        return True
    is_last = not rest or not rest[0].is_word
    return is_last and len(between) <= _NEAR and all(token.is_word or token.word == "." for token in between)


def _may_link(word: str, language: Language) -> bool:
    """Whether a word may stand between a statement and the words that call it untrue (*, which is*)."""
    linking = (language.auxiliaries, language.determiners, language.relative)
    return word in (",", "-") or any(word in words for words in linking)


def _hangs_on(
    between: Sequence[Token], found: Found, after: Sequence[Token], tail: Sequence[Token], language: Language
) -> bool:
    """Whether a condition or a speaker belongs to the clause of the quotation, and to no later one."""
    words = [*tail[-1:], *after]
    border = len(tail[-1:])
    previous = words[border + found.first - 1].word if border + found.first else ""
    if after[found.first].word in language.subordinate and _asks(previous, language):
        return False
    for index, token in enumerate(between):
        after_comma = index + border > 0 and words[index + border - 1].word == ","
        if token.word in _STOPS:
            return False
        if token.word in language.joining and (after_comma or is_clause(after[index + 1 :], language)):
            return False
        if after_comma and (token.word in language.relative or token.word in language.subordinate):
            return False
    return True


def _asks(word: str, language: Language) -> bool:
    """Whether *if* after a word opens a question and no condition."""
    return word in language.asking or Sense.REPORTS in language.senses.get(word, ())


def _is_in_verb(found: Found, after: Sequence[Token], tail: Sequence[Token], language: Language) -> bool:
    """Whether a word that denies or doubts stands in the verb that the quotation is cut from."""
    if tail and not tail[-1].is_word:
        return False
    between = [token.word for token in after[: found.first]]
    if found.cue.sense is Sense.DENIES:
        word = after[found.first].word
        if word in language.prepositions:
            return False
        if word in language.no_such and between:
            return all(word in language.agents or word in language.auxiliaries for word in between)
        if word in language.denying and word not in language.plain_denials and word not in language.no_such:
            return False
        if any(token.word in language.opposing for token in after[found.last : found.last + _NEAR]):
            return False
    return len(between) <= _MOST_AUXILIARIES and all(word in language.auxiliaries for word in between)


def leaves_denial_open(tail: Sequence[Token], after: Sequence[Token], language: Language) -> bool:
    """Whether a quotation with a denial in it stops before the verb that is denied."""
    if not (tail and after and tail[-1].is_word and after[0].is_word):
        return False
    last = tail[-1].word
    is_open = last in language.auxiliaries or last in language.plain_denials
    if is_adverb(last, language) and len(tail) > 1:
        is_open = tail[-2].word in language.auxiliaries
    return is_open and any(
        found.cue.sense is Sense.DENIES and found.cue.reach is Reach.CLAUSE
        for found in find_cues(tail[-_NEAR:], language)
    )


def breaks_off(tail: Sequence[Token], after: Sequence[Token], language: Language) -> bool:
    """Whether a quotation ends in a word that needs the next one."""
    if not (tail and after and tail[-1].is_word and after[0].is_word):
        return False
    return tail[-1].word in language.leaning and not tail[-1].capital


# Speakers who are named behind their words


def speaker(after: Sequence[Token], tail: Sequence[Token], language: Language) -> Found | None:
    """The verb that says whose the words before are, as in *..., the minister said*, if there is one."""
    start = 0
    parted = bool(tail) and tail[-1].word in (",", '"', "?", "!")
    for index, token in enumerate([*after, Token(".", 0, 0)]):
        if token.word not in (",", ".", ";", '"', "-"):
            continue
        segment = after[start:index]
        if segment and parted:
            found = _tag(segment, language)
            if found is not None:
                return Found(found.cue, start + found.first, start + found.last)
            if segment[0].word in language.joining and is_clause(segment[1:], language):
                return None
        if token.word == ";":
            return None
        start, parted = index + 1, True
    return None


def _tag(segment: Sequence[Token], language: Language) -> Found | None:
    """The verb of saying in the words between two commas, if they say no more than who speaks."""
    first = segment[0].word
    if first in language.joining or first in language.relative or first in language.complementisers:
        return None
    if first in language.subordinate and first not in language.likening:
        return None
    for found in find_cues(segment[:_TAG_WORDS], language):
        if found.cue.reach is not Reach.SPEECH:
            continue
        rest = segment[found.last :]
        if found.first == 0:
            return found if _names_speaker(rest, language) else None
        is_tag = _is_subject(segment[: found.first], language) and _ends_tag(found, rest, language)
        return found if is_tag else None
    return None


def _names_speaker(rest: Sequence[Token], language: Language) -> bool:
    """Whether the words after a verb of saying are the speaker, as in *..., said the minister*."""
    if not rest or not rest[0].is_word or is_clause(rest, language):
        return False
    return rest[0].word not in language.prepositions and rest[0].word not in language.complementisers


def _is_subject(words: Sequence[Token], language: Language) -> bool:
    """Whether the words before a verb of saying can be its subject, with an auxiliary at most."""
    for token in words:
        is_verb = token.word in language.finite and token.word not in language.perfect
        if is_verb or token.word in language.relative:
            return False
    last = words[-1].word
    return last in language.pronouns or not (last in language.prepositions or last in language.determiners)


def _ends_tag(found: Found, rest: Sequence[Token], language: Language) -> bool:
    """Whether after a verb of saying only time, place or listener follow, and no content of its own."""
    if not rest or found.cue.words[0] in language.addressing:
        return True
    first = rest[0]
    if first.word in language.prepositions or is_adverb(first.word, language):
        return True
    return (first.capital and not is_clause(rest, language)) or begins_predicate(rest, language)
