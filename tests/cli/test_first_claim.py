"""The page for newcomers: each of its commands is run, and says what the page says."""

from __future__ import annotations

import hashlib
import re
import shlex
import sysconfig
import tomllib
from pathlib import Path

import pytest

from onrecord.cli import main
from source_tree import ROOT

PAGE = (ROOT / "docs" / "first-claim.md").read_text("utf-8")
SOURCE = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
RUNS = re.findall(r"```console\n\$ ([^\n]+)\n(.*?)```", PAGE, re.DOTALL)


def test_the_page_can_be_followed(
    plain_environment: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert SOURCE is not None
    seed = SOURCE[1].encode()
    for folder in ("facts", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds" / "report.txt").write_bytes(seed)
    (tmp_path / "seeds" / "report.yml").write_text(
        f"id: report\nfile: report.txt\nsha256: {hashlib.sha256(seed).hexdigest()}\ntitle: The dam\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert {command.split()[1] for command, _ in RUNS} == {"new", "find", "add", "check"}
    assert len(RUNS) == PAGE.count("$ onrecord ") == 7
    for command, wanted in RUNS:
        program, *arguments = shlex.split(command)
        assert program == "onrecord"
        status = main(arguments)
        out = capsys.readouterr().out
        at = 0
        for line in filter(str.strip, wanted.splitlines()):
            assert line in out[at:], f"{command}\n{out}"
            at = out.index(line, at) + len(line)
        assert status == (int("nothing is written" in wanted)), command


@pytest.mark.parametrize(("shell", "system", "stroke"), [("sh", "posix", "/"), ("powershell", "nt", "\\")])
def test_the_installation_is_that_of_the_system(shell: str, system: str, stroke: str) -> None:
    """The programs of an environment lie in another folder on Windows."""
    lines = PAGE.partition(f"```{shell}\n")[2].partition("```")[0].splitlines()
    made, installed, activated = (line.split() for line in lines)
    programs = sysconfig.get_path("scripts", f"{system}_venv", {"base": "", "installed_base": ""})
    folder = stroke.join((".venv", re.split(r"[/\\]", programs)[-1]))
    assert made[1:] == ["-m", "venv", ".venv"]
    assert installed == [f"{folder}{stroke}pip", "install", "--editable", "."]
    assert activated[-1] == f"{folder}{stroke}activate"
    assert system != "nt" or f"`{folder}{stroke}onrecord`" in PAGE


def test_the_version_of_python_is_the_one_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"Python {project['requires-python'].removeprefix('>=')} or newer" in PAGE
