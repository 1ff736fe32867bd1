"""Phrases of a language, each with what it stands for: what the topics of the lexicon are written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import product

from msgspec import Struct


class Phrases(Struct, frozen=True, dict=True, eq=False):
    """Phrases by what they stand for: pairs of a sense and the phrases that have it.

    Phrases are parted by commas, in small letters with straight apostrophes; ``a/b c`` stands for ``a c`` and
    ``b c``. Where a phrase stands under two senses, the last counts.
    """

    lines: tuple[tuple[str, str], ...] = ()

    @cached_property
    def senses(self) -> dict[tuple[str, ...], str]:
        """What each phrase stands for."""
        return dict(self._spelt_out())

    @cached_property
    def by_beginning(self) -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
        """The phrases with their senses by their first word and their second (or nothing), longest first."""
        begun: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        for phrase, sense in self.senses.items():
            second = phrase[1] if len(phrase) > 1 else ""
            begun.setdefault(phrase[0], {}).setdefault(second, []).append((phrase, sense))
        for by_second in begun.values():
            for same in by_second.values():
                same.sort(key=lambda entry: -len(entry[0]))
        return begun

    def _spelt_out(self) -> Iterator[tuple[tuple[str, ...], str]]:
        for sense, phrases in self.lines:
            for phrase in phrases.split(","):
                for words in product(*(word.split("/") for word in phrase.split())):
                    if words:
                        yield words, sense
