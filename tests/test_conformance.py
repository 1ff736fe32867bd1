"""The conformance suite: our own checker passes all of it, a lax one fails where it should."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from gate.running import onrecord
from onrecord.cli import main
from onrecord.conformance import Refusal
from source_tree import ROOT

CASES = ROOT / "tests" / "conformance" / "cases.jsonl"
README = CASES.with_name("README.md")
LISTED: list[dict[str, Any]] = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
GROUPS = {
    *("exact", "never-folded", "foldings", "boundaries", "too-short", "paragraphs"),
    *("ellipsis", "brackets", "ambiguity", "scripts", "torn"),
}
LAX = """
import json, sys

for line in sys.stdin.buffer:
    asked = json.loads(line)
    start = asked["source"].casefold().find(asked["quotation"].casefold())
    end = start + len(asked["quotation"])
    answer = {"refused": "not-found"} if start < 0 else {"found": [[start, end]]}
    print(json.dumps({"id": asked["id"], **answer}))
"""


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    status = main(["conformance", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def all_row(table: str) -> dict[str, int]:
    """The last row of a table by the headings."""
    head, *rows = table.splitlines()
    names = head.replace("other place", "other-place").replace("other reason", "other-reason")
    (row,) = (line for line in rows if line.startswith("all "))
    named = zip(names.replace("no answer", "no-answer").split(), row.split(), strict=True)
    return {name: int(number) for name, number in named if name != "group"}


def test_there_are_cases_of_every_kind() -> None:
    assert len(LISTED) >= 120
    assert len({case["id"] for case in LISTED}) == len(LISTED)
    assert {case["group"] for case in LISTED} == GROUPS
    assert {case["refused"] for case in LISTED if "refused" in case} == set(Refusal)
    for case in LISTED:
        assert case["why"].endswith((".", "?"))
        for start, end in case.get("found", []):
            words = case["source"][start:end]
            assert words == words.strip()
            assert words


def test_the_readme_names_every_key_and_reason() -> None:
    text = README.read_text("utf-8")
    keys = {key for case in LISTED for key in case}
    for name in (*keys, *Refusal):
        assert f"`{name}`" in text


def test_the_readme_s_example_is_what_is_answered() -> None:
    questions, answers = (block.split("```")[0] for block in README.read_text("utf-8").split("```json\n")[1:])
    ran = subprocess.run(
        [Path(sys.executable).with_name("onrecord"), "conformance", "--answer"],
        input=questions.encode(),
        capture_output=True,
        check=True,
    )
    assert [json.loads(line) for line in ran.stdout.splitlines()] == [
        json.loads(line) for line in answers.splitlines()
    ]


def test_our_own_checker_is_right_about_all(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, CASES)
    assert (status, err) == (0, "")
    assert all_row(out) == {"cases": len(LISTED), "right": len(LISTED)}
    assert len(out.splitlines()) == len(GROUPS) + 2


def test_our_own_checker_is_right_over_the_protocol(tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("onrecord")
    ran = onrecord("conformance", CASES, "--run", program, "conformance", "--answer", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert all_row(ran.stdout) == {"cases": len(LISTED), "right": len(LISTED)}


def test_a_lax_checker_fails_as_often_as_it_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checker = tmp_path / "lax.py"
    checker.write_text(LAX, "utf-8")
    wrong = {"accepted": 0, "refused": 0, "other-place": 0, "other-reason": 0}
    for case in LISTED:
        start = case["source"].casefold().find(case["quotation"].casefold())
        places = None if start < 0 else [[start, start + len(case["quotation"])]]
        if "refused" in case and places:
            wrong["accepted"] += 1
        elif "found" in case and places is None:
            wrong["refused"] += 1
        elif "found" in case and places != case["found"]:
            wrong["other-place"] += 1
        elif "refused" in case and case["refused"] != "not-found":
            wrong["other-reason"] += 1
    status, out, _ = said(capsys, CASES, "--run", sys.executable, checker)
    assert status == 1
    failed = sum(wrong.values())
    assert wrong["accepted"] >= 40
    told = {name: number for name, number in wrong.items() if number}
    assert all_row(out) == {"cases": len(LISTED), "right": len(LISTED) - failed, **told}
    assert sum(": accepted; right is refused: " in line for line in out.splitlines()) == wrong["accepted"]
    assert "boundaries-01: accepted; right is refused: cut-inside-word. The part of a word is another" in out


def test_what_is_asked_does_not_give_the_answer_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "asked"
    program = "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())"
    said(capsys, CASES, "--run", sys.executable, "-c", program, kept)
    asked = [json.loads(line) for line in kept.read_bytes().splitlines()]
    assert [question["id"] for question in asked] == [case["id"] for case in LISTED]
    for question, case in zip(asked, LISTED, strict=True):
        hidden = {"group", "why", "found", "refused"}
        expected = {key: value for key, value in case.items() if key not in hidden}
        assert question == {
            key: value for key, value in expected.items() if (key, value) != ("language", "en")
        }


@pytest.mark.parametrize(
    "program",
    ["", "print('hello')", "print('{' * 100000)", "import sys; sys.exit(3)", "print('{\"id\": 1}')"],
)
def test_a_checker_that_does_not_answer_has_no_case_right(
    capsys: pytest.CaptureFixture[str], program: str
) -> None:
    status, out, _ = said(capsys, CASES, "--run", sys.executable, "-c", program)
    assert status == 1
    assert all_row(out) == {"cases": len(LISTED), "right": 0, "no-answer": len(LISTED)}


def test_an_answer_that_says_both_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "case.jsonl"
    case.write_text(json.dumps(LISTED[0]) + "\n", "utf-8")
    both = {"id": LISTED[0]["id"], "found": LISTED[0]["found"], "refused": "torn"}
    status, out, _ = said(capsys, case, "--run", sys.executable, "-c", f"print({json.dumps(both)!r})")
    assert (status, all_row(out)["no-answer"]) == (1, 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "there is no case"),
        ("{}", "is no file of cases"),
        ("[" * 100_000, "is no file of cases"),
        ('{"id": "a", "group": "g", "why": "w", "source": "s", "quotation": "q"}', "either found or refused"),
        ('{"id": "a", "group": "g", "why": "w", "source": "s", "quotation": "q", "refused": "x"}', "refused"),
        ("\n".join([json.dumps(LISTED[0])] * 2), "the same id"),
    ],
)
def test_a_file_that_holds_no_cases_is_the_operator_s_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, words: str
) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(content, "utf-8")
    status, out, err = said(capsys, file)
    assert (status, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "name a file of cases"),
        (["nowhere.jsonl"], "cannot read nowhere.jsonl"),
        ([str(CASES), "--run"], "--run needs a command"),
        ([str(CASES), "--run", "no-such-checker"], "cannot run no-such-checker"),
        ([str(CASES), "--answer"], "--answer goes with neither"),
    ],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    status, out, err = said(capsys, *arguments)
    assert (status, out) == (2, "")
    assert words in err


def test_what_is_no_question_is_not_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b'{"id": "a"}\n')))
    status, out, err = said(capsys, "--answer")
    assert (status, out) == (2, "")
    assert "this is no question" in err
