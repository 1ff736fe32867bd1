"""What `onrecord source` ends with."""

from __future__ import annotations

from pathlib import Path

from cli.cases import Case


def letter(project: Path) -> None:
    (project / "letter.txt").write_text("A letter\n\nThe gate was shut.\n", "utf-8")


CASES = (
    Case(0, "source add letter.txt", letter),
    Case(2, "source add nowhere.txt"),
)
