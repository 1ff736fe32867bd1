"""What `onrecord conformance` ends with."""

from __future__ import annotations

from pathlib import Path

from cli.cases import Case
from source_tree import ROOT


def two_cases(project: Path) -> None:
    suite = (ROOT / "tests" / "conformance" / "cases.jsonl").read_text("utf-8").splitlines()
    (project / "cases.jsonl").write_text("\n".join(suite[:2]) + "\n", "utf-8")


CASES = (
    Case(0, "conformance cases.jsonl", two_cases),
    Case(1, "conformance cases.jsonl --run true", two_cases),
    Case(2, "conformance nowhere.jsonl"),
)
