"""``pytest --onrecord`` in a project of its own, as a process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gate.example import change, write
from source_tree import ROOT

pytest_plugins = ["pytester"]


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return write(pytester.path)


def run(pytester: pytest.Pytester, *arguments: str | Path) -> pytest.RunResult:
    return pytester.runpytest_subprocess("-p", "onrecord.pytest_plugin", *arguments)


def test_each_claim_is_a_test(pytester: pytest.Pytester, project: Path) -> None:
    ran = run(pytester, "--onrecord", "-v")
    ran.assert_outcomes(passed=4)
    ran.stdout.fnmatch_lines(
        [
            "*collected 4 items",
            "facts/dam.yml::visited PASSED*",
            "facts/dam.yml::cost PASSED*",
            "facts/dam.yml::opened PASSED*",
            "onrecord::everything-else PASSED*",
        ]
    )
    assert ran.ret == pytest.ExitCode.OK


def test_a_claim_fails_with_the_finding_and_its_place(pytester: pytest.Pytester, project: Path) -> None:
    change(project / "facts/dam.yml", "quote: The committee", "quote: A committee")
    ran = run(pytester, "--onrecord")
    ran.assert_outcomes(passed=3, failed=1)
    ran.stdout.fnmatch_lines(["*error?quotation-altered?: *", "*--> facts/dam.yml:10:*", "*help*"])
    ran.stdout.no_fnmatch_line("*Traceback*")
    assert ran.ret == pytest.ExitCode.TESTS_FAILED


def test_what_belongs_to_no_claim_fails_one_test(pytester: pytest.Pytester, project: Path) -> None:
    change(
        project / "seeds/report.yml", "title: Report on the dam\n", "title: Report on the dam\nmood: good\n"
    )
    (project / "facts" / "notes.txt").write_text("x", "utf-8")
    ran = run(pytester, "--onrecord")
    ran.assert_outcomes(passed=3, failed=1)
    ran.stdout.fnmatch_lines(["*onrecord::everything-else*"])
    ran.stdout.fnmatch_lines(["*facts/notes.txt*", "*seeds/report.yml:*"])


def test_a_claim_that_cannot_be_read_is_not_lost(pytester: pytest.Pytester, project: Path) -> None:
    change(project / "facts/dam.yml", "  - id: cost\n    text:", "  - id: cost\n    txt:")
    ran = run(pytester, "--onrecord")
    outcomes = ran.parseoutcomes()
    assert outcomes["failed"] >= 1
    ran.stdout.fnmatch_lines(["*missing-key*"])


def test_a_warning_warns_and_can_be_made_a_failure(pytester: pytest.Pytester, project: Path) -> None:
    change(project / "facts/dam.yml", "text: The gate was opened twice", "text: The gate was opened 12 times")
    ran = run(pytester, "--onrecord")
    ran.assert_outcomes(passed=4, warnings=1)
    ran.stdout.fnmatch_lines(["*warning?number-not-in-evidence?*"])
    ran = run(pytester, "--onrecord", "-W", "error::onrecord.pytest_plugin.OnRecordWarning")
    ran.assert_outcomes(passed=3, failed=1)


def test_own_tests_run_beside_the_claims_and_k_chooses(pytester: pytest.Pytester, project: Path) -> None:
    pytester.makepyfile(test_own="def test_own(): pass")
    run(pytester).assert_outcomes(passed=1)
    run(pytester, "--onrecord").assert_outcomes(passed=5)
    run(pytester, "--onrecord", "-k", "cost").assert_outcomes(passed=1, deselected=4)


def test_the_project_can_lie_elsewhere(pytester: pytest.Pytester, project: Path) -> None:
    below = pytester.mkdir("below")
    (project / "facts").rename(below / "facts")
    (project / "seeds").rename(below / "seeds")
    ran = run(pytester, "--onrecord=below", "-v")
    ran.assert_outcomes(passed=4)
    ran.stdout.fnmatch_lines(["below/facts/dam.yml::cost PASSED*"])
    pytester.makeini("[pytest]\naddopts = --onrecord=below\n")
    run(pytester).assert_outcomes(passed=4)


@pytest.mark.parametrize(
    ("folder", "words"), [("nowhere", "there is no folder"), ("docs", "there is no project")]
)
def test_a_wrong_folder_is_an_error_of_use(
    pytester: pytest.Pytester, project: Path, folder: str, words: str
) -> None:
    pytester.makepyfile(test_own="def test_own(): pass")
    ran = run(pytester, f"--onrecord={folder}")
    assert ran.ret == pytest.ExitCode.USAGE_ERROR
    ran.stderr.fnmatch_lines([f"ERROR: --onrecord: {words}*"])


def test_a_project_without_claims_fails(pytester: pytest.Pytester, project: Path) -> None:
    (project / "facts" / "dam.yml").unlink()
    ran = run(pytester, "--onrecord")
    assert ran.ret == pytest.ExitCode.TESTS_FAILED
    ran.stdout.fnmatch_lines(["*empty-project*"])


@pytest.mark.parametrize("code", ["import onrecord.cli, onrecord.app", "import onrecord.commands.check"])
def test_nothing_else_needs_pytest(code: str) -> None:
    told = f"import sys; {code}; print('pytest' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_it_costs_a_run_without_it_nothing() -> None:
    told = "import sys, onrecord.pytest_plugin; print(*sorted(m for m in sys.modules if 'onreco' in m))"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["onrecord", "onrecord.pytest_plugin"]


def test_the_test_in_the_documents_works(pytester: pytest.Pytester, project: Path) -> None:
    page = (ROOT / "docs" / "testing-your-facts.md").read_text("utf-8")
    pytester.makepyfile(test_facts=page.split("```python\n")[1].split("```")[0])
    run(pytester).assert_outcomes(passed=1)
    change(project / "facts/dam.yml", "quote: The committee", "quote: A committee")
    run(pytester).assert_outcomes(failed=1)
