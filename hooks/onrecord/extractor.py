"""What gets the text out of a file of one format, and what all formats have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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


class Held(Struct, frozen=True):
    """A document that an archive holds, for the extractor of its own format to read.

    ``addresses`` are what it can be asked for by: the first is its own, the last should be no other's.
    ``content`` gets its bytes, or raises `Mistake`. ``place`` says where it lies and goes on from its noun,
    ``known`` are keys of metadata that the archive knows. ``refusal`` says why it cannot be read, empty where
    it can.
    """

    addresses: tuple[str, ...]
    media_type: str
    content: Callable[[], bytes]
    place: str = ""
    known: Mapping[str, str] = {}
    refusal: str = ""


class Extractor(Struct, frozen=True):
    """How text is got out of a format: each file of ``extraction/`` holds one as ``EXTRACTOR``.

    The docstring of the file is what docs say of the format.

    ``suffixes`` are the ends of file names, in small letters; ``noun`` says what such a file is. ``library``
    is the distribution that does the work; without one the file is a text already, and kept byte for byte.
    ``extract`` gives the text, or of an archive the documents that it holds. It raises `Mistake` for a file
    that it cannot read. ``media_types`` are what archives call the format, in small letters.
    """

    suffixes: tuple[str, ...]
    noun: str
    extract: Callable[[bytes], Extracted | tuple[Held, ...]]
    library: str = ""
    media_types: tuple[str, ...] = ()

    def by(self) -> str:
        """The library with its version."""
        return f"{self.library} {version(self.library)}"


def library(name: str) -> Any:
    """The library ``name``, which is an option. Raises `Mistake` where it is not installed."""
    try:
        return import_module(name)
    except ImportError as error:
        raise Mistake(
            f"this format needs {name.partition('.')[0]}: pip install 'onrecord[sources]'"
        ) from error


def cleaned(text: str) -> str:
    """``text`` with plain line ends, no spaces at the ends of lines, and single blank lines.

    What is in no text goes. No word, no sign and no space between words is touched.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n\n")
    text = _SPACES_AT_END.sub("", _NO_TEXT.sub("", text))
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"
