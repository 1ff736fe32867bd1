"""What a sentence denies: the words that deny, and the words that they govern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.clauses import is_adverb
from onrecord.ground.reading import Reading, Word
from onrecord.language import Language
from onrecord.lexicon.opposition import Opposition, Phrase

_MOST_GOVERNED = 14
_MOST_BETWEEN_TWO = 2
_MOST_BEFORE = 3
_STOPS = frozenset(";:?!()\u2014\u2013[]")
_COMMA = ","


class Denial(NamedTuple):
    """Words that deny (``cue``), and in order the words that carry what is denied (``governed``).

    ``head`` is the word that is denied first. ``of_thing`` says that it is a thing there is none of,
    ``by_verb`` that a verb keeps it from being so, ``raised`` that somebody does not think so, ``ends`` that
    the denial holds until some time or under a condition, ``aside`` that no verb stands before it, as in
    *Lyon, not Paris*. It reaches from where ``cue`` begins to before ``end``, in code points of the text.
    """

    cue: tuple[Word, ...]
    head: Word
    governed: tuple[Word, ...]
    end: int
    of_thing: bool = False
    by_verb: bool = False
    raised: bool = False
    ends: bool = False
    aside: bool = False

    @property
    def phrase(self) -> Phrase:
        """The words that deny, as they are written in the lexicon."""
        return tuple(word.word for word in self.cue)

    def reaches(self, word: Word) -> bool:
        """Whether a word of the same text is denied, or is one of those that deny."""
        return self.cue[0].start <= word.start < self.end


def opposition(language: Language) -> Opposition | None:
    """What is known of denials and opposites in a language."""
    return language.lexicon.opposition if language.lexicon else None


def denials(reading: Reading, sentence: int) -> tuple[Denial, ...]:
    """What a sentence (0-based) denies; two denials that cancel each other out are left out."""
    known = opposition(reading.language)
    if known is None:
        return ()
    return _denials(reading.of_sentence(sentence), reading.language, known)


def _denials(tokens: Sequence[Word], language: Language, known: Opposition) -> tuple[Denial, ...]:
    found = []
    for cue in _live(_cues(tokens, language, known), tokens, language, known):
        denial = _governing(cue, tokens, language, known)
        if denial is not None:
            found.append(denial)
    return tuple(found)


class _Cue(NamedTuple):
    """Words that deny, from ``first`` to before ``last``; they reach to before ``limit`` at most."""

    first: int
    last: int
    phrase: Phrase
    limit: int


def _cues(tokens: Sequence[Word], language: Language, known: Opposition) -> list[_Cue]:
    found: list[_Cue] = []
    index = 0
    while index < len(tokens):
        word = tokens[index].word
        nothing = _longest(known.not_by_word.get(word, ()), tokens, index)
        phrase = _longest(known.by_word.get(word, ()), tokens, index)
        if nothing is not None and (phrase is None or len(nothing) >= len(phrase)):
            index += len(nothing)
            continue
        if phrase is None and language.negative_ending and language.negative_ending in word:
            phrase = (word,)
        is_name = index > 0 and tokens[index].capital and not tokens[index].text.isupper()
        if phrase is not None and not is_name and not _is_joined(tokens, index + len(phrase)):
            found.append(_Cue(index, index + len(phrase), phrase, len(tokens)))
        index += len(phrase) if phrase is not None else 1
    return found


def _is_joined(tokens: Sequence[Word], index: int) -> bool:
    """Whether a hyphen stands at ``index``, and joins a word to what stands before it (*no-code*)."""
    return index + 1 < len(tokens) and tokens[index + 1].joined and not tokens[index].is_word


def _longest(phrases: Sequence[Phrase], tokens: Sequence[Word], index: int) -> Phrase | None:
    for phrase in phrases:
        if len(phrase) <= len(tokens) - index and all(
            tokens[index + number].word == word for number, word in enumerate(phrase)
        ):
            return phrase
    return None


def _live(
    cues: Sequence[_Cue], tokens: Sequence[Word], language: Language, known: Opposition
) -> Iterator[_Cue]:
    """The cues without those that cancel each other out: where a verb is one of them, it alone is denied."""
    waiting: _Cue | None = None
    for cue in cues:
        if waiting is None:
            waiting = cue
        elif _follows(tokens[waiting.last : cue.first], language):
            if cue.phrase in known.denials_by_verb:
                yield waiting._replace(limit=cue.last)
            waiting = None
        else:
            yield waiting
            waiting = cue
    if waiting is not None:
        yield waiting


def _follows(between: Sequence[Word], language: Language) -> bool:
    """Whether nothing but a little word or an adverb or two stands between two words that deny."""
    return len(between) <= _MOST_BETWEEN_TWO and all(
        word.is_word and (word.word in language.stop_words or is_adverb(word.word, language))
        for word in between
    )


def _governing(cue: _Cue, tokens: Sequence[Word], language: Language, known: Opposition) -> Denial | None:
    first, last, phrase, limit = cue
    of_thing, by_verb = phrase in known.denials_of_things, phrase in known.denials_by_verb
    governed: list[Word] = []
    raised = False
    head: Word | None = None
    end = tokens[last - 1].end
    for index in range(last, limit):
        token = tokens[index]
        if (
            _is_stop(tokens, index, last, known, raised=raised)
            or _goes_elsewhere(tokens, index, language, by_verb=by_verb)
            or len(governed) == _MOST_GOVERNED
        ):
            break
        end = token.end
        if not token.is_word:
            continue
        measured = index == last and token.word in known.measures
        if (
            not governed
            and not of_thing
            and token.word in known.raising
            and _goes_on(tokens, index, language)
        ):
            raised = True
            continue
        if (
            not governed
            and not by_verb
            and token.word in known.opaque
            and _has_clause(tokens, index, language)
        ):
            governed.append(token)
            break
        is_name = token.capital and index > 0
        if token.word in language.stop_words and not (token.number or measured or is_name):
            continue
        if token.word in known.light or _only_enables(tokens, index, language, known):
            continue
        governed.append(token)
        if head is None and not (is_adverb(token.word, language) and _has_more(tokens, index, language)):
            head = token
    if not governed:
        return None
    ends = any(token.word in known.until for token in tokens) or (
        of_thing and any(token.word in known.excepting for token in tokens[last:])
    )
    aside = phrase[0] in known.asides and not any(
        token.word in language.finite for token in tokens[max(first - _MOST_BEFORE, 0) : first]
    )
    return Denial(
        tuple(tokens[first:last]),
        head or governed[0],
        tuple(governed),
        end,
        of_thing,
        by_verb,
        raised,
        ends,
        aside,
    )


def _is_stop(tokens: Sequence[Word], index: int, last: int, known: Opposition, *, raised: bool) -> bool:
    word = tokens[index].word
    if word in _STOPS:
        return True
    if word == _COMMA:
        return index > last + 1
    if index == last:
        return False
    return word in known.stops and not (raised and word in known.joins)


def _goes_elsewhere(tokens: Sequence[Word], index: int, language: Language, *, by_verb: bool) -> bool:
    """Whether a word begins something else that is said: *and* before a verb."""
    if tokens[index].word not in language.adding:
        return False
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return by_verb or following in language.finite or following.endswith(language.past_endings)


def _only_enables(tokens: Sequence[Word], index: int, language: Language, known: Opposition) -> bool:
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return tokens[index].word in known.enabling and following in language.infinitive_marks


def _has_clause(tokens: Sequence[Word], index: int, language: Language) -> bool:
    """Whether what follows a verb of saying or knowing begins like a clause of its own."""
    following = tokens[index + 1 : index + 2]
    return bool(following) and (
        following[0].word in language.complementisers
        or following[0].word in language.subjects
        or any(word.word in language.finite for word in tokens[index + 1 : index + 6])
    )


def _goes_on(tokens: Sequence[Word], index: int, language: Language) -> bool:
    """Whether what somebody thinks follows a verb of thinking: a clause, or an infinitive."""
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return (
        following in language.infinitive_marks
        or following in language.determiners
        or _has_clause(tokens, index, language)
    )


def _has_more(tokens: Sequence[Word], index: int, language: Language) -> bool:
    following = tokens[index + 1 : index + 2]
    return bool(following) and following[0].is_word and following[0].word not in language.stop_words
