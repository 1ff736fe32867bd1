"""Places from which something was reported, taken for the places where it happened."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.dates import Date, dates
from onrecord.ground.known_names import KnownNames, speaks_of_source
from onrecord.ground.name_kinds import apart
from onrecord.ground.names import Name, names, naming_of
from onrecord.ground.reading import Reading
from onrecord.text import Span


def datelines_as_places(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each place where the claim says something was, and only a dateline names.

    What is reported must speak of other places, none of which is the dateline's or has it in it.
    """
    places = _where(comparison.reading)
    if not places:
        return
    heads = [(passage, head) for passage in comparison.passages for head in _heads(passage.reading)]
    if not heads or speaks_of_source(comparison):
        return
    told = {passage: head.words.end for passage, head in heads}
    known = KnownNames(comparison.language)
    for passage in comparison.passages:
        for name in _behind(passage.reading, told.get(passage, 0)):
            known.add_name(name)
    for name in places:
        for passage, head in heads:
            found = _named_in(name, passage, head)
            if found is not None and not known.has(name.units[-1]) and _is_elsewhere(name, passage, head):
                yield _told(name, found, passage, comparison)
                break


def _where(reading: Reading) -> list[Name]:
    """The places behind a word like *in*."""
    locating = naming_of(reading).locating
    starts = {name.words[0].start: name for name in names(reading) if name.is_place and not name.possessive}
    return [
        starts[word.start]
        for before, word in pairwise(reading.words)
        if word.start in starts and before.word in locating
    ]


def _heads(reading: Reading) -> Iterator[Date]:
    return (date for date in dates(reading) if date.dateline)


def _behind(reading: Reading, start: int) -> list[Name]:
    return [name for name in names(reading) if name.words[0].start >= start]


def _named_in(name: Name, passage: Passage, head: Date) -> Span | None:
    """Where a dateline names a place."""
    for other in names(passage.reading):
        if other.words[0].start >= head.words.start:
            return None
        if any(unit.key == name.units[-1].key for unit in other.units):
            return other.span
    return None


def _is_elsewhere(name: Name, passage: Passage, head: Date) -> bool:
    """Whether what is reported has places of its own, all apart from this one."""
    naming = naming_of(passage.reading)
    others = [one.units[-1] for one in _behind(passage.reading, head.words.end) if one.is_place]
    return bool(others) and all(apart(name.units[-1], other, naming) for other in others)


def _told(name: Name, there: Span, passage: Passage, comparison: Comparison) -> Disagreement:
    here = comparison.reading.content[name.span.start : name.span.end]
    return Disagreement(
        f"the claim says that it was in '{here}', the quotation only that it was reported from there",
        name.span,
        "leave the place out, or quote words that say where it was",
        passage,
        (there,),
    )
