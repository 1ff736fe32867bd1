"""The dates of a claim held against those of its passages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as calendar_day
from enum import Enum

from msgspec import Struct

from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.dates import Date, dates
from onrecord.ground.moments import relative_sentences
from onrecord.ground.neighbours import Likeness, surroundings
from onrecord.lexicon.calendar import When

_MOST_DATES = 400
_MOST_OF_CLAIM = 40
_FRAME_MARGIN = 5.0
_TOUCHING_MARGIN = 3.0
_FRAME_SHARE = 0.4
_SAME_EVENT = 3.0
_SAME_WEEKDAY = 5.0
_SHARE = 0.35
_ABOUT = 15 * 372
_REACHING = frozenset(
    (
        (When.BEFORE, When.BY),
        (When.BY, When.BEFORE),
        (When.AFTER, When.FROM),
        (When.FROM, When.AFTER),
    )
)
"""How a claim and a passage may mean the very same date, one with and one without the date itself."""


class Relation(Enum):
    """How a date of a passage stands to a date of the claim."""

    SAME = "same"
    """The claim's date follows from it."""
    INSIDE = "inside"
    """The claim's date lies in the range it names."""
    COARSER = "coarser"
    """It says less than the claim."""
    OTHER = "other"
    """Both cannot be the date of one thing."""
    UNKNOWN = "unknown"


class Match(Struct, frozen=True):
    """A date of a passage beside one of the claim, and how like the words around them are."""

    date: Date
    passage: Passage
    relation: Relation
    likeness: Likeness

    @property
    def score(self) -> float:
        """Grows with the words around both that they share."""
        return self.likeness.score


class Dated(Struct, frozen=True):
    """A date of the claim with all dates of the passages, and the one that disagrees with it, if any does."""

    date: Date
    matches: tuple[Match, ...]
    against: Match | None
    is_supported: bool

    @property
    def is_absent(self) -> bool:
        """Whether no passage has the date, and none has another in its place."""
        return not self.is_supported and self.against is None


def dated(comparison: Comparison) -> tuple[Dated, ...]:
    """The dates of a claim, each held against the dates of its passages."""
    return comparison.once(_dated)


def _dated(comparison: Comparison) -> tuple[Dated, ...]:
    found = [date for whole in dates(comparison.reading) for date in whole.ends][:_MOST_OF_CLAIM]
    return tuple(_judged(date, comparison) for date in found)


def known_dates(comparison: Comparison) -> list[tuple[Date, Passage]]:
    """The dates of all passages, at most so many that the work stays small."""
    return comparison.once(_known_dates)


def _known_dates(comparison: Comparison) -> list[tuple[Date, Passage]]:
    found = [(date, passage) for passage in comparison.passages for date in dates(passage.reading)]
    return found[:_MOST_DATES]


def _judged(date: Date, comparison: Comparison) -> Dated:
    matches = tuple(_matches(date, comparison))
    same = [match for match in matches if match.relation in (Relation.SAME, Relation.INSIDE)]
    others = [match for match in matches if match.relation is Relation.OTHER]
    is_pieced = not same and _is_pieced_together(date, matches)
    against = max(others, key=lambda match: match.score, default=None)
    if against is not None and (is_pieced or not _is_of_same_event(date, against, same, len(matches))):
        against = None
    return Dated(date, matches, against, bool(same) or is_pieced)


def _is_of_same_event(date: Date, against: Match, same: list[Match], count: int) -> bool:
    like = against.likeness
    if like.denials_differ or against.date.sentence in relative_sentences(against.passage.reading):
        return False
    if same:
        is_alone = like.touches and not any(match.likeness.touches for match in same)
        margin = _TOUCHING_MARGIN if is_alone else _FRAME_MARGIN
        is_better = like.score >= max(match.score for match in same) + margin
        return is_better and like.share >= _FRAME_SHARE
    if like.score < (_SAME_WEEKDAY if date.is_weekday else _SAME_EVENT):
        return False
    return like.share >= _SHARE or (like.touches and count == 1)


def _matches(date: Date, comparison: Comparison) -> Iterator[Match]:
    around = surroundings(comparison.reading)
    for other, passage in known_dates(comparison):
        span = (other.first, other.last)
        like = Likeness(around, date.first, date.last, surroundings(passage.reading), span)
        yield Match(other, passage, relation(date, other), like)


def _is_pieced_together(date: Date, matches: tuple[Match, ...]) -> bool:
    """Whether passages that leave the year out name the day, and others the year."""
    if date.year is None or date.month is None:
        return False
    is_day = any(
        match.relation is Relation.COARSER and match.date.year is None and match.date.month == date.month
        for match in matches
    )
    return is_day and any(end.year == date.year for match in matches for end in match.date.ends)


# Two dates


def relation(claim: Date, other: Date) -> Relation:
    """How a date of a passage stands to one of a claim, as to the same event."""
    if other.until is None:
        return _of_two(claim, other)
    found = [_of_two(claim, end) for end in other.ends]
    if Relation.SAME in found:
        return Relation.SAME
    if claim.year is not None and _within(claim, other):
        return Relation.INSIDE
    for one in (Relation.COARSER, Relation.UNKNOWN):
        if one in found:
            return one
    return Relation.OTHER


def _within(claim: Date, other: Date) -> bool:
    assert other.until is not None
    if other.year is None or other.until.year is None:
        return False
    start, end = bounds(other)[0], bounds(other.until)[1]
    first, last = bounds(claim)
    return claim.when in (When.AT, When.FROM, When.BY) and start <= first and last <= end


def _of_two(claim: Date, other: Date) -> Relation:
    if _weekdays_differ(claim, other):
        return Relation.OTHER
    if claim.year is not None and other.year is not None:
        return _of_two_years(claim, other)
    if claim.is_weekday or other.is_weekday:
        same = claim.is_weekday and _weekday(other) == claim.weekday
        return Relation.SAME if same else Relation.UNKNOWN
    if claim.month is None or other.month is None:
        return Relation.UNKNOWN
    if claim.when in (When.BEFORE, When.AFTER) or other.when in (When.BEFORE, When.AFTER):
        same = claim.when is other.when and (claim.month, claim.day) == (other.month, other.day)
        return Relation.SAME if same else Relation.UNKNOWN
    if claim.month != other.month or (claim.day and other.day and claim.day != other.day):
        return Relation.OTHER
    if (claim.day is not None and other.day is None) or claim.year is not None:
        return Relation.COARSER
    return Relation.SAME


def _weekday(date: Date) -> int | None:
    if date.weekday is not None or not date.is_full:
        return date.weekday
    return weekday_of(date)


def weekday_of(date: Date) -> int | None:
    """The weekday on which a full date falls (0 is Monday); None where there is no such day."""
    if date.year is None or date.month is None or date.day is None:
        return None
    try:
        return calendar_day(date.year, date.month, date.day).weekday()
    except ValueError:
        return None


def _weekdays_differ(claim: Date, other: Date) -> bool:
    one = claim.weekday
    if one is None or claim.when is not When.AT:
        return False
    there = _weekday(other)
    return there is not None and there != one


def _of_two_years(claim: Date, other: Date) -> Relation:
    first, last = bounds(claim)
    start, end = bounds(other)
    exact = (first, last) == (start, end)
    if exact and (claim.when, other.when) in _REACHING:
        return Relation.UNKNOWN
    if claim.when is When.BEFORE:
        if end < first or (exact and other.when is When.BEFORE):
            return Relation.SAME
        return Relation.OTHER if start >= first and other.when is not When.BEFORE else Relation.UNKNOWN
    if claim.when is When.AFTER:
        if start > last or (exact and other.when is When.AFTER):
            return Relation.SAME
        return Relation.OTHER if end <= last and other.when is not When.AFTER else Relation.UNKNOWN
    if other.when is When.BEFORE:
        return Relation.OTHER if first >= start else Relation.UNKNOWN
    if other.when is When.AFTER:
        return Relation.OTHER if last <= end else Relation.UNKNOWN
    return _overlap(claim, other)


def _overlap(claim: Date, other: Date) -> Relation:
    first, last = bounds(claim)
    start, end = bounds(other)
    if claim.when is When.BY and end <= last:
        return Relation.SAME
    if other.when is When.BY and last < start:
        return Relation.UNKNOWN
    if last < start or end < first:
        is_close = max(first - end, start - last) <= _ABOUT
        return Relation.UNKNOWN if is_close and (claim.about or other.about) else Relation.OTHER
    if first <= start and end <= last:
        return Relation.SAME
    return Relation.COARSER


def bounds(date: Date) -> tuple[int, int]:
    """The first and the last day of a date with a year, as numbers that grow with time."""
    assert date.year is not None
    last_year = date.year + date.width - 1
    if date.width == 100:  # a century begins with the year 1
        last_year += 1
    first = _number(date.year, date.month or 1, date.day or 1)
    return first, _number(last_year, date.month or 12, date.day or 31)


def _number(year: int, month: int, day: int) -> int:
    return year * 372 + (month - 1) * 31 + day - 1
