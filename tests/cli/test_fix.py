"""``check --fix`` and ``check --watch`` as people run them."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.talking import said
from gate.example import change, content_of

FACTS = "facts/dam.yml"


def mistype(project: Path, name: str = FACTS) -> None:
    change(
        project / name,
        "quote: The committee visited the dam on",
        "quote: The committee visited  the dam\u00a0on",
    )


def test_fix(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content_of(project)
    mistype(project)
    status, out, err = said(capsys, "check", "--fix")
    assert (status, err) == (0, "")
    assert "fixed: 2 places in 1 file\n" in out
    assert "differences in type that do not count: none" in out
    assert content_of(project) == before
    assert "fixed: 0 places in 0 files\n" in said(capsys, "check", "--fix")[1]
    assert "fixed:" not in said(capsys, "check")[1]


def test_the_report_is_of_what_was_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / FACTS, "quote: It was built", "quote: It was\u200b built")
    change(project / FACTS, "quote: The gate was opened twice", "quote: The gate was opened thrice")
    assert "invisible-character" in said(capsys, "check")[1]
    status, out, _ = said(capsys, "check", "--fix")
    assert status == 1
    assert "invisible-character" not in out
    assert "error[quotation-altered]" in out
    assert "fixed: 1 place in 1 file\n" in out
    assert "thrice" in (project / FACTS).read_text("utf-8")


def test_only_the_named_files_are_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "facts" / "weir.yml").write_bytes((project / FACTS).read_bytes())
    mistype(project)
    mistype(project, "facts/weir.yml")
    before = content_of(project)
    assert said(capsys, "check", "--fix", "facts/nowhere.yml")[0] == 2
    assert content_of(project) == before
    assert "fixed: 2 places in 1 file\n" in said(capsys, "check", "--fix", "facts/weir.yml")[1]
    now = content_of(project)
    assert {name for name in now if now[name] != before[name]} == {"facts/weir.yml"}


def test_a_file_that_does_not_load_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mistype(project)
    (project / "facts" / "weir.yml").write_text("title: [\n", "utf-8")
    status, out, _ = said(capsys, "check", "--fix", "--format", "json")
    assert status == 1
    assert json.loads(out)
    assert (project / "facts" / "weir.yml").read_text("utf-8") == "title: [\n"
    assert "visited the dam on" in (project / FACTS).read_text("utf-8")


def test_a_disk_that_is_full(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mistype(project)
    before = content_of(project)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    status, out, err = said(capsys, "check", "--fix")
    assert (status, out) == (2, "")
    assert err == f"onrecord: cannot write {FACTS}: No space left on device\n"
    assert content_of(project) == before


def watched(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *while_waiting: Callable[[], object],
    more: tuple[str, ...] = (),
) -> tuple[int, str, str]:
    """What a watch says; each wait does the next of ``while_waiting``, and the last one is ended by a key."""
    left = list(while_waiting)

    def wait(_: float) -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    monkeypatch.setattr(time, "sleep", wait)
    return said(capsys, "check", "--watch", *more)


def test_watch(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, err = watched(
        capsys,
        monkeypatch,
        lambda: None,
        lambda: change(project / FACTS, "quote: The committee", "quote: A committee"),
        lambda: change(project / FACTS, "quote: A committee", "quote: The committee"),
    )
    assert (status, err) == (0, "")
    reports = out.split(f", after a change of {FACTS}\n")
    assert len(reports) == 3
    assert ["error[quotation-" in report for report in reports] == [False, True, False]


def test_a_watch_goes_on_where_a_check_could_not_be_made(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    weir = project / "facts" / "weir.yml"
    weir.write_bytes((project / FACTS).read_bytes())
    aside = project / "weir.yml"
    status, out, err = watched(
        capsys,
        monkeypatch,
        lambda: weir.rename(aside),
        lambda: aside.rename(weir),
        more=("facts/weir.yml",),
    )
    assert status == 0
    assert out.count("not checked: whether the sources are right") == 2
    assert err.count("onrecord: there is nothing to check in") == 1


def test_a_name_does_not_act_in_the_terminal(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = watched(capsys, monkeypatch, (project / "facts" / "\x1b[2J.yml").touch)
    assert "after a change of facts/" in out
    assert "\x1b" not in out


def test_one_way_at_a_time(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, "check", "--fix", "--watch")
    assert (status, out) == (2, "")
    assert "not allowed with" in err
