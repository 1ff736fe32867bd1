"""Words that say the same as others, and words that say next to nothing."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct


class Vocabulary(Struct, frozen=True, dict=True):
    """Words in small letters; a word may stand in several groups."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words each of which may stand for the others."""
    light: frozenset[str] = frozenset()
    """Words that a claim may add without saying more than its passage (*film*, *called*, *following*)."""

    @cached_property
    def groups(self) -> dict[str, frozenset[int]]:
        """The numbers of the groups that each word stands in."""
        found: dict[str, set[int]] = {}
        for number, group in enumerate(self.synonyms):
            for word in group:
                found.setdefault(word, set()).add(number)
        return {word: frozenset(numbers) for word, numbers in found.items()}
