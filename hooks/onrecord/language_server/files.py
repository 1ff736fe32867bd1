"""The files of a project as an editor has them: those on the disk, with the open documents in their place."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from onrecord.loaders.disk import DiskFiles, Folder, list_folder


class _Stamp(NamedTuple):
    """What changes when a file is written: its time in nanoseconds, its size, and which file it is."""

    time: int
    size: int
    number: int


class ProjectFiles(Mapping[str, bytes]):
    """The files of the folders ``facts`` and ``seeds`` of the project at ``root``, by their path in it.

    A file stays in memory until it changes on the disk. Raises OSError for one that cannot be read.
    """

    def __init__(self, root: Path, facts: str, seeds: str) -> None:
        self._root = root
        self._places: dict[str, Path] = {}
        self._names = facts, seeds
        self._disk = DiskFiles(root)
        self._stamps: dict[str, _Stamp | None] = {}
        self._read: dict[str, bytes] = {}
        self._open: dict[str, bytes] = {}
        self._is_touched = True
        self.folders: tuple[Folder, Folder] = Folder(facts, [], set(), []), Folder(seeds, [], set(), [])

    def holds(self, path: str) -> bool:
        """Whether ``path`` is that of a file right in one of the two folders."""
        folder, _, name = path.rpartition("/")
        return bool(name) and folder in self._names

    def put(self, path: str, content: bytes | None) -> None:
        """Let ``content`` stand for the file at ``path``; None: what lies on the disk stands again."""
        if content is None:
            self._open.pop(path, None)
        else:
            self._open[path] = content
        self._is_touched = True

    def look(self) -> bool:
        """Look at the disk anew; whether anything is not what it was at the last look."""
        facts, seeds = (list_folder(self._root, name) for name in self._names)
        self._disk = DiskFiles(self._root, facts, seeds)
        stamps = {path: self._stamp(path) for path in self._disk}
        was_touched, self._is_touched = self._is_touched, False
        if stamps == self._stamps and not was_touched:
            return False
        for path in [path for path in self._read if stamps.get(path) != self._stamps.get(path)]:
            del self._read[path]
        self._stamps = stamps
        self.folders = self._with_open(facts), self._with_open(seeds)
        return True

    def _stamp(self, path: str) -> _Stamp | None:
        place = self._places.get(path)
        if place is None:  # to make one takes longer than to ask for its time
            place = self._places[path] = self._root / path
        try:
            found = place.stat(follow_symlinks=False)
        except OSError:
            return None
        return _Stamp(found.st_mtime_ns, found.st_size, found.st_ino)

    def _with_open(self, folder: Folder) -> Folder:
        """``folder`` with the documents that were never saved; where one is open, it is not empty."""
        opened = (path.rpartition("/") for path in self._open)
        more = {name for under, _, name in opened if under == folder.path}
        more -= {*folder.names, *folder.refused}
        if not more:
            return folder
        return Folder(folder.path, sorted({*folder.names, *more}), folder.refused, folder.problems)

    def __getitem__(self, path: str) -> bytes:
        if path in self._open:
            return self._open[path]
        content = self._read.get(path)
        if content is None:
            content = self._read[path] = self._disk[path]
        return content

    def __iter__(self) -> Iterator[str]:
        return (f"{folder.path}/{name}" for folder in self.folders for name in folder.names)

    def __len__(self) -> int:
        return sum(len(folder.names) for folder in self.folders)


def project_of(document: Path) -> Path | None:
    """The folder of the project that ``document`` belongs to: the nearest one above with a project in it."""
    for folder in document.parents:
        if (folder / "mkdocs.yml").is_file() or all((folder / name).is_dir() for name in ("facts", "seeds")):
            return folder
    return None


def path_in(root: Path, document: Path) -> str | None:
    """The path of ``document`` in the project at ``root``, with ``/``; None where it is elsewhere."""
    plain = Path(os.path.normpath(document))
    return plain.relative_to(root).as_posix() if plain.is_relative_to(root) else None
