"""What `onrecord fmt` ends with."""

from __future__ import annotations

from pathlib import Path

from cli.cases import FACTS, Case
from gate.example import change


def unread(project: Path) -> None:
    (project / FACTS).write_text("title: [\n", "utf-8")


def reordered(project: Path) -> None:
    change(project / FACTS, "answer: [visited]\n", "")
    with (project / FACTS).open("a", encoding="utf-8") as file:
        file.write("answer: [visited]\n")


CASES = (
    Case(0, "fmt", reordered),
    Case(1, "fmt --check", reordered),
    Case(1, "fmt --diff", reordered),
    Case(1, "fmt", unread),
    Case(2, "fmt docs"),
)
