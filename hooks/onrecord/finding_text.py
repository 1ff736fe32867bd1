"""What was found in the sources, told to people: the words in their sentence, and YAML that can be pasted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import asdict

from onrecord.excerpts import pointed, trimmed, whole_sentence
from onrecord.printable import cells, escaped, is_shown, printable
from onrecord.quotable import Entry, clean, entry_of
from onrecord.report import Style, counted
from onrecord.seeking import Hit
from onrecord.text import Span
from onrecord.view.unseen import odd_places

VERSION: Final = 1
MOST_TOLD = 20
_LONGEST_SENTENCE = 1_000
_BOLD = "1"


def told(hits: list[Hit], words: str, style: Style) -> Iterator[str]:
    """The lines for a terminal: each place with its sentence, what is to be known of it, and its YAML."""
    shown = printable(clean(words)[:200])
    if not hits:
        yield f"nothing in the sources is like these words: {shown}"
        return
    exact = hits[0].is_exact
    places = counted(len(hits), "place")
    yield f"found in {places}: {shown}" if exact else f"not found; the closest passages to: {shown}"
    for hit in hits[:MOST_TOLD]:
        yield ""
        yield from _hit(hit, style)
    if len(hits) > MOST_TOLD:
        yield ""
        yield f"and {len(hits) - MOST_TOLD} more places: give more words, or a source with --source"


def _hit(hit: Hit, style: Style) -> Iterator[str]:
    entry = entry_of(hit.source, hit.span)
    yield f"{_painted(printable(pointed(hit.source, hit.span)), _BOLD, style)} {_uniqueness(hit)}"
    yield "  |"
    for row in _rows(hit, max(style.width - 4, 20)):
        yield f"  | {row.shown}".rstrip()
        if row.marks.strip():
            yield f"  | {_painted(row.marks.rstrip(), _BOLD, style)}"
    for label, text in _remarks(hit, entry):
        yield f"  = {label}: {printable(text)}"
    if entry.evidence is not None:
        yield ""
        yield from (f"      {line}" for line in entry.lines)


def _uniqueness(hit: Hit) -> str:
    source = f"in the source {printable(str(hit.source.id))}"
    if not hit.is_exact:
        return f"{source}, {int(hit.score * 100)}% alike"
    return f"{source}, the only place" if hit.places == 1 else f"{source}, place {hit.number} of {hit.places}"


def _remarks(hit: Hit, entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.instead_of:
        yield "whole sentence", entry.instead_of
    if entry.why and entry.evidence is None:
        yield "not to be quoted", entry.why
    elif entry.why:
        yield "beware", entry.why
    for name in unseen_names(entry):
        yield "unseen", name


def unseen_names(entry: Entry) -> list[str]:
    """What readers of a passage would overlook: the names of such characters, each once, sorted."""
    assert entry.source.text is not None
    return sorted(
        {name for _, name in odd_places(entry.source.text.content, entry.span, entry.source.language)}
    )


class FoundPlace(Struct, frozen=True):
    """A place in a source: ``words`` as they stand there, in their ``sentence``, and YAML that quotes them.

    Lines and columns are 1-based code points, the end exclusive. ``score`` is 1 for exact words, less for
    words like them. ``place`` counts from 1 up to ``places``, those of the same words. ``entry`` and ``yaml``
    are null where the words cannot be quoted, and ``beware`` says why or what lies outside them;
    ``instead_of`` says why the whole sentence is quoted. ``unseen`` names characters that readers overlook.
    """

    source: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    exact: bool
    score: float
    place: int
    places: int
    words: str
    sentence: str
    entry: dict[str, str] | None
    yaml: str | None
    instead_of: str | None
    beware: str | None
    unseen: list[str]


class FoundPlaces(Struct, frozen=True):
    """What was found of ``words``: how many places in ``total``, and the first twenty of them, best first."""

    version: Literal[1]
    words: str
    total: int
    found: list[FoundPlace]


def as_json(hits: list[Hit], words: str) -> str:
    """What was found as one JSON object in ASCII."""
    found = FoundPlaces(VERSION, clean(words), len(hits), [_found_place(hit) for hit in hits[:MOST_TOLD]])
    return json.dumps(found, default=asdict, indent=1).replace("##", "#\\u0023") + "\n"


def _found_place(hit: Hit) -> FoundPlace:
    assert hit.source.text is not None
    text, entry = hit.source.text, entry_of(hit.source, hit.span)
    start, end = text.position(hit.span.start), text.position(hit.span.end)
    whole = whole_sentence(hit.source, hit.span)
    return FoundPlace(
        source=str(hit.source.id),
        path=text.path,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        exact=hit.is_exact,
        score=hit.score,
        place=hit.number,
        places=hit.places,
        words=text.content[hit.span.start : hit.span.end],
        sentence=text.content[whole.start : whole.end],
        entry=dict(entry.fields) if entry.evidence is not None else None,
        yaml="\n".join(entry.lines) + "\n" if entry.evidence is not None else None,
        instead_of=entry.instead_of or None,
        beware=entry.why or None,
        unseen=unseen_names(entry),
    )


# The sentence, with the words marked


class _Row(NamedTuple):
    shown: str
    marks: str


def _rows(hit: Hit, width: int) -> Iterator[_Row]:
    """The sentence around the words in rows of at most ``width`` columns, with carets under the words."""
    assert hit.source.text is not None
    content = hit.source.text.content
    whole = _shortened(hit, whole_sentence(hit.source, hit.span))
    shown, marks = "", ""
    for piece, is_marked in _words(content, whole, hit.span):
        if shown and cells(shown) + cells(piece) > width:
            yield _Row(shown, marks)
            shown, marks = "", ""
        if not shown and piece.isspace():
            continue
        shown += piece
        marks += ("^" if is_marked else " ") * cells(piece)
    if shown:
        yield _Row(shown, marks)


def _shortened(hit: Hit, whole: Span) -> Span:
    """The sentence, or as much of an endless one as is looked at."""
    reach = _LONGEST_SENTENCE // 2
    start, end = max(whole.start, hit.span.start - reach), min(whole.end, hit.span.end + reach)
    return trimmed(hit.source, Span(start, min(end, start + 4 * _LONGEST_SENTENCE)))


def _words(content: str, whole: Span, marked: Span) -> Iterator[tuple[str, bool]]:
    """The sentence in pieces that a row may end after, made safe; and whether they belong to the words."""
    piece, was_marked = "", False
    for at in range(whole.start, whole.end):
        char = content[at]
        is_marked = marked.start <= at < marked.end
        if char in " \t\r\n":
            if piece:
                yield piece, was_marked
            if content[at - 1] not in " \t\r\n":
                yield " ", is_marked
            piece = ""
            continue
        if piece and (is_marked is not was_marked or len(piece) >= 16):
            yield piece, was_marked
            piece = ""
        is_second = char == "#" and content[at - 1 : at] == "#"
        piece += char if is_shown(char) and not is_second else escaped(char)
        was_marked = is_marked
    if piece:
        yield piece, was_marked


def _painted(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text
