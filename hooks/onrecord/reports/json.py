"""Findings as JSON, for programs; the format is versioned and in plain ASCII."""

from __future__ import annotations

import json
from typing import Any

from msgspec.structs import asdict

from onrecord.finding import Finding, Fix
from onrecord.report import Account, Report, Style
from onrecord.text import Location

VERSION = 1


def write(account: Account, style: Style) -> str:
    """One JSON object (RFC 8259) with ``version``, ``summary``, ``findings`` and ``waived``.

    Lines and columns are 1-based code points with the end exclusive, null where there is no place. The
    same account gives the same bytes. Only ASCII is written, and no ``##``, which build services obey.
    """
    told = {
        "version": VERSION,
        "summary": {
            **asdict(account.summary),
            "errors": account.errors,
            "warnings": account.warnings,
            "waived": len(account.waived),
        },
        "findings": [_finding(finding) for finding in account.findings],
        "waived": [_finding(finding) for finding in account.waived],
    }
    return json.dumps(told, indent=1, ensure_ascii=True).replace("##", "#\\u0023") + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        **_place(finding.location),
        "explainer": finding.explainer or None,
        "claim": finding.claim or None,
        "related": [{"message": other.message, **_place(other.location)} for other in finding.related],
        "notes": [{"label": note.label, "text": note.text} for note in finding.notes],
        "help": finding.help or None,
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [
        {**_place(Location(edit.text, edit.span)), "replacement": edit.replacement} for edit in fix.edits
    ]
    return {"description": fix.description, "edits": edits, "safe": fix.safe}


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
