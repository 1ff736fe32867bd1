"""``onrecord new``: a page that passes as it is, and nothing written where there can be none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.talking import put_source, said
from gate.example import content_of
from onrecord import app
from onrecord.check import Verified
from source_tree import ROOT


def test_a_new_page_passes_as_it_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content_of(project)
    status, out, err = said(capsys, "new", "weir")
    assert (status, err) == (0, "")
    assert out.startswith("written: facts/weir.yml")
    after = content_of(project)
    written = after.pop("facts/weir.yml").decode()
    assert after == before
    assert "  text: The committee visited the dam on 3 May" in out
    assert "\n    evidence:\n      - quote: The committee visited" in written
    outcome = app.check_project(project)
    assert isinstance(outcome, Verified)
    assert not outcome.findings
    assert said(capsys, "check", "--strict")[0] == 0


def test_the_first_explainers_source_gives_one_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("facts", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    assert said(capsys, "new", "once-more")[0] == 0
    assert not app.check_project(tmp_path).findings


def test_the_first_page_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put_source(tmp_path, "diary", "A Diary\n\nThe lock was oiled in the spring.\n")
    monkeypatch.chdir(tmp_path)
    assert said(capsys, "new", "lock")[0] == 0
    assert said(capsys, "check", "--strict")[0] == 0


def test_a_sentence_that_cannot_stand_alone_is_passed_over(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_source(
        project,
        "diary",
        'The lock was oiled.\n\n"The lock was oiled by hand," said the clerk. "It was never oiled."\n\n'
        "Was the lock oiled in the spring? The lock was oiled.\n\nThe miller oiled the lock in the spring.\n",
    )
    status, out, _ = said(capsys, "new", "lock", "--title", "What is said of the lock?")
    assert status == 0
    assert "title: What is said of the lock?" in out
    assert "source: diary" in out, "a source that nothing cites yet comes first"
    assert not app.check_project(project).findings
    assert said(capsys, "new", "other", "--source", "report")[0] == 0
    assert "source: report" in (project / "facts" / "other.yml").read_text("utf-8")


def test_a_title_that_says_too_much_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content_of(project)
    status, out, _ = said(capsys, "new", "weir", "--title", "Napoleon opened 700 gates in Paris")
    assert status == 1
    assert "error[" in out
    assert "nothing is written: facts/weir.yml would not pass the check" in out
    assert content_of(project) == before


@pytest.mark.parametrize("name", ["about", "claims"])
def test_an_address_that_is_taken_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    before = content_of(project)
    status, out, _ = said(capsys, "new", name)
    assert (status, "error[address-taken]" in out) == (1, True)
    assert content_of(project) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "ID"),
        (("dam",), "there is facts/dam.yml already"),
        (("The Dam",), "did you mean the-dam?"),
        (("../dam",), "did you mean dam?"),
        (("index",), "lists others"),
        (("\x1b[2J",), "small letters"),
        (("con",), "Windows"),
        (("weir", "--source", "none"), "there is no source 'none' that can be read; there is report"),
    ],
)
def test_the_operators_mistake(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    before = content_of(project)
    status, out, err = said(capsys, "new", *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1
    assert "\x1b" not in err
    assert content_of(project) == before


def test_a_name_that_was_published_once_stays_taken(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (project / "facts" / "dam.yml").open("a", encoding="utf-8") as file:
        file.write("retired:\n  - {id: weir, date: 2026-05-05, why: It was renamed., replaced_by: dam}\n")
    status, _, err = said(capsys, "new", "weir")
    assert (status, "was the address of something once" in err) == (2, True)


@pytest.mark.parametrize(
    "text", ["Was it so?\n", "A heading\n", '"Not a word," he said\n', "\x1b[2J\u202e.\n"]
)
def test_a_source_with_nothing_to_quote(project: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    put_source(project, "diary", text)
    before = content_of(project)
    status, out, err = said(capsys, "new", "lock", "--source", "diary")
    assert (status, out, "no sentence can be quoted by itself" in err) == (2, "", True)
    assert content_of(project) == before


def test_a_hostile_source_cannot_break_the_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_source(
        project,
        "foe",
        "The lock: was #1 of\u202e \x1b[2Jall - {x} & *y ##[error] in the spring of the year.\n",
    )
    status, out, _ = said(capsys, "new", "lock", "--source", "foe")
    assert status in (0, 1, 2)
    assert out.replace("\n", "").isprintable()
    assert "##[" not in out
    if status == 0:
        assert isinstance(app.check_project(project), Verified)
    else:
        assert not (project / "facts" / "lock.yml").exists()
