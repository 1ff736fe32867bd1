"""A stand-in for GitHub: a repository, pull requests to it, comments, and a runner for jobs that comment."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import fake_gh
from gate.example import write
from own_git import NOBODYS, git
from source_tree import ROOT
from workflow_steps import run_script

FILE = ROOT / ".github" / "workflows" / "comment.yml"
WORKFLOW = yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader)
JOB: dict[str, Any] = WORKFLOW["jobs"]["comment"]
RUN_ADDRESS = f"https://example.org/{fake_gh.REPOSITORY}/runs/7"
_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


class Ran(NamedTuple):
    """What became of a job: the status of its last step, and what all of them wrote."""

    status: int
    out: str
    errors: str


class Jobs:
    """Jobs that comment, each on a runner with a new disk, and the comments that there are.

    ``runner`` is where the last job had its checkout.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.runner = root / "runner" / "checkout"
        self._number = 0
        self.state: dict[str, Any] = {"pulls": [], "issues": [], "comments": [], "refused": []}

    def comment(self, body: str | None, by: str = fake_gh.BOT) -> dict[str, Any]:
        """Add a comment of somebody to the first pull request or issue."""
        made = {"id": 1 + len(self.state["comments"]), "on": 1, "user": {"login": by}, "body": body}
        self.state["comments"].append(made)
        return made

    def said(self, number: int = 1) -> list[str]:
        """The comments on a pull request or issue."""
        return [comment["body"] for comment in self.state["comments"] if comment["on"] == number]

    def asked(self) -> list[str]:
        """The requests of the last job, such as ``GET repos/...``, without what stands after ``?``."""
        log = self.runner.parent / "server" / "asked"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        return [line.partition("?")[0] for line in lines]

    def run_job(
        self,
        job: dict[str, Any],
        check_out: Callable[[Path], object],
        values: Mapping[str, str],
        event: object = None,
    ) -> Ran:
        """Run the scripts of a ``job`` for an ``event`` until one fails.

        ``check_out`` makes the checkout, and ``values`` are what expressions stand for.
        """
        self._number += 1
        workplace = self.root / f"runner-{self._number}"
        self.runner = workplace / "checkout"
        programs = self._programs(workplace)
        (programs.parent / "state.json").write_text(json.dumps(self.state), "utf-8")
        (workplace / "event.json").write_text(json.dumps(event), "utf-8")
        check_out(self.runner)
        values = {**values, "github.token": fake_gh.TOKEN}
        ran = Ran(0, "", "")
        for step in (step for step in job["steps"] if "run" in step and ran.status == 0):
            given: dict[str, str] = {**job.get("env", {}), **step.get("env", {})}
            environment = {
                "PATH": f"{programs}:{os.environ['PATH']}",
                "RUNNER_TEMP": str(workplace / "temporary"),
                "GITHUB_REPOSITORY": fake_gh.REPOSITORY,
                "GITHUB_EVENT_PATH": str(workplace / "event.json"),
                "GITHUB_SHA": fake_gh.COMMIT,
                **NOBODYS,
                **{name: _EXPRESSION.sub(lambda one: values[one[1]], text) for name, text in given.items()},
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


class Forge(Jobs):
    """The small project on a server, with pull requests; ``fork`` is where their author works."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.server = root / "server.git"
        self.fork = root / "fork"
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

    def run(self, head: str) -> Ran:
        """Run the job for a Check of the commit ``head``."""

        def clone(checkout: Path) -> None:
            git(self.root, "clone", "-q", str(self.server), str(checkout))

        event = "github.event.workflow_run"
        return self.run_job(JOB, clone, {f"{event}.head_sha": head, f"{event}.html_url": RUN_ADDRESS})
