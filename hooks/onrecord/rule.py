"""What a rule is: a named check with an explanation and runnable examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct

from onrecord.finding import Finding, Severity
from onrecord.resolve import Resolution
from onrecord.text import Location


class Rule(Struct, frozen=True):
    """A named check.

    Each file of ``rules/`` holds one as ``RULE``; its id is the file's name with hyphens, and the
    file's docstring is its explanation, under *What it does*, *Why it matters*, *Example* and *Use
    instead* (the two fenced examples are run as tests).
    """

    id: str
    severity: Severity
    check: Callable[[Resolution], Iterable[Finding]]
    explanation: str
    waivable: bool = False

    def finding(self, message: str, location: Location, **rest: Any) -> Finding:
        """A finding of this rule; ``rest`` are the other fields of `Finding`."""
        return Finding(self.id, self.severity, message, location, **rest)


def rule(
    module: str, explanation: str | None, severity: Severity, check: Callable[[Resolution], Iterable[Finding]]
) -> Rule:
    """The rule of the module named ``module``, explained by its docstring."""
    return Rule(module.rpartition(".")[2].replace("_", "-"), severity, check, explanation or "")
