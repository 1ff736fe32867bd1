"""The files of a folder of the project: what may be read, and nothing that lies or leads outside."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from onrecord.loaders.decoding import LARGEST_SOURCE, LARGEST_YAML
from onrecord.loaders.names import is_passed_over
from onrecord.model import Problem
from onrecord.text import Location, Text

# A file that was swapped for a link or a pipe since it was listed is not followed and blocks nothing.
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
NOTHING: Mapping[str, bytes] = MappingProxyType({})
"""No files at all."""
_AT_ONCE, _IN_PARTS = 1 << 14, 1 << 22


class Folder(Struct, frozen=True):
    """What lies in a folder of the project.

    ``names`` are those of its ordinary files, sorted; ``refused`` those of all else, each with a problem.
    """

    path: str
    names: list[str]
    refused: set[str]
    problems: list[Problem]


class DiskFiles(Mapping[str, bytes]):
    """The files of listed folders by their path in the project; each is read when it is asked for.

    ``instead`` has contents that stand for those on the disk. Raises OSError for a file that cannot be read,
    that is no ordinary one any more, or that is too large.
    """

    def __init__(self, root: Path, *folders: Folder, instead: Mapping[str, bytes | None] = NOTHING) -> None:
        self._root = os.fspath(root)
        self._instead = instead
        self._paths = {f"{folder.path}/{name}": None for folder in folders for name in folder.names}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        if (given := self._instead.get(path)) is not None:
            return given
        most = LARGEST_YAML if path.endswith(".yml") else LARGEST_SOURCE
        descriptor = os.open(f"{self._root}/{path}", _OPEN)
        try:
            return _read(descriptor, most + 1)
        finally:
            os.close(descriptor)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _read(descriptor: int, most: int) -> bytes:
    """The content of a file, but not more than ``most`` bytes of it.

    What is no ordinary file was refused when its folder was listed. One that took its place since then cannot
    make us wait, because nothing waits for it, nor give without end.
    """
    # A copy, because one cut from a larger piece of memory leaves the rest of it in pieces.
    content = bytes(memoryview(os.read(descriptor, _AT_ONCE)))
    more = os.read(descriptor, _AT_ONCE) if content else b""
    if not more:
        return content
    parts = [content, more]
    left = most - len(content) - len(more)
    while left > 0 and (more := os.read(descriptor, min(left, _IN_PARTS))):
        parts.append(more)
        left -= len(more)
    return b"".join(parts)


def list_folder(root: Path, folder: str) -> Folder:
    """List ``folder`` of the project at ``root``. It and what lies in it must not lead out of the project."""
    path = root / folder
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return _nothing(folder, "the folder leads out of the project")
        with os.scandir(path) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return _nothing(folder, f"there is no folder {folder}/")
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links; a NUL in the path
        return _nothing(folder, f"the folder cannot be read: {getattr(error, 'strerror', error)}")
    listed = Folder(folder, [], set(), [])
    for entry in found:
        if is_passed_over(entry.name):
            continue
        if entry.is_file(follow_symlinks=False):
            listed.names.append(_shown(entry.name))
        else:
            listed.refused.add(_shown(entry.name))
            listed.problems.append(_refused(folder, entry))
    return listed


def _nothing(folder: str, message: str) -> Folder:
    location = Location(Text(folder, ""))
    help = f"make the folder {folder}/ in the project and fill it"
    return Folder(folder, [], set(), [Problem("empty-project", message, location, help=help)])


def _refused(folder: str, entry: os.DirEntry[str]) -> Problem:
    if entry.is_symlink():
        message, help = "this is a link to another place", "put the file itself here"
    elif entry.is_dir(follow_symlinks=False):
        return deeper(folder, _shown(entry.name))
    else:
        message, help = "this is no ordinary file", "take it out"
    location = Location(Text(f"{folder}/{_shown(entry.name)}", ""))
    return Problem("unexpected-file", message, location, help=help)


def deeper(folder: str, name: str) -> Problem:
    """The problem of a folder in a folder."""
    location = Location(Text(f"{folder}/{name}", ""))
    help = f"put its files into {folder}/ itself, or take it out"
    return Problem("unexpected-file", "this is a folder, and nothing in it is read", location, help=help)


def _shown(name: str) -> str:
    r"""A file's name as text; bytes of it that are no UTF-8 are written as ``\xff``."""
    if name.isascii():
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
