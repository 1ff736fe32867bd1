"""The facts and sources of an earlier revision, read from the repository by git."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from onrecord.mistake import Mistake

_COMMIT = re.compile(rb"[0-9a-f]{40,64}")
_BLOB = re.compile(rb"[0-9a-f]{40,64} blob ([0-9]+)")


def commit_of(root: Path, revision: str) -> str:
    """The commit that ``revision`` names in the repository around ``root``. Raises `Mistake` where none."""
    if not revision.strip():
        raise Mistake("name the revision to compare with before the dots, such as main or main..my-branch")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found is None or not _COMMIT.fullmatch(found.strip()):
        if _git(root, "rev-parse", "--git-dir") is None:
            raise Mistake(f"there is no git repository around {root}, or git refuses it: see git status")
        raise Mistake(f"git knows no revision {revision!r} here; a shallow clone has no earlier ones")
    return found.decode().strip()


def shared_commit(root: Path, revision: str, other: str = "HEAD") -> str:
    """The commit at which ``other`` left ``revision``; what ``revision`` gained since then is not in it.

    Where git knows none that both have (a shallow clone, a repository without a commit), that of ``revision``
    itself: then more is held against ``other`` than it did, and never less. Raises `Mistake` as `commit_of`.
    """
    commit = commit_of(root, revision)
    found = _git(root, "merge-base", "--end-of-options", commit, other)
    return found.decode().split()[0] if found else commit


def files_at(root: Path, commit: str, folders: tuple[str, ...]) -> dict[str, bytes]:
    """The files of ``folders`` (relative to ``root``) at ``commit``, by path; attributes change nothing.

    Raises `Mistake` where git has not all of them: what cannot be read is not taken for nothing.
    """
    entries = []
    for line in _read(root, commit, "ls-tree", "-r", "-z", commit, "--", *folders).split(b"\0"):
        kind, _, name = line.partition(b"\t")
        if kind.startswith(b"100"):  # a plain file: neither a link nor a repository in the repository
            entries.append((kind.split()[2], name.decode("utf-8", "replace")))
    asked = b"".join(blob + b"\n" for blob, _ in entries)
    told = _read(root, commit, "cat-file", "--batch", asked=asked) if entries else b""
    contents: dict[str, bytes] = {}
    at = 0
    for _, path in entries:
        end = told.index(b"\n", at)
        if (blob := _BLOB.fullmatch(told, at, end)) is None:
            raise _unreadable(root, commit)
        size = int(blob[1])
        contents[path] = told[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return contents


def _read(root: Path, commit: str, *arguments: str, asked: bytes = b"") -> bytes:
    """What git writes of a commit."""
    told = _git(root, *arguments, asked=asked)
    if told is None:
        raise _unreadable(root, commit)
    return told


def _unreadable(root: Path, commit: str) -> Mistake:
    return Mistake(f"git cannot read all files of the commit {commit[:12]}: see git -C {root} fsck")


def _git(root: Path, *arguments: str, asked: bytes = b"") -> bytes | None:
    """What git writes, or None where it fails. Raises `Mistake` where there is no git."""
    try:
        run = subprocess.run(["git", "-C", root, *arguments], input=asked, capture_output=True, check=False)
    except OSError as error:
        raise Mistake(f"cannot run git: {error.strerror}") from error
    return run.stdout if run.returncode == 0 else None
