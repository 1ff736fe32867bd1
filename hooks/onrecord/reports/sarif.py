"""For code hosts and editors: SARIF 2.1.0 in plain ASCII, the same each time.

Waived findings are suppressed, as
[the standard](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) calls it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from onrecord import __version__
from onrecord.check import all_rules
from onrecord.finding import Edit, Finding, Fix, Related
from onrecord.printable import printable
from onrecord.report import NOT_CHECKED, Account, Report, Style, what_was_done
from onrecord.revision_rules import REVISION_RULES
from onrecord.rule import Rule
from onrecord.site_rules import SITE_RULES
from onrecord.text import Location, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "onrecordFinding/v1"
"""What the fingerprints are called; another way to make them gets another number."""

LONGEST_SNIPPET = 2000
"""How many characters of a file a result carries along at most."""

_ROOT = "%SRCROOT%"
_SURROGATE = re.compile("[\ud800-\udfff]")
_MESSAGE = {ord("{"): "{{", ord("}"): "}}"}


def write(account: Account, style: Style) -> str:
    """One SARIF log with one run: what was found, and what reviewed exceptions took out, as suppressed.

    The fix that a finding offers is told too; ``safe`` among its properties says that it changes no word.
    Paths are relative to the project. Lines and columns are 1-based code points with the end exclusive. What
    was done and what nobody checked are notes of the invocation. No ``##`` is written, which build services
    obey.
    """
    findings = (*account.findings, *account.waived)
    rules = sorted({finding.rule for finding in findings})
    entries = [_reported(finding, rules.index(finding.rule), mark) for finding, mark in _marked(findings)]
    for index, entry in enumerate(entries):
        waived = index >= len(account.findings)
        entry["suppressions"] = [{"kind": "inSource", "status": "accepted"}] if waived else []
    said = what_was_done(account) + ([] if account.errors else [NOT_CHECKED])
    notes = [{"level": "note", "message": _message([line])} for line in said]
    run = {
        "tool": {"driver": _driver(rules)},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notes}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The project's folder."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": entries,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1, ensure_ascii=True).replace("##", "#\\u0023") + "\n"


def _driver(rules: list[str]) -> dict[str, Any]:
    known = {**all_rules(), **SITE_RULES, **REVISION_RULES} if rules else {}
    descriptors = [_descriptor(rule, known.get(rule)) for rule in rules]
    return {"name": "On Record", "version": __version__, "rules": descriptors}


def _descriptor(name: str, rule: Rule | None) -> dict[str, Any]:
    """What a viewer shows of a rule: its sentence, what it does, and the whole explanation as help."""
    if rule is None:
        return {"id": _clean(name)}
    sentence, *sections = (" ".join(part.split()) for part in rule.explanation.strip().split("\n\n"))
    what = next((part for part in sections if not part.startswith("#")), sentence)
    explanation = rule.explanation.strip()
    return {
        "id": rule.id,
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": what},
        "help": {"text": explanation, "markdown": explanation},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _marked(findings: Iterable[Finding]) -> Iterable[tuple[Finding, str]]:
    """Each finding with its fingerprint, which does not change when lines move; equal ones are numbered."""
    met: Counter[str] = Counter()
    for finding in findings:
        about = (finding.explainer, finding.claim) if finding.claim else ("", finding.location.path)
        parts = "\0".join((finding.rule, *about, finding.message))
        mark = sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        met[mark] += 1
        yield finding, f"{mark}:{met[mark]}"


def _reported(finding: Finding, rule_index: int, mark: str) -> dict[str, Any]:
    lines = [finding.message, *(f"{note.label}: {note.text}" for note in finding.notes)]
    if finding.help:
        lines.append(f"help: {finding.help}")
    place: dict[str, Any] = {"physicalLocation": _place(finding.location)}
    if finding.claim:
        name = _clean(finding.claim)
        qualified = f"{_clean(finding.explainer)}/{name}"
        place["logicalLocations"] = [{"name": name, "fullyQualifiedName": qualified, "kind": "claim"}]
    entry = {
        "ruleId": _clean(finding.rule),
        "ruleIndex": rule_index,
        "level": str(finding.severity),
        "message": _message(lines),
        "locations": [place],
        "partialFingerprints": {FINGERPRINT: mark},
    }
    if finding.related:
        entry["relatedLocations"] = [_related(number, one) for number, one in enumerate(finding.related, 1)]
    if finding.fix:
        entry["fixes"] = [_fix(finding.fix)]
    return entry


def _related(number: int, related: Related) -> dict[str, Any]:
    message = _message([related.message])
    return {"id": number, "physicalLocation": _place(related.location), "message": message}


def _fix(fix: Fix) -> dict[str, Any]:
    by_path: dict[str, list[Edit]] = {}
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        by_path.setdefault(edit.text.path, []).append(edit)
    changes = [
        {"artifactLocation": _artifact(path), "replacements": [_replacement(edit) for edit in edits]}
        for path, edits in by_path.items()
    ]
    return {
        "description": _message([fix.description]),
        "artifactChanges": changes,
        "properties": {"safe": fix.safe},
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    region = _region(Location(edit.text, edit.span), edit.span)
    return {"deletedRegion": region, "insertedContent": {"text": _clean(edit.replacement)}}


def _place(location: Location) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(location.path)}
    if location.span:
        place["region"] = region = _region(location, location.span)
        words = location.text.content[location.span.start : location.span.end]
        if 0 < len(words) <= LONGEST_SNIPPET:
            region["snippet"] = {"text": _clean(words)}
    return place


def _region(location: Location, span: Span) -> dict[str, Any]:
    start, end = location.text.position(span.start), location.text.position(span.end)
    places = {"startLine": start.line, "startColumn": start.column}
    return {**places, "endLine": end.line, "endColumn": end.column}


def _artifact(path: str) -> dict[str, str]:
    """Where a file is: below the project, or anywhere where a finished site lies outside it."""
    address = quote(path.encode("utf-8", "surrogatepass"))
    return {"uri": f"file://{address}"} if path.startswith("/") else {"uri": address, "uriBaseId": _ROOT}


def _message(lines: Iterable[str]) -> dict[str, str]:
    """A message in which nothing acts: what cannot be seen is shown, and no text becomes a link or a gap.

    Viewers take ``[words](place)`` for a link and ``{0}`` for a gap to fill; SARIF has braces doubled.
    """
    shown = (printable(line).replace("](", "] (").translate(_MESSAGE) for line in lines)
    return {"text": "\n".join(shown)}


def _clean(text: str) -> str:
    """``text`` as it is, but for halves of characters, which are no text."""
    return _SURROGATE.sub("\ufffd", text)


REPORT = Report(write)
