"""The numbers that a text states: how many of what, and how they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from onrecord.ground.dates import dates
from onrecord.ground.reading import Reading, Word
from onrecord.lexicon.quantities import Bound, QuantityWords
from onrecord.text import Span

_DIGITS = re.compile(r"([-+\u2212]?)([0-9]+(?:[.,\u00a0\u202f][0-9]+)*)([^\W\d_]*)")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,\u00a0\u202f][0-9]{2,3})*(?:\.[0-9]+)?")
_MOST_OF_NOUN = 5
_LARGEST = 1e18
_LARGEST_WHOLE = 10
_NEARLY = 0.8
_ABOUT = 0.1
_TINY = 1e-9


class Kind(Enum):
    """What sort of number it is."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    SHARE = "share"
    """Per cent, and parts of a whole."""
    ORDINAL = "ordinal"
    LABEL = "label"
    """A number that is a name (*Route 66*)."""
    SCORE = "score"
    """Two numbers with a stroke or a dash between them (*6/10*)."""


class Quantity(Struct, frozen=True, kw_only=True):
    """A number in a text. ``first`` and ``last`` are tokens, half-open.

    ``value`` is in units of ``unit``: a currency, a kind of measure (in its smallest unit), or nothing.
    ``upper`` is the other end of a range. ``noun`` are the stems of the words that are counted.
    """

    value: float
    upper: float | None = None
    bound: Bound = Bound.PLAIN
    kind: Kind = Kind.COUNT
    unit: str = ""
    factor: float = 1.0
    noun: tuple[str, ...] = ()
    is_rounded: bool = False
    """Whether it is written as a round number, with a word such as *million*."""
    is_weak: bool = False
    """Whether it may count nothing (*one*)."""
    first: int = 0
    last: int = 0
    sentence: int = 0
    words: Span = Span(0, 0)

    @property
    def interval(self) -> tuple[float, float]:
        """The least and the largest number that is meant."""
        low, high = self.value, self.value if self.upper is None else self.upper
        low, high = min(low, high), max(low, high)
        slip = _TINY * max(abs(low), abs(high), 1.0)
        match self.bound:
            case Bound.MORE:
                return low + slip, _LARGEST * 1000
            case Bound.AT_LEAST:
                return low, _LARGEST * 1000
            case Bound.LESS:
                return -_LARGEST * 1000, high - slip
            case Bound.AT_MOST:
                return -_LARGEST * 1000, high
            case Bound.NEARLY:
                return low * _NEARLY, high - slip
            case Bound.ABOUT:
                return low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
        return low, high


def quantities(reading: Reading) -> tuple[Quantity, ...]:
    """The numbers that a text states, in order, without those of dates."""
    return reading.once(_quantities)


def _quantities(reading: Reading) -> tuple[Quantity, ...]:
    lexicon = reading.language.lexicon
    if lexicon is None or lexicon.quantities is None:
        return ()
    return tuple(_Finder(reading, lexicon.quantities).found())


class _Finder:
    """Reads the numbers out of the tokens of one text."""

    def __init__(self, reading: Reading, words: QuantityWords) -> None:
        self.tokens: Sequence[Word] = reading.tokens
        self.words = words
        self.stops = reading.language.stop_words
        self.taken = {date.first: date.last for date in dates(reading)}

    def found(self) -> Iterator[Quantity]:
        position = 0
        beginning = self.words.beginning
        while position < len(self.tokens):
            if position in self.taken:
                position = self.taken[position]
                continue
            token = self.tokens[position]
            found = None
            if token.number:
                found = self._digits(position)
            elif token.word in beginning:
                found = self._spelt(position) or self._bare(position) or self._ordinal(position)
            if found is None:
                position += 1
                continue
            found = self._finished(found)
            position = found.last
            yield found

    def _token(self, position: int) -> str:
        return self.tokens[position].word if 0 <= position < len(self.tokens) else ""

    def _made(self, first: int, last: int, value: float, **fields: Any) -> Quantity:
        return Quantity(
            value=value,
            first=first,
            last=last,
            sentence=self.tokens[first].sentence,
            **fields,
        )

    # The number itself

    def _digits(self, position: int) -> Quantity | None:
        token = self.tokens[position]
        read = _DIGITS.fullmatch(token.text) if len(token.text) <= 40 else None
        if read is None:
            return None
        sign, digits, tail = read.groups()
        tail = tail.lower()
        value = _value(digits) * (-1 if sign and sign in "-\u2212" else 1)
        if tail in self.words.ordinal_endings:
            return self._made(position, position + 1, value, kind=Kind.ORDINAL)
        if self._token(position + 1) == ":" and self._is_tight(position, 3):
            return self._made(position, position + 3, value, kind=Kind.LABEL)
        if self._is_label(position):
            return self._made(position, position + 1, value, kind=Kind.LABEL)
        last = position + 1
        if not tail and self._token(last) == "," and self._token(last + 1) == "000":
            value, last = value * 1000, last + 2
        if self._is_fraction(position):
            value = float(f"0.{digits}") if digits.isdigit() else value
        factor = self.words.magnitudes.get(tail) or self.words.letters.get(tail)
        if tail and factor is not None and tail not in self.words.units:
            return self._made(position, last, value * factor, is_rounded=True)
        if tail:
            unit = self.words.units.get(tail)
            if unit is None:
                return self._made(position, last, value, kind=Kind.LABEL)
            measure = (Kind.MEASURE, unit.measure, unit.factor)
            return self._made(
                position, last, value * unit.factor, kind=measure[0], unit=unit.measure, factor=unit.factor
            )
        scale, last = self._scale(last)
        return self._made(position, last, value * scale, is_rounded=scale > 1)

    def _is_tight(self, position: int, count: int) -> bool:
        """Whether some tokens stand together without a space, numbers and marks in turn."""
        tokens = self.tokens[position : position + count]
        if len(tokens) < count or not tokens[-1].number:
            return False
        return all(one.end == other.start for one, other in pairwise(tokens))

    def _is_fraction(self, position: int) -> bool:
        """Whether a point stands right before a number, and nothing before that (*.271*)."""
        if position < 2 or self.tokens[position - 1].text != ".":
            return False
        point, before = self.tokens[position - 1], self.tokens[position - 2]
        return point.end == self.tokens[position].start and before.end < point.start

    def _is_label(self, position: int) -> bool:
        before = self.tokens[position - 1] if position else None
        if before is None or before.sentence != self.tokens[position].sentence:
            return False
        if before.text == "#" or before.word in self.words.labels:
            return not self._is_measure(self._token(position + 1))
        if before.text == "." and self._token(position - 2) in self.words.labels:
            return True
        if self.tokens[position].joined and self._token(position - 2).isalpha():
            return self._token(position - 2) not in self.words.magnitudes
        if not before.capital or not before.text.isalpha() or before.possessive:
            return False
        if before.word in self.stops or before.word in self.words.currency_marks:
            return False
        return not self._counts_on(position + 1)

    def _counts_on(self, position: int) -> bool:
        """Whether what stands behind a number is measured or counted."""
        behind = self._token(position)
        if self._is_measure(behind):
            return True
        return behind.isalpha() and behind not in self.stops and not self.tokens[position].capital

    def _is_measure(self, word: str) -> bool:
        return word in self.words.scales

    def _scale(self, position: int) -> tuple[float, int]:
        """What multiplies the number before a position, and where the number goes on."""
        scale = 1.0
        while True:
            at = position + (self._token(position) == "-")
            factor = self.words.magnitudes.get(self._token(at))
            if factor is None or scale * factor > _LARGEST:
                return scale, position
            scale *= factor
            position = at + 1

    def _spelt(self, position: int) -> Quantity | None:
        """A number in words, from its first word on."""
        words = self.words
        total, part, at = 0.0, -1.0, position
        while True:
            word = self._token(at)
            number = words.cardinals.get(word)
            if number is None and part < 0 and word in words.ones:
                number = 1 if self._begins_number(at + 1) else None
            if number is not None and (part < 0 or self._adds(part, number)):
                part = max(part, 0) + number
            elif word in words.magnitudes and part >= 0 and part:
                total, part = self._multiplied(total, part, words.magnitudes[word])
            else:
                break
            at += 1
            at = self._joined(at, part)
        if at == position:
            return None
        at = self._before_joint(at)
        return self._closed(position, at, total + max(part, 0))

    def _multiplied(self, total: float, part: float, factor: int) -> tuple[float, float]:
        if factor == 100:
            return total, min(part * factor, _LARGEST)
        return min(total + part * factor, _LARGEST), 0.0

    def _begins_number(self, position: int) -> bool:
        word = self._token(position)
        return word in self.words.magnitudes or word in self.words.crowds

    @staticmethod
    def _adds(part: float, number: int) -> bool:
        if part == 0:
            return True
        if part % 100 == 0:
            return number < 100
        return part % 10 == 0 and part % 100 >= 20 and number < 10

    def _joined(self, position: int, part: float) -> int:
        """Where a number in words goes on behind a hyphen or *and*."""
        word, behind = self._token(position), self._token(position + 1)
        if word == "-" and (behind in self.words.cardinals or behind in self.words.magnitudes):
            return position + 1
        is_large = part == 0 or part % 100 == 0
        if word in self.words.joins and is_large and behind in self.words.cardinals:
            return position + 1
        return position

    def _before_joint(self, position: int) -> int:
        last = self._token(position - 1)
        return position - 1 if last == "-" or last in self.words.joins else position

    def _closed(self, first: int, last: int, value: float) -> Quantity | None:
        """A number in words, or the share that it is a number of (*two thirds*)."""
        at = last + (self._token(last) == "-")
        share = self.words.shares.get(self._token(at))
        word = self._token(first)
        if share is not None and value < 10 and not (value == 1 and word not in self.words.ones):
            return self._made(first, at + 1, value * share * 100, kind=Kind.SHARE, is_rounded=True)
        if last - first == 1 and word in self.words.ones and word not in self.words.cardinals:
            return None
        if self._token(at) in self.words.ordinals and value >= 20 and value % 10 == 0:
            number = self.words.ordinals[self._token(at)]
            if number < 10:
                return self._made(first, at + 1, value + number, kind=Kind.ORDINAL)
        is_weak = last - first == 1 and word in self.words.unlikely
        return self._made(first, last, value, is_weak=is_weak, is_rounded=last - first > 1 and value >= 1000)

    def _bare(self, position: int) -> Quantity | None:
        """A share or a crowd without a number before it (*half*, *a third of*)."""
        word, before = self._token(position), self._token(position - 1)
        share = self.words.shares.get(word)
        if share is None:
            return None
        if word in self.words.sole_shares and before != "-":
            scale, last = self._scale(position + 1)
            if self._token(position + 1) in self.words.ones:
                scale, last = self._scale(position + 2)
            if scale > 1:
                return self._made(position, last, scale * share, is_rounded=True)
            return self._made(position, position + 1, share * 100, kind=Kind.SHARE, is_weak=True)
        is_part = before in self.words.ones and self._token(position + 1) in self.words.linking
        return (
            self._made(position, position + 1, share * 100, kind=Kind.SHARE, is_rounded=True)
            if is_part
            else None
        )

    def _ordinal(self, position: int) -> Quantity | None:
        token = self.tokens[position]
        if token.word not in self.words.ordinals:
            return None
        if self._token(position - 1) in self.words.ones and token.word in self.words.units:
            return None
        number = self.words.ordinals[token.word]
        return self._made(
            position, position + 1, number, kind=Kind.ORDINAL, is_weak=token.word in self.words.unlikely
        )

    # What stands around it

    def _finished(self, found: Quantity) -> Quantity:
        first = found.first
        if found.kind in (Kind.LABEL, Kind.ORDINAL):
            return replace(found, words=self._span(first, found.last), noun=self._noun_of_name(found))
        found = self._with_unit(self._with_range(self._with_whole(found)))
        start = self._money_mark(first)
        if start < first and found.kind is Kind.COUNT:
            found = replace(found, kind=Kind.MONEY, unit=self.words.currencies[self._token(first - 1)])
        bound, start, last = self._bound(start, found.last)
        noun = self._noun(last)
        return replace(found, bound=bound, noun=noun, words=self._span(start, last), first=start, last=last)

    def _span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def _money_mark(self, first: int) -> int:
        return first - 1 if self._token(first - 1) in self.words.currency_marks else first

    def _with_range(self, found: Quantity) -> Quantity:
        at = found.last
        joint = self._token(at)
        if joint == "/" and self._is_tight(at - 1, 3):
            other = self._digits(at + 1)
            if other is not None:
                return replace(found, kind=Kind.SCORE, unit=f"/{other.value:g}", last=other.last)
        start = self._money_mark(found.first)
        is_between = self._token(start - 1) in self.words.between and joint in self.words.joins
        if not (joint in self.words.ranges or is_between) or at + 1 >= len(self.tokens):
            return found
        at += 1 + (self._token(at + 1) in self.words.currency_marks)
        if at >= len(self.tokens) or at in self.taken:
            return found
        other = self._end_of_range(at)
        if other is None or other.kind is not Kind.COUNT or found.kind is not Kind.COUNT:
            return found
        value = found.value
        if other.is_rounded and not found.is_rounded and other.value > 1000 and value < 1000:
            scale = other.value / max(_leading(other.value), 1.0)
            value *= scale
        if value > other.value:
            return replace(found, kind=Kind.SCORE, unit="-", value=value, upper=other.value, last=other.last)
        return replace(found, value=value, upper=other.value, last=other.last, is_rounded=other.is_rounded)

    def _with_whole(self, found: Quantity) -> Quantity:
        """A number with the number that it is a part of (*one in four*), as a share."""
        for phrase in self.words.of_whole:
            at = found.last + len(phrase)
            if self._token(found.last) != phrase[0] or not self._stands(phrase, found.last):
                continue
            whole = self._end_of_range(at) if at < len(self.tokens) and at not in self.taken else None
            if whole is None or not 0 < found.value < whole.value <= _LARGEST_WHOLE or whole.is_rounded:
                continue
            if self._token(whole.last) in self.words.units or whole.kind is not Kind.COUNT:
                continue
            share = 100 * found.value / whole.value
            return replace(
                found, kind=Kind.SHARE, value=share, last=whole.last, is_rounded=True, is_weak=False
            )
        return found

    def _end_of_range(self, position: int) -> Quantity | None:
        token = self.tokens[position]
        if token.number:
            return self._digits(position)
        return self._spelt(position) if token.word in self.words.cardinals else None

    def _with_unit(self, found: Quantity) -> Quantity:
        if found.kind is not Kind.COUNT:
            return found
        words, at = self.words, found.last
        behind = self._token(at)
        if behind not in words.scales and behind not in words.currency_adjectives and behind != "-":
            return found
        for phrase in words.percent:
            if behind == phrase[0] and self._stands(phrase, at):
                return replace(found, kind=Kind.SHARE, last=at + len(phrase))
        at += self._token(at) == "-"
        unit = words.units.get(self._token(at))
        if unit is not None:
            upper = found.upper * unit.factor if found.upper is not None else None
            return replace(
                found,
                kind=Kind.MEASURE,
                unit=unit.measure,
                factor=unit.factor,
                value=found.value * unit.factor,
                upper=upper,
                last=at + 1,
            )
        for step in range(3):
            currency = words.currencies.get(self._token(at + step))
            if currency is not None:
                return replace(found, kind=Kind.MONEY, unit=currency, last=at + step + 1)
            if self._token(at + step) not in words.currency_adjectives:
                break
        return found

    def _bound(self, start: int, last: int) -> tuple[Bound, int, int]:
        """How a number is meant, and the tokens of the number with the words that say so."""
        for phrase, bound in self.words.behind_by_first.get(self._token(last), ()):
            if self._stands(phrase, last):
                return bound, start, last + len(phrase)
        if start and not self.tokens[start].joined:
            for phrase, bound in self.words.before_by_last.get(self.tokens[start - 1].word, ()):
                if self._stands(phrase, start - len(phrase)):
                    return bound, start - len(phrase), last
        return Bound.PLAIN, start, last

    def _stands(self, phrase: tuple[str, ...], position: int) -> bool:
        if len(phrase) == 1:
            return True
        return all(self._token(position + step) == word for step, word in enumerate(phrase))

    def _noun(self, position: int) -> tuple[str, ...]:
        """The stems of the words behind a number, which say what it counts."""
        found: list[str] = []
        at, linked = position, False
        while at < len(self.tokens) and len(found) < _MOST_OF_NOUN:
            token = self.tokens[at]
            if token.word in self.words.cardinals:
                break
            if token.word in self.words.uncounted:
                pass
            elif token.is_word and not token.number and token.word not in self.stops:
                found.append(token.stem)
            elif token.word in self.words.linking and not linked:
                linked = True
            elif not (token.text == "-" or token.text in "'\"\u201c\u201d" or self._is_little(token, found)):
                break
            at += 1
        return tuple(found)

    def _noun_of_name(self, found: Quantity) -> tuple[str, ...]:
        if found.kind is Kind.ORDINAL:
            return self._noun(found.last)
        before = self.tokens[found.first - 1] if found.first else None
        return (before.stem,) if before is not None and before.word in self.words.labels else ()

    def _is_little(self, token: Word, found: list[str]) -> bool:
        return not found and token.is_word and token.word in self.stops and token.word not in self.words.joins


def _value(digits: str) -> float:
    if _GROUPED.fullmatch(digits):
        return float(re.sub(r"[,\u00a0\u202f]", "", digits))
    plain = digits.replace("\u00a0", "").replace("\u202f", "").replace(",", "")
    whole, _, rest = plain.partition(".")
    return float(f"{whole}.{rest.replace('.', '')}" if rest else whole)


def _leading(value: float) -> float:
    """A number without the thousands that a word such as *million* stands for."""
    while value >= 1000:
        value /= 1000
    return value
