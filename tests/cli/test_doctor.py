"""``onrecord doctor``: what is wrong is said in one line each, with what to do."""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from gate.example import change, content_of, write
from onrecord.cli import main
from onrecord.commands import doctor

WORKS = (
    "Python 3.",
    "onrecord ",
    "mkdocs ",
    "mkdocs-material ",
    "pyyaml ",
    "git version",
    "facts/",
    "seeds/",
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write(tmp_path / "project")
    (root / ".gitattributes").write_text("seeds/** -text\n")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    monkeypatch.chdir(root)
    return root


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    status = main((*arguments, "doctor"))
    captured = capsys.readouterr()
    assert captured.err == ""
    return status, captured.out.splitlines()


def wrong(lines: list[str]) -> list[str]:
    return [line.removeprefix("wrong").strip() for line in lines if line.startswith("wrong")]


def test_nothing_is_wrong(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content_of(project)
    status, lines = said(capsys)
    assert (status, wrong(lines), lines[-1]) == (0, [], "nothing is wrong")
    for words in (*WORKS, "git leaves seeds/ as it is", "mkdocs.yml has the hook on", "theme material"):
        assert any(line.startswith(f"ok     {words}") for line in lines), words
    assert content_of(project) == before


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "hooks:\n",
            "plugins: [search]\nother:\n",
            "on: put 'onrecord' under plugins",
        ),
        ("site_name: Dams\n", "site_name: Dams\nuse_directory_urls: false\n", "use_directory_urls is false"),
        ("site_name: Dams\n", "site_name: [\n", "cannot understand"),
    ],
)
def test_settings(project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, words: str) -> None:
    change(project / "mkdocs.yml", old, new)
    status, lines = said(capsys)
    assert status == 1
    assert lines[-1] == "1 to mend"
    assert [words in line for line in wrong(lines)] == [True]


@pytest.mark.parametrize("plugins", ["[onrecord]", "{onrecord: {}}", "[{onrecord: {}}, [odd]]"])
def test_the_plugin_is_seen(project: Path, capsys: pytest.CaptureFixture[str], plugins: str) -> None:
    change(project / "mkdocs.yml", "hooks:\n", f"plugins: {plugins}\nother:\n")
    assert "ok     mkdocs.yml has the plugin on" in said(capsys)[1]


def test_line_ends(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / ".gitattributes").unlink()
    status, lines = said(capsys)
    assert status == 1
    assert "put the line 'seeds/** -text' into .gitattributes" in wrong(lines)[0]
    shutil.rmtree(project / ".git")
    status, lines = said(capsys)
    assert status == 0
    assert any(line.startswith("option this is no git repository") for line in lines)


def test_another_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, lines = said(capsys, "-C", str(tmp_path))
    assert status == 1
    assert len(wrong(lines)) == 2
    assert "is this the project? -C names another" in wrong(lines)[0]
    status, lines = said(capsys, "-C", str(tmp_path / "nowhere"))
    assert status == 1
    assert "there is no folder" in wrong(lines)[0]


def test_packages(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.metadata.version

    def version(name: str) -> str:
        if name == "msgspec":
            raise importlib.metadata.PackageNotFoundError(name)
        return "1.0" if name == "mkdocs" else there(name)

    monkeypatch.setattr(importlib.metadata, "version", version)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    status, lines = said(capsys)
    assert status == 1
    told = "\n".join(wrong(lines))
    for words in (
        "mkdocs 1.0 is of no use: pip install 'mkdocs<2,>=1.6.1'",
        "msgspec is not installed: pip install 'msgspec",
        "PyYAML was built without libyaml",
        "there is no git",
    ):
        assert words in told
    assert (
        "option sources: not installed, for PDF, web pages, Word documents and web archives as sources"
        in "\n".join(lines)
    )
    assert lines[-1] == "4 to mend"
