"""Pages onto the disk: a project's pages as Markdown files, and a finished site in one atomic step."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from onrecord.handwritten import fill_markdown, unbroken
from onrecord.mistake import Mistake
from onrecord.page import Page
from onrecord.searching import indexed, write_index
from onrecord.site import Site

if sys.platform != "win32":
    import fcntl

ASIDE = "-aside"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # Linux: renameat2(2)
_RENAME_SWAP = 2  # macOS: renamex_np(2)


def write_markdown(site: Site, docs: Path, target: Path) -> int:
    """Write every page below ``target`` as a Markdown file that any engine can build; how many there are.

    A generated page is front matter and one block of HTML. Hand-written pages come with what they ask for
    put in, and the other files of ``docs`` as they are; the search index has the generated pages. Raises
    `Mistake` where ``target`` is in use.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Mistake(f"{target} is not an empty folder")
    if docs.is_dir():
        if target.resolve().is_relative_to(docs.resolve()):
            raise Mistake(f"{target} lies in the folder of hand-written pages")
        shutil.copytree(docs, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*"))
    for document in site.documents:
        head = site.heads.get(document.path, "")
        if document.asked() or head:
            written = fill_markdown(document, site.insertions).rstrip("\n")
            block = f"\n\n<div hidden>\n{unbroken(head.strip())}\n</div>" if head else ""
            _write(target / document.file, f"{written}{block}\n")
    for path, name in site.source_names().items():
        _write(target / name, _markdown(site.pages[path], site.heads.get(path, "")))
    write_exports(site, target)
    write_index(indexed(site), target)
    return len(site.pages) + len(site.documents)


def write_exports(site: Site, folder: Path) -> None:
    """Write every file for machines below ``folder``."""
    for export in site.exports.values():
        file = folder / export.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(export.content)


def _write(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8"))


def _markdown(page: Page, head: str) -> str:
    # What belongs into the head stands behind the article: no front matter reaches every engine's head.
    # Themes put these into their templates unescaped.
    keys = {"title": escape(page.title), "description": escape(page.description), "date": page.updated}
    front = "".join(f"{name}: {_quoted(value)}\n" for name, value in keys.items() if value)
    block = unbroken(f"{page.html.strip()}\n{head}".strip())
    return f"---\n{front}---\n\n{block}\n"


def _quoted(text: str) -> str:
    """``text`` as a double-quoted scalar of YAML, in ASCII."""
    parts = []
    for char in text:
        code = ord(char)
        if char in '"\\':
            parts.append(f"\\{char}")
        elif 0x20 <= code <= 0x7E:
            parts.append(char)
        else:
            parts.append(f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}")
    return f'"{"".join(parts)}"'


class Workplace(NamedTuple):
    """A folder to build in, and the open descriptors that keep it ours (a child may keep them too)."""

    folder: Path
    claims: tuple[int, ...]


@contextlib.contextmanager
def building(target: Path) -> Iterator[Workplace]:
    """A new folder beside ``target`` to build a site in; it is gone at the end, whatever happens.

    What a killed run left behind is removed first; the folder of a run that is still at work is left alone.
    Raises `Mistake` where ``target`` holds something else than a site.
    """
    _refuse_what_is_no_site(target)
    prefix = f".{target.name}.building-"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clean(target, f"{prefix}*")
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    except OSError as error:
        raise Mistake(f"cannot build beside {target}: {error.strerror}") from error
    try:
        with _claimed(folder) as claim:
            folder.chmod(0o777 & ~_mask())
            yield Workplace(folder, () if claim is None else (claim,))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clean(target: Path, leftovers: str) -> None:
    """Remove what killed runs left; a site that one had moved aside, and not replaced, comes back first."""
    for left in sorted(target.parent.glob(leftovers)):
        with _claimed(left) as claim:
            if claim is not None and left.name.endswith(ASIDE) and not target.exists():
                left.rename(target)
            elif claim is not None:
                shutil.rmtree(left, ignore_errors=True)


def _refuse_what_is_no_site(target: Path) -> None:
    if target.is_symlink():
        raise Mistake(f"{target} is a link: name the folder itself")
    if not target.exists():
        return
    if not target.is_dir():
        raise Mistake(f"{target} is not a folder")
    names = sorted(entry.name for entry in target.iterdir())
    if names and "index.html" not in names and "404.html" not in names:
        raise Mistake(f"{target} holds something else than a site: {names[0]}")
    if kept := [name for name in names if name.startswith(".") and name != ".nojekyll"]:
        raise Mistake(f"{target} holds {kept[0]}, which a new site would not have")


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def _claimed(folder: Path) -> Iterator[int | None]:
    """The descriptor that makes ``folder`` ours while open; None where somebody else is at work there."""
    if sys.platform == "win32":
        yield None
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        yield None
        return
    try:
        yield descriptor if _lock(descriptor) else None
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def switch(folder: Path, target: Path) -> None:
    """Put the finished ``folder`` in the place of ``target`` in one step; the old site is then in ``folder``.

    At every moment ``target`` is the old site or the new one. Where the system cannot exchange two folders,
    the old one is moved aside first. Raises OSError and leaves ``target`` as it was where it fails.
    """
    if not target.exists():
        folder.rename(target)
    elif not _exchange(folder, target):
        aside = folder.with_name(f"{folder.name}{ASIDE}")
        target.rename(aside)
        try:
            folder.rename(target)
        except OSError:
            aside.rename(target)
            raise
        aside.rename(folder)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders atomically; False where the system has no such call."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        one, other = os.fsencode(first), os.fsencode(second)
        if sys.platform == "darwin":
            return bool(library.renamex_np(one, other, _RENAME_SWAP) == 0)
        return bool(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE) == 0)
    except (OSError, AttributeError, TypeError):
        return False
