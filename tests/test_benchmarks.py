"""The made-up projects that we measure with, and what makes a check fast, without a clock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.make_project import KEYBOARD, Statement, make_project
from onrecord.app import check_project
from onrecord.check import Verified

CLAIMS = 60
SLOW_TO_IMPORT = ("mkdocs", "material", "markdown", "jinja2", "rapidfuzz", "difflib", "hypothesis")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Statement]]:
    root = tmp_path_factory.mktemp("measured") / "project"
    return root, make_project(root, CLAIMS)


def content(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_the_same_size_gives_the_same_bytes(project: tuple[Path, list[Statement]], tmp_path: Path) -> None:
    again = tmp_path / "project"
    make_project(again, CLAIMS)
    assert content(again) == content(project[0])
    assert len(content(again)) == 2 * CLAIMS + 3


def test_quotations_are_typed_otherwise_than_they_are_printed(project: tuple[Path, list[Statement]]) -> None:
    root, statements = project
    printed = "".join(path.read_text("utf-8") for path in (root / "seeds").glob("*.txt"))
    assert all(chr(character) in printed for character in KEYBOARD)
    assert sum(statement.quotation not in printed for statement in statements) > CLAIMS // 4


def test_it_is_clean(project: tuple[Path, list[Statement]]) -> None:
    outcome = check_project(project[0])
    assert isinstance(outcome, Verified), [finding.message for finding in outcome.findings[:3]]
    assert outcome.findings == ()
    assert (outcome.summary.claims, outcome.summary.sources) == (CLAIMS, CLAIMS)


def test_a_clean_check_loads_nothing_that_it_does_not_need(project: tuple[Path, list[Statement]]) -> None:
    program = (
        "import sys, onrecord.cli\n"
        "status = onrecord.cli.main()\n"
        f"print('loaded:', [name for name in {SLOW_TO_IMPORT} if name in sys.modules])\n"
        "sys.exit(status)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, "check"], cwd=project[0], capture_output=True, text=True, check=True
    )
    assert run.stdout.rstrip().endswith("loaded: []")
