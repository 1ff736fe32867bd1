"""The axis of a timeline: where each dated claim stands in time, to scale, for a small drawing.

Places along the axis are percentages of its width, so that signs and letters keep their size on every
screen; heights are CSS pixels. Signs that would touch on the narrowest screen stand above each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

FEWEST = 3
"""With fewer dated claims than this there is no axis: the list is as clear."""
MOST_LANES = 8
"""An axis that would need more lanes than this is not drawn."""
LANE = 28
"""How far the lanes are apart, in pixels."""
HALF = 4.8
"""Half the width of a sign on the narrowest screen, in percent of the axis."""
BEGIN, END = 5.0, 95.0
"""Where the first and the last day stand, in percent."""

_DATE = re.compile(r"(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:.+Z-]+)?[?~%]?")
_MONTHS_PER_TICK = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000)
_DAYS_PER_TICK = (1, 2, 5, 10)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Dated(NamedTuple):
    """A claim to be placed: its number, its date as authors write it (EDTF), and how the date was got."""

    number: int
    date: str
    basis: str


class Days(NamedTuple):
    """All days that a date can mean: from ``first`` to before ``after``, None where that end is open."""

    first: int | None
    after: int | None


class Sign(Struct, frozen=True):
    """A claim on the axis: its sign at ``x``, a line from ``left`` to ``right`` over the days it can mean.

    ``opens`` is ``before``, ``after`` or empty: the end at which the line has an arrow.
    """

    number: int
    basis: str
    x: float
    left: float
    right: float
    y: int
    opens: str


class Tick(NamedTuple):
    """A point of time under the axis, and what it is called."""

    x: float
    words: str


class Axis(Struct, frozen=True):
    """The drawing: signs above a line at height ``line``, ticks under it; ``height`` of the whole."""

    signs: tuple[Sign, ...]
    ticks: tuple[Tick, ...]
    line: int
    height: int


def axis(moments: Sequence[Dated]) -> Axis | None:
    """The axis of ``moments``, or None where they are too few, too crowded or of one day."""
    reached = [(moment, reach(moment.date)) for moment in moments]
    placed = [(moment, days) for moment, days in reached if days]
    ends = [day for _, days in placed for day in days if day is not None]
    if len(placed) < FEWEST or max(ends) - min(ends) < 2:
        return None
    begin, ticks = _ticks(min(ends), max(ends))
    scale = (END - BEGIN) / (max(ends) - begin)
    signs = [_sign(moment, days, begin, scale) for moment, days in placed]
    lanes = _lanes(signs)
    if (count := max(lanes) + 1) > MOST_LANES:
        return None
    line = count * LANE + 2
    return Axis(
        signs=tuple(
            _at(sign, line - 4 - lane * LANE - LANE // 2) for sign, lane in zip(signs, lanes, strict=True)
        ),
        ticks=tuple(Tick(_rounded(BEGIN + (day - begin) * scale), words) for day, words in ticks),
        line=line,
        height=line + 22,
    )


def reach(edtf: str) -> Days | None:
    """All days that ``edtf`` can mean, or None where its notation is unknown."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _single(start)
    first, last = _single(start), _single(end)
    if (first is None and start not in ("", "..")) or (last is None and end not in ("", "..")):
        return None
    if first is None and last is None:
        return None
    return Days(first.first if first else None, last.after if last else None)


def _single(edtf: str) -> Days | None:
    read = _DATE.fullmatch(edtf)
    if read is None:
        return None
    year, month, day = read[1], read[2] or "XX", read[3] or "XX"
    unknown = year.count("X")
    number = int(year.replace("X", "0"))
    try:
        if month == "XX":
            return Days(_day(number * 12), _day((number + 10**unknown if unknown else number + 1) * 12))
        if day != "XX":
            only = _day(number * 12 + int(month) - 1, int(day))
            return Days(only, only + 1)
    except ValueError:
        return None
    return _months(number * 12, int(month))


def _months(january: int, month: int) -> Days | None:
    """The days of a month, or of a season (21 to 24, spring to winter), of the year from ``january``."""
    if 1 <= month <= 12:
        return Days(_day(january + month - 1), _day(january + month))
    if 21 <= month <= 24:
        first = january + (month - 20) * 3 - 1
        return Days(_day(first), _day(first + 3))
    return None


def _day(month: int, day: int = 1) -> int:
    """The number of a day; ``month`` counts from January of the year 0. The calendar repeats in 400 years."""
    year, index = divmod(month, 12)
    cycles, rest = divmod(year - 1, 400)
    return cycles * 146_097 + date(rest + 1, index + 1, day).toordinal()


def _sign(moment: Dated, days: Days, begin: int, scale: float) -> Sign:
    left = BEGIN if days.first is None else BEGIN + (days.first - begin) * scale
    right = END if days.after is None else BEGIN + (days.after - begin) * scale
    opens = "before" if days.first is None else "after" if days.after is None else ""
    x = {"before": right, "after": left}.get(opens, (left + right) / 2)
    return Sign(moment.number, moment.basis, _rounded(x), _rounded(left), _rounded(right), 0, opens)


def _lanes(signs: Sequence[Sign]) -> list[int]:
    """For each sign the lowest lane in which it touches no other; those with an open end come last."""
    chosen = [MOST_LANES] * len(signs)
    taken: list[list[tuple[float, float]]] = [[] for _ in range(MOST_LANES)]
    for index in sorted(range(len(signs)), key=lambda index: bool(signs[index].opens)):
        sign = signs[index]
        left, right = min(sign.left, sign.x - HALF), max(sign.right, sign.x + HALF)
        for lane, others in enumerate(taken):
            if all(right <= other[0] or left >= other[1] for other in others):
                others.append((left, right))
                chosen[index] = lane
                break
    return chosen


def _at(sign: Sign, y: int) -> Sign:
    return Sign(sign.number, sign.basis, sign.x, sign.left, sign.right, y, sign.opens)


def _ticks(first: int, last: int) -> tuple[int, list[tuple[int, str]]]:
    """The first day of the axis, and days with their names: whole years, months or days, at most six."""
    length = last - first
    if first > 0 and length <= 30:
        step = next((step for step in _DAYS_PER_TICK if length / step <= 5), 15)
        days = [date.fromordinal(day) for day in range(first, last + 1, step)]
        return first, [(day.toordinal(), f"{day.day} {_MONTHS[day.month - 1]}") for day in days]
    step = next(step for step in _MONTHS_PER_TICK if length / 30.4 / step <= (3 if step < 12 else 6))
    month = _month(first) // step * step
    return _day(month), list(_whole_months(month, step, last))


def _whole_months(month: int, step: int, last: int) -> Iterator[tuple[int, str]]:
    while (day := _day(month)) <= last:
        year, index = divmod(month, 12)
        yield day, str(year) if step >= 12 else f"{_MONTHS[index]} {year}"
        month += step


def _month(day: int) -> int:
    """The month that ``day`` lies in, counted like that of `_day`."""
    cycles, rest = divmod(day - 1, 146_097)
    found = date.fromordinal(rest + 1)
    return (cycles * 400 + found.year) * 12 + found.month - 1


def _rounded(percent: float) -> float:
    return round(percent, 2)
