"""The commands as people run them: as processes, with nothing of the tests' environment that matters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

UNSET = {"CI", "NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", "SITE_URL", "SOURCE_DATE_EPOCH"}


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **more}


def run(program: str, *arguments: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run one of the virtual environment's programs and return what it said."""
    return subprocess.run(
        [Path(sys.executable).with_name(program), *arguments],
        cwd=cwd,
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def onrecord(*arguments: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return run("onrecord", *arguments, cwd=cwd, **more)


def mkdocs(*arguments: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return run("mkdocs", *arguments, cwd=cwd, **more)
