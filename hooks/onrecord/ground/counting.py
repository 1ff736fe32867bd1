"""Numbers that a text does not write, and that its readers can count or work out."""

from __future__ import annotations

from itertools import combinations

from onrecord.ground.comparison import Comparison
from onrecord.ground.date_comparison import known_dates
from onrecord.ground.quantities import Kind, Quantity
from onrecord.ground.quantity_comparison import Counted, Match
from onrecord.ground.reading import Reading

_LONGEST_ITEM = 14
_SHORT_ITEM = 4
_LONGEST_LIST = 12
_MOST_PARTS = 8
_MOST_YEARS = 30
_YEAR = 365.25


def list_sizes(reading: Reading) -> frozenset[int]:
    """How many things the lists of a text name (*A, B and C*: three)."""
    return reading.once(_list_sizes)


def _list_sizes(reading: Reading) -> frozenset[int]:
    lexicon = reading.language.lexicon
    if lexicon is None or lexicon.quantities is None:
        return frozenset()
    listing = lexicon.quantities.listing
    found: set[int] = set()
    run, since = 0, 0
    for token in reading.tokens:
        since += 1
        if since > _LONGEST_ITEM:
            run = 0
        if token.text == ",":
            run, since = run + (since > 1), 0
        elif token.word in listing:
            found.add(run + 2 if since > 1 else run + 1)
            if since >= _SHORT_ITEM:  # what stands before may be no list: "..., in hills and valleys"
                found.add(2)
            run, since = 0, 0
    return frozenset(size for size in found if size <= _LONGEST_LIST)


def is_worked_out(number: Counted, comparison: Comparison) -> bool:
    """Whether a number of a claim is a sum of numbers of the passages, or the years between two of theirs."""
    quantity = number.quantity
    if quantity.kind is Kind.MEASURE and abs(quantity.factor - _YEAR) < 1:
        return _is_between_years(round(quantity.value / _YEAR), comparison)
    if quantity.kind is Kind.COUNT and _is_between_years(quantity.value, comparison):
        return True
    return is_sum(number, number.matches)


def is_sum(number: Counted, matches: tuple[Match, ...]) -> bool:
    """Whether a number of a claim is the sum of two or three numbers of the passages."""
    quantity = number.quantity
    parts = [match.quantity for match in matches[:_MOST_PARTS] if _may_add(quantity, match.quantity)]
    values = [part.value for part in parts]
    return any(sum(some) == quantity.value for count in (2, 3) for some in combinations(values, count))


def _may_add(quantity: Quantity, part: Quantity) -> bool:
    return part.kind is quantity.kind and part.unit == quantity.unit and 0 < part.value < quantity.value


def _is_between_years(number: float, comparison: Comparison) -> bool:
    years = {
        end.year
        for date, _ in known_dates(comparison)[:_MOST_YEARS]
        for end in date.ends
        if end.year is not None
    }
    return 0 < number <= 200 and any(
        abs(one - other) in (number, number + 1) for one, other in combinations(years, 2)
    )
