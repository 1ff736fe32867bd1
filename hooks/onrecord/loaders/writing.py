"""Files written whole or not at all: first beside their place, and then into it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkstemp

from onrecord.mistake import Mistake


def rewrite(root: Path, files: Mapping[str, tuple[bytes, bytes]]) -> None:
    """Replace the content of files of the project at ``root``: by path, what they hold and what they are to.

    Each new content is written beside its file first, and takes its place when all of them are written.
    Raises `Mistake` where that cannot be done, and where a file does not hold what was read any more.
    """
    ready: dict[str, Path] = {}
    path = ""
    try:
        for path, (_, content) in files.items():
            ready[path] = _beside(root / path, content)
        for path, (before, _) in files.items():
            if (root / path).is_symlink() or (root / path).read_bytes() != before:
                raise Mistake(f"{path} changed in the meantime: run this again")
        for path, made in ready.items():
            made.replace(root / path)
    except OSError as error:
        raise Mistake(f"cannot write {path}: {error.strerror}") from error
    finally:
        for made in ready.values():
            made.unlink(missing_ok=True)


def delete(root: Path, paths: Iterable[str]) -> None:
    """Delete files of the project at ``root``. Raises `Mistake` where one cannot be."""
    for path in paths:
        try:
            (root / path).unlink()
        except OSError as error:
            raise Mistake(f"cannot delete {path}: {error.strerror}; delete it by hand") from error


def write_whole(file: Path, content: bytes) -> None:
    """Write a file that the operator named, or put ``content`` in its place. Raises `Mistake`.

    A device or a pipe stays what it is, and is written to. What a link leads to is not written, nor the link.
    """
    made: Path | None = None
    try:
        if file.is_symlink():
            raise Mistake(f"cannot write {str(file)!r}: it is a link; name the file itself")
        if file.is_dir():
            raise Mistake(f"cannot write {str(file)!r}: it is a folder")
        if file.exists() and not file.is_file():
            file.write_bytes(content)
            return
        made = _beside(file, content)
        made.replace(file)
    except OSError as error:
        raise Mistake(f"cannot write {file}: {error.strerror}") from error
    finally:
        if made is not None:
            made.unlink(missing_ok=True)


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write new files into ``folder``: each whole, and all or none. Raises `Mistake` where one is there."""
    there = {path.name.lower() for path in folder.iterdir()}
    for name in files:
        if name.lower() in there:
            raise Mistake(f"there is {folder.name}/{name} already: take another --id; nothing is written")
    made: list[Path] = []
    try:
        for name, content in files.items():
            beside = _beside(folder / name, content)
            try:
                beside.replace(folder / name)
            finally:
                beside.unlink(missing_ok=True)
            made.append(folder / name)
    except OSError as error:
        for path in made:
            path.unlink(missing_ok=True)
        raise Mistake(f"cannot write to {folder}: {error.strerror}") from error


def _beside(target: Path, content: bytes) -> Path:
    """A file with ``content`` beside ``target``, with its permissions; programs pass it over by its name."""
    descriptor, name = mkstemp(prefix=".onrecord-", dir=target.parent)
    made = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        if target.exists():
            shutil.copymode(target, made)
        else:
            made.chmod(0o666 & ~_mask())
    except BaseException:
        made.unlink()
        raise
    return made


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
