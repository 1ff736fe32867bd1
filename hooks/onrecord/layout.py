"""One way to lay out fact files and sources' metadata: their lines in another order, and no word changed.

Line ends, blanks that nobody sees and the order of keys are set. Which notation a value has, where its lines
break, how far lists are indented and where a blank line stands is the author's. Nothing here reads or writes
a file.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from onrecord.editor.schema import KEYS
from onrecord.loaders.decoding import read_mapping
from onrecord.loaders.facts import EXPLAINER
from onrecord.loaders.metadata import METADATA
from onrecord.loaders.nodes import Node, YamlMapping, YamlSequence, scalars
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.loaders.shapes import shape_of, shapes_below
from onrecord.loaders.walk import Shape
from onrecord.model import Problem
from onrecord.text import Scalar

_LINE_BREAK = re.compile("\r\n|\r|\n")
_BLANKS = " \t"
_DASHES = re.compile(r" *(?:- +)+")
_MARKER = re.compile(r"(?:---|\.\.\.)(?:[ \t]|$)")
_HEADER = re.compile(r"[|>][-+0-9]*")


class LaidOut(Struct, frozen=True):
    """A file as it is to be laid out; ``problems`` say why one that cannot be read stays as it is."""

    content: bytes
    problems: tuple[Problem, ...] = ()


class _Line(Struct):
    """A line of a file without its end; where it is ``kept``, its blanks or its end are part of a value."""

    text: str
    kept: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.kept and not self.text.strip(_BLANKS)

    @property
    def is_comment(self) -> bool:
        return not self.kept and self.text.lstrip(_BLANKS).startswith("#")


def laid_out(path: str, content: bytes, *, is_metadata: bool) -> LaidOut:
    """A fact file, or a source's metadata, as it is to be laid out. The same again comes to the same.

    A file that cannot be read stays as it is. Raises AssertionError, which is a bug of ours, where another
    value or another comment would come of it.
    """
    problems = Problems()
    old = content
    while old.startswith(BOM_UTF8):
        old = old[len(BOM_UTF8) :]
    text, node = read_mapping(path, old, problems)
    if node is None or len(problems):
        return LaidOut(content, tuple(problems.told()))
    made = _Page(text, node).laid_out(METADATA if is_metadata else EXPLAINER)
    _prove(text, node, made)
    return LaidOut(made.encode())


def laid_out_like(path: str, before: bytes, after: bytes, *, is_metadata: bool) -> bytes:
    """``after``, laid out where ``before`` was: what a program changes in a file keeps its layout."""
    was = laid_out(path, before, is_metadata=is_metadata).content == before
    return laid_out(path, after, is_metadata=is_metadata).content if was else after


def _prove(text: YamlText, node: YamlMapping, made: str) -> None:
    """See that ``made`` holds the same values as ``text`` and the same lines in another order."""
    problems = Problems()
    if read_mapping(text.path, made.encode(), problems)[1] != node or len(problems):
        raise AssertionError(f"{text.path} would say something else")
    if _lines_in(made) != _lines_in(text.content):
        raise AssertionError(f"{text.path} would lose a line")


def _lines_in(content: str) -> Counter[str]:
    """The lines of a file that hold something, without the blanks and hyphens before and behind."""
    lines = map(bare, _LINE_BREAK.split(content))
    return Counter(line for line in lines if line)


def bare(line: str) -> str:
    """What a line holds, wherever it is moved: without blanks, its end, and the hyphens before it."""
    return line.strip(f"{_BLANKS}\r\n\ufeff").lstrip(f"-{_BLANKS}")


class _Page:
    """A file as lines: ``before`` as they were, by which it is read, and ``lines`` as they are becoming.

    ``is_open`` is true where the last line is part of a value that would be another with a line end behind
    it, and ``is_fixed`` where a value takes in the blank lines below it: then no lines are moved.
    """

    def __init__(self, text: YamlText, node: YamlMapping) -> None:
        self.text = text
        self.node = node
        *whole, last = _LINE_BREAK.split(text.content)
        self.before = [_Line(line) for line in ([*whole, last] if last else whole)]
        self.is_open = self.is_fixed = False
        for scalar in scalars(node):
            self._keep(scalar, has_end=not last)
        self.lines = list(self.before)

    def laid_out(self, shape: Shape) -> str:
        """The whole file."""
        if not self.is_open and not self.is_fixed:
            first = self._line(self.node.start)
            after = range(first, len(self.before))
            stop = next((at for at in after if _MARKER.match(self.before[at].text)), len(self.before))
            self._order(self.node, (shape,), stop)
        made: list[_Line] = []
        for line in self.lines:
            if not line.is_blank or (made and not made[-1].is_blank):
                made.append(line)
        while made[-1].is_blank:
            made.pop()
        written = (line.text if line.kept else line.text.rstrip(_BLANKS) for line in made)
        return "\n".join(written) + ("" if self.is_open else "\n")

    def _line(self, offset: int) -> int:
        return self.text.position(offset).line - 1

    def _keep(self, scalar: Scalar, *, has_end: bool) -> None:
        """Mark the lines whose end, or all that is in them, is part of a value."""
        first, last = self._line(scalar.start), self._line(scalar.end)
        if scalar.style not in ("|", ">"):
            for line in self.before[first:last]:
                line.kept = True
            return
        header = _HEADER.match(self.text.content, scalar.start)
        signs = header[0] if header else ""
        end = last + 1
        while "+" in signs and end < len(self.before) and self.before[end].is_blank:
            end += 1
        for line in self.before[first + 1 : end]:
            line.kept = True
        self.is_fixed |= "+" in signs
        self.is_open |= not has_end and end == len(self.before) and "-" not in signs

    def _order(self, node: Node, shapes: Sequence[Shape], stop: int) -> None:
        """Put the keys of ``node``, and of all below it, in order; ``stop`` is the line after its last."""
        if isinstance(node, YamlMapping):
            shape = shape_of(shapes, node)
            starts = [*map(self._line, node.starts.values()), stop]
            for (key, value), end in zip(node.items(), starts[1:], strict=True):
                if shape is not None:
                    self._order(value, shapes_below(shape.fields[key].read), end)
            if shape is not None and len(node) > 1 and self._is_block(node):
                self._arrange(node, [*KEYS[shape.noun]], stop)
        elif isinstance(node, YamlSequence) and self._has_dashes(node):
            starts = [*(self._line(entry.start) for entry in node), stop]
            for entry, end in zip(node, starts[1:], strict=True):
                self._order(entry, shapes, end)

    def _before(self, offset: int) -> str:
        """What stands on the line before ``offset``."""
        return self.text.content[self.text.line_start(self._line(offset) + 1) : offset]

    def _is_block(self, node: YamlMapping) -> bool:
        """Whether each key of ``node`` begins a line, the first one perhaps behind hyphens."""
        first, *others = node.starts.values()
        margin = self._before(first)
        return (
            node.start == first
            and (not margin.strip(" ") or bool(_DASHES.fullmatch(margin)))
            and all(self._before(start) == " " * len(margin) for start in others)
        )

    def _has_dashes(self, node: YamlSequence) -> bool:
        """Whether each entry of a list stands behind a hyphen on its own line."""
        return all(_DASHES.fullmatch(self._before(entry.start)) for entry in node)

    def _arrange(self, node: YamlMapping, order: list[str], stop: int) -> None:
        """Put the lines of the keys of ``node`` in order, each with the comments above it."""
        ranks = [order.index(key) for key in node]
        if ranks == sorted(ranks):
            return
        starts = [self._line(start) for start in node.starts.values()]
        margin = self._before(node.start)
        column = len(margin)
        ends = [self._end(*extent, column) for extent in pairwise([*starts, stop])]
        above = [[], *(self.lines[end:start] for end, start in zip(ends, starts[1:], strict=False))]
        own = [self.lines[start:end] for start, end in zip(starts, ends, strict=True)]
        made: list[_Line] = []
        for number in sorted(range(len(ranks)), key=ranks.__getitem__):
            key, *rest = own[number]
            lead = " " * column if made else margin
            made += [_moved(line, _indent(lead)) for line in above[number]]
            made += [_Line(lead + key.text[column:], key.kept), *rest]
        below = self.lines[ends[-1] : stop]
        made += [_moved(line, min(column, _indent(line.text))) for line in below]
        self.lines[starts[0] : stop] = made

    def _end(self, start: int, stop: int, column: int) -> int:
        """The line after the last one of a key: its value, and comments right below that stand deeper."""
        end = stop
        while end > start + 1 and (self.before[end - 1].is_blank or self.before[end - 1].is_comment):
            end -= 1
        while end < stop and self.before[end].is_comment and _indent(self.before[end].text) > column:
            end += 1
        return end


def _moved(line: _Line, indent: int) -> _Line:
    """A comment indented by so much; a blank line as it is."""
    return line if line.is_blank else _Line(" " * indent + line.text.lstrip(_BLANKS))


def _indent(line: str) -> int:
    """How many spaces a line begins with before anything else; all of a line of spaces."""
    return len(line) - len(line.lstrip(" "))
