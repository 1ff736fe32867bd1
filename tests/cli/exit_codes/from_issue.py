"""What `onrecord from-issue` ends with."""

from __future__ import annotations

from pathlib import Path

from cli.cases import FACTS, Case
from cli.test_from_issue import proposal


def issue(project: Path) -> None:
    (project / "issue.md").write_text(proposal(), "utf-8")


def wrong_issue(project: Path) -> None:
    (project / "issue.md").write_text(proposal(quotation="```text\nThe gate fell over\n```"), "utf-8")


CASES = (
    Case(0, "from-issue issue.md", issue),
    Case(1, "from-issue issue.md", wrong_issue),
    Case(2, f"from-issue {FACTS}"),
)
