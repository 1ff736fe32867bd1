"""The date that an author gives a claim, held against the dates of its words and of its passages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.ground.comparison import Comparison
from onrecord.ground.dates import Date, dates
from onrecord.lexicon.calendar import When

_MOMENT = re.compile(r"(-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?(?:T.*)?[?~%]?")
_MONTHS = 12


def declared(comparison: Comparison) -> tuple[Date, ...]:
    """The date of a claim's ``date``: one, or the known ends of a range. Nothing where it has none."""
    return comparison.once(_declared)


def _declared(comparison: Comparison) -> tuple[Date, ...]:
    written = comparison.claim.date
    if written is None:
        return ()
    found = (_moment(part) for part in str(written).split("/"))
    return tuple(date for date in found if date is not None)


def _moment(part: str) -> Date | None:
    read = _MOMENT.fullmatch(part)
    if read is None:
        return None
    year, month, day = read.groups()
    unknown = year.count("X")
    number = int(year.replace("X", "0"))
    if unknown:
        return Date(year=number, width=10**unknown)
    known_month = int(month) if month and month.isdigit() and int(month) <= _MONTHS else None
    known_day = int(day) if day and day.isdigit() and known_month is not None else None
    return Date(year=number, month=known_month, day=known_day)


def states(other: Date, date: Date, years: frozenset[int]) -> bool:
    """Whether a date of a passage states a declared one; ``years`` are all years that the passages name."""
    for end in other.ends:
        if end.year is None and (end.month is None or date.year not in years):
            continue
        if end.year is not None and date.year is not None and not _same_year(end, date, date.year):
            continue
        if date.month in (None, end.month) and date.day in (None, end.day):
            return True
    return False


def _same_year(end: Date, date: Date, year: int) -> bool:
    assert end.year is not None
    if date.width > 1:
        return year <= end.year < year + date.width
    return end.year == year and end.width == 1


def says(date: Date, comparison: Comparison) -> bool:
    """Whether an author has declared a date that stands in the claim, with a note on how it was inferred."""
    claim = comparison.claim
    if claim.date_basis != "inferred" or claim.date_note is None:
        return False
    return any(
        date.year in (None, known.year)
        and date.month in (None, known.month)
        and date.day in (None, known.day)
        for known in declared(comparison)
    )


def not_as_declared(comparison: Comparison) -> Iterator[Date]:
    """The dates of a claim's text that its own ``date`` and ``date_basis`` rule out.

    Where the source is said to give no date, that is a year with which the claim begins or ends; otherwise
    the one day or month of the text, where it is another than the one declared.
    """
    written = [date for date in dates(comparison.reading) if date.when is When.AT and not date.dateline]
    if comparison.claim.date_basis == "none":
        yield from (date for date in written if date.year is not None and _is_at_an_end(date, comparison))
        return
    known = declared(comparison)
    fine = [date for date in written if date.month is not None and date.until is None]
    if len(known) == len(fine) == 1 and not _agree(fine[0], known[0]):
        yield fine[0]


def _is_at_an_end(date: Date, comparison: Comparison) -> bool:
    words = comparison.reading.words
    before = sum(word.end <= date.words.start for word in words)
    return before <= 1 or all(word.start < date.words.end for word in words)


def _agree(one: Date, other: Date) -> bool:
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)
