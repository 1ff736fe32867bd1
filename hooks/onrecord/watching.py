"""When to check again: what changed in some folders, seen by looking at them over and over."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

PAUSE = 0.2
"""Seconds between two looks."""


class Stamp(NamedTuple):
    """What tells one state of a file from another without reading it."""

    changed: int
    size: int
    number: int


State = Mapping[str, Stamp]


def state_of(root: Path, folders: tuple[str, ...]) -> State:
    """The files of ``folders`` of the project at ``root``, by path. What cannot be looked at is not there."""
    state: dict[str, Stamp] = {}
    for folder in folders:
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    found = entry.stat(follow_symlinks=False)
                    state[f"{folder}/{entry.name}"] = Stamp(found.st_mtime_ns, found.st_size, found.st_ino)
        except OSError:  # it is gone, now or since it was listed: the next look will tell
            continue
    return state


def changes(look: Callable[[], State], wait: Callable[[], None]) -> Iterator[tuple[str, ...]]:
    """Yield the paths that changed, first none and then some, whenever a look finds another state.

    What changes while the caller is busy with a yield is found by the next look.
    """
    known = look()
    yield ()
    while True:
        wait()
        seen = look()
        if seen != known:
            different = dict(set(known.items()) ^ set(seen.items()))
            known = seen
            yield tuple(sorted(different))
