"""A source's text as its page shows it: lines, marked passages, gaps, and characters that hide."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from msgspec import Struct

from onrecord.model import Source
from onrecord.sentences import paragraph
from onrecord.text import Span, Text
from onrecord.view.claims import PrintedClaim
from onrecord.view.links import mark_id
from onrecord.view.nearby import LONG, sentences_around

_CURLY = frozenset("“”„‟")


class Used(Struct, frozen=True):
    """A passage in use: its span and the claims that rest on it."""

    span: Span
    claims: tuple[PrintedClaim, ...] = ()


class Token(NamedTuple):
    """A step in printing a line.

    ``open`` and ``close`` bracket a mark (``id`` where it begins), ``text`` is the source's, ``odd`` one
    character to be pointed out and ``name`` what it is, ``refs`` the claims of the passage that ends
    here, ``gap`` a number of characters that are not shown.
    """

    kind: str
    text: str = ""
    id: str = ""
    name: str = ""
    claims: tuple[PrintedClaim, ...] = ()
    characters: int = 0


class Line(Struct, frozen=True):
    """A physical line, or several that are not shown; ``number`` is 1-based, ``last`` inclusive."""

    number: int
    last: int
    tokens: tuple[Token, ...]
    shown: bool = True


class Oddity(Struct, frozen=True):
    """A character that is easy to overlook, how often it occurs, and on which lines."""

    name: str
    times: int
    lines: tuple[int, ...]


def lines(source: Source, used: Sequence[Used]) -> list[Line]:
    """The text of ``source`` line by line, empty lines left out; excerpts show whole sentences in use.

    ``used`` is sorted by its spans.
    """
    text = source.text
    if text is None:
        return []
    whole = source.publish == "full"
    shown = [] if whole else sentences_around(source, text.content, [entry.span for entry in used])
    shelf = _Shelf(used)
    printed: list[Line] = []
    first = 0
    for number in range(1, text.line_count() + 1):
        start, content = text.line_start(number), text.line(number)
        if not content.strip():
            continue
        line = Span(start, start + len(content))
        while first < len(shown) and shown[first].end <= line.start:
            first += 1
        ranges = [line] if whole else list(_inside(shown, first, line))
        made = Line(number, number, tuple(_line(text.content, line, ranges, shelf, source)), bool(ranges))
        if printed and not (printed[-1].shown or made.shown):
            made = _merged(printed.pop(), made)
        printed.append(made)
    return printed


def context(source: Source, spans: Sequence[Span]) -> list[Line]:
    """The paragraph (of excerpts, or where it is long: the sentence) around ``spans``, with them marked."""
    text = source.text
    if text is None:
        return []
    around = Span(spans[0].start, spans[-1].end)
    extent = paragraph(text.content, around.start)
    extent = Span(extent.start, max(extent.end, around.end))
    if source.publish != "full" or extent.end - extent.start > LONG:
        (extent,) = sentences_around(source, text.content, [around])
    shelf = _Shelf([Used(span) for span in spans])
    printed = []
    for number in range(text.position(extent.start).line, text.position(extent.end).line + 1):
        start = text.line_start(number)
        part = Span(max(start, extent.start), min(start + len(text.line(number)), extent.end))
        if part.start < part.end:
            printed.append(Line(number, number, tuple(_marked(text.content, part, shelf, source))))
    return printed


def coverage(used: Iterable[Used]) -> int:
    """How many characters the passages in use hold together, each counted once."""
    total = end = 0
    for start, stop in sorted(entry.span for entry in used):
        total += max(stop - max(start, end), 0)
        end = max(end, stop)
    return total


def oddities(source: Source) -> list[Oddity]:
    """Characters of the whole text that are invisible or look like another, and mixed quotation marks."""
    text = source.text
    if text is None:
        return []
    found: dict[str, Counter[int]] = {}
    for offset, character in enumerate(text.content):
        if not character.isprintable() and (name := odd_name(text.content, offset, source.language)):
            found.setdefault(name, Counter())[text.position(offset).line] += 1
    printed = [Oddity(name, at.total(), tuple(at)) for name, at in found.items()]
    return [*printed, *_mixed_marks(text)]


def _mixed_marks(text: Text) -> Iterator[Oddity]:
    straight = text.content.count('"')
    curly = Counter(text.position(i).line for i, c in enumerate(text.content) if c in _CURLY)
    if straight and curly:
        name = f"curly double quotation mark, beside {straight} straight"
        yield Oddity(name, curly.total(), tuple(curly))


def odd_name(content: str, offset: int, language: str) -> str:
    """What the character at ``offset`` is, if readers would overlook it; empty otherwise."""
    character = content[offset]
    if character in " \t\r\n" or unicodedata.category(character) not in ("Cf", "Zs", "Zl", "Zp", "Cc", "Co"):
        return ""
    if character in "\u200c\u200d" and content[offset - 1 : offset] > "\u05ff":
        return ""
    if character == "\u3000" and language[:2] in ("zh", "ja", "ko"):
        return ""
    return name_of(character)


def name_of(character: str) -> str:
    """A character's name in small letters with its code point: ``no-break space (U+00A0)``."""
    return f"{unicodedata.name(character, 'control character').lower()} (U+{ord(character):04X})"


def _inside(ranges: Sequence[Span], first: int, line: Span) -> Iterator[Span]:
    """The parts of ``line`` in the sorted ``ranges``, from the one numbered ``first`` on."""
    for number in range(first, len(ranges)):
        if ranges[number].start >= line.end:
            return
        yield Span(max(ranges[number].start, line.start), min(ranges[number].end, line.end))


class _Shelf:
    """Passages in use, sorted, handed out range after range as the text is walked through once."""

    def __init__(self, used: Sequence[Used]) -> None:
        self._waiting = sorted(used, key=lambda entry: entry.span)
        self._next = 0
        self._open: list[Used] = []

    def within(self, shown: Span) -> list[Used]:
        """The passages that reach into ``shown``, which lies behind every range asked for before."""
        while self._next < len(self._waiting) and self._waiting[self._next].span.start < shown.end:
            self._open.append(self._waiting[self._next])
            self._next += 1
        self._open = [entry for entry in self._open if entry.span.end > shown.start]
        return self._open


def _merged(first: Line, second: Line) -> Line:
    characters = sum(token.characters for token in (*first.tokens, *second.tokens))
    return Line(first.number, second.last, (Token("gap", characters=characters),), shown=False)


def _line(content: str, line: Span, ranges: Sequence[Span], shelf: _Shelf, source: Source) -> Iterator[Token]:
    position = line.start
    for shown in ranges:
        yield from _gap(content, position, shown.start)
        yield from _marked(content, shown, shelf, source)
        position = shown.end
    yield from _gap(content, position, line.end)


def _gap(content: str, start: int, end: int) -> Iterator[Token]:
    left_out = content[start:end]
    words = left_out.strip()
    if left_out[:1].isspace():
        yield Token("text", " ")
    if words:
        yield Token("gap", characters=len(words))
        if left_out[-1].isspace():
            yield Token("text", " ")


def _marked(content: str, shown: Span, shelf: _Shelf, source: Source) -> Iterator[Token]:
    """``shown`` with marks inside marks; one that reaches beyond the mark it begins in is split there."""
    waiting = [
        (max(entry.span.start, shown.start), -min(entry.span.end, shown.end), number, entry)
        for number, entry in enumerate(shelf.within(shown))
    ]
    heapify(waiting)
    inside: list[tuple[int, Used]] = []
    position = shown.start
    while waiting or inside:
        if inside and (not waiting or inside[-1][0] <= waiting[0][0]):
            end, used = inside.pop()
            yield from _characters(content, position, end, source)
            yield Token("close")
            if end == used.span.end and used.claims:
                yield Token("refs", claims=used.claims)
            position = end
            continue
        start, minus_end, number, used = heappop(waiting)
        end = -minus_end
        if inside and end > inside[-1][0]:
            end = inside[-1][0]
            heappush(waiting, (end, minus_end, number, used))
        yield from _characters(content, position, start, source)
        yield Token("open", id=mark_id(used.span) if start == used.span.start else "")
        inside.append((end, used))
        position = start
    yield from _characters(content, position, shown.end, source)


def _characters(content: str, start: int, end: int, source: Source) -> Iterator[Token]:
    if content[start:end].isprintable():
        if start < end:
            yield Token("text", content[start:end])
        return
    position = start
    for offset in range(start, end):
        if not content[offset].isprintable() and (name := odd_name(content, offset, source.language)):
            if position < offset:
                yield Token("text", content[position:offset])
            yield Token("odd", content[offset], name=name)
            position = offset + 1
    if position < end:
        yield Token("text", content[position:end])
