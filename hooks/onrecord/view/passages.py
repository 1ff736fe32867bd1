"""A source's text as its page shows it: lines, marked passages, gaps, and characters that hide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from msgspec import Struct

from onrecord.model import Source
from onrecord.sentences import paragraph
from onrecord.shown import LONG, Extent, extent_of, sentences_around
from onrecord.text import Span, Text
from onrecord.view.claims import PrintedClaim
from onrecord.view.links import mark_id
from onrecord.view.unseen import odd_places


class Used(Struct, frozen=True):
    """A passage in use: its span and the claims that rest on it."""

    span: Span
    claims: tuple[PrintedClaim, ...] = ()


class Token(NamedTuple):
    """A step in printing a line.

    ``open`` and ``close`` bracket a mark (``id`` where it begins), ``text`` is the source's, ``odd`` one
    character to be pointed out and ``name`` what it is, ``refs`` the claims of all passages that end
    here (``id`` names the place), ``gap`` a number of characters that are not shown.
    """

    kind: str
    text: str = ""
    id: str = ""
    name: str = ""
    claims: tuple[PrintedClaim, ...] = ()
    characters: int = 0


class Line(Struct, frozen=True):
    """A physical line, or several that are not shown; ``number`` is 1-based, ``last`` inclusive.

    ``paragraph`` is the 1-based number of the paragraph that begins here, 0 where none does.
    """

    number: int
    last: int
    tokens: tuple[Token, ...]
    shown: bool = True
    paragraph: int = 0


def lines(source: Source, used: Sequence[Used]) -> list[Line]:
    """The text of ``source`` line by line, empty lines left out; excerpts show whole sentences in use.

    ``used`` is sorted by its spans.
    """
    text = source.text
    if text is None:
        return []
    ranges = shown_spans(source, used)
    shelf = _Shelf(used)
    printed: list[Line] = []
    first = 0
    for number, beginning, line in _solid_lines(text):
        while first < len(ranges) and ranges[first].end <= line.start:
            first += 1
        parts = list(_inside(ranges, first, line))
        tokens = tuple(_line(text.content, line, parts, shelf, source))
        made = Line(number, number, tokens, bool(parts), beginning)
        if printed and not (printed[-1].shown or made.shown):
            made = _merged(printed.pop(), made)
        printed.append(made)
    return printed


def _solid_lines(text: Text) -> Iterator[tuple[int, int, Span]]:
    """Each line that is not empty: its number, that of the paragraph it begins (or 0), and its span."""
    paragraphs, last = 0, -1
    for number in range(1, text.line_count() + 1):
        start, content = text.line_start(number), text.line(number)
        if content.strip():
            begins = last < number - 1
            paragraphs += begins
            last = number
            yield number, paragraphs if begins else 0, Span(start, start + len(content))


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


def in_use(source: Source, used: Iterable[Used]) -> Extent:
    """How much of the text of ``source`` the passages in use hold."""
    content = source.text.content if source.text else ""
    return extent_of(content, (entry.span for entry in used))


def shown_spans(source: Source, used: Iterable[Used]) -> list[Span]:
    """What the page of ``source`` shows of its text, in order."""
    text = source.text
    if text is None:
        return []
    if source.publish == "full":
        return [Span(0, len(text.content))]
    return sentences_around(source, text.content, _extents(source, used))


def _extents(source: Source, used: Iterable[Used]) -> set[Span]:
    """The passages in use; those of one quotation with the words that its ellipses leave out."""
    extents: set[Span] = set()
    quoting: dict[str, PrintedClaim] = {}
    for entry in used:
        extents.add(entry.span)
        quoting.update((claim.path, claim) for claim in entry.claims)
    for claim in quoting.values():
        for passage in claim.passages:
            if passage.source is source:
                extents.add(Span(passage.spans[0].start, passage.spans[-1].end))
    return extents


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
    gap = (Token("gap", characters=characters),)
    return Line(first.number, second.last, gap, shown=False, paragraph=first.paragraph)


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
    ending: list[PrintedClaim] = []
    position = shown.start
    while waiting or inside:
        if inside and (not waiting or inside[-1][0] <= waiting[0][0]):
            end, used = inside.pop()
            if position < end:
                yield from _refs(ending, position)
            yield from _characters(content, position, end, source)
            yield Token("close")
            if end == used.span.end:
                ending.extend(used.claims)
            position = end
            continue
        yield from _refs(ending, position)
        start, minus_end, number, used = heappop(waiting)
        end = -minus_end
        if inside and end > inside[-1][0]:
            end = inside[-1][0]
            heappush(waiting, (end, minus_end, number, used))
        yield from _characters(content, position, start, source)
        yield Token("open", id=mark_id(used.span) if start == used.span.start else "")
        inside.append((end, used))
        position = start
    yield from _refs(ending, position)
    yield from _characters(content, position, shown.end, source)


def _refs(ending: list[PrintedClaim], position: int) -> Iterator[Token]:
    """The claims of the passages that end at ``position``, each once and those of an explainer together."""
    if ending:
        turns = {name: turn for turn, name in enumerate(dict.fromkeys(c.explainer.id for c in ending))}
        once = {claim.path: claim for claim in ending}.values()
        claims = sorted(once, key=lambda claim: (turns[claim.explainer.id], claim.number))
        ending.clear()
        yield Token("refs", id=f"m-{position}", claims=tuple(claims))


def _characters(content: str, start: int, end: int, source: Source) -> Iterator[Token]:
    position = start
    for offset, name in odd_places(content, Span(start, end), source.language):
        if position < offset:
            yield Token("text", content[position:offset])
        yield Token("odd", content[offset], name=name)
        position = offset + 1
    if position < end:
        yield Token("text", content[position:end])
