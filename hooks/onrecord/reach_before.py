"""How far governing words before a quotation reach: whether they govern its beginning."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.clauses import begins_other, begins_predicate, is_clause, leaves_bracket
from onrecord.language import ANY, Language, Reach, Sense
from onrecord.tokens import Found, Token, find_cues

_FORWARD = frozenset((Reach.NEXT, Reach.CLAUSE, Reach.CONTENT, Reach.SPEECH))
_MOST_BETWEEN = 80
_MOST_NEXT = 2
_MOST_NAMED = 4
_BRIDGE = 10
_MOST_CONDITIONAL = 12
_ASIDE = 8
_LIST = 6


def governs(found: Found, before: Sequence[Token], head: Sequence[Token], language: Language) -> bool:
    """Whether a cue among the words ``before`` a quotation governs ``head``, its first words."""
    between = before[found.last :]
    if len(between) > _MOST_BETWEEN or leaves_bracket(between):
        return False
    match found.cue.reach:
        case Reach.NEXT:
            return _is_next(found, between, head, language)
        case Reach.CLAUSE:
            return _runs_on(found, before, head, language)
        case Reach.CONTENT | Reach.SPEECH:
            return _is_content(found, before, head, language)
        case Reach.INSIDE:
            return not _has_comma(between) and _same_clause(found, before, head, language)
        case Reach.FIRST:
            is_first = found.first == 0 and _has_comma(between)
            is_conditional = any(token.word in language.conditional for token in head[:_MOST_CONDITIONAL])
            return is_first and is_conditional and _is_fronted(found, before, head, language)
        case Reach.FRONT | Reach.BOTH:
            return _is_fronted(found, before, head, language)
        case _:
            return False


def straddling(before: Sequence[Token], head: Sequence[Token], language: Language) -> Found | None:
    """A cue that begins before a quotation and ends inside it: *failed* before *to open the gate*."""
    near = before[-2:]
    for found in find_cues([*near, *head[:2]], language):
        if (
            found.first < len(near) < found.last
            and found.cue.reach in _FORWARD
            and ANY not in found.cue.words
        ):
            return Found(found.cue, len(before) - len(near) + found.first, len(before))
    return None


def _has_comma(words: Sequence[Token]) -> bool:
    return any(token.word == "," for token in words)


def _is_next(found: Found, between: Sequence[Token], head: Sequence[Token], language: Language) -> bool:
    names = found.cue.words[-1] == ANY
    if not names <= len(between) <= (_MOST_NAMED if names else _MOST_NEXT) or not head:
        return False
    first = head[0].word
    if not (head[0].is_word or first == '"') or first in language.joining or first in language.prepositions:
        return False
    parting = (language.prepositions, language.joining, language.alternative, language.subordinate)
    return all(
        token.is_word
        and not any(token.word in words for words in parting)
        and (token.word not in language.finite or token.word in language.infinitives)
        for token in between
    )


# To the end of the clause


def _runs_on(found: Found, before: Sequence[Token], head: Sequence[Token], language: Language) -> bool:
    between = before[found.last :]
    commas = sum(token.word == "," for token in between)
    if commas and not _is_list(between, head, language):
        is_inserted = commas % 2 == 0 and (between[0].word == "," or commas == 2)
        if not is_inserted:
            return False
    return _same_clause(found, before, head, language)


def _is_list(between: Sequence[Token], head: Sequence[Token], language: Language) -> bool:
    """Whether commas only part the members of a list that was denied as a whole."""
    if not any(token.word in language.alternative for token in (*between, *head[:_LIST])):
        return False
    last = max(index for index, token in enumerate(between) if token.word == ",")
    return not is_clause([*between[last + 1 :], *head], language)


def _same_clause(found: Found, before: Sequence[Token], head: Sequence[Token], language: Language) -> bool:
    """Whether no other clause begins between a cue and the quotation, or with the quotation."""
    between = before[found.last :]
    words = [*between, *head]
    is_content = False
    for index in range(min(len(between) + 1, len(words))):
        word = words[index].word
        previous = words[index - 1].word if index else ""
        if word in (";", ":", "-") or (word == '"' and index < len(between)):
            return False
        if word in language.joining:
            if begins_other(word, words[index + 1 :], language, after_comma=previous == ","):
                return False
        elif word in language.complementisers and index:
            if previous in language.presupposing:
                return False
            is_content = True
        elif not is_content and _hangs_apart(word, previous, before[found.first].word, language):
            return False
    return True


def _hangs_apart(word: str, previous: str, cue: str, language: Language) -> bool:
    """Whether a word begins a clause that is not governed by what governs the one it hangs on."""
    if word not in language.subordinate and word not in language.relative:
        return False
    if not previous:
        return cue in language.denying and cue not in language.plain_denials
    if word in language.subordinate or previous == ",":
        return True
    return cue not in language.no_such


# What is said, thought or denied


def _is_content(found: Found, before: Sequence[Token], head: Sequence[Token], language: Language) -> bool:
    between = before[found.last :]
    begins = _content_begins(found, before, head, language)
    if begins is None or not _content_goes_on(between[begins:], head, language):
        return False
    content = between[begins:]
    if content and content[-1].word == "," and sum(token.word == "," for token in content) % 2:
        return not (_is_aside(found, before, language) or _begins_adverbial(found, before, language))
    if content and _belongs_to_noun(found, before, language):
        return not (head[0].word in language.finite and is_clause(content, language))
    return True


def _content_begins(
    found: Found, before: Sequence[Token], head: Sequence[Token], language: Language
) -> int | None:
    """How many words after a cue its content begins: as many as there are where ``head`` begins it."""
    between = before[found.last :]
    for index, token in enumerate([*between[:_BRIDGE], *head[:1]]):
        if token.word in language.complementisers:
            return min(index + 1, len(between))
        if token.word in (";", "-", ")"):
            return None
        if token.word == '"' and index >= len(between):
            return len(between)
    if not between:
        return 0 if is_clause(head, language) else None
    last = between[-1].word
    if last in (",", ":", '"') and len(between) <= _BRIDGE:
        return len(between) if last == '"' or _is_tag(found, before, language) else None
    if between[0].is_word and between[0].word not in language.prepositions:
        return 0 if is_clause([*between, *head], language) else None
    added = all(
        token.word in language.prepositions or (index and token.capital)
        for index, token in enumerate(between)
    )
    return len(between) if added and is_clause(head, language) else None


def _is_tag(found: Found, before: Sequence[Token], language: Language) -> bool:
    """Whether a cue belongs to words like *the ministry said,* before what is said."""
    between = before[found.last :]
    if between[0].word in language.finite or is_clause(between[:-1], language):
        return False
    if found.cue.reach is not Reach.SPEECH or _first_beside(found, before) is before[found.first]:
        return between[-1].word == ":"
    return not _begins_adverbial(found, before, language)


def _first_beside(found: Found, before: Sequence[Token]) -> Token:
    """The first word of those between the commas around a cue."""
    start = found.first
    while start and before[start - 1].is_word:
        start -= 1
    return before[start]


def _begins_adverbial(found: Found, before: Sequence[Token], language: Language) -> bool:
    """Whether the words around a cue are no statement but its circumstance, as in *After he said so,*."""
    first = _first_beside(found, before).word
    if first in language.likening:
        return False
    return first in language.prepositions or first in language.subordinate or first in language.relative


def _content_goes_on(content: Sequence[Token], head: Sequence[Token], language: Language) -> bool:
    """Whether no other statement begins after what is said, and before or with the quotation."""
    words = [*content, *head]
    for index in range(min(len(content) + 1, len(words))):
        word = words[index].word
        if word == ";" or (word == '"' and 0 < index < len(content) - 1):
            return False
        if word in language.joining and index and words[index - 1].word == ",":
            rest = words[index + 1 :]
            if rest and rest[0].word in language.complementisers:
                continue
            if word not in language.adding or is_clause(rest, language) or begins_predicate(rest, language):
                return False
    return True


def _is_aside(found: Found, before: Sequence[Token], language: Language) -> bool:
    """Whether a cue stands in an aside, like *, who said that ...,* or *saying that ...,*."""
    previous = before[found.first - 1].word if found.first else ","
    if previous == "," and before[found.first].word.endswith(language.participle_endings or ("\0",)):
        return True
    for index in range(found.first - 1, max(0, found.first - _ASIDE), -1):
        word = before[index].word
        if word in language.relative:
            return before[index - 1].word == ","
        if word in (",", ";"):
            break
    return False


def _belongs_to_noun(found: Found, before: Sequence[Token], language: Language) -> bool:
    """Whether a cue is a noun or hangs on one, so that another verb may follow its content."""
    near = before[max(0, found.first - 3) : found.first]
    return any(token.word in language.relative or token.word in language.determiners for token in near)


# Clauses that stand first


def _is_fronted(found: Found, before: Sequence[Token], head: Sequence[Token], language: Language) -> bool:
    """Whether the quotation stands in a cue's own clause, or in the one after its comma."""
    between = before[found.last :]
    if not _has_comma(between):
        return found.cue.sense is not Sense.REPORTS and _same_clause(found, before, head, language)
    previous = before[found.first - 1].word if found.first else ","
    leading = (language.joining, language.alternative, language.complementisers)
    if previous[0].isalnum() and not any(previous in words for words in leading):
        return False
    words = [*between, *head]
    is_first = True
    for index, token in enumerate(between):
        if token.word in (";", ":"):
            return False
        if token.word == ",":
            following = words[index + 1].word if index + 1 < len(words) else ""
            if following in language.joining and (not is_first or is_clause(words[index + 2 :], language)):
                return False
            is_first = False
    return True
