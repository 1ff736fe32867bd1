"""The project that commands are tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from gate.example import write


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small example on disk, as the folder in which commands run."""
    for name in ("GITHUB_STEP_SUMMARY", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    root = write(tmp_path / "project")
    monkeypatch.chdir(root)
    return root
