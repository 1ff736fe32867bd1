"""Long lists on several pages: each has some of the items, and links to the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

_Item = TypeVar("_Item")
_AROUND = 2


class Sheet(Struct, Generic[_Item], frozen=True):
    """One page of a list: ``items`` are those on it, ``total`` is how many there are on all.

    ``first`` is the path of the list, and of its first page; ``number`` counts the pages from 1 to ``last``.
    """

    first: str
    number: int
    last: int
    items: tuple[_Item, ...]
    total: int

    @property
    def path(self) -> str:
        """The path of this page."""
        return self.at(self.number)

    def at(self, number: int) -> str:
        """The path of the page with this number."""
        return self.first if number == 1 else f"{self.first}/{number}"

    @property
    def linked(self) -> list[int]:
        """The numbers of pages to link to, those near this one and both ends; 0 where some are left out."""
        near = range(self.number - _AROUND, self.number + _AROUND + 1)
        numbers = sorted({1, self.last, *(number for number in near if 1 <= number <= self.last)})
        linked: list[int] = []
        for number in numbers:
            if linked and number - linked[-1] == 2:
                linked.append(number - 1)
            elif linked and number - linked[-1] > 2:
                linked.append(0)
            linked.append(number)
        return linked

    def title(self, title: str) -> str:
        """``title``, from the second page on with the page's number."""
        return title if self.number == 1 else f"{title}, page {self.number}"

    def trail(self, *above: tuple[str, str]) -> tuple[tuple[str, str], ...]:
        """The pages above this one (title and path): the last of ``above`` is the list itself."""
        return above[:-1] if self.number == 1 else above


def sheets(first: str, items: Sequence[_Item], size: int) -> Iterator[Sheet[_Item]]:
    """The pages of a list of ``items``, ``size`` on each; one page where there are none."""
    last = max(1, -(-len(items) // size))
    for number in range(1, last + 1):
        some = tuple(items[(number - 1) * size : number * size])
        yield Sheet(first, number, last, some, len(items))
