"""For editors and `grep`: `path:line:column: severity[rule]: message`, a line each."""

from __future__ import annotations

from onrecord.report import NOT_CHECKED, Account, Report, Style, in_one_line, what_was_done


def write(account: Account, style: Style) -> str:
    """One line for each finding, then what was done."""
    lines = [in_one_line(finding) for finding in account.findings]
    lines.extend(what_was_done(account))
    if not account.errors:
        lines.append(NOT_CHECKED)
    return "\n".join(lines) + "\n"


REPORT = Report(write)
