"""What is true only for a moment (*right now*), and whether a claim says so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from onrecord.ground.alignment import aligned
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.dates import dates
from onrecord.ground.reading import Reading, Word
from onrecord.text import Span


def passing_moments(comparison: Comparison) -> Iterator[Disagreement]:
    """Claims on a sentence that says *right now* or the like, which do not say when they were true."""
    lexicon = comparison.language.lexicon
    if lexicon is None or lexicon.calendar is None or comparison.derived or _says_when(comparison):
        return
    phrases = _by_first(lexicon.calendar.moments)
    for pair in aligned(comparison):
        if pair.passage.quotation is None:
            continue
        number = pair.sentence[0].sentence
        place = _first_phrase(pair.passage.reading.of_sentence(number), phrases)
        if place is not None:
            said = pair.passage.reading.content[place.start : place.end]
            yield Disagreement(
                f"the quotation says {said!r}, and the claim does not say when that was",
                Span(pair.claim[0].start, pair.claim[-1].end),
                "give as_of (source, or a date), or say in the claim when it was so",
                pair.passage,
                (place,),
                told="the quotation says this",
            )


def relative_sentences(reading: Reading) -> frozenset[int]:
    """The sentences (0-based) that tell a time by when they were written (*this year*)."""
    return reading.once(_relative_sentences)


def _relative_sentences(reading: Reading) -> frozenset[int]:
    lexicon = reading.language.lexicon
    if lexicon is None or lexicon.calendar is None:
        return frozenset()
    phrases = _by_first(lexicon.calendar.relative)
    return frozenset(
        token.sentence
        for position, token in enumerate(reading.tokens)
        if any(_is_at(phrase, reading.tokens, position) for phrase in phrases.get(token.word, ()))
    )


def _is_at(phrase: tuple[str, ...], tokens: tuple[Word, ...], position: int) -> bool:
    return tuple(token.word for token in tokens[position : position + len(phrase)]) == phrase


def _says_when(comparison: Comparison) -> bool:
    claim = comparison.claim
    if claim.as_of is not None or claim.date is not None or claim.date_words is not None:
        return True
    lexicon = comparison.language.lexicon
    assert lexicon is not None
    assert lexicon.calendar is not None
    words = lexicon.calendar
    phrases = _by_first((*words.moments, *words.relative))
    if dates(comparison.reading) or _first_phrase(comparison.reading.tokens, phrases) is not None:
        return True
    return _is_about_report(comparison.reading, words.reporting)


def _is_about_report(reading: Reading, words: frozenset[str]) -> bool:
    return any(token.word in words for token in reading.tokens)


@lru_cache
def _by_first(phrases: tuple[tuple[str, ...], ...]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _first_phrase(tokens: tuple[Word, ...], phrases: dict[str, list[tuple[str, ...]]]) -> Span | None:
    for position, token in enumerate(tokens):
        for phrase in phrases.get(token.word, ()):
            if _is_at(phrase, tokens, position):
                last = position + len(phrase) - 1
                return Span(token.start, tokens[last if tokens[last].is_word else last - 1].end)
    return None
