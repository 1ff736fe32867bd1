"""The made-up projects that we measure with, and what makes a check fast, without a clock."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.make_project import KEYBOARD, Statement, make_project
from onrecord.app import check_project
from onrecord.check import Verified
from source_tree import ROOT

CLAIMS = 60
SLOW_TO_IMPORT = (
    *("mkdocs", "material", "markdown", "jinja2"),
    *("rapidfuzz", "difflib", "hypothesis", "fastwarc"),
)


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


def loaded(root: Path) -> set[str]:
    """Which of the slow modules a check of the project loads."""
    program = (
        "import sys, onrecord.cli\n"
        "status = onrecord.cli.main()\n"
        f"print(*[name for name in {SLOW_TO_IMPORT} if name in sys.modules])\n"
        "sys.exit(status)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, "check"], cwd=root, capture_output=True, text=True, check=True
    )
    return set(run.stdout.split("\n")[-2].split())


def test_a_clean_check_loads_nothing_that_it_does_not_need(project: tuple[Path, list[Statement]]) -> None:
    assert loaded(project[0]) == set()


def test_a_check_of_claims_in_other_words_loads_what_compares_them() -> None:
    """Of a site with pages written by hand; no page of it is made."""
    assert loaded(ROOT) == {"rapidfuzz"}


CASES = (
    {"id": "1", "claim": "The wall holds.", "evidence": ["The wall holds well."], "label": "supported"},
    {
        "id": "2",
        "claim": "The crooked, painted wall burst.",
        "source_text": "The wall holds.",
        "evidence": [],
        "label": "unsupported",
        "orig_label": "NOT ENOUGH INFO",
    },
    {"id": "3", "claim": "nuqneH", "evidence": ["nuqneH"], "label": "supported", "lang": "tlh"},
)
PAGE = "# Page\n\nBefore.\n\n<!-- measured: begin -->\nold\n<!-- measured: end -->\n\nAfter.\n"


def measure_grounding(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    cases = root / "made_up.dev.jsonl"
    cases.write_text("".join(f"{json.dumps(case)}\n" for case in CASES), "utf-8")
    script = Path(__file__).parent / "benchmarks" / "grounding.py"
    return subprocess.run(
        [sys.executable, script, cases, *options], capture_output=True, text=True, check=False
    )


def test_grounding_is_measured_on_cases_that_anybody_may_bring(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, "utf-8")
    run = measure_grounding(tmp_path, "--show", "hit", "--write", str(page))
    assert run.returncode == 0, run.stderr
    row, apart = [line for line in run.stdout.splitlines() if line.startswith("| made_up |")]
    assert apart == "| made_up | 0 | \u2013 | \u2013 | 1 | 0.0 | 100.0 |"
    assert row.startswith("| made_up | 1 | 1 | ")
    shares = [cell.strip() for cell in row.split("|")[4:9]]
    assert shares[2:] == ["100.0", "0.0", "100.0"]
    assert "The crooked, painted wall burst." in run.stdout
    assert "The wall holds well." not in run.stdout
    assert "2 claims in " in run.stdout
    written = page.read_text("utf-8")
    assert written.startswith("# Page\n\nBefore.\n\n<!-- measured: begin -->\n\nOnly scored:")
    assert written.endswith("<!-- measured: end -->\n\nAfter.\n")
    assert "old" not in written


def test_a_rule_that_is_none_and_no_case_at_all_are_errors(tmp_path: Path) -> None:
    assert measure_grounding(tmp_path, "--rule", "made-up").returncode == 2
    script = Path(__file__).parent / "benchmarks" / "grounding.py"
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", "utf-8")
    run = subprocess.run([sys.executable, script, empty], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (1, "")
