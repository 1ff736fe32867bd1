"""From a span of a YAML value back to the characters of the file that it was written with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.text import Location, Scalar, Span, Text

_BREAKS = "\r\n"
_WHITE = " \t\r\n"
_LINE_BREAK = re.compile("\r\n|\r|\n")
_HEADER = re.compile(r"[|>](?P<signs>[0-9+-]*)[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}
_LINE_END = re.compile("[\r\n]")


class YamlText(Text):
    """The content of a YAML file, in which a span of a value is found whatever notation it has.

    The map from a value's characters to the file's is made when a finding asks for it, and not kept.
    """

    __slots__ = ()

    def locate(self, value: Scalar, span: Span | None = None) -> Location:
        """Where ``span`` of ``value`` (all of it by default) stands.

        All of a plain or quoted value is what the notation takes, quotation marks included; all of a
        block value is its lines without the ``|`` or ``>`` above them. A span whose first or last character
        is a folded line break begins or ends where that break does.
        """
        whole = Location(self, Span(value.start, value.end))
        if span is None and value.style not in ("|", ">"):
            return whole
        places = value_places(self.content, value)
        if places is None or not places:
            return whole
        if span is None:
            span = Span(len(value) - len(value.lstrip(_BREAKS)), len(value.rstrip(_BREAKS)))
            if span.start >= span.end:
                return whole
        start, end = min(span.start, len(places)), min(span.end, len(places))
        if start >= end:
            at = places[start].start if start < len(places) else places[-1].end
            return Location(self, Span(at, at))
        return Location(self, Span(places[start].start, places[end - 1].end))

    def rewritten(
        self, value: Scalar, changes: Sequence[tuple[Span, str]]
    ) -> tuple[tuple[Span, str], ...] | None:
        """The changes in the notation of ``value``; a plain one gets quotation marks where it needs them."""
        from onrecord.loaders.notation import rewritten

        return rewritten(self.content, value, changes)

    def extent(self, start: int, key: str = "") -> Span | None:
        """The lines of an entry or of a key with its value, or what stands between two commas."""
        from onrecord.loaders.extents import extent

        return extent(self, start, key)

    def places_of(self, id: Scalar) -> tuple[Scalar, ...]:
        """The id where it is given and wherever a key takes ids of claims."""
        from onrecord.loaders.extents import places_of

        return places_of(self, id)

    def addition(self, start: int, after: str, key: str, words: str) -> tuple[Span, str] | None:
        """A line of its own below ``after``, or what follows a comma."""
        from onrecord.loaders.extents import addition

        return addition(self, start, after, key, words)

    def line_end(self, offset: int) -> int:
        """The offset at which the line that holds ``offset`` ends, without its line end."""
        found = _LINE_END.search(self.content, offset)
        return found.start() if found else len(self.content)


class Written(NamedTuple):
    """A character of a value, and the characters of the file that it was written with: half-open offsets."""

    char: str
    start: int
    end: int


def value_places(content: str, value: Scalar) -> list[Written] | None:
    """Each character of ``value`` with its place in ``content``.

    Follows libyaml's reading of the five notations. None where that does not give the value, so that
    nothing is pointed at by mistake.
    """
    if value.style in ("|", ">"):
        readings = _block_readings(content, value)
    else:
        readings = iter([list(_flow(content, value))])
    for reading in readings:
        if len(reading) == len(value) and "".join(written.char for written in reading) == value:
            return reading
    return None


def _flow(content: str, value: Scalar) -> Iterator[Written]:
    """A plain or quoted value, character by character."""
    mark = value.style
    at, stop = value.start + len(mark), value.end - len(mark)
    while at < stop:
        char = content[at]
        if char in _WHITE:
            end = _skip(content, at, stop)
            yield from _folded(content, at, end)
            at = end
        elif mark == '"' and char == "\\":
            if content[at + 1] in _BREAKS:
                end = _skip(content, at + 1, stop)
                yield from list(_breaks(content, at, end))[1:]
            else:
                end = at + _ESCAPE_LENGTHS.get(content[at + 1], 2)
                yield Written(_unescaped(content[at:end]), at, end)
            at = end
        else:
            end = at + (2 if mark == "'" and char == "'" else 1)
            yield Written(char, at, end)
            at = end


def _skip(content: str, at: int, stop: int) -> int:
    while at < stop and content[at] in _WHITE:
        at += 1
    return at


def _folded(content: str, start: int, end: int) -> Iterator[Written]:
    """Blanks between words: one line break is a space, of several all but the first stay."""
    breaks = list(_breaks(content, start, end))
    if not breaks:
        yield from (Written(content[at], at, at + 1) for at in range(start, end))
    elif len(breaks) == 1:
        yield Written(" ", start, end)
    else:
        others = breaks[1:]
        others[0] = others[0]._replace(start=start)
        others[-1] = others[-1]._replace(end=end)
        yield from others


def _breaks(content: str, start: int, end: int) -> Iterator[Written]:
    for found in _LINE_BREAK.finditer(content, start, end):
        yield Written("\n", *found.span())


def _unescaped(escape: str) -> str:
    if len(escape) > 2:
        return chr(int(escape[2:], 16))
    return _ESCAPES.get(escape[1], escape[1])


_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def _block_readings(content: str, value: Scalar) -> Iterator[list[Written]]:
    """A block value, read with each indentation that it can have."""
    header = _HEADER.match(content, value.start)
    if header is None:
        return
    signs = header["signs"]
    spaces = _first_indent(content, header.end())
    given = any(sign.isdigit() for sign in signs)
    for indent in range(1, spaces + 2) if given else (spaces,):
        lines = _Lines(content, header.end(), indent)
        yield _block(lines, len(value), folded=value.style == ">", chomping=signs.strip("123456789"))


def _first_indent(content: str, at: int) -> int:
    """How many spaces the first line that is not blank begins with, from the line at ``at`` on."""
    while True:
        start = at
        while content.startswith(" ", at):
            at += 1
        line_break = _LINE_BREAK.match(content, at)
        if line_break is None:
            return at - start
        at = line_break.end()


def _block(lines: _Lines, longest: int, *, folded: bool, chomping: str) -> list[Written]:
    """A block value of at most ``longest`` characters, in the order in which libyaml puts it together."""
    read: list[Written] = []
    last_break: Written | None = None
    is_indented = False
    blank_lines = list(lines.blank())
    while lines.has_content() and len(read) <= longest:
        at, end = lines.at + lines.indent, lines.end()
        was_indented, is_indented = is_indented, lines.content[at] in " \t"
        if last_break is not None and not (folded and not was_indented and not is_indented):
            read.append(last_break)
        elif last_break is not None and not blank_lines:
            read.append(Written(" ", last_break.start, at))
        read += blank_lines
        read += (Written(lines.content[offset], offset, offset + 1) for offset in range(at, end))
        last_break = lines.next()
        blank_lines = list(lines.blank())
    if last_break is not None and chomping != "-":
        read.append(last_break)
    return read + blank_lines if chomping == "+" else read


class _Lines:
    """The lines of a block value, from the one at the offset ``at`` on."""

    def __init__(self, content: str, at: int, indent: int) -> None:
        self.content = content
        self.at = at
        self.indent = indent
        self._margin = " " * indent

    def has_content(self) -> bool:
        """Whether the line is indented far enough to belong to the value."""
        return self.content.startswith(self._margin, self.at) and self.at + self.indent < len(self.content)

    def end(self) -> int:
        """Where the line ends, without its line end."""
        found = _LINE_END.search(self.content, self.at)
        return found.start() if found else len(self.content)

    def next(self) -> Written | None:
        """Go to the next line; the line break that led there, or None at the end of the file."""
        end = self.end()
        found = _LINE_BREAK.match(self.content, end)
        self.at = found.end() if found else end
        return Written("\n", *found.span()) if found else None

    def blank(self) -> Iterator[Written]:
        """Go past blank lines, yielding their line breaks."""
        while True:
            at = self.at
            while at < self.at + self.indent and self.content.startswith(" ", at):
                at += 1
            found = _LINE_BREAK.match(self.content, at)
            if found is None:
                return
            yield Written("\n", *found.span())
            self.at = found.end()
