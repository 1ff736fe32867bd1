"""What `onrecord verify` ends with."""

from __future__ import annotations

from pathlib import Path

from cli.cases import Case
from gate.running import onrecord


def rendered(project: Path) -> None:
    assert onrecord("build", "--site", "site", cwd=project).returncode == 0


def half_built(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("<p>", "utf-8")


CASES = (
    Case(0, "verify site", rendered),
    Case(1, "verify site", half_built),
    Case(2, "verify nowhere"),
)
