"""The command line: exit statuses, one line for the operator, and output that never fails in silence."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from cli.talking import said
from gate.example import change, content_of
from gate.running import environment, onrecord
from onrecord import __version__, app
from onrecord.check import all_rules
from onrecord.finding import Severity
from onrecord.revision_rules import REVISION_RULES
from onrecord.site_rules import SITE_RULES

FACTS = "facts/dam.yml"
PROGRAM = Path(sys.executable).with_name("onrecord")


def test_clean(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, "check")
    assert (status, err) == (0, "")
    assert out.startswith("checked: 1 explainer, 3 claims, 3 quotations, 1 source;")
    assert "not checked: whether the sources are right" in out


def test_findings(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / FACTS, "quote: The committee", "quote: A committee")
    status, out, err = said(capsys, "check")
    assert (status, err) == (1, "")
    assert "error[quotation-" in out
    assert f"--> {FACTS}:10:" in out


@pytest.mark.parametrize("form", ["text", "json", "github", "concise"])
def test_formats(project: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    change(project / FACTS, "quote: The committee", "quote: A committee")
    status, out, err = said(capsys, "check", "--format", form)
    assert (status, err) == (1, "")
    assert "quotation-" in out
    if form == "json":
        assert json.loads(out)["summary"]["errors"] >= 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "COMMAND"),
        (("chek",), "invalid choice: 'chek'"),
        (("check", "--fromat", "json"), "--fromat"),
        (("check", "--format", "yaml"), "invalid choice: 'yaml'"),
        (("check", "nowhere.yml"), "there is nothing to check in"),
        (("check", "docs"), "there is nothing to check in"),
        (("check", ".."), "there is nothing to check in"),
        (("-C", "nowhere", "check"), "there is no folder"),
        (("-C", "docs", "check"), "it has no facts/ and no seeds/"),
        (("verify", "nowhere"), "there is no folder"),
        (("verify",), "SITE"),
        (("verify", "docs", "--config", "none.yml"), "there is no file none.yml"),
        (("render", "docs"), "is not an empty folder"),
        (("render", "docs/in"), "lies in the folder of hand-written pages"),
        (("rule", "quotation-not-fuond"), "did you mean quotation-not-found?"),
        (("rule", "\x1b[2Jx"), r"there is no rule"),
        (("build", "--site", "docs"), "docs"),
    ],
)
def test_the_operators_mistake_is_one_line(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    before = content_of(project)
    if arguments[:2] == ("build", "--site"):
        (project / "docs" / "index.md").unlink()
        before = content_of(project)
    status, out, err = said(capsys, *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert err.startswith("onrecord: ")
    assert len(err.splitlines()) == 1
    assert "\x1b" not in err
    assert content_of(project) == before


def test_help_and_version(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "--version") == (0, f"onrecord {__version__}\n", "")
    status, out, err = said(capsys, "--help")
    assert (status, err) == (0, "")
    for name in ("check", "build", "render", "verify", "rule", "exit status"):
        assert name in out
    assert said(capsys, "check", "--help")[0] == 0


def test_only_what_was_asked_for_is_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = (project / FACTS).read_text("utf-8")
    (project / "facts" / "weir.yml").write_text(
        facts.replace("quote: The committee", "quote: A committee"), "utf-8"
    )
    assert said(capsys, "check")[0] == 1
    status, out, _ = said(capsys, "check", FACTS)
    assert status == 0
    assert "not shown: 1 error outside the files that you named" in out
    for path in ("facts/weir.yml", "facts", ".", str(project / "facts" / "weir.yml")):
        status, out, _ = said(capsys, "check", path)
        assert status == 1, path
        assert "facts/weir.yml:10:" in out


def test_rules(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capsys, "rule")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == sorted(
        {**all_rules(), **SITE_RULES, **REVISION_RULES}
    )
    for name, rule in {**all_rules(), **SITE_RULES, **REVISION_RULES}.items():
        status, out, _ = said(capsys, "rule", name)
        assert status == 0
        assert out.startswith(f"{name} (")
        lines = [
            line for line in out.splitlines()[2:] if not re.fullmatch(r" *\^.* reported( as a whole)?", line)
        ]
        written = re.sub(r"(?m)^(```\w+ \S+) .*$", r"\1", rule.explanation.strip())
        assert lines == written.splitlines()


def test_the_same_statuses_for_pages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "render", "pages")[0] == 0
    assert (project / "pages" / "claims" / "dam" / "cost.md").is_file()
    (project / "empty").mkdir()
    status, out, _ = said(capsys, "verify", "empty")
    assert (status, "error[site-empty]" in out) == (1, True)
    change(project / FACTS, "quote: The committee", "quote: A committee")
    for arguments in (("render", "other"), ("verify", "pages"), ("build",)):
        status, out, err = said(capsys, *arguments)
        assert (status, err) == (1, ""), arguments
        assert "error[quotation-" in out
    assert not (project / "other").exists()


def test_a_project_without_a_site(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "mkdocs.yml").unlink()
    assert said(capsys, "check")[0] == 0
    assert said(capsys, "build")[0] == 2


@pytest.mark.parametrize(
    "error", [RuntimeError("boom\n::error::x\x1b[2J"), RecursionError(), AssertionError("no")]
)
def test_a_bug_is_ours(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> None:
        error.add_note("in rule some-rule")
        raise error

    monkeypatch.setattr(app, "check_configured", fail)
    status, out, err = said(capsys, "check")
    assert (status, out) == (3, "")
    assert "Traceback" in err
    assert "in rule some-rule" in err
    assert "this is a bug in On Record" in err
    assert not any(line.lstrip().startswith("::") for line in err.splitlines())
    assert "\x1b" not in err


def test_interrupted(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "check_configured", interrupt)
    assert said(capsys, "check") == (130, "", "")


def test_a_warning_fails_when_asked(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "docs" / "about.md").unlink()
    outcome = app.check_project(project)
    warnings = [replace(found, severity=Severity.WARNING) for found in outcome.findings]
    assert warnings
    (project / "docs" / "about.md").write_text("# About\n\n" + "word " * 20, "utf-8")
    clean = app.check_project(project)
    monkeypatch.setattr(app, "check_configured", lambda *_: app.with_findings(clean, warnings))
    assert said(capsys, "check")[0] == 0
    assert said(capsys, "check", "--strict")[0] == 1


def test_the_step_summary(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    change(project / FACTS, "quote: The committee", "quote: A committee")
    file = tmp_path / "summary.md"
    file.write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    assert said(capsys, "check")[0] == 1
    assert file.read_text("utf-8") == "before\n"
    assert said(capsys, "check", "--format", "github")[0] == 1
    assert file.read_text("utf-8").startswith("before\n<h3>On Record: the site is not built</h3>")
    file.write_text("x" * (1024 * 1024 - 100), "utf-8")
    assert said(capsys, "check", "--format", "github")[0] == 1
    assert file.stat().st_size <= 1024 * 1024
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "such"))
    status, out, err = said(capsys, "check", "--format", "github")
    assert (status, "::error" in out, "cannot write the step's summary" in err) == (2, True, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments", [("check",), ("--help",), ("--version",), ("rule",), ("check", "--format", "json")]
)
def test_output_that_cannot_be_written_is_never_a_success(project: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert run.returncode == 2
    assert run.stderr.decode().splitlines() == ["onrecord: cannot write: No space left on device"]


@pytest.mark.skipif(os.name == "nt", reason="descriptors are closed otherwise there")
def test_closed_output(project: Path) -> None:
    run = subprocess.run(
        ["sh", "-c", f"'{PROGRAM}' check >&-"], capture_output=True, env=environment(), check=False
    )
    assert run.returncode == 2
    assert run.stderr.decode() == "onrecord: cannot write: standard output is closed\n"
    change(project / FACTS, "quote: The committee", "quote: A committee")
    run = subprocess.run(["sh", "-c", f"'{PROGRAM}' check >&- 2>&-"], env=environment(), check=False)
    assert run.returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_broken_pipe_is_quiet(project: Path) -> None:
    read, write_end = os.pipe()
    os.close(read)
    run = subprocess.run(
        [PROGRAM, "check"], stdout=write_end, stderr=subprocess.PIPE, env=environment(), check=False
    )
    os.close(write_end)
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_any_terminal(project: Path, encoding: str) -> None:
    change(project / FACTS, "quote: The committee", "quote: 漢字 “é” committee")
    run = subprocess.run(
        [PROGRAM, "check"],
        capture_output=True,
        env=environment(PYTHONIOENCODING=encoding, LC_ALL="C"),
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr == b""
    assert b"committee" in run.stdout


def test_colour(project: Path) -> None:
    change(project / FACTS, "quote: The committee", "quote: A committee")
    assert "\x1b" not in onrecord("check", cwd=project).stdout
    assert "\x1b[31;1merror" in onrecord("check", cwd=project, FORCE_COLOR="1").stdout
    assert "\x1b" not in onrecord("check", "--format", "json", cwd=project, FORCE_COLOR="1").stdout


def test_colour_on_a_terminal(project: Path) -> None:
    pty = pytest.importorskip("pty")
    change(project / FACTS, "quote: The committee", "quote: A committee")
    for more, coloured in (
        ({"TERM": "xterm"}, True),
        ({"NO_COLOR": "1"}, False),
        ({"CI": "true"}, False),
        ({"TERM": "dumb"}, False),
    ):
        ours, theirs = pty.openpty()
        run = subprocess.run(
            [PROGRAM, "check"], stdout=theirs, env=environment(**{"TERM": "xterm", **more}), check=False
        )
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        os.close(ours)
        assert run.returncode == 1
        assert (b"\x1b[" in shown) is coloured, more


@pytest.mark.parametrize(
    "before", [(), ("-C", "."), ("-C.",), ("--project", "check"), ("--project=.",), ("-C", "find", "-C", ".")]
)
def test_only_the_command_asked_for_is_imported(tmp_path: Path, before: tuple[str, ...]) -> None:
    (tmp_path / "check").mkdir()
    program = (
        "import sys, onrecord.cli\n"
        "try: onrecord.cli.main()\n"
        "except SystemExit: pass\n"
        "print(*sorted(name for name in sys.modules if name.startswith('onrecord.commands.')))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *before, "take-down", "--help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines()[-1] == "onrecord.commands.take_down"
