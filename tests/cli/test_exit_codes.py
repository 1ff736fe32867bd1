"""Every exit status that the page on the command line has, provoked: one command, one status, one reason."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from msgspec.structs import replace

from cli.talking import put_source, said
from cli.test_from_issue import proposal
from gate.example import change
from gate.running import onrecord
from onrecord import commands
from source_tree import ROOT

PAGE = (ROOT / "docs" / "command-line.md").read_text("utf-8")
FACTS = "facts/dam.yml"
QUOTE = "--quote=The gate was opened twice in the spring"
TEXT = "--text=The gate was opened twice in the spring."

Setup = Callable[[Path], None]


def documented() -> dict[str, set[int]]:
    """The statuses that the page says each command has of its own."""
    sections = re.findall(r"^## onrecord (\S+)\n(.*?)(?=^## )", PAGE, re.DOTALL | re.MULTILINE)
    return {
        name: {int(one) for one in re.findall(r"^- (\d): ", body, re.MULTILINE)} for name, body in sections
    }


def names() -> list[str]:
    return sorted(module.name.replace("_", "-") for module in iter_modules(commands.__path__))


# What makes the example wrong, or something else than it was


def nothing(project: Path) -> None:
    """The example as it is."""


def misquoted(project: Path) -> None:
    change(project / FACTS, "quote: The committee", "quote: A committee")


def unread(project: Path) -> None:
    (project / FACTS).write_text("title: [\n", "utf-8")


def reordered(project: Path) -> None:
    change(project / FACTS, "answer: [visited]\n", "")
    with (project / FACTS).open("a", encoding="utf-8") as file:
        file.write("answer: [visited]\n")


def without_facts(project: Path) -> None:
    shutil.rmtree(project / "facts")


def without_site(project: Path) -> None:
    (project / "mkdocs.yml").unlink()


def rendered(project: Path) -> None:
    assert onrecord("build", "--site", "site", cwd=project).returncode == 0


def half_built(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("<p>", "utf-8")


def issue(project: Path) -> None:
    (project / "issue.md").write_text(proposal(), "utf-8")


def wrong_issue(project: Path) -> None:
    (project / "issue.md").write_text(proposal(quotation="```text\nThe gate fell over\n```"), "utf-8")


def letter(project: Path) -> None:
    (project / "letter.txt").write_text("A letter\n\nThe gate was shut.\n", "utf-8")


def committed(project: Path) -> None:
    for arguments in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"),
    ):
        subprocess.run(["git", *arguments], cwd=project, check=True, capture_output=True)


def reworded(project: Path) -> None:
    committed(project)
    change(project / FACTS, "text: The dam was built", "text: The gate and dam was built")


def cases(project: Path) -> None:
    suite = (ROOT / "tests" / "conformance" / "cases.jsonl").read_text("utf-8").splitlines()
    (project / "cases.jsonl").write_text("\n".join(suite[:2]) + "\n", "utf-8")


def two_sources(project: Path) -> None:
    put_source(project, "diary", "The keeper wrote that the gate was shut.\n")


CASES: list[tuple[str, int, tuple[str, ...], Setup]] = [
    ("check", 0, (), nothing),
    ("check", 1, (), misquoted),
    ("check", 2, ("nowhere.yml",), nothing),
    ("fmt", 0, (), reordered),
    ("fmt", 1, ("--check",), reordered),
    ("fmt", 1, ("--diff",), reordered),
    ("fmt", 1, (), unread),
    ("fmt", 2, ("docs",), nothing),
    ("find", 0, ("The gate was opened twice",), nothing),
    ("find", 1, ("helicopters over Helsinki",), nothing),
    ("find", 2, ("gate", "--source", "nowhere"), nothing),
    ("new", 0, ("weir",), nothing),
    ("new", 1, ("weir", "--title", "Why did Napoleon build the dam?"), nothing),
    ("new", 2, ("dam",), nothing),
    ("add", 0, ("dam", QUOTE, TEXT), nothing),
    ("add", 1, ("dam", QUOTE, "--text=The gate was opened on 4 June 1871."), nothing),
    ("add", 1, ("dam", "--quote=helicopters over Helsinki", TEXT), nothing),
    ("add", 2, ("weir", QUOTE, TEXT), nothing),
    ("source", 0, ("add", "letter.txt"), letter),
    ("source", 2, ("add", "nowhere.txt"), nothing),
    ("take-down", 0, ("diary", "--why", "The keeper asked."), two_sources),
    ("take-down", 1, ("report", "--why", "The publisher asked."), nothing),
    ("take-down", 2, ("nowhere", "--why", "The publisher asked."), nothing),
    ("init", 0, ("new-site",), nothing),
    ("init", 2, ("docs",), nothing),
    ("doctor", 0, (), nothing),
    ("doctor", 1, (), without_facts),
    ("doctor", 1, ("--config", "nowhere.yml"), nothing),
    ("rule", 0, ("quotation-not-found",), nothing),
    ("rule", 2, ("nowhere",), nothing),
    ("schema", 0, ("facts",), nothing),
    ("schema", 2, ("facts", "--output", "docs"), nothing),
    ("from-issue", 0, ("issue.md",), issue),
    ("from-issue", 1, ("issue.md",), wrong_issue),
    ("from-issue", 2, (FACTS,), nothing),
    ("conformance", 0, ("cases.jsonl",), cases),
    ("conformance", 1, ("cases.jsonl", "--run", "true"), cases),
    ("conformance", 2, ("nowhere.jsonl",), nothing),
    ("diff", 0, ("HEAD",), committed),
    ("diff", 1, ("HEAD",), reworded),
    ("diff", 2, ("nowhere",), committed),
    ("build", 0, (), nothing),
    ("build", 1, (), misquoted),
    ("build", 2, (), without_site),
    ("verify", 0, ("site",), rendered),
    ("verify", 1, ("site",), half_built),
    ("verify", 2, ("nowhere",), nothing),
    ("render", 0, ("pages",), nothing),
    ("render", 1, ("pages",), misquoted),
    ("render", 2, ("docs",), nothing),
]  # fmt: skip
ELSEWHERE = {
    ("lsp", 0): "test_the_server_ends_with_its_editor",
    ("lsp", 2): "test_the_server_finds_its_projects_itself",
}
"""Statuses that need more than a command and a folder, and the tests below that provoke them."""


@pytest.mark.parametrize(("command", "status", "arguments", "setup"), CASES)
def test_every_documented_status(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    status: int,
    arguments: tuple[str, ...],
    setup: Setup,
) -> None:
    setup(project)
    found, out, err = said(capsys, command, *arguments)
    assert found == status, out + err
    if status == 2:
        assert out == ""
        assert re.fullmatch(r"onrecord: .+\n", err), err
    else:
        assert out
        assert err == ""


def test_no_status_is_documented_that_nothing_provokes() -> None:
    provoked: dict[str, set[int]] = {name: set() for name in names()}
    for command, status in [*ELSEWHERE, *((command, status) for command, status, _, _ in CASES)]:
        provoked[command].add(status)
    assert {name: provoked[name] for name in documented()} == documented()
    for name in ELSEWHERE.values():
        assert name in globals()


def test_the_server_ends_with_its_editor(project: Path) -> None:
    ended = onrecord("lsp", cwd=project)
    assert ended.returncode == 0


def test_the_server_finds_its_projects_itself(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "-C", "docs", "lsp")[0] == 2


@pytest.mark.parametrize("name", sorted({name for name, status, *_ in CASES if status == 0} - {"lsp"}))
def test_any_command_can_have_a_bug(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    arguments = next(more for command, status, more, _ in CASES if command == name and status == 0)
    module = import_module(f"{commands.__name__}.{name.replace('-', '_')}")

    def fail(_: object) -> None:
        raise RuntimeError("boom")

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    for run, status, words in ((fail, 3, "this is a bug in On Record"), (stop, 130, "")):
        monkeypatch.setattr(module, "COMMAND", replace(module.COMMAND, run=run))
        found, out, err = said(capsys, name, *arguments)
        assert (found, out) == (status, "")
        assert words in err
