"""What a rule is: a named check with an explanation and runnable examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
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
    module: str,
    explanation: str | None,
    severity: Severity,
    check: Callable[[Resolution], Iterable[Finding]] | None = None,
    *,
    waivable: bool = False,
) -> Rule:
    """The rule of the module named ``module``, explained by its docstring.

    Without ``check`` its findings are the problems that a loader met and named after it.
    """
    id = module.rpartition(".")[2].replace("_", "-")
    return Rule(id, severity, check or partial(_problems, id, severity), explanation or "", waivable)


def _problems(id: str, severity: Severity, resolution: Resolution) -> Iterator[Finding]:
    for problem in resolution.project.problems:
        if problem.rule == id:
            yield problem.finding(severity)


def told_by_check(resolution: Resolution) -> Iterable[Finding]:
    """The ``check`` of a rule about other rules' findings: nothing; `onrecord.check` reports them."""
    return ()
