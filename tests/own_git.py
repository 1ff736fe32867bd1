"""Git with nobody's settings, for tests that need a repository of their own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""What tells git to work elsewhere than in the folder it is called in."""
NOBODYS = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
"""The environment in which git reads no settings but the repository's."""


def git(folder: Path, *arguments: str) -> str:
    """What git says in ``folder``; raises CalledProcessError where it fails."""
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    run = subprocess.run(
        ["git", *name, *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **NOBODYS},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def committed(folder: Path) -> Path:
    """The folder as a repository on the branch ``main``, with all that is in it in one commit."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "one")
    return folder
