"""What `onrecord build` ends with."""

from __future__ import annotations

from pathlib import Path

from cli.cases import Case, misquoted


def without_site(project: Path) -> None:
    (project / "mkdocs.yml").unlink()


CASES = (
    Case(0, "build"),
    Case(1, "build", misquoted),
    Case(2, "build", without_site),
)
