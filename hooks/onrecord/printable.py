"""Text from anywhere made safe for a terminal or a log: one line, and nothing in it acts."""

from __future__ import annotations

import re
import unicodedata

# What build services take for a command in the middle of a line: ``##[...]``, ``##vso[...]``.
_COMMAND = re.compile(r"##(?=[\w\[])")
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_WIDE = frozenset("WF")


def printable(text: str) -> str:
    r"""``text`` on one line, with every character that acts or cannot be seen written as its escape.

    Escaped are control, format (bidirectional ones too), surrogate, private-use and unassigned characters
    and the line and paragraph separators: a line feed becomes ``\n``, ESC ``\x1b``, U+202E ``\u202e``.
    """
    if not text.isprintable():
        text = "".join(char if is_shown(char) else escaped(char) for char in text)
    return _COMMAND.sub(r"#\\x23", text) if "##" in text else text


def is_shown(char: str) -> bool:
    """Whether a character is shown as it is: it can be seen, or is a space of some width."""
    return char.isprintable() or unicodedata.category(char) == "Zs"


def escaped(char: str) -> str:
    r"""A character as its escape: ``\n``, ``\x1b``, ``\u202e``, ``\U000e0001``."""
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def cells(shown: str) -> int:
    """How many columns of a terminal ``shown`` takes: two for wide characters, none for combining ones.

    Follows Unicode Standard Annex 11 (East Asian width) as Python's ``unicodedata`` has it.
    """
    if shown.isascii():
        return len(shown)
    return sum(_cells(char) for char in shown)


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def safe_line(text: str) -> str:
    """``text`` made printable as a line of its own.

    One that a build service would take for a command (``::error ...``) is set behind a bar.
    """
    line = printable(text)
    return f"| {line}" if line.lstrip().startswith("::") else line


def safe_lines(text: str) -> str:
    """Several lines, such as a traceback or another program's output, each made a `safe_line`."""
    return "\n".join(safe_line(line.expandtabs(4)) for line in text.replace("\r\n", "\n").split("\n"))
