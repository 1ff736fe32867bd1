"""What a report is: what a run found, told to people or machines as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from onrecord.check import Summary
from onrecord.finding import Finding, Severity
from onrecord.printable import safe_line
from onrecord.text import Location


class Account(Struct, frozen=True):
    """What a run did and found, as reports get it.

    ``findings`` are sorted and hold those that are shown; ``elsewhere`` counts the errors outside the files
    that were asked for. ``waived`` are findings that a reviewed exception took out. ``deeds`` say
    what else was done, such as how many built pages were compared. ``clean`` are the claims that no finding
    is about, shown or not: the ids of the explainer and of the claim. ``scope`` says what is shown.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    waived: tuple[Finding, ...] = ()
    elsewhere: int = 0
    deeds: tuple[str, ...] = ()
    clean: tuple[tuple[str, str], ...] = ()
    scope: str = "the files that you named"

    @property
    def errors(self) -> int:
        """How many errors are shown."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many warnings are shown."""
        return len(self.findings) - self.errors


class Style(Struct, frozen=True):
    """How a text may look: whether in colour, and how many columns wide source lines are shown."""

    colour: bool = False
    width: int = 110


class Report(Struct, frozen=True):
    """A format: each file of ``reports/`` holds one as ``REPORT``, and its docstring is what docs say of it.

    ``write`` makes the text, which ends in a line feed. ``step_summary`` makes what a build service shows
    beside its log, at most ``limit`` bytes of UTF-8, where a format has such a thing.
    """

    write: Callable[[Account, Style], str]
    step_summary: Callable[[Account, int], str] | None = None


def in_one_line(finding: Finding) -> str:
    """``path:line:column: severity[rule]: message``, safe anywhere; without a place, the path alone."""
    return safe_line(f"{place(finding.location)}: {finding.severity}[{finding.rule}]: {finding.message}")


def counted(number: int, name: str, names: str = "") -> str:
    """A number with its noun: ``1 claim``, ``1,200 claims``."""
    return f"{number:,} {name if number == 1 else names or name + 's'}"


def what_was_done(account: Account) -> list[str]:
    """The affirmative lines: what was looked at, how it was found, and what nobody checked."""
    summary = account.summary
    lines = [
        f"checked: {counted(summary.explainers, 'explainer')}, {counted(summary.claims, 'claim')}, "
        f"{counted(summary.quotations, 'quotation')}, {counted(summary.sources, 'source')}; "
        f"{counted(summary.absences, 'search', 'searches')} for words said to be absent"
    ]
    used = ", ".join(f"{name} in {times:,}" for name, times in summary.foldings.items())
    lines.append(f"differences in type that do not count: {used or 'none'}")
    for language, sources in summary.languages_without_rules.items():
        lines.append(
            f"no rules for the language {language} ({', '.join(sources)}): of what lies outside a quotation, "
            "only quotation marks were looked at there"
        )
    lines.append(
        f"errors: {account.errors}, warnings: {account.warnings}, "
        f"exceptions that reviewers granted: {len(account.waived)}"
    )
    if summary.model:
        lines.append(
            f"asked for a second opinion: the model {summary.model}, about "
            f"{counted(summary.claims_put_to_model, 'claim')}; it can only warn"
        )
    if account.elsewhere:
        lines.append(f"not shown: {counted(account.elsewhere, 'error')} outside {account.scope}")
    lines.extend(account.deeds)
    for language, sources in summary.languages_without_rules.items():
        lines.append(
            f"not checked in the language {language} ({', '.join(sources)}): "
            "words that deny, restrict or report"
        )
    for reason, claims in summary.not_compared.items():
        lines.append(
            f"not compared with what {'it rests' if claims == 1 else 'they rest'} on: "
            f"{counted(claims, 'claim')}; {reason}"
        )
    return [safe_line(line) for line in lines]


NOT_CHECKED = (
    "not checked: whether the sources are right. That the quotations are in their sources was checked."
)
"""What a green run adds, lest anybody take it for more than it is."""


def place(location: Location) -> str:
    """``path:line:column``, or the path alone where there is no place in the file."""
    start = location.start
    return f"{location.path}:{start.line}:{start.column}" if start else location.path


def remarks(finding: Finding) -> Iterator[tuple[str, str]]:
    """What a finding says besides its message, as label and text: its notes, and the other places it names.

    A place that a note names already is not said again.
    """
    told: set[str] = set()
    for note in finding.notes:
        told.update(note.text.split())
        yield note.label, note.text
    for other in finding.related:
        if place(other.location) not in told:
            yield "see", f"{place(other.location)}: {other.message}"
