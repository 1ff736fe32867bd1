"""How the claims of an explainer stand to one another: those that say the same thing with another number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.ground.dates import dates
from onrecord.ground.plain_numbers import number_of
from onrecord.ground.reading import Reading, Word, read
from onrecord.language import Language
from onrecord.languages import language_of
from onrecord.lexicon.calendar import CalendarWords
from onrecord.lexicon.naming import Naming
from onrecord.lexicon.quantities import Bound, QuantityWords
from onrecord.model import Claim, Explainer
from onrecord.resolve import Resolution, ResolvedClaim, Unresolved

_BEGINNING = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
_DIGIT = re.compile(r"\d")
_FEWEST_WORDS = 2
_MOST_OF_A_FRAME = 30
_LONGEST_BOUND = 3
_EXACT = frozenset((Bound.PLAIN, Bound.EXACT))


class Measure(NamedTuple):
    """A number, month or weekday of a claim: what it is worth, and the word that says it.

    ``dated`` says that it is a part of a date, ``loose`` that words by it make it no exact number.
    """

    value: str
    word: Word
    dated: bool = False
    loose: bool = False


class Framed(NamedTuple):
    """A claim taken apart: the words that carry its meaning, sorted, and its measures in their order."""

    explainer: Explainer
    claim: Claim
    frame: tuple[str, ...]
    measures: tuple[Measure, ...]


class Conflict(NamedTuple):
    """Two claims that say the same of the same with another number: the later one, and the one before it."""

    later: Framed
    earlier: Framed
    said: Measure
    other: Measure


def conflicts(resolution: Resolution) -> Iterator[Conflict]:
    """Every claim that differs from an earlier one of its explainer in one number or date alone.

    Pairs that name each other in ``conflicts_with`` or ``supersedes`` are left out, and so are claims
    that are withdrawn or have a quotation that was not found.
    """
    frames: dict[tuple[str, tuple[str, ...]], list[Framed]] = {}
    for resolved in _worth_reading(resolution):
        if any(isinstance(outcome, Unresolved) for outcome in resolved.evidence):
            continue
        framed = _framed(resolved.explainer, resolved.claim)
        if framed is None:
            continue
        same = frames.setdefault((resolved.explainer.id, framed.frame), [])
        for earlier in same:
            if (found := _difference(framed, earlier)) and not _is_told(framed.claim, earlier.claim):
                yield Conflict(framed, earlier, *found)
                break
        if len(same) < _MOST_OF_A_FRAME:
            same.append(framed)


def _worth_reading(resolution: Resolution) -> Iterator[ResolvedClaim]:
    """The claims with a number or date whose words begin like those of another claim of their explainer."""
    by_words: dict[tuple[str, tuple[str, ...]], list[ResolvedClaim]] = {}
    for resolved in resolution.claims:
        left_out, measuring = _without_measure(language_of(resolved.explainer.language))
        found = _WORD.findall(resolved.claim.text.lower())
        if _DIGIT.search(resolved.claim.text) is None and measuring.isdisjoint(found):
            continue
        words = {word[:_BEGINNING] for word in found if word not in left_out}
        by_words.setdefault((resolved.explainer.id, tuple(sorted(words))), []).append(resolved)
    for same in by_words.values():
        if len(same) > 1:
            yield from same


@lru_cache
def _without_measure(language: Language | None) -> tuple[frozenset[str], frozenset[str]]:
    """The words that no frame has: little ones, and of sources, numbers and dates; and the last two."""
    if language is None or language.lexicon is None:
        return frozenset(), frozenset()
    lexicon = language.lexicon
    numbers = lexicon.quantities.named if lexicon.quantities else frozenset()
    times = lexicon.calendar.named if lexicon.calendar else frozenset()
    about = lexicon.naming.about_sources if lexicon.naming else frozenset()
    return language.stop_words | numbers | times | about, numbers | times


def _framed(explainer: Explainer, claim: Claim) -> Framed | None:
    language = language_of(explainer.language)
    if claim.withdrawn is not None or language is None or language.lexicon is None:
        return None
    reading = read(str(claim.text), language)
    if any(
        word.word in language.denying or _ends_in_denial(word, language.negative_ending)
        for word in reading.words
    ):
        return None
    measures = tuple(_measures(reading))
    said = {measure.word.start for measure in measures}
    about = (language.lexicon.naming or Naming()).about_sources
    frame = [
        word.stem
        for word in reading.content_words
        if word.start not in said and not word.number and word.word not in about
    ]
    if not measures or len(frame) < _FEWEST_WORDS:
        return None
    return Framed(explainer, claim, tuple(sorted(frame)), measures)


def _ends_in_denial(word: Word, ending: str) -> bool:
    return ending != "" and word.word.endswith(ending)


def _measures(reading: Reading) -> Iterator[Measure]:
    lexicon = reading.language.lexicon
    quantities = (lexicon.quantities if lexicon else None) or QuantityWords()
    calendar = (lexicon.calendar if lexicon else None) or CalendarWords()
    tokens = reading.tokens
    dated = {number for date in dates(reading) for number in range(date.first, date.last)}
    for number, token in enumerate(tokens):
        in_date = number in dated
        if in_date and token.word in calendar.months:
            value = f"month {calendar.months[token.word]}"
        elif in_date and token.word in calendar.weekdays:
            value = f"weekday {calendar.weekdays[token.word]}"
        elif (found := number_of(token, quantities)) and token.word not in quantities.unlikely:
            value = found
        else:
            continue
        loose = _is_loose(tokens, number, quantities) or (
            not in_date and _is_label(tokens, number, quantities)
        )
        before = _before(tokens, number)
        if in_date and before in calendar.whens:
            value = f"{calendar.whens[before].value} {value}"
        yield Measure(value, token, in_date, loose)


def _before(tokens: Sequence[Word], number: int) -> str:
    return tokens[number - 1].word if number else ""


def _is_loose(tokens: Sequence[Word], number: int, quantities: QuantityWords) -> bool:
    """Whether words right before or behind say that a number is a bound or a rough one."""
    for size in range(1, _LONGEST_BOUND + 1):
        before = tuple(token.word for token in tokens[max(0, number - size) : number])
        behind = tuple(token.word for token in tokens[number + 1 : number + 1 + size])
        for phrase, bounds in ((before, quantities.before), (behind, quantities.behind)):
            if bounds.get(phrase, Bound.PLAIN) not in _EXACT:
                return True
    return False


def _is_label(tokens: Sequence[Word], number: int, quantities: QuantityWords) -> bool:
    """Whether a number is a name or a place in an order, and counts nothing: ``chapter 3``, ``Apollo 11``."""
    token = tokens[number]
    if any(token.word.endswith(ending) for ending in quantities.ordinal_endings):
        return True
    if number == 0 or not tokens[number - 1].is_word:
        return False
    before = tokens[number - 1]
    return before.word in quantities.labels or (before.capital and number > 1 and not before.number)


def _difference(one: Framed, other: Framed) -> tuple[Measure, Measure] | None:
    """The one number or date in which two claims with the same frame differ, if it is one."""
    if len(one.measures) != len(other.measures):
        return None
    pairs = list(zip(one.measures, other.measures, strict=True))
    differing = [pair for pair in pairs if pair[0].value != pair[1].value]
    if not differing or any(mine.loose or its.loose for mine, its in differing):
        return None
    is_date = all(mine.dated and its.dated for mine, its in differing)
    if is_date:
        counted = any(not mine.dated for mine, _ in pairs)
        return None if counted or not _means_the_same(differing) else differing[0]
    if len(differing) > 1 or differing[0][0].dated != differing[0][1].dated:
        return None
    return differing[0]


def _means_the_same(differing: list[tuple[Measure, Measure]]) -> bool:
    """Whether each pair is of one kind: before with before, month with month."""
    return all(mine.value.split()[:-1] == its.value.split()[:-1] for mine, its in differing)


def _is_told(one: Claim, other: Claim) -> bool:
    return _names(one, other) or _names(other, one)


def _names(one: Claim, other: Claim) -> bool:
    return other.id in one.conflicts_with or other.id in one.supersedes
