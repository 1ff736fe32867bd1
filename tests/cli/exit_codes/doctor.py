"""What `onrecord doctor` ends with."""

from __future__ import annotations

import shutil
from pathlib import Path

from cli.cases import Case


def without_facts(project: Path) -> None:
    shutil.rmtree(project / "facts")


CASES = (
    Case(0, "doctor"),
    Case(1, "doctor", without_facts),
    Case(1, "doctor --config nowhere.yml"),
)
