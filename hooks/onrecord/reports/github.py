"""For GitHub Actions: at most ten annotations, and a table of all findings in the step's summary."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.finding import Finding, Severity
from onrecord.printable import printable
from onrecord.report import NOT_CHECKED, Account, Report, Style, place, remarks, what_was_done

AT_MOST = 10
"""How many annotations of one kind GitHub shows for a step."""

LONGEST = 600
_PROPERTY = {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
_MARKUP = {ord(char): f"&#{ord(char)};" for char in "&<>\"'`*_~[](){}!|\\#@$:/+-=^.\n"}


def write(account: Account, style: Style) -> str:
    """At most ten workflow commands, errors first, the last saying how many more there are; then plain lines.

    Everything an author wrote is escaped twice: characters that act become visible, and ``%``, line ends,
    ``:`` and ``,`` are percent-encoded as the runner expects it.
    """
    ordered = sorted(account.findings, key=lambda finding: finding.severity is not Severity.ERROR)
    fits = len(ordered) <= AT_MOST
    lines = [_annotation(finding) for finding in (ordered if fits else ordered[: AT_MOST - 1])]
    if not fits:
        rest = len(ordered) - len(lines)
        kind = "error" if account.errors else "warning"
        lines.append(f"::{kind} title=And {rest} more::{rest} more findings: see the summary of this step.")
    lines.extend(what_was_done(account))
    if not account.errors:
        lines.append(NOT_CHECKED)
    return "\n".join(lines) + "\n"


def _annotation(finding: Finding) -> str:
    start, end = finding.location.start, finding.location.end
    properties = {"file": finding.location.path}
    if start and end:
        properties |= {"line": str(start.line), "endLine": str(end.line)}
        if start.line == end.line:
            properties |= {"col": str(start.column), "endColumn": str(max(end.column - 1, start.column))}
    properties["title"] = finding.rule
    listed = ",".join(f"{name}={_encoded(printable(value), _PROPERTY)}" for name, value in properties.items())
    said = "\n".join(_said(finding))
    message = _encoded(said, {char: _PROPERTY[char] for char in "%\r\n"})
    return f"::{finding.severity} {listed}::{message}"


def _said(finding: Finding) -> Iterator[str]:
    """The message and what helps, one a line, each made safe on its own."""
    yield _short(finding.message)
    for label, text in remarks(finding):
        yield f"{printable(label)}: {_short(text)}"
    if finding.help:
        yield f"help: {_short(finding.help)}"


def _short(text: str) -> str:
    return printable(text if len(text) <= LONGEST else text[:LONGEST] + " ...")


def _encoded(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(char, char) for char in text)


def step_summary(account: Account, limit: int) -> str:
    """Every finding as a row of an HTML table, in at most ``limit`` bytes.

    No text in it can become markup, a mention, a link or an image: all punctuation is written as numeric
    character references, which Markdown leaves alone, and stands in ``<code>``, where GitHub links nothing.
    """
    heading = "On Record: nothing to mend" if not account.errors else "On Record: the site is not built"
    head = f"<h3>{heading}</h3>\n<ul>\n"
    head += "".join(f"<li>{inert(line)}</li>\n" for line in what_was_done(account)) + "</ul>\n"
    if not account.findings:
        return _within(head + f"<p>{inert(NOT_CHECKED)}</p>\n", limit)
    head += "<table>\n<tr><th>Place</th><th>What</th><th>Rule</th><th>Help</th></tr>\n"
    rows = [_row(finding) for finding in account.findings]
    tail = "</table>\n"
    reserve = 120
    used, kept = len((head + tail).encode()) + reserve, 0
    while kept < len(rows) and used + len(rows[kept].encode()) <= limit:
        used += len(rows[kept].encode())
        kept += 1
    more = f"<p>And {len(rows) - kept} more, which do not fit here.</p>\n" if kept < len(rows) else ""
    return _within(head + "".join(rows[:kept]) + tail + more, limit)


def _within(text: str, limit: int) -> str:
    return text if len(text.encode()) <= limit else ""


def _row(finding: Finding) -> str:
    where = "; see ".join([place(finding.location), *(place(other.location) for other in finding.related)])
    cells = (where, f"{finding.severity}: {finding.message}", finding.rule, finding.help)
    return "<tr>" + "".join(f"<td><code>{inert(_short(cell))}</code></td>" for cell in cells) + "</tr>\n"


def inert(text: str) -> str:
    """``text`` on one line for Markdown and HTML, in which nothing acts: no markup, mention or link."""
    return printable(text).translate(_MARKUP)


REPORT = Report(write, step_summary)
