"""What `onrecord take-down` ends with."""

from __future__ import annotations

from pathlib import Path

from cli.cases import Case
from cli.talking import put_source


def two_sources(project: Path) -> None:
    put_source(project, "diary", "The keeper wrote that the gate was shut.\n")


CASES = (
    Case(0, "take-down diary --why 'The keeper asked.'", two_sources),
    Case(1, "take-down report --why 'The publisher asked.'"),
    Case(2, "take-down nowhere --why 'The publisher asked.'"),
)
