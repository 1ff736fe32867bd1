"""How a language says how many and how much."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from msgspec import Struct


class Bound(Enum):
    """How a number is meant that words stand with."""

    PLAIN = "plain"
    EXACT = "exact"
    """That number and no other (*exactly*)."""
    ABOUT = "about"
    NEARLY = "nearly"
    """A little less (*almost*)."""
    MORE = "more"
    AT_LEAST = "at least"
    LESS = "less"
    AT_MOST = "at most"


class Unit(Struct, frozen=True):
    """What a number measures: a kind of measure, and how many of its smallest units one of these has."""

    measure: str
    factor: float = 1.0


class QuantityWords(Struct, frozen=True, dict=True):
    """The words of numbers; all in small letters, phrases with one space between words."""

    cardinals: dict[str, int] = {}
    """Numbers below a hundred."""
    unlikely: frozenset[str] = frozenset()
    """Those that as often count nothing (*one*)."""
    magnitudes: dict[str, int] = {}
    """What multiplies the number before it (*million*), also right behind digits (*bn*)."""
    letters: dict[str, int] = {}
    """Such words that are only read right behind digits or money (*m*)."""
    crowds: dict[str, int] = {}
    """Words that stand for a number and are counted themselves (*dozen*)."""
    ordinals: dict[str, int] = {}
    ordinal_endings: frozenset[str] = frozenset()
    shares: dict[str, float] = {}
    """Parts of a whole (*half*), those in the plural too (*thirds*)."""
    sole_shares: frozenset[str] = frozenset()
    """Those that need no number before them."""
    ones: frozenset[str] = frozenset()
    """Words that may stand for one before a magnitude or a share (*a*)."""
    joins: frozenset[str] = frozenset()
    """What stands between the parts of a number (*and*)."""
    listing: frozenset[str] = frozenset()
    """What stands before the last item of a list."""
    percent: frozenset[tuple[str, ...]] = frozenset()
    units: dict[str, Unit] = {}
    currencies: dict[str, str] = {}
    """Currencies by word and by mark."""
    currency_marks: frozenset[str] = frozenset()
    """The marks and codes among them that stand before a number."""
    currency_adjectives: frozenset[str] = frozenset()
    """Words that stand between a number and its currency (*Canadian*)."""
    before: dict[tuple[str, ...], Bound] = {}
    """Phrases before a number that say how it is meant."""
    behind: dict[tuple[str, ...], Bound] = {}
    ranges: frozenset[str] = frozenset()
    """What stands between the ends of a range (*to*)."""
    between: frozenset[str] = frozenset()
    """What stands before a range whose ends have ``joins`` between them."""
    linking: frozenset[str] = frozenset()
    """Words between a number and what it is a number of (*of*)."""
    labels: frozenset[str] = frozenset()
    """Words whose number is a name and counts nothing (*chapter*)."""
    of_whole: frozenset[tuple[str, ...]] = frozenset()
    """What stands between a part and its whole (*one in four*)."""
    uncounted: frozenset[str] = frozenset()
    """Words behind a number that are not what it counts (*ago*)."""

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of numbers."""
        return frozenset((*self.cardinals, *self.magnitudes))

    @cached_property
    def beginning(self) -> frozenset[str]:
        """The words that a number may begin with."""
        return frozenset((*self.cardinals, *self.ones, *self.shares, *self.ordinals))

    @cached_property
    def scales(self) -> frozenset[str]:
        """The words behind a number that say that it measures something, or how large it is."""
        percent = (phrase[0] for phrase in self.percent)
        return frozenset((*self.magnitudes, *self.units, *self.currencies, *percent))

    @cached_property
    def before_by_last(self) -> dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]:
        """The phrases of ``before`` by their last word, the longest first."""
        return _indexed(self.before, -1)

    @cached_property
    def behind_by_first(self) -> dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]:
        """The phrases of ``behind`` by their first word, the longest first."""
        return _indexed(self.behind, 0)


def _indexed(
    phrases: dict[tuple[str, ...], Bound], place: int
) -> dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for phrase, bound in sorted(phrases.items(), key=lambda one: -len(one[0])):
        found.setdefault(phrase[place], []).append((phrase, bound))
    return {word: tuple(same) for word, same in found.items()}
