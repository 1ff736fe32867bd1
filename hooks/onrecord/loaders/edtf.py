"""Dates in the Extended Date/Time Format (EDTF, ISO 8601-2:2019), as far as fact files use it.

Level 0: ``2025``, ``2025-04``, ``2025-04-17``, ``2025-04-17T10:30:00Z``, ranges ``2024/2025-04``. Level 1:
``?`` (uncertain), ``~`` (about) and ``%`` (both) at the end of a date; ``X`` for digits that are not known
(``201X``, ``2025-XX``, ``2025-04-XX``); seasons (``2025-21`` is spring, 22 summer, 23 autumn, 24 winter);
ranges that are open (``2021-08/..``) or begin or end on a day that is not known (``/2025``); years before 1
(``-0044``).

Stricter than the standard in two things: days must exist, and ``0000``, which stands for no date far more
often than for the year 1 BC, is refused. Years of more than four digits are not taken.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MOMENT = re.compile(
    r"(?P<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<time>T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?"
    r"[?~%]?"
)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./ ]([0-9]{1,2})(?:[-./ ]([0-9]{1,2}))?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{4})")
_WITH_NAME = re.compile(
    r"(?:(?P<before>[0-9]{1,2})\.? )?(?P<name>[A-Za-z]{3,9})\.?"
    r"(?: (?P<after>[0-9]{1,2}))?,? (?P<year>[0-9]{4})"
)
_MONTHS = ("january", "february", "march", "april", "may", "june",
           "july", "august", "september", "october", "november", "december")  # fmt: skip
_LONGEST = 64
_PLAIN_MOMENT = re.sub(r"\?P<\w+>", "?:", _MOMENT.pattern)
DAY_FORM = re.compile(_DAY.pattern)
"""The form of a day; `wrong_day` also looks whether the calendar has it."""
FORM = re.compile(rf"{_PLAIN_MOMENT}(?:/(?:{_PLAIN_MOMENT}|\.\.)?)?|(?:\.\.)?/{_PLAIN_MOMENT}")
"""The form of a date; `wrong_date` also looks whether the calendar has it, and whether it makes sense."""
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}

Moment = tuple[int, int, int]


@lru_cache(maxsize=1024)
def wrong_day(day: str) -> str:
    """Why ``day`` is no day of the calendar in the form ``2025-04-17``; empty where it is one."""
    read = _DAY.fullmatch(day)
    if read is None:
        return "it is not in the form 2025-04-17"
    return _wrong_calendar(*map(int, read.groups()))


def likely_day(date: str) -> str:
    """``date`` as a day or month in the right form, where it can be read in one way; else empty.

    Other separators, digits that are left out and months by their English names are read. Where day and
    month could be either, nothing is.
    """
    written = date.strip()
    if (read := _YEAR_FIRST.fullmatch(written)) is not None:
        return _right(read[1], read[2], read[3])
    if (read := _DAY_FIRST.fullmatch(written)) is not None:
        first, second, year = read.groups()
        if int(second) > 12:
            return _right(year, first, second)
        return _right(year, second, first) if int(first) > 12 or int(first) == int(second) else ""
    if (read := _WITH_NAME.fullmatch(written)) is None:
        return ""
    name = read["name"].lower()
    months = [number for number, month in enumerate(_MONTHS, 1) if name in (month, month[:3])]
    return _right(read["year"], str(months[0]), read["before"] or read["after"]) if months else ""


def _right(year: str, month: str, day: str | None) -> str:
    made = f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")
    return "" if wrong_date(made) else made


@lru_cache(maxsize=1024)
def wrong_date(date: str) -> str:
    """Why ``date`` is no date of the format; empty where it is one."""
    if day := _DAY.fullmatch(date):
        return _wrong_calendar(int(day[1]), int(day[2]), int(day[3]))
    start, slash, end = date.partition("/")
    if len(date) > _LONGEST or date.count("/") > 1:
        return "it is no date or range of two dates"
    if not slash:
        return _wrong_moment(date)
    if start in ("", "..") and end in ("", ".."):
        return "neither end of the range is known"
    for part in (start, end):
        if part not in ("", "..") and (wrong := _wrong_moment(part)):
            return f"of {part!r}, {wrong}"
    if start not in ("", "..") and end not in ("", "..") and _earliest(start) > _latest(end):
        return "the range ends before it begins"
    return ""


@lru_cache(maxsize=1024)
def earliest(date: str) -> Moment:
    """Year, month and day (1-based) of the first day that ``date``, which must be right, can mean."""
    if day := _DAY.fullmatch(date):
        return (int(day[1]), int(day[2]), int(day[3]))
    start, _, end = date.partition("/")
    return _earliest(start if start not in ("", "..") else end)


def _wrong_moment(date: str) -> str:
    read = _MOMENT.fullmatch(date)
    if read is None:
        return "it is not in a form such as 2025, 2025-04 or 2025-04-17"
    year, month, day = read["year"], read["month"] or "", read["day"] or ""
    if "X" in year and (month or read["time"]):
        return "a month of an unknown year says nothing"
    if month == "XX" and day not in ("", "XX"):
        return "a day of an unknown month says nothing"
    if read["time"] and not day.isdigit():
        return "a time needs a day"
    if read["time"] and not (
        int(read["hour"]) < 24 and int(read["minute"]) < 60 and int(read["second"]) < 60
    ):
        return "there is no such time"
    if month.isdigit() and int(month) in _SEASON_MONTHS:
        return "a season has no days" if day else ""
    return _wrong_calendar(_number(year, "0"), _number(month, "1"), _number(day, "1"), is_decade="X" in year)


def _number(digits: str, unknown: str) -> int:
    return int(digits.replace("XX", unknown * 2 if unknown == "0" else "01").replace("X", unknown) or "1")


def _wrong_calendar(year: int, month: int, day: int, *, is_decade: bool = False) -> str:
    if year == 0 and not is_decade:
        return "there is no year 0"
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if not 1 <= day <= _days(year, month):
        return f"month {month} of {year} has no day {day}"
    return ""


def _days(year: int, month: int) -> int:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 if month == 2 and not is_leap else _DAYS[month - 1]


def _earliest(date: str) -> Moment:
    read = _MOMENT.fullmatch(date)
    assert read is not None, "only dates that were found right come here"
    month = _number(read["month"] or "", "1")
    return (_number(read["year"], "0"), _SEASON_MONTHS.get(month, month), _number(read["day"] or "", "1"))


def _latest(date: str) -> Moment:
    read = _MOMENT.fullmatch(date)
    assert read is not None, "only dates that were found right come here"
    month, day = read["month"] or "XX", read["day"] or "XX"
    last_month = 12 if month == "XX" else int(month)
    year = int(read["year"].replace("X", "9"))
    if last_month in _SEASON_MONTHS:
        return (year + last_month // 24, (_SEASON_MONTHS[last_month] + 2) % 12 or 12, 31)
    return (year, last_month, _days(year, last_month) if day == "XX" else int(day))
