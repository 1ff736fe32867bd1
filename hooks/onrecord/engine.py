"""The site generator, run as a program of its own: what it does to its process cannot reach ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from onrecord.publish import Workplace

QUIET_ENGINE = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""What keeps MkDocs' theme from telling newcomers about a version that nobody here uses."""


class EngineFailed(Exception):
    """The site generator stopped; the message is what it wrote."""


def run(file: Path, workplace: Workplace, *, strict: bool) -> None:
    """Have MkDocs build the site of the configuration ``file`` in a ``workplace``. Raises `EngineFailed`."""
    options = [
        "--config-file",
        str(file),
        "--site-dir",
        str(workplace.folder),
        *(["--strict"] if strict else []),
    ]
    ended = subprocess.run(
        [sys.executable, "-P", "-m", "mkdocs", "build", *options],
        env={**QUIET_ENGINE, **os.environ, "PYTHONIOENCODING": "utf-8:backslashreplace"},
        cwd=file.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=workplace.claims,
        check=False,
    )
    if ended.returncode:
        raise EngineFailed(ended.stdout.decode("utf-8", "replace"))
