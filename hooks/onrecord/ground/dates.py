"""The dates that a text names: years, months, days and weekdays, ranges of them, and how they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from onrecord.ground.reading import Reading, Word
from onrecord.lexicon.calendar import CalendarWords, When
from onrecord.lexicon.quantities import QuantityWords
from onrecord.text import Span

_DECADE = re.compile(r"(1[0-9]|20)[0-9]0s")
_DAY = re.compile(r"([0-9]{1,2})(st|nd|rd|th)?")
_YEAR = re.compile(r"[0-9]{4}")
_ALWAYS_YEARS = range(1900, 2100)
_OFTEN_YEARS = range(1500, 2200)
_YEARS = range(1000, 2200)
_DATELINE_WORDS = 8
_LONGEST_RANGE = 1
_MONTHS = 12
_DAYS = 31


class Date(Struct, frozen=True, kw_only=True):
    """A date as a text names it: what it does not say is None.

    ``first`` and ``last`` are tokens of the text (half-open). ``until`` is the other end of a range, and
    ``width`` how many years it covers (a decade, a century). ``dateline`` says that it stands at the head of
    a report, and so may date the report.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    width: int = 1
    until: Date | None = None
    when: When = When.AT
    about: bool = False
    dateline: bool = False
    first: int = 0
    last: int = 0
    sentence: int = 0
    words: Span = Span(0, 0)

    @property
    def ends(self) -> tuple[Date, ...]:
        """The date, or both ends of the range."""
        return (self,) if self.until is None else (replace(self, until=None), self.until)

    @property
    def is_full(self) -> bool:
        """Whether it names one day."""
        return self.year is not None and self.month is not None and self.day is not None

    @property
    def is_weekday(self) -> bool:
        """Whether it says nothing but a weekday."""
        return self.weekday is not None and self.year is None and self.month is None


def dates(reading: Reading) -> tuple[Date, ...]:
    """The dates that a text names, in order."""
    return reading.once(_dates)


def _dates(reading: Reading) -> tuple[Date, ...]:
    lexicon = reading.language.lexicon
    if lexicon is None or lexicon.calendar is None:
        return ()
    return tuple(_Finder(reading, lexicon.calendar, lexicon.quantities or QuantityWords()).found())


class _Finder:
    """Reads the dates out of the tokens of one text."""

    def __init__(self, reading: Reading, words: CalendarWords, quantities: QuantityWords) -> None:
        self.tokens: Sequence[Word] = reading.tokens
        self.words = words
        self.quantities = quantities
        self.stops = reading.language.stop_words
        self.has_capitals = reading.content != reading.content.lower()

    def found(self) -> Iterator[Date]:
        position = 0
        words = self.words
        while position < len(self.tokens):
            token = self.tokens[position]
            date = None
            if token.number or token.word in words.months or token.word in words.weekdays:
                date = self._one(position)
            elif token.word in words.seasons or token.word in words.eras or token.word in words.years:
                date = self._led(position)
            elif token.word in self.quantities.ordinals:
                date = self._century(position)
            if date is None:
                position += 1
                continue
            date = self._ranged(date)
            yield self._meant(date)
            position = date.last

    def _token(self, position: int) -> str:
        return self.tokens[position].word if 0 <= position < len(self.tokens) else ""

    def _made(self, first: int, last: int, **fields: Any) -> Date:
        tokens = self.tokens
        return Date(
            first=first,
            last=last,
            sentence=tokens[first].sentence,
            words=Span(tokens[first].start, tokens[last - 1].end),
            **fields,
        )

    # One date

    def _one(self, position: int) -> Date | None:
        token = self.tokens[position]
        if token.word in self.words.weekdays:
            return self._after_weekday(position) if self._may_be_name(position) else None
        if token.word in self.words.months:
            return self._month_first(position)
        return (
            self._day_first(position)
            or self._iso(position)
            or self._century(position)
            or self._year_alone(position)
        )

    def _after_weekday(self, position: int) -> Date | None:
        weekday = self.words.weekdays[self._token(position)]
        at = position + 1
        while self._token(at) in self.words.articles or self._token(at) in (",", "."):
            at += 1
        date = None
        if at < len(self.tokens) and at - position < 4:
            date = self._day_first(at)
            if date is None and self._token(at) in self.words.months:
                date = self._month_first(at)
                date = date if date is not None and date.day is not None else None
        if date is not None:
            return self._made(
                position, date.last, year=date.year, month=date.month, day=date.day, weekday=weekday
            )
        if self._token(position) in self.words.common and not self._has_preposition(position):
            return None
        return self._made(position, position + 1, weekday=weekday)

    def _may_be_name(self, position: int) -> bool:
        token = self.tokens[position]
        if token.capital or token.word not in self.words.common:
            return True
        return not self.has_capitals and self._is_beside_number(position)

    def _is_beside_number(self, position: int) -> bool:
        return any(
            0 <= at < len(self.tokens) and self.tokens[at].text.isdigit()
            for at in (position - 1, position + 1)
        )

    def _has_preposition(self, position: int) -> bool:
        return self._token(position - 1) in self.words.prepositions

    def _month_first(self, position: int) -> Date | None:
        token = self.tokens[position]
        if not self._may_be_name(position):
            return None
        month = self.words.months[token.word]
        at = position + 1
        if self._token(at) == "." and len(token.word) < 5:
            at += 1
        of_day = at + 1 if self._token(at) in self.words.articles else at
        day = self._day(of_day)
        if day is not None and self._token(of_day + 1) != ":":
            end, until = self._second_day(of_day + 1)
            year, end = self._year_behind(end)
            date = self._made(position, end, year=year, month=month, day=day)
            if until is None:
                return date
            return replace(date, until=self._made(position, end, year=year, month=month, day=until))
        if day is not None:
            return self._made(position, of_day + 1, month=month, day=day)
        year, end = self._year_behind(at, also_of=True)
        if year is not None:
            return self._made(position, end, year=year, month=month)
        if token.word in self.words.common and not self._has_preposition(position):
            return None
        if not self._has_preposition(position) and len(token.word) < 4:
            return None
        return self._made(position, position + 1, month=month)

    def _day(self, position: int) -> int | None:
        if position >= len(self.tokens):
            return None
        read = _DAY.fullmatch(self.tokens[position].text)
        if read is None or not 1 <= int(read[1]) <= _DAYS:
            return None
        return int(read[1])

    def _second_day(self, position: int) -> tuple[int, int | None]:
        """Where a date goes on after its day, and the last day where it is a range (``March 3-5``)."""
        if self._token(position) in self.words.ranges and self._token(position) != "/":
            day = self._day(position + 1)
            behind = self._token(position + 2)
            if day is not None and behind not in self.words.months and behind not in self.words.of:
                return position + 2, day
        return position, None

    def _year_behind(self, position: int, *, also_of: bool = False) -> tuple[int | None, int]:
        at = position
        if self._token(at) == "," or (also_of and self._token(at) in self.words.of):
            at += 1
        if at < len(self.tokens) and _YEAR.fullmatch(self.tokens[at].text):
            year = int(self.tokens[at].text)
            if year in _YEARS and not self._counts(at):
                return year, at + 1
        return None, position

    def _day_first(self, position: int) -> Date | None:
        day = self._day(position)
        if day is None or self.tokens[position].joined:
            return None
        at, until = position + 1, None
        if self._token(at) in self.words.ranges and self._day(at + 1) is not None:
            until = self._day(at + 1)
            at += 2
        if self._token(at) in self.words.of:
            at += 1
            at += self._token(at) in self.words.articles
        if at >= len(self.tokens) or self._token(at) not in self.words.months or not self._may_be_name(at):
            return None
        month = self.words.months[self._token(at)]
        at += 1
        if self._token(at) == "." and len(self._token(at - 1)) < 5:
            at += 1
        year, end = self._year_behind(at)
        date = self._made(position, end, year=year, month=month, day=day)
        if until is None:
            return date
        return replace(date, until=self._made(position, end, year=year, month=month, day=until))

    def _iso(self, position: int) -> Date | None:
        tokens = self.tokens[position : position + 5]
        if len(tokens) < 5 or tokens[1].text not in ("-", "/", ".") or tokens[3].text != tokens[1].text:
            return None
        if any(one.end != other.start for one, other in pairwise(tokens)):
            return None
        parts = [tokens[0].text, tokens[2].text, tokens[4].text]
        if not all(part.isdigit() for part in parts):
            return None
        if len(parts[0]) == 4 and int(parts[0]) in _YEARS:
            month, day = int(parts[1]), int(parts[2])
            if 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
                return self._made(position, position + 5, year=int(parts[0]), month=month, day=day)
        if len(parts[2]) == 4 and int(parts[2]) in _YEARS:
            return self._made(position, position + 5, year=int(parts[2]))
        return None

    def _century(self, position: int) -> Date | None:
        token = self.tokens[position]
        number = self.quantities.ordinals.get(token.word)
        if number is None:
            read = _DAY.fullmatch(token.text)
            number = int(read[1]) if read is not None and read[2] else None
        if number is None or self._token(position + 1) not in ("-", *self.words.centuries):
            return None
        at = position + 1 + (self._token(position + 1) == "-")
        if self._token(at) not in self.words.centuries:
            return None
        era = self._token(at + 1)
        if era in self.words.eras_before:
            return self._made(position, at + 2, year=-100 * number, width=100)
        return self._made(position, at + 1, year=100 * (number - 1), width=100)

    def _led(self, position: int) -> Date | None:
        """A year that a season, an era or the word for it leads."""
        at = position + 1
        if self._token(at) in self.words.of:
            at += 1
        if at >= len(self.tokens) or not self.tokens[at].text.isdigit() or len(self.tokens[at].text) > 4:
            return None
        year = int(self.tokens[at].text)
        is_era = self._token(position) in self.words.eras and self.tokens[position].text.isupper()
        if not is_era and year not in _YEARS:
            return None
        return self._made(position, at + 1, year=year)

    def _year_alone(self, position: int) -> Date | None:
        text = self.tokens[position].text
        token = self.tokens[position]
        if _DECADE.fullmatch(text) or (token.possessive and _DECADE.fullmatch(f"{token.word}s")):
            return self._made(position, position + 1, year=int(text[:4]), width=10)
        if not text.isdigit() or len(text) > 4:
            return None
        era = self._token(position + 1)
        if era in self.words.eras_before:
            return self._made(position, position + 2, year=-int(text))
        if era in self.words.eras and self.tokens[position + 1].text.isupper():
            return self._made(position, position + 2, year=int(text))
        if len(text) == 4 and self._is_year(position, int(text)):
            return self._made(position, position + 1, year=int(text))
        return None

    def _is_year(self, position: int, number: int) -> bool:
        before, behind = self._token(self._before(position)), self._token(position + 1)
        if number not in _YEARS or self._counts(position):
            return False
        is_led = before in self.words.prepositions or before in ("(", ",")
        if not is_led and (before,) in self.quantities.before:
            return False
        if (self._token(position - 2), before) in self.quantities.before:
            return False
        if number in _ALWAYS_YEARS:
            return True
        goes_on = behind.isalpha() and behind not in self.stops and not self.tokens[position + 1].capital
        return (is_led or number in _OFTEN_YEARS) and not goes_on

    def _counts(self, position: int) -> bool:
        """Whether a number is one of a unit, of money or of a name, or part of a larger one."""
        before, behind = self._token(position - 1), self._token(position + 1)
        words = self.quantities
        if (
            before in words.currency_marks
            or before in ("#", "/", "*")
            or self.tokens[position].text[0] == "-"
        ):
            return True
        if behind in words.units or behind in words.magnitudes or behind in words.currencies:
            return True
        if behind == "-" and self._token(position + 2) in words.units:
            return True
        if before in words.labels and before not in self.words.years:
            return True
        return (behind,) in words.percent or self._is_part_of_name(position)

    def _is_part_of_name(self, position: int) -> bool:
        return self.tokens[position].joined and self._token(position - 2).isalpha()

    # What stands around it

    def _ranged(self, date: Date) -> Date:
        at = date.last
        joint = self._token(at)
        is_between = self._token(date.first - 1) in self.words.between and joint in self.words.joins
        if date.until is not None or not (joint in self.words.ranges or is_between):
            return date
        other = self._other_end(date, at + 1)
        if other is None or _is_life(date, other):
            return date
        if date.year is None and other.year is not None and other.month is not None:
            date = replace(date, year=other.year)
        words = Span(date.words.start, other.words.end)
        return replace(date, until=other, last=other.last, words=words)

    def _other_end(self, date: Date, position: int) -> Date | None:
        if position >= len(self.tokens):
            return None
        text = self.tokens[position].text
        is_bare = date.month is None and date.weekday is None and date.year is not None
        if is_bare and len(text) == 2 and text.isdigit() and date.year is not None:
            year = date.year - date.year % 100 + int(text)
            is_near = self.tokens[position].start - self.tokens[position - 2].end <= 1
            return self._made(position, position + 1, year=year) if is_near and year > date.year else None
        token = self.tokens[position]
        if not (token.number or token.word in self.words.months or token.word in self.words.weekdays):
            return None
        return self._one(position)

    def _before(self, position: int) -> int:
        """The token before a position; of an abbreviation with a full stop (*c.*) the word."""
        if self._token(position - 1) == "." and self._token(position - 2) in self.words.about:
            return position - 2
        return position - 1

    def _meant(self, date: Date) -> Date:
        at = self._before(date.first)
        is_adjective = date.month is None and date.weekday is None and self._goes_on(date.last)
        if self._token(at) in self.words.articles and (date.month is not None or date.width > 1):
            at -= 1
        when = self.words.whens.get(self._token(at), When.AT)
        if is_adjective and when in (When.BEFORE, When.AFTER):
            when = When.AT
        about = self._token(at) in self.words.about
        return replace(date, when=when, about=about, dateline=self._is_dateline(date))

    def _goes_on(self, position: int) -> bool:
        if position >= len(self.tokens):
            return False
        token = self.tokens[position]
        return token.text.isalpha() and token.word not in self.stops

    def _is_dateline(self, date: Date) -> bool:
        """Whether a date heads a report: only names stand before it, a colon or a dash behind it."""
        if date.first > _DATELINE_WORDS or date.month is None or date.sentence:
            return False
        if self._token(date.first - 1) == "(":
            return False
        behind = self._token(date.last)
        if behind == "(":
            at = date.last + 1
            while at < min(len(self.tokens), date.last + 5) and self._token(at) != ")":
                at += 1
            behind = self._token(at + 1)
        if behind not in (":", "\u2014", "--", "\u2013", "-"):
            return False
        return all(token.capital or not token.is_word for token in self.tokens[: date.first])


def _is_life(date: Date, other: Date) -> bool:
    """Whether two full dates are a birth and a death, say, rather than the ends of one thing."""
    if not (date.is_full and other.is_full):
        return False
    assert date.year is not None
    assert other.year is not None
    return other.year - date.year > _LONGEST_RANGE
