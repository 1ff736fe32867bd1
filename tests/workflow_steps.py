"""The steps of a workflow or an action, run as a runner runs them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def run_script(script: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step with ``shell: bash`` in ``cwd``; besides the path it sees ``environment``."""
    file = cwd.parent / "step.sh"
    file.write_text(script, "utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", file],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
