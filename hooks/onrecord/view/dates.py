"""Dates in words: the notation of facts (EDTF, levels 0 and 1) as a reader says it."""

from __future__ import annotations

import re

from msgspec import Struct

_DAY = re.compile(r"(-?\d{1,4}|\d{2}XX|\d{3}X)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:.+Z-]+)?([?~%]?)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_DOUBT = {"": "", "?": "probably ", "~": "about ", "%": "probably about "}
_FIRST = (0, 0, 0)
_LAST = (99999, 0, 0)


class When(Struct, frozen=True):
    """A date as a page prints it.

    ``words`` is what a reader reads, ``machine`` the value for ``<time datetime>``, empty where the date
    is uncertain or a range. ``order`` sorts: year, month, day of the earliest moment it can mean, with 0
    for what is not given.
    """

    words: str
    machine: str = ""
    order: tuple[int, int, int] = _FIRST


def when(date: str) -> When:
    """``date`` in words; one in an unknown notation is printed as it stands and sorts last."""
    start, slash, end = date.partition("/")
    if not slash:
        return _moment(date) or When(date, order=_LAST)
    first, last = _moment(start), _moment(end)
    match first, last:
        case (None, None):
            return When(date, order=_LAST)
        case (None, When()) if start == "..":
            return When(f"until {last.words}", order=last.order)
        case (None, When()) if not start:
            return When(f"from an unknown date until {last.words}", order=last.order)
        case (When(), None) if end == "..":
            return When(f"since {first.words}", order=first.order)
        case (When(), None) if not end:
            return When(f"from {first.words} until an unknown date", order=first.order)
        case (When(), When()):
            return When(f"{first.words} to {last.words}", order=first.order)
    return When(date, order=_LAST)


def _moment(date: str) -> When | None:
    """A single date in words, or None where the notation is unknown."""
    read = _DAY.fullmatch(date)
    if read is None:
        return None
    year, month, day, doubt = read[1], read[2] or "", read[3] or "", read[4]
    number = int(month) if month.isdigit() else 0
    words = _named(year, number, day)
    if not words:
        return None
    season = (number - 20) * 3 if number in _SEASONS else number
    order = (int(year.replace("X", "0")), season, int(day) if day.isdigit() else 0)
    machine = date if not doubt and "X" not in date and number <= 12 and len(year) == 4 else ""
    return When(_DOUBT[doubt] + words, machine, order)


def _named(year: str, month: int, day: str) -> str:
    if "X" in year:
        return f"the {year.replace('X', '0')}s"
    if month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    if month > 12:
        return ""
    parts = [str(int(day)) if day.isdigit() and month else "", _MONTHS[month - 1] if month else "", year]
    return " ".join(part for part in parts if part)
