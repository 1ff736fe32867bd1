"""The action and the hooks for other repositories: what they may do, and their steps run as by a runner."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from gate.example import change, write
from onrecord.command import Command, Parser
from onrecord.commands import check
from source_tree import ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GUIDE = (ROOT / "docs" / "ci.md").read_text("utf-8")
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
SCRIPTS = {step["name"]: step for step in STEPS if "run" in step}
USES = re.compile(r"uses:\s+(\S+@[0-9a-f]{40}) # v[\d.]+$", re.MULTILINE)
DAM = "facts/dam.yml"


def defaults(**given: str) -> dict[str, str]:
    """The environment of the checking step: its inputs as they are by default, and those ``given``."""
    inputs = {name: entry["default"] for name, entry in ACTION["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in given.items()
    }
    env = SCRIPTS["Check the claims"]["env"]
    return {
        name: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in env.items()
    }


def run_step(name: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does for ``shell: bash``."""
    script = cwd.parent / "step.sh"
    script.write_text(SCRIPTS[name]["run"], "utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


class Repository:
    """A repository with the small project, checked out by a runner that has the package installed."""

    def __init__(self, root: Path) -> None:
        self.root = write(root / "repository")
        self.temporary = root / "temporary"
        self.summary = root / "summary.md"
        programs = self.temporary / "onrecord" / "bin"
        programs.mkdir(parents=True)
        (programs / "onrecord").symlink_to(Path(sys.executable).with_name("onrecord"))

    def check(self, **given: str) -> subprocess.CompletedProcess[str]:
        self.summary.unlink(missing_ok=True)
        return run_step(
            "Check the claims",
            self.root,
            RUNNER_TEMP=str(self.temporary),
            GITHUB_STEP_SUMMARY=str(self.summary),
            **defaults(**given),
        )


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_a_green_run(repository: Repository) -> None:
    run = repository.check()
    assert (run.returncode, run.stderr) == (0, "")
    assert "::error" not in run.stdout
    assert "not checked: whether the sources are right" in run.stdout
    assert "<h3>On Record: nothing to mend</h3>" in repository.summary.read_text("utf-8")


def test_a_red_run(repository: Repository) -> None:
    change(repository.root / DAM, "quote: The committee", "quote: A committee")
    run = repository.check()
    assert (run.returncode, run.stderr) == (1, "")
    assert f"::error file={DAM},line=10," in run.stdout
    assert repository.summary.read_text("utf-8").count("<tr>") == 2


@pytest.mark.parametrize(("form", "name"), [("sarif", "onrecord.sarif"), ("junit", "onrecord.xml")])
def test_a_report_comes_with_the_annotations(repository: Repository, form: str, name: str) -> None:
    change(repository.root / DAM, "quote: The committee", "quote: A committee")
    run = repository.check(format=form, output=name)
    assert run.returncode == 1
    assert run.stdout.count("::error ") == 1
    assert repository.summary.read_text("utf-8").count("<h3>") == 1
    report = (repository.root / name).read_text("utf-8")
    assert "visited" in report
    if form == "sarif":
        assert len(json.loads(report)["runs"][0]["results"]) == 1


def test_a_warning_fails_where_that_is_asked_for(repository: Repository) -> None:
    seed = b"A second report, on the bridge at Ashby, from which no claim is taken.\n"
    (repository.root / "seeds" / "bridge.txt").write_bytes(seed)
    metadata = f"id: bridge\nfile: bridge.txt\nsha256: {sha256(seed).hexdigest()}\ntitle: The bridge\n"
    (repository.root / "seeds" / "bridge.yml").write_text(metadata, "utf-8")
    lenient, strict = (repository.check(fail_on=severity) for severity in ("error", "warning"))
    assert lenient.stdout == strict.stdout
    assert "::warning file=seeds/bridge.yml," in lenient.stdout
    assert (lenient.returncode, strict.returncode) == (0, 1)


def test_only_the_paths_that_are_asked_for(repository: Repository) -> None:
    change(repository.root / DAM, "quote: The committee", "quote: A committee")
    assert repository.check(paths=f"{DAM}\n\nseeds/report.yml\n").returncode == 1
    elsewhere = repository.check(paths="seeds/report.yml\n")
    assert elsewhere.returncode == 0
    assert "not shown: 1 error outside the files that you named" in elsewhere.stdout


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"fail_on": "never"}, "fail-on is neither error nor warning"),
        ({"format": "sarif"}, "output has to name the file"),
        ({"format": "yaml", "output": "x"}, "invalid choice: 'yaml'"),
        ({"format": "--version", "output": "x"}, "invalid choice: '--version'"),
        ({"paths": "--version"}, "/repository/--version"),
        ({"paths": "$(touch acted)\n`touch acted`"}, "/repository/$(touch acted)"),
        ({"format": "sarif", "output": "nowhere/x"}, "nowhere/x"),
    ],
)
def test_a_wrong_input_fails_and_does_nothing(
    repository: Repository, given: dict[str, str], words: str
) -> None:
    run = repository.check(**given)
    assert run.returncode != 0
    assert words in run.stderr
    assert not (repository.root / "acted").exists()


def test_the_package_is_installed_from_the_action_itself(tmp_path: Path) -> None:
    (tmp_path / "repository").mkdir()
    programs = tmp_path / "bin"
    programs.mkdir()
    log = tmp_path / "log"
    fake = f"""#!/bin/sh
echo "$@" >> '{log}'
if [ "$2 $3" = "-m venv" ]; then mkdir -p "$4/bin" && cp "$0" "$4/bin/python"; fi
"""
    (programs / "python3").write_text(fake, "utf-8")
    (programs / "python3").chmod(0o755)
    run = run_step(
        "Install On Record",
        tmp_path / "repository",
        PATH=f"{programs}:{os.environ['PATH']}",
        RUNNER_TEMP=str(tmp_path / "temporary files"),
        GITHUB_ACTION_PATH=str(tmp_path / "the action"),
    )
    assert (run.returncode, run.stderr) == (0, "")
    made, installed = log.read_text("utf-8").splitlines()
    assert made == f"-I -m venv {tmp_path}/temporary files/onrecord"
    assert installed.startswith("-I -m pip install ")
    assert installed.endswith(f" {tmp_path}/the action")


def test_the_action_may_do_next_to_nothing() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    assert ACTION["runs"]["using"] == "composite"
    assert not re.search(r"secrets\.|github\.token|GITHUB_TOKEN|GITHUB_ENV|GITHUB_PATH", text)
    for step in SCRIPTS.values():
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "an input put into a script is run as a script"
    assert all(
        entry["description"] and isinstance(entry["default"], str) for entry in ACTION["inputs"].values()
    )


def test_no_commit_of_an_action_is_invented() -> None:
    known = {use for path in WORKFLOWS for use in USES.findall(path.read_text("utf-8"))}
    for text in ((ROOT / "action.yml").read_text("utf-8"), GUIDE):
        assert text.count("uses: actions/") == len(USES.findall(text))
        assert set(USES.findall(text)) <= known


def test_the_guide_names_every_input() -> None:
    assert [*re.findall(r"^\| `([a-z-]+)` \|", GUIDE, re.MULTILINE)] == [*ACTION["inputs"]]
    for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL):
        for step in [s for job in (yaml.safe_load(block).get("jobs") or {}).values() for s in job["steps"]]:
            if "/onrecord@" in step.get("uses", ""):
                assert step.get("with", {}).keys() <= ACTION["inputs"].keys()


def test_the_hooks_are_commands_that_exist() -> None:
    assert [hook["id"] for hook in HOOKS][:1] == ["onrecord-check"]
    for hook in HOOKS:
        program, command, *options = hook["entry"].split()
        assert (program, command, hook["language"]) == ("onrecord", "check", "python")
        assert hook["pass_filenames"] is False
        assert f"id: {hook['id']}" in GUIDE
        parser = Parser()
        assert isinstance(check.COMMAND, Command)
        check.COMMAND.arguments(parser)
        parser.parse_args(options)
        touched = ["facts/dam.yml", "seeds/report.txt", "docs/facts/x.md", "README.md"]
        assert [bool(re.search(hook["files"], path)) for path in touched] == [True, True, False, False]
