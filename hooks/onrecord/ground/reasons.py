"""Why a text says that a thing is so, and what it measures it against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.phrases import Beside, Forms, found, sentences_of, side_by_side
from onrecord.ground.reading import Word
from onrecord.ground.scope import scope_of
from onrecord.lexicon.phrases import Phrases
from onrecord.lexicon.scope import Scope
from onrecord.text import Span

_HALF = 0.5
_COMMAS = frozenset((",", "\u060c", "\u3001"))


class Linked(NamedTuple):
    """The words by which the claim says why, and the two sentences that it links with them."""

    words: tuple[Word, ...]
    one: Part
    other: Part


class Part(NamedTuple):
    """A sentence of a passage: its words, and the passage."""

    said: Forms
    passage: Passage


def causes_invented(comparison: Comparison) -> tuple[Linked, ...]:
    """Where the claim makes one of two sentences the reason for the other, and nothing in them does."""
    return tuple(_causes_invented(comparison))


def _causes_invented(comparison: Comparison) -> Iterator[Linked]:
    scope = scope_of(comparison.language)
    if scope is None:
        return
    for number, forms in enumerate(sentences_of(comparison.reading)):
        places = found(forms.words, scope.causes)
        if len(places) != 1:
            continue
        words = forms.words[places[0].start : places[0].end]
        besides = [beside for beside in side_by_side(comparison) if beside.number == number]
        middle = _comma(forms.words) if places[0].start == 0 else words[0].start
        one = _told_in(besides, Span(0, middle))
        other = _told_in(besides, Span(max(middle, words[-1].end), len(comparison.reading.content)))
        if one is None or other is None or one.said is other.said:
            continue
        if not any(found(part.said.words, scope.linking) for part in (one, other)):
            yield Linked(words, Part(one.said, one.passage), Part(other.said, other.passage))


def _comma(words: Sequence[Word]) -> int:
    """Where the clause ends that stands first."""
    return next((word.start for word in words if word.text in _COMMAS), words[-1].end)


def _told_in(besides: Sequence[Beside], side: Span) -> Beside | None:
    """The one sentence that has most of the claim's words on one side, if no other has as many."""
    if not besides:
        return None
    whole = _count(besides[0].topic, side)
    counts = [_count(beside.shared, side) for beside in besides]
    most = max(counts)
    if most < max(1, _HALF * whole) or counts.count(most) > 1:
        return None
    return besides[counts.index(most)]


def comparisons_added(comparison: Comparison) -> tuple[tuple[Word, ...], ...]:
    """The words by which the claim compares, where no passage compares anything or gives figures for it."""
    scope = scope_of(comparison.language)
    if scope is None:
        return ()
    told = tuple(_comparisons(comparison, scope))
    if not told or _any_passage_has(comparison, scope.comparing):
        return ()
    numbers = comparison.language.numbers
    figures = any(
        word.number or word.word in numbers
        for passage in comparison.passages
        for word in passage.reading.words
    )
    return () if figures else told


def _count(words: Sequence[Word], side: Span) -> int:
    return sum(side.start <= word.start and word.end <= side.end for word in words)


def _comparisons(comparison: Comparison, scope: Scope) -> Iterator[tuple[Word, ...]]:
    """What compares in the claim, but not with a bare number."""
    numbers = comparison.language.numbers
    for words in (forms.words for forms in sentences_of(comparison.reading)):
        places = [(place.start, place.end) for place in found(words, scope.comparisons)]
        places += [
            (at - 1, at + 1)
            for at in range(1, len(words))
            if words[at].word in scope.measures
            and words[at - 1].word.endswith(scope.comparative_endings)
            and words[at - 1].word not in comparison.language.stop_words
        ]
        for start, end in places[:1]:
            behind = words[end : end + 2]
            if not any(word.number or word.word in numbers for word in behind):
                yield words[start:end]


def _any_passage_has(comparison: Comparison, phrases: Phrases) -> bool:
    return any(
        found(forms.words, phrases)
        for passage in comparison.passages
        for forms in sentences_of(passage.reading)
    )
