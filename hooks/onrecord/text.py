"""Text and places in it: spans, locations, and strings that know where they were written."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple, Self


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points (never bytes) in one text, 0-based."""

    start: int
    end: int


class Position(NamedTuple):
    """A place for people: 1-based line and 1-based column, the column counted in code points."""

    line: int
    column: int


def changed(content: str, changes: Iterable[tuple[Span, str]]) -> str:
    """``content`` with other words at some spans, which are in order and do not overlap."""
    parts: list[str] = []
    done = 0
    for span, words in changes:
        parts += (content[done : span.start], words)
        done = span.end
    return "".join((*parts, content[done:]))


_ASCII = bytes(range(128))


def _beyond_ascii(encoded: bytes) -> str:
    # Several times as fast as making a string of each character first.
    return encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass")


def match_end(pattern: re.Pattern[str], content: str, start: int) -> int:
    """The offset after what ``pattern`` matches at ``start``; ``start`` where it matches nothing."""
    found = pattern.match(content, start)
    return start if found is None else found.end()


LONGEST_SLUG = 50
"""The most letters of a name in an id that is made of it."""
_SLUG_WORD = re.compile(r"[a-z0-9]+")
_KEPT_BY_SYSTEMS = re.compile(r"index|con|prn|aux|nul|(?:com|lpt)[0-9]")


def name_key(name: str) -> str:
    """``name`` as names are compared: capitals and the width of spaces do not count."""
    return " ".join(name.split()).casefold()


def slug(name: str) -> str:
    """An id made of ``name``: small letters a to z and digits, in parts joined by single hyphens.

    Accents and signs go. Where another letter or digit would go as well, where the id is cut, and where it is
    one that computers keep for themselves, a fingerprint of the name follows: no two names become one id for
    want of letters.
    """
    key = name_key(name)
    plain = unicodedata.normalize("NFKD", key).casefold()
    letters = [char for char in plain if not unicodedata.combining(char) and char not in "'\u2019"]
    whole = "-".join(_SLUG_WORD.findall("".join(letters)))
    made = whole[:LONGEST_SLUG].rstrip("-")
    is_lossy = any(char.isalnum() and not char.isascii() for char in letters)
    if made == whole and made and not is_lossy and not _KEPT_BY_SYSTEMS.fullmatch(made):
        return made
    return "-".join(filter(None, (made, sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8])))


class Text:
    """The decoded content of one file and its path relative to the project, with ``/`` separators.

    Lines end at LF, CR or CRLF alone (U+0085, U+2028 and U+2029 are characters like any other).
    """

    __slots__ = ("_beyond_ascii", "_line_starts", "content", "path")

    def __init__(self, path: str, content: str, encoded: bytes | None = None) -> None:
        """A text of ``content``; ``encoded`` is the same in UTF-8, where it is at hand anyway."""
        self.path = path
        self.content = content
        self._line_starts: list[int] | None = None
        self._beyond_ascii = None if encoded is None else _beyond_ascii(encoded)

    @property
    def beyond_ascii(self) -> str:
        """The characters of the content that are not ASCII, in order."""
        if self._beyond_ascii is None:
            content = self.content
            self._beyond_ascii = (
                "" if content.isascii() else _beyond_ascii(content.encode("utf-8", "surrogatepass"))
            )
        return self._beyond_ascii

    def position(self, offset: int) -> Position:
        """Line and column of the code point at ``offset`` (the text's length is allowed)."""
        starts = self._starts()
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The content of a 1-based line, without its line end."""
        starts = self._starts()
        end = starts[number] if number < len(starts) else len(self.content)
        return self.content[starts[number - 1] : end].rstrip("\r\n")

    def line_start(self, number: int) -> int:
        """The offset at which a 1-based line begins."""
        return self._starts()[number - 1]

    def line_begin(self, offset: int) -> int:
        """The offset at which the line that holds ``offset`` begins."""
        return self.line_start(self.position(offset).line)

    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._starts())

    @property
    def line_break(self) -> str:
        """How the first line ends; a line feed where there is only one line."""
        starts = self._starts()
        first = self.content[: starts[1]] if len(starts) > 1 else "\n"
        return first[len(first.rstrip("\r\n")) :]

    def locate(self, value: Scalar, span: Span | None = None) -> Location:
        """Where ``span`` of ``value`` (all of it by default) stands in this text.

        A text whose scalars are not written literally (YAML escapes, folded lines) overrides this.
        """
        if span is None:
            return Location(self, Span(value.start, value.end))
        return Location(self, Span(value.start + span.start, value.start + span.end))

    def rewritten(
        self, value: Scalar, changes: Sequence[tuple[Span, str]]
    ) -> tuple[tuple[Span, str], ...] | None:
        """What to write where in this text so that ``value`` has other words at some spans of it.

        The changes are in order and do not overlap. None where that cannot be said; a text whose scalars are
        not written literally overrides this, and the three below.
        """
        return tuple(
            (Span(value.start + span.start, value.start + span.end), words) for span, words in changes
        )

    def extent(self, start: int, key: str = "") -> Span | None:
        """What goes where the list entry that begins at ``start`` is taken out, or a ``key`` of a mapping.

        The mapping is the one that begins at ``start``. None where nothing can be taken out.
        """
        return None

    def places_of(self, id: Scalar) -> tuple[Scalar, ...]:
        """An id, and what else in this text names the same by it."""
        return (id,)

    def addition(self, start: int, after: str, key: str, words: str) -> tuple[Span, str] | None:
        """What to write where to give the mapping that begins at ``start`` a ``key``, below ``after``."""
        return None

    def _starts(self) -> list[int]:
        if self._line_starts is None:
            content = self.content
            starts = [0]
            if "\r" in content:
                index, length = 0, len(content)
                while index < length:
                    char = content[index]
                    index += 1
                    if char == "\r" and content[index : index + 1] == "\n":
                        index += 1
                    if char in "\r\n":
                        starts.append(index)
            else:
                index = content.find("\n")
                while index >= 0:
                    starts.append(index + 1)
                    index = content.find("\n", index + 1)
            self._line_starts = starts
        return self._line_starts


class Location(NamedTuple):
    """A span of one text; without a span, the file as a whole."""

    text: Text
    span: Span | None = None

    @property
    def path(self) -> str:
        """The file's path relative to the project."""
        return self.text.path

    @property
    def start(self) -> Position | None:
        """Where the span begins, or None where there is no span."""
        return self.text.position(self.span.start) if self.span else None

    @property
    def end(self) -> Position | None:
        """Where the span ends, exclusive, or None where there is no span."""
        return self.text.position(self.span.end) if self.span else None


class Scalar(str):
    """A string an author wrote, with the text it stands in and the raw extent it takes there.

    ``start`` and ``end`` are code point offsets in ``text.content``, half-open, and include the
    quotation marks or block indicator where the notation has them; ``style`` is YAML's name for the
    notation (``""`` plain, ``'``, ``"``, ``|``, ``>``).
    """

    __slots__ = ("end", "start", "style", "text")
    text: Text
    start: int
    end: int
    style: str

    def __new__(cls, value: str, text: Text, start: int, end: int, style: str = "") -> Self:
        """A scalar with the place it was written at."""
        self = super().__new__(cls, value)
        self.text = text
        self.start = start
        self.end = end
        self.style = style
        return self

    def at(self, span: Span | None = None) -> Location:
        """Where the scalar, or a span of its value, stands in its file."""
        return self.text.locate(self, span)


def untaken(name: str, taken: Container[str]) -> str:
    """``name``, or the first of ``name-2``, ``name-3`` and so on that is not ``taken``."""
    number, made = 1, name
    while made in taken:
        number += 1
        made = f"{name}-{number}"
    return made
