"""How a language says when."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from msgspec import Struct


class When(Enum):
    """How a date is meant that words stand with."""

    AT = "at"
    BEFORE = "before"
    AFTER = "after"
    BY = "by"
    """Not later."""
    FROM = "from"
    """Then and on."""


class CalendarWords(Struct, frozen=True, dict=True):
    """The words of dates and times; all in small letters, phrases with one space between words."""

    months: dict[str, int] = {}
    """1 is January."""
    weekdays: dict[str, int] = {}
    """0 is Monday."""
    common: frozenset[str] = frozenset()
    """Those that are other words too, and mean a date only with a day or year, or after ``prepositions``."""
    seasons: dict[str, int] = {}
    """1 is spring."""
    prepositions: frozenset[str] = frozenset()
    """Words before a date (*in*)."""
    whens: dict[str, When] = {}
    """Those that say how it is meant."""
    about: frozenset[str] = frozenset()
    """Words before a date that is not known to the day or year (*circa*)."""
    ranges: frozenset[str] = frozenset()
    """What stands between the ends of a range."""
    between: frozenset[str] = frozenset()
    """What stands before a range whose ends have ``joins`` between them."""
    joins: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    """What stands between a day and its month."""
    articles: frozenset[str] = frozenset()
    centuries: frozenset[str] = frozenset()
    eras_before: frozenset[str] = frozenset()
    """Marks of years before the year 1."""
    eras: frozenset[str] = frozenset()
    """Marks of years since the year 1."""
    years: frozenset[str] = frozenset()
    """Words before a year (*year*)."""
    reporting: frozenset[str] = frozenset()
    """Words of a claim that is about when something was reported (*datelined*)."""
    moments: tuple[tuple[str, ...], ...] = ()
    """Phrases for what is true only for a moment (*right now*)."""
    relative: tuple[tuple[str, ...], ...] = ()
    """Phrases for a time that depends on when they were said (*last year*)."""

    @cached_property
    def named(self) -> frozenset[str]:
        """The names of months and weekdays."""
        return frozenset((*self.months, *self.weekdays))
