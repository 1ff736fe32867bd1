"""The numbers of a claim held against those of its passages."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from math import isclose

from msgspec import Struct

from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.neighbours import Likeness, surroundings
from onrecord.ground.quantities import Kind, Quantity, quantities
from onrecord.lexicon.quantities import Bound

_MOST_NUMBERS = 400
_MOST_OF_CLAIM = 40
_SAME = 1e-6
_SAME_CONVERTED = 0.02
_SAME_SHARE = 1.0
_WEIGHT_OF_COUNTED = 2.0


class Relation(Enum):
    """How a number of a passage stands to a number of the claim."""

    EQUAL = "equal"
    """The same number of the same sort."""
    NUMBER = "number"
    """The same number, of something else or not said of what."""
    HOLDS = "holds"
    """Another number, of which the claim's words are true (*more than 50* of 53)."""
    NEAR = "near"
    """Another number, for which the claim's may be a round one."""
    OTHER = "other"
    """Another number of the same sort."""
    NONE = "none"


class Match(Struct, frozen=True):
    """A number of a passage beside one of the claim.

    ``score`` grows with the words around them that both share; ``counted`` says how many words both have
    behind the number.
    """

    quantity: Quantity
    passage: Passage
    relation: Relation
    likeness: Likeness
    counted: int
    score: float


class Counted(Struct, frozen=True):
    """A number of the claim beside the numbers of the passages, the best match first."""

    quantity: Quantity
    matches: tuple[Match, ...]

    def best(self, *relations: Relation) -> Match | None:
        """The best match in which the numbers stand so to each other."""
        return next((match for match in self.matches if match.relation in relations), None)


def counted(comparison: Comparison) -> tuple[Counted, ...]:
    """The numbers of a claim, each beside those of its passages."""
    return comparison.once(_counted)


def _counted(comparison: Comparison) -> tuple[Counted, ...]:
    found = []
    for quantity in quantities(comparison.reading)[:_MOST_OF_CLAIM]:
        matches = sorted(_matches(quantity, comparison), key=lambda match: -match.score)
        found.append(Counted(quantity, tuple(matches)))
    return tuple(found)


def known_quantities(comparison: Comparison) -> list[tuple[Quantity, Passage]]:
    """The numbers of all passages, at most so many that the work stays small."""
    return comparison.once(_known_quantities)


def _known_quantities(comparison: Comparison) -> list[tuple[Quantity, Passage]]:
    found = [(number, passage) for passage in comparison.passages for number in quantities(passage.reading)]
    return found[:_MOST_NUMBERS]


def _matches(quantity: Quantity, comparison: Comparison) -> Iterator[Match]:
    around = surroundings(comparison.reading)
    nouns = frozenset(quantity.noun)
    for other, passage in known_quantities(comparison):
        span = (other.first, other.last)
        like = Likeness(around, quantity.first, quantity.last, surroundings(passage.reading), span)
        common = len(nouns.intersection(other.noun))
        score = like.score + _WEIGHT_OF_COUNTED * common
        yield Match(other, passage, relation(quantity, other), like, common, score)


# Two numbers


def relation(claim: Quantity, other: Quantity) -> Relation:
    """How a number of a passage stands to one of a claim."""
    alike = claim.kind is other.kind and claim.unit == other.unit
    if _is_same(claim, other, _SAME):
        return Relation.EQUAL if alike else Relation.NUMBER
    if not alike:
        return Relation.NUMBER if _bare(claim) == _bare(other) else Relation.NONE
    if claim.factor != other.factor and _is_same(claim, other, _SAME_CONVERTED):
        return Relation.EQUAL
    if claim.kind in (Kind.ORDINAL, Kind.LABEL, Kind.SCORE):
        return Relation.OTHER
    if other.is_weak:
        return Relation.OTHER
    low, high = claim.interval
    least, most = other.interval
    if claim.bound is not Bound.PLAIN and low <= least and most <= high:
        return Relation.HOLDS
    if other.upper is not None and least <= low and high <= most:
        return Relation.HOLDS
    if claim.upper is not None and claim.bound is Bound.PLAIN and low <= least and most <= high:
        return Relation.NEAR
    is_loose = claim.bound in (Bound.PLAIN, Bound.ABOUT, Bound.NEARLY)
    return Relation.NEAR if is_loose and _is_rounding(claim, other) else Relation.OTHER


def _is_same(one: Quantity, other: Quantity, tolerance: float) -> bool:
    if one.kind is other.kind is Kind.SHARE and (one.is_rounded or other.is_rounded):
        return abs(one.value - other.value) < _SAME_SHARE
    ends = (other.value, other.value if other.upper is None else other.upper)
    if one.upper is None:
        return any(isclose(one.value, end, rel_tol=tolerance) for end in ends)
    return isclose(one.value, ends[0], rel_tol=tolerance) and isclose(one.upper, ends[1], rel_tol=tolerance)


def _bare(quantity: Quantity) -> float:
    return round(quantity.value / quantity.factor, 6)


def _is_rounding(claim: Quantity, other: Quantity) -> bool:
    """Whether a number is what remains when the other is rounded to as many digits."""
    number, exact = abs(_bare(claim)), abs(other.value / claim.factor)
    if not number or not exact:
        return False
    if number != int(number):
        digits = len(f"{number:.6f}".rstrip("0").partition(".")[2])
        return isclose(round(exact, digits), number, rel_tol=1e-9)
    step = 1.0
    while number % (step * 10) == 0:
        step *= 10
    is_round = step > 1 or exact != int(exact)
    return is_round and abs(number - exact) <= step / 2 and abs(number - exact) <= 0.1 * exact
