"""Which ids and file names are allowed: those that stay what they are in every address and on every disk."""

from __future__ import annotations

import re

LONGEST_ID = 64
LONGEST_FILE_NAME = 100
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FILE_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
_LEFT_BY_PROGRAMS = frozenset({"thumbs.db", "desktop.ini"})


def wrong_id(id: str) -> str:
    """What is wrong with an id; empty where nothing is."""
    if ID.fullmatch(id) is None:
        return "an id is made of small letters a to z and digits, in parts joined by single hyphens"
    if len(id) > LONGEST_ID:
        return f"an id has at most {LONGEST_ID} characters, and this one {len(id)}"
    if id in _DEVICES:
        return "Windows keeps this name for itself, so no file can have it"
    if id == "index":
        return "'index' is the name of the page that lists others"
    return ""


def likely_id(text: str) -> str:
    """An id made of the letters and digits of ``text``; empty where it has none."""
    parts = re.findall(r"[a-z0-9]+", text.lower()[:LONGEST_ID])
    return "-".join(parts)


def wrong_file_name(name: str) -> str:
    """What is wrong with the name of a file in ``seeds/``; empty where nothing is."""
    if FILE_NAME.fullmatch(name) is None:
        if "/" in name or "\\" in name:
            return "it is a path, and the file has to lie in the same folder"
        return "a file name is made of letters a to z, digits, '.', '_' and '-', with no '.' or '-' in front"
    if len(name) > LONGEST_FILE_NAME:
        return f"a file name has at most {LONGEST_FILE_NAME} characters"
    if name.partition(".")[0].lower() in _DEVICES:
        return "Windows keeps this name for itself"
    return ""


def is_passed_over(name: str) -> bool:
    """Whether a file is one that systems and editors leave behind: hidden, a backup, a picture cache.

    Such files are neither read nor published, so nothing can hide in them.
    """
    return name.startswith((".", "#")) or name.endswith("~") or name.lower() in _LEFT_BY_PROGRAMS
