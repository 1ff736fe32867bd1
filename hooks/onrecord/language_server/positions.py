"""Offsets of code points to an editor's lines and columns, and back.

An editor counts lines from 0, as we do ended by LF, CR and CRLF, and columns in the units of an encoding that
it agrees on with the server: UTF-16 unless it says otherwise.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.text import Span, Text

_BYTES_OF_UNIT = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
_CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


class Point(NamedTuple):
    """A place as editors count: line and column from 0, the column in units of an encoding."""

    line: int
    column: int


class Extent(NamedTuple):
    """A half-open range of points."""

    start: Point
    end: Point


def point(text: Text, offset: int, encoding: str) -> Point:
    """The place of the code point at ``offset``; ``encoding`` is utf-8, utf-16 or utf-32."""
    line, column = text.position(min(offset, len(text.content)))
    start = text.line_start(line)
    before = text.content[start : start + column - 1]
    return Point(line - 1, column - 1 if before.isascii() else _units(before, encoding))


def extent(text: Text, span: Span, encoding: str) -> Extent:
    """The places at which ``span`` begins and ends."""
    return Extent(point(text, span.start, encoding), point(text, span.end, encoding))


def offset(text: Text, at: Point, encoding: str) -> int:
    """The offset of the code point at ``at``; beyond a line's end that end, inside a character its start."""
    if at.line >= text.line_count():
        return len(text.content)
    line, start = text.line(at.line + 1), text.line_start(at.line + 1)
    if line.isascii():
        return start + min(at.column, len(line))
    units = 0
    for index, char in enumerate(line):
        units += _units(char, encoding)
        if units > at.column:
            return start + index
    return start + len(line)


def _units(words: str, encoding: str) -> int:
    return len(words.encode(_CODECS[encoding], "surrogatepass")) // _BYTES_OF_UNIT[encoding]
