"""Where a file may be written that somebody named: not where a link leads, and never over a device."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from onrecord.loaders.writing import write_whole
from onrecord.mistake import Mistake


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_stays_a_pipe_and_is_written_to(tmp_path: Path) -> None:
    """As `/dev/null` stays what it is, where somebody may write to its folder."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"what changed")
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert os.read(reader, 100) == b"what changed"
    finally:
        os.close(reader)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path, is_there: bool) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    if is_there:
        target.write_bytes(b"before")
    link.symlink_to(target)
    with pytest.raises(Mistake, match="it is a link"):
        write_whole(link, b"after")
    assert link.is_symlink()
    assert target.exists() == is_there
    assert not is_there or target.read_bytes() == b"before"
