"""A stand-in for GitHub: a repository, pull requests to it, and a runner for the workflow that comments."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import fake_gh
from gate.example import write
from source_tree import ROOT
from workflow_steps import run_script

FILE = ROOT / ".github" / "workflows" / "comment.yml"
WORKFLOW = yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader)
JOB: dict[str, Any] = WORKFLOW["jobs"]["comment"]
RUN_ADDRESS = f"https://example.org/{fake_gh.REPOSITORY}/runs/7"
_NOBODYS = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


def git(folder: Path, *arguments: str) -> str:
    """What git says in ``folder``, without anybody's settings."""
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    run = subprocess.run(
        ["git", *name, *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **_NOBODYS},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def _given(step: dict[str, Any], head: str) -> dict[str, str]:
    """The environment that the job and the ``step`` set, for a Check of the commit ``head``."""
    values = {
        "github.event.workflow_run.head_sha": head,
        "github.event.workflow_run.html_url": RUN_ADDRESS,
        "github.token": fake_gh.TOKEN,
    }
    given: dict[str, str] = {**JOB["env"], **step.get("env", {})}
    return {name: _EXPRESSION.sub(lambda found: values[found[1]], text) for name, text in given.items()}


class Ran(NamedTuple):
    """What became of a job: the status of its last step, and what all of them wrote."""

    status: int
    out: str
    errors: str


class Forge:
    """The small project on a server, and a runner that has a new disk for each run.

    ``fork`` is where the author of pull requests works, ``runner`` where the job has its checkout.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.server = root / "server.git"
        self.fork = root / "fork"
        self.runner = root / "runner" / "checkout"
        self._number = 0
        self.state: dict[str, Any] = {"pulls": [], "comments": [], "refused": []}
        git(root, "init", "-q", "--bare", "-b", "main", str(self.server))
        git(root, "init", "-q", "-b", "main", str(self.fork))
        write(self.fork)
        self.main = self._commit("refs/heads/main")

    def _commit(self, *references: str) -> str:
        git(self.fork, "add", "--all")
        git(self.fork, "commit", "-q", "--allow-empty", "-m", "a change")
        for reference in references:
            git(self.fork, "push", "-q", "--force", str(self.server), f"HEAD:{reference}")
        return git(self.fork, "rev-parse", "HEAD")

    def push(self, change: Callable[[Path], object], number: int = 1, base: str = "main") -> str:
        """Add a commit with a ``change`` to a pull request, which is opened by the first; its id."""
        change(self.fork)
        head = self._commit(f"refs/pull/{number}/head")
        pull = {"number": number, "state": "open", "head": {"sha": head}, "base": {"ref": base}, "later": {}}
        self.state["pulls"] = [one for one in self.state["pulls"] if one["number"] != number] + [pull]
        return head

    def comment(self, body: str, by: str = fake_gh.BOT) -> dict[str, Any]:
        """Add a comment of somebody to the first pull request."""
        made = {"id": 1 + len(self.state["comments"]), "on": 1, "user": {"login": by}, "body": body}
        self.state["comments"].append(made)
        return made

    def said(self, number: int = 1) -> list[str]:
        """The comments on a pull request."""
        return [comment["body"] for comment in self.state["comments"] if comment["on"] == number]

    def run(self, head: str) -> Ran:
        """Run the job for a Check of the commit ``head``, on a new disk."""
        self._number += 1
        workplace = self.root / f"runner-{self._number}"
        self.runner = workplace / "checkout"
        programs = self._programs(workplace)
        (programs.parent / "state.json").write_text(json.dumps(self.state), "utf-8")
        git(workplace, "clone", "-q", str(self.server), str(self.runner))
        ran = Ran(0, "", "")
        for step in (step for step in JOB["steps"] if "run" in step and ran.status == 0):
            environment = {
                "PATH": f"{programs}:{os.environ['PATH']}",
                "RUNNER_TEMP": str(workplace / "temporary"),
                "GITHUB_REPOSITORY": fake_gh.REPOSITORY,
                **_NOBODYS,
                **_given(step, head),
            }
            done = run_script(step["run"], self.runner, **environment)
            ran = Ran(done.returncode, ran.out + done.stdout, ran.errors + done.stderr)
        self.state = json.loads((programs.parent / "state.json").read_text("utf-8"))
        return ran

    def _programs(self, workplace: Path) -> Path:
        """Programs of the runner: a ``gh`` that asks `fake_gh`, a ``python3`` that notes what it is to do."""
        programs = workplace / "server" / "bin"
        installed = workplace / "temporary" / "onrecord" / "bin"
        for folder in (programs, installed):
            folder.mkdir(parents=True)
        note = f"#!/bin/sh\nprintf '%s\\n' \"$PWD: $*\" >> '{workplace}/installed'\n"
        ask = f"#!/bin/sh\nexec '{sys.executable}' -I '{fake_gh.__file__}' '{programs.parent}' \"$@\"\n"
        made = {programs / "python3": note, installed / "python": note, programs / "gh": ask}
        for file, script in made.items():
            file.write_text(script, "utf-8")
            file.chmod(0o755)
        (installed / "onrecord").symlink_to(Path(sys.executable).with_name("onrecord"))
        return programs

    def asked(self) -> list[str]:
        """The requests of the last run, such as ``GET repos/...``, without what stands after ``?``."""
        log = self.runner.parent / "server" / "asked"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        return [line.partition("?")[0] for line in lines]
