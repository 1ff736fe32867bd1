"""What tests of commands have in common: to run one, and to put a source into a project."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from onrecord.cli import main


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run a command; its exit status, and what it wrote to standard output and to standard error."""
    status = main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def put_source(root: Path, id: str, text: str) -> None:
    """Add a source with its metadata to the project at ``root``."""
    seed = text.encode()
    (root / "seeds").mkdir(exist_ok=True)
    (root / "seeds" / f"{id}.txt").write_bytes(seed)
    digest = hashlib.sha256(seed).hexdigest()
    (root / "seeds" / f"{id}.yml").write_text(
        f"id: {id}\nfile: {id}.txt\nsha256: {digest}\ntitle: The source {id}\n", "utf-8"
    )
