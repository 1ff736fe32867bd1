"""For programs: one object in plain ASCII, in a format that has a version."""

from __future__ import annotations

import json
from typing import Any, Final, Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from onrecord.check import Summary
from onrecord.finding import Finding, Fix
from onrecord.report import Account, Report, Style
from onrecord.text import Location

# The structs below are the format: `docs/schemas/check.schema.json` is made of them.

VERSION: Final = 1


class WrittenRelated(Struct, frozen=True):
    """Another place that a finding names, and what of it.

    Here as everywhere, a path is relative to the project, and lines and columns are 1-based code points with
    the end exclusive, null where a file is meant as a whole.
    """

    message: str
    path: str
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None


class WrittenNote(Struct, frozen=True):
    """Something else that a finding says, such as the closest passage."""

    label: str
    text: str


class WrittenEdit(Struct, frozen=True):
    """The characters at a place, and what is to stand there instead."""

    path: str
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    replacement: str


class WrittenFix(Struct, frozen=True):
    """What mends a finding; one that is safe changes no word, and `--fix` makes it."""

    description: str
    edits: list[WrittenEdit]
    safe: bool


class WrittenFinding(Struct, frozen=True):
    """One thing wrong, at its place; the ids of explainer and claim are null where it is about none."""

    rule: str
    severity: Literal["error", "warning"]
    message: str
    path: str
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    explainer: str | None
    claim: str | None
    related: list[WrittenRelated]
    notes: list[WrittenNote]
    help: str | None
    fix: WrittenFix | None


class Written(Struct, frozen=True):
    """What a run found: counts, the findings by path, line, column and rule, and those that were waived."""

    version: Literal[1]
    summary: Summary
    findings: list[WrittenFinding]
    waived: list[WrittenFinding]


def write(account: Account, style: Style) -> str:
    """One JSON object (RFC 8259) with ``version``, ``summary``, ``findings`` and ``waived``.

    The same account gives the same bytes. Only ASCII is written, and no ``##``, which build services obey.
    """
    counts = {"errors": account.errors, "warnings": account.warnings, "waived": len(account.waived)}
    told = Written(
        version=VERSION,
        summary=replace(account.summary, **counts),
        findings=[_finding(finding) for finding in account.findings],
        waived=[_finding(finding) for finding in account.waived],
    )
    return json.dumps(told, default=asdict, indent=1).replace("##", "#\\u0023") + "\n"


def _finding(finding: Finding) -> WrittenFinding:
    return WrittenFinding(
        rule=finding.rule,
        severity=finding.severity.value,
        message=finding.message,
        **_place(finding.location),
        explainer=finding.explainer or None,
        claim=finding.claim or None,
        related=[WrittenRelated(other.message, **_place(other.location)) for other in finding.related],
        notes=[WrittenNote(note.label, note.text) for note in finding.notes],
        help=finding.help or None,
        fix=_fix(finding.fix) if finding.fix else None,
    )


def _fix(fix: Fix) -> WrittenFix:
    edits = [
        WrittenEdit(**_place(Location(edit.text, edit.span)), replacement=edit.replacement)
        for edit in fix.edits
    ]
    return WrittenFix(fix.description, edits, fix.safe)


def _place(location: Location) -> dict[str, Any]:
    start, end = location.start, location.end
    return {
        "path": location.path,
        "line": start.line if start else None,
        "column": start.column if start else None,
        "end_line": end.line if end else None,
        "end_column": end.column if end else None,
    }


REPORT = Report(write)
