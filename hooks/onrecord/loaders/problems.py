"""The problems of one file, in the order they were met, and not more of them than anybody reads."""

from __future__ import annotations

from typing import Any

from onrecord.model import Problem
from onrecord.text import Location

MOST_PROBLEMS = 200
"""How many problems of one file are told at once."""


class Problems:
    """Collects the problems of one file; ``explainer`` and ``claim`` are the ids of what is being read."""

    def __init__(self, explainer: str = "") -> None:
        self.explainer = explainer
        self.claim = ""
        self._kept: list[Problem] = []
        self._left_out = 0

    @property
    def is_full(self) -> bool:
        """Whether further problems are only counted, so that it is not worth working out what to say."""
        return len(self._kept) >= MOST_PROBLEMS

    def skip(self) -> None:
        """Count a problem that is not told."""
        self._left_out += 1

    def add(self, rule: str, message: str, location: Location, **rest: Any) -> None:
        """Add a problem that the rule named ``rule`` reports; ``rest`` are the other fields of `Problem`."""
        if self.is_full:
            self.skip()
            return
        problem = Problem(rule, message, location, explainer=self.explainer, claim=self.claim, **rest)
        self._kept.append(problem)

    def __len__(self) -> int:
        return len(self._kept)

    def told(self) -> list[Problem]:
        """The problems; where there were too many, the last one says how many more there are."""
        if not self._left_out:
            return self._kept
        last = self._kept[-1]
        more = Problem(
            "excessive-size",
            f"{self._left_out} more problems in this file are not shown",
            last.location,
            help="mend the first ones and check again",
            explainer=self.explainer,
        )
        return [*self._kept, more]
