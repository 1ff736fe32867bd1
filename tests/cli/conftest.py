"""The project that commands are tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from gate.example import write


@pytest.fixture
def project(plain_environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small example on disk, as the folder in which commands run."""
    root = write(tmp_path / "project")
    monkeypatch.chdir(root)
    return root
