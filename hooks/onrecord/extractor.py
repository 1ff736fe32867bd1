"""What gets the text out of a file of one format, and what all formats have in common."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from typing import Any

from msgspec import Struct

from onrecord.mistake import Mistake

CLEAN_UP = 1
"""The version of `cleaned` and of what the formats do besides their libraries; it stands in the metadata."""
# In no text: control characters but tabs and line ends, halves of characters, and what is no character.
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES_AT_END = re.compile(r"[ \t]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")


class Extracted(Struct, frozen=True):
    """The text of a file, and the title that the file gives itself, empty where it gives none."""

    text: str
    title: str = ""


class Extractor(Struct, frozen=True):
    """How text is got out of a format: each file of ``extraction/`` holds one as ``EXTRACTOR``.

    ``suffixes`` are the ends of file names, in small letters; ``noun`` says what such a file is. ``library``
    is the distribution that does the work; without one the file is a text already, and kept byte for byte.
    ``extract`` raises `Mistake` for a file that it cannot read.
    """

    suffixes: tuple[str, ...]
    noun: str
    extract: Callable[[bytes], Extracted]
    library: str = ""

    def by(self) -> str:
        """The library with its version, and that of our own clean-up."""
        return f"{self.library} {version(self.library)}, clean-up {CLEAN_UP}"


def library(name: str) -> Any:
    """The library ``name``, which is an option. Raises `Mistake` where it is not installed."""
    try:
        return import_module(name)
    except ImportError as error:
        raise Mistake(f"this format needs {name}: pip install 'onrecord[sources]'") from error


def cleaned(text: str) -> str:
    """``text`` with plain line ends, no spaces at the ends of lines, and single blank lines.

    What is in no text goes. No word, no sign and no space between words is touched.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n\n")
    text = _SPACES_AT_END.sub("", _NO_TEXT.sub("", text))
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"
