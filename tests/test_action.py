"""The action and the hooks for other repositories: what they may do, and their steps run as by a runner."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from gate.example import change, write
from onrecord.command import Command, Parser
from own_git import git
from source_tree import ROOT
from workflow_steps import run_script

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SKELETON_WORKFLOWS = ROOT / "hooks" / "onrecord" / "skeleton" / "dot-github" / "workflows"
WORKFLOWS_OF_CHECKS = [ROOT / ".github" / "workflows" / "check.yml", SKELETON_WORKFLOWS / "check.yml"]
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
    return run_script(SCRIPTS[name]["run"], cwd, **environment)


class Repository:
    """A repository with the small project, checked out by a runner that has the package installed."""

    def __init__(self, root: Path) -> None:
        self.root = write(root / "repository")
        self.temporary = root / "temporary"
        self.summary = root / "summary.md"
        programs = self.temporary / "onrecord" / "bin"
        programs.mkdir(parents=True)
        (programs / "onrecord").symlink_to(Path(sys.executable).with_name("onrecord"))

    def published(self) -> str:
        """The commit with everything as it is now, which is made."""
        git(self.root, "init", "-q")
        git(self.root, "add", "--all")
        git(self.root, "commit", "-q", "-m", "published")
        return git(self.root, "rev-parse", "HEAD")

    def check(self, **given: str) -> subprocess.CompletedProcess[str]:
        self.summary.unlink(missing_ok=True)
        return run_step(
            "Check the claims",
            self.root,
            RUNNER_TEMP=str(self.temporary),
            GITHUB_STEP_SUMMARY=str(self.summary),
            GIT_CONFIG_GLOBAL=os.devnull,
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


def test_what_changed_since_a_revision_is_for_reviewers(repository: Repository) -> None:
    base = repository.published()
    change(repository.root / DAM, "text: The gate was opened", "text: The gate opened")
    assert repository.check().returncode == 0
    assert not (repository.root / "claims.md").exists()
    run = repository.check(base=base)
    assert (run.returncode, run.stderr) == (1, "")
    assert f"::error file={DAM},line=18," in run.stdout
    assert "title=published-claim-changed::" in run.stdout
    claims = (repository.root / "claims.md").read_text("utf-8")
    assert "1 claim reworded" in claims
    summary = repository.summary.read_text("utf-8")
    assert summary.count("<h3>") == 1
    assert "published" in summary
    assert summary.endswith(claims)


def test_a_report_has_what_changed_in_silence_too(repository: Repository) -> None:
    base = repository.published()
    change(repository.root / DAM, "text: The gate was opened", "text: The gate opened")
    run = repository.check(base=base, format="json", output="found.json", claims="for reviewers.md")
    assert run.returncode == 1
    (finding,) = json.loads((repository.root / "found.json").read_text("utf-8"))["findings"]
    assert finding["rule"] == "published-claim-changed"
    assert "1 claim reworded" in (repository.root / "for reviewers.md").read_text("utf-8")


def test_where_nothing_changed_the_comparison_is_green_and_warnings_fail_if_asked_for(
    repository: Repository,
) -> None:
    base = repository.published()
    assert repository.check(base=base).returncode == 0
    (repository.root / "seeds" / "bridge.txt").write_text("A report on the bridge at Ashby.\n", "utf-8")
    digest = sha256(b"A report on the bridge at Ashby.\n").hexdigest()
    metadata = f"id: bridge\nfile: bridge.txt\nsha256: {digest}\ntitle: The bridge\n"
    (repository.root / "seeds" / "bridge.yml").write_text(metadata, "utf-8")
    runs = [repository.check(base=base, fail_on=severity).returncode for severity in ("error", "warning")]
    assert runs == [0, 1]


def test_a_summary_that_is_nearly_full_is_not_made_too_long(repository: Repository) -> None:
    base = repository.published()
    script = SCRIPTS["Check the claims"]["run"]
    full = repository.root.parent / "full.md"
    full.write_text("x" * (2**20 - 300), "utf-8")
    run = run_script(
        script,
        repository.root,
        RUNNER_TEMP=str(repository.temporary),
        GITHUB_STEP_SUMMARY=str(full),
        **defaults(base=base),
    )
    assert run.returncode == 0
    assert full.stat().st_size <= 2**20
    assert (repository.root / "claims.md").exists()


def test_a_file_of_the_repository_is_never_taken_for_what_changed(repository: Repository) -> None:
    (repository.root / "claims.md").write_text("All is well.\n", "utf-8")
    repository.published()
    assert repository.check(base="f" * 40).returncode == 2
    assert not (repository.root / "claims.md").exists()
    elsewhere = repository.root.parent / "elsewhere"
    elsewhere.write_text("mine", "utf-8")
    (repository.root / "claims.md").symlink_to(elsewhere)
    assert repository.check(base="HEAD").returncode == 0
    assert elsewhere.read_text("utf-8") == "mine"
    assert not (repository.root / "claims.md").is_symlink()


def test_c6_few_annotations_a_whole_summary_and_no_token(repository: Repository) -> None:
    """C6: of 40 findings 10 ``::error`` lines, the last says 31 more, the summary has all 40; no token."""
    claims = "".join(
        f"  - id: wrong-{n}\n    text: The gate was shut.\n    evidence:\n      - quote: The gate was shut.\n"
        f"        source: '{n}%, ::error::acted <b>|`@octocat`'\n"
        for n in range(40)
    )
    with (repository.root / DAM).open("a", encoding="utf-8") as file:
        file.write(claims)
    run = repository.check()
    assert run.returncode == 1
    commands = [line for line in run.stdout.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == 10
    assert all(re.fullmatch(r"::error [^:]*::[^\r\n]*", line) for line in commands)
    assert commands[-1].startswith("::error title=And 31 more::31 more findings: see the summary")
    assert "'0%25, ::error::acted <b>|`@octocat`'" in commands[0]
    assert not re.search(r"%(?!25|0A|0D|3A|2C)", "".join(commands))
    summary = repository.summary.read_text("utf-8")
    assert summary.count("<tr>") == 1 + 40
    assert not re.search(r"<b>|@octocat|`", summary)
    for path in (ROOT / "action.yml", *WORKFLOWS_OF_CHECKS):
        assert not re.search(r"secrets\.|github\.token|_TOKEN|: write|_target", path.read_text("utf-8"))


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
        ({"base": "HEAD", "paths": DAM}, "base compares all claims"),
        ({"base": "HEAD", "claims": "-"}, "claims has to name a file"),
        ({"base": "--version"}, "git knows no revision '--version'"),
        ({"base": "$(touch acted)"}, "git knows no revision '$(touch acted)'"),
        ({"base": "HEAD", "claims": "nowhere/x"}, "nowhere/x"),
    ],
)
def test_a_wrong_input_fails_and_does_nothing(
    repository: Repository, given: dict[str, str], words: str
) -> None:
    if "base" in given:
        repository.published()
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


@pytest.mark.parametrize("path", WORKFLOWS_OF_CHECKS)
def test_a_merge_queue_is_compared_with_what_it_merges_into(path: Path) -> None:
    workflow = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    assert workflow["on"] == {"pull_request": "", "merge_group": ""}
    (steps,) = (job["steps"] for job in workflow["jobs"].values())
    (base,) = (step["env"]["BASE"] for step in steps if "BASE" in step.get("env", {}))
    assert base == "${{ github.event.pull_request.base.sha || github.event.merge_group.base_sha }}"
    assert base in GUIDE


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
        program, name, *options = hook["entry"].split()
        assert (program, hook["language"]) == ("onrecord", "python")
        assert hook["pass_filenames"] is False
        assert f"id: {hook['id']}" in GUIDE
        command = import_module(f"onrecord.commands.{name}").COMMAND
        assert isinstance(command, Command)
        parser = Parser()
        command.arguments(parser)
        parser.parse_args(options)
        reads_sources = name == "check"
        touched = ["facts/dam.yml", "seeds/report.txt", "docs/facts/x.md", "README.md"]
        asked = [bool(re.search(hook["files"], path)) for path in touched]
        assert asked == [True, reads_sources, False, False]
