"""What `onrecord diff` ends with."""

from __future__ import annotations

from pathlib import Path

from cli.cases import FACTS, Case, committed
from gate.example import change


def reworded(project: Path) -> None:
    committed(project)
    change(project / FACTS, "text: The dam was built", "text: The gate and dam was built")


CASES = (
    Case(0, "diff HEAD", committed),
    Case(1, "diff HEAD", reworded),
    Case(2, "diff nowhere", committed),
)
