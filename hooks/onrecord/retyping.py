"""Quotations typed with the source's own characters, where an author's keyboard had others.

What the foldings pass over when a quotation is looked up is put back here: marks, dashes, spaces, letters
with accents. What would be an error in an author's text (soft hyphens, ligatures, marks of emphasis) and the
ends of the source's lines stay as the author typed them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

from onrecord.characters import unseen
from onrecord.finding import Fix
from onrecord.fold import Folded, fold
from onrecord.folding import FOLDING_BY_NAME
from onrecord.lookup import Words
from onrecord.mending import rewording
from onrecord.quoted import take_apart
from onrecord.resolve import Evidence, Resolution
from onrecord.text import Span

_WHAT = "type the quotation as the source has it"
_BLANKS = re.compile(r"\s+")
_MAY_BE_READ_OTHERWISE = re.compile(r"[-\u2014\u2013 \n*]+")


class Retyped(NamedTuple):
    """A span of a quotation, and how its source has it."""

    span: Span
    printed: str


class _Piece(NamedTuple):
    """A stretch of a quotation, and the source's words for it."""

    span: Span
    printed: str


def retypings(resolution: Resolution) -> Iterator[Fix]:
    """Yield a fix for each quotation that is found and is not typed as its source has it."""
    for _, evidence in resolution.found():
        fix = rewording(_WHAT, evidence.quotation.exact, retyped(evidence), safe=True)
        if fix is not None:
            yield fix


def retyped(evidence: Evidence) -> list[Retyped]:
    """What of a quotation its source has in other characters, in order.

    The stretches between ellipses are compared one by one. A quotation with an editor's bracket is left
    alone: what the bracket stands for is the author's.
    """
    exact = str(evidence.quotation.exact)
    for pieces in _readings(evidence, exact):
        found = [_differences(exact[piece.span.start : piece.span.end], piece.printed) for piece in pieces]
        if None not in found:
            return [
                Retyped(Span(piece.span.start + span.start, piece.span.start + span.end), printed)
                for piece, changes in zip(pieces, found, strict=True)
                for span, printed in changes or ()
            ]
    return []


def _readings(evidence: Evidence, exact: str) -> Iterator[list[_Piece]]:
    """The ways in which the stretches of a quotation may belong to the places where they were found."""
    assert evidence.source.text is not None
    content = evidence.source.text.content
    printed = [content[span.start : span.end] for span in evidence.spans]
    words = Words(exact)
    if len(printed) == 1:
        yield [_Piece(words.part(0, len(words.text)), printed[0])]
    for quoted in take_apart(words):
        if len(quoted.stretches) == len(printed):
            spans = [words.part(stretch.start, stretch.end) for stretch in quoted.stretches]
            yield list(map(_Piece, spans, printed))


def _differences(typed: str, printed: str) -> list[Retyped] | None:
    """What differs between the same words in two types; None where they are not the same words."""
    if typed == printed:
        return []
    one, other = fold(typed, authored=True), fold(printed)
    if _only_words(one.text) != _only_words(other.text):
        return None
    found: list[Retyped] = []
    done = 0
    for mine, its in _units(one, other):
        span, place = one.raw_span(*mine), other.raw_span(*its)
        if span.start < done:  # letters that are stored in another order
            return None
        done = span.end
        wanted = _wanted(typed[span.start : span.end], printed[place.start : place.end], other, its)
        if wanted is not None:
            found.append(Retyped(span, wanted))
    return found


def _only_words(folded: str) -> str:
    """Folded words without what a line's end or a mark of emphasis may add or take."""
    return _MAY_BE_READ_OTHERWISE.sub("", folded)


def _units(one: Folded, other: Folded) -> Iterator[tuple[Span, Span]]:
    """The smallest spans of two folded texts that are the same and fold from whole characters in both."""
    for start, begins, length in _common(one.text, other.text):
        inside = {at - start for at in _within_marks(one)} | {at - begins for at in _within_marks(other)}
        last = 0 if 0 not in inside else None
        for at in range(1, length + 1):
            if at not in inside:
                if last is not None:
                    yield Span(start + last, start + at), Span(begins + last, begins + at)
                last = at


def _common(one: str, other: str) -> Iterator[tuple[int, int, int]]:
    """What two folded texts have in common: where it begins in each, and how long it is."""
    one, other = one.replace("\n", " "), other.replace("\n", " ")
    if one == other:
        yield 0, 0, len(one)
        return
    from rapidfuzz.distance import Indel

    for block in Indel.opcodes(one, other).as_matching_blocks():
        if block.size:
            yield block.a, block.b, block.size


def _within_marks(folded: Folded) -> Iterator[int]:
    """The offsets of a folded text that lie inside of what was folded as a whole."""
    for mark in folded.marks:
        yield from range(mark.start + 1, mark.start + len(mark.folded))


def _wanted(typed: str, printed: str, other: Folded, its: Span) -> str | None:
    """What to type for ``typed``, or None where it may stay as it is."""
    if typed == printed:
        return None
    names = {name for name, _ in other.used(*its)}
    if "line-break-hyphens" in names:  # only the hyphen is meant: its line does not end in the quotation
        names.discard("line-break-hyphens")
        printed = printed.rstrip()
    if any(FOLDING_BY_NAME[name].in_source_only for name in names if name):
        return None
    wanted = _on_one_line(printed)
    if typed == wanted or ("\n" in typed and _on_one_line(typed) == wanted):
        return None
    return None if next(unseen(wanted), None) else wanted


def _on_one_line(printed: str) -> str:
    """The source's characters with its line ends and rows of spaces as one space each."""
    return _BLANKS.sub(lambda found: found[0] if _is_one_space(found[0]) else " ", printed)


def _is_one_space(blanks: str) -> bool:
    return len(blanks) == 1 and category(blanks) == "Zs"
