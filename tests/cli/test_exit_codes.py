"""Every exit status that a command documents is provoked, and no other: its cases are in ``exit_codes/``."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from msgspec.structs import replace

from blocks import docstring
from cli.cases import Case, cases, names
from cli.talking import said
from gate.running import onrecord
from onrecord import commands

CASES = [case for name in names() for case in cases(name)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.line}-{case.status}")
def test_every_documented_status(project: Path, capsys: pytest.CaptureFixture[str], case: Case) -> None:
    case.setup(project)
    if case.serves:
        assert onrecord(*case.arguments, cwd=project).returncode == case.status
        return
    found, out, err = said(capsys, *case.arguments)
    assert found == case.status, out + err
    if found == 2:
        assert out == ""
        assert re.fullmatch(r"onrecord: .+\n", err), err
    else:
        assert out
        assert err == ""


@pytest.mark.parametrize("name", names())
def test_a_command_documents_what_is_provoked(name: str) -> None:
    statuses = re.findall(r"^- (\d): ", docstring(commands, name.replace("-", "_")), re.MULTILINE)
    assert {int(status) for status in statuses} == {case.status for case in cases(name)}
    assert all(name in case.arguments for case in cases(name))


def test_there_are_no_cases_of_another_command() -> None:
    files = (Path(__file__).parent / "exit_codes").glob("*.py")
    assert sorted(file.stem.replace("_", "-") for file in files) == names()


@pytest.mark.parametrize("name", names())
def test_any_command_can_have_a_bug(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    arguments = next(case.arguments for case in cases(name) if case.status == 0)
    module = import_module(f"{commands.__name__}.{name.replace('-', '_')}")

    def fail(_: object) -> None:
        raise RuntimeError("boom")

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    for run, status, words in ((fail, 3, "this is a bug in On Record"), (stop, 130, "")):
        monkeypatch.setattr(module, "COMMAND", replace(module.COMMAND, run=run))
        found, out, err = said(capsys, *arguments)
        assert (found, out) == (status, "")
        assert words in err
