"""The passage of a source that is most like a quotation: a hint, never a verdict.

Words are compared folded and without case. In long texts, pieces that the quotation shares with the source
vote for a place first, and only the surroundings of the likeliest places are folded and compared letter by
letter: the time is linear in the text, also in a repetitive one (rapidfuzz alone may take cubic time there).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from onrecord.fold import Folded, fold
from onrecord.model import Source
from onrecord.scripts import has_unspaced, is_unspaced
from onrecord.text import Span, Text

NEAR = 0.8
"""From this score on a passage is worth suggesting; quotations that nobody wrote stay below it."""

_MOST_CHARACTERS = 8000
_LONGEST_NEEDLE = 600
_LONGEST_DIRECT = 8000
_PIECES = (12, 6)
_PIECES_UNSPACED = (4, 2)
_MOST_PIECES = 32
_MOST_PLACES = 200
_MOST_WINDOWS = 5
_CELL = 64
_REACH = 48
_MOST_WORDS_MORE = 3
_SENTENCE_END = re.compile("[.!?\u2026][\"')\\]]*(?= |\n|\\Z)|[\u3002\uff01\uff1f]|\n")
_ENDS_SENTENCE = re.compile("[.!?\u3002\uff01\uff1f][\"')\\]]*\\Z")


class Closest(Struct, frozen=True):
    """The passage most like a quotation that was not found; ``score`` is 0 to 1, 1 the same.

    ``span`` is a span of ``source.text``, from the beginning of a word to the end of one.
    """

    source: Source
    span: Span
    score: float

    @property
    def is_near(self) -> bool:
        """Whether it is so near that the author probably meant it."""
        return self.score >= NEAR


def closest(words: str, source: Source) -> Closest | None:
    """The passage of ``source`` most like ``words``, or None where the two have too little in common.

    Of words longer than 8,000 characters only so many are compared.
    """
    folded = fold(words[:_MOST_CHARACTERS], authored=True).text.replace("\n", " ").strip()
    needle = caseless(folded)
    if source.text is None or not needle:
        return None
    content = source.text.content
    if len(content) <= _LONGEST_DIRECT:
        windows = [_window(content, 0, len(content))]
    else:
        windows = [_window(content, *span) for span in _likely(needle, _plain(source.text))]
    places = [(window, place) for window in windows if (place := _aligned(needle, window.plain)) is not None]
    if not places:
        return None
    window, place = max(places, key=lambda one: one[1].score)
    span = _fitted(needle, window.plain, place.span)
    score = _likeness(needle, window.plain[span.start : span.end])
    if not score:
        return None
    found = window.folded.raw_span(*_completed(folded, window.folded.text, span))
    return Closest(source, Span(window.base + found.start, window.base + found.end), round(score, 4))


def caseless(text: str) -> str:
    """``text`` in small letters, character by character: offsets stay what they are."""
    return text.replace("\u0130", "I").lower()


class _Window(NamedTuple):
    """A stretch of a source's text that begins at ``base``; ``plain`` is the folded text without case."""

    base: int
    folded: Folded
    plain: str


class _Place(NamedTuple):
    score: float
    span: Span


def _window(content: str, start: int, end: int) -> _Window:
    """The window between two offsets, or a little more where they lie inside a word."""
    for _ in range(_REACH):
        if start > 0 and not content[start - 1].isspace():
            start -= 1
        if end < len(content) and not content[end].isspace():
            end += 1
    folded = fold(content[start:end])
    return _Window(start, folded, caseless(folded.text))


@lru_cache(maxsize=8)
def _plain(text: Text) -> str:
    """A long text made comparable without moving an offset: roughly what folding does to characters."""
    plain = caseless(text.content)
    for printed, typed in zip("\n\r\t\u00a0\u2018\u2019\u201c\u201d\u2013", "    ''\"\"-", strict=True):
        plain = plain.replace(printed, typed)
    return plain


def _likely(needle: str, plain: str) -> Iterator[Span]:
    """The stretches in which most pieces of the needle stand about where they should, the likeliest first."""
    for size in _PIECES_UNSPACED if has_unspaced(needle) else _PIECES:
        votes = _votes(needle, plain, size)
        if votes:
            margin = 2 * _CELL + len(needle) // 4
            for cell, _ in votes.most_common(_MOST_WINDOWS):
                start = max(0, cell * _CELL - margin)
                yield Span(start, min(len(plain), cell * _CELL + len(needle) + margin))
            return


def _votes(needle: str, plain: str, size: int) -> Counter[int]:
    """For each cell of the text how much speaks for the needle's beginning there; rare pieces weigh more."""
    votes: Counter[int] = Counter()
    last = max(0, len(needle) - size)
    step = max(1, size // 2, last // _MOST_PIECES)
    for offset in range(0, last + 1, step):
        piece = needle[offset : offset + size]
        places: list[int] = []
        at = plain.find(piece)
        while at >= 0 and len(places) < _MOST_PLACES:
            places.append(at)
            at = plain.find(piece, at + 1)
        for place in places:
            cell = max(0, place - offset) // _CELL
            votes[cell] += 1000 // len(places)
            votes[cell + 1] += 1000 // len(places)
    return votes


def _aligned(needle: str, plain: str) -> _Place | None:
    """The stretch of ``plain`` most like ``needle``, letter by letter.

    Of a long quotation only the beginning and the end are laid on.
    """
    if len(needle) <= _LONGEST_NEEDLE or len(plain) <= len(needle):
        return _part_like(needle, plain)
    head, tail = _part_like(needle[:_LONGEST_NEEDLE], plain), _part_like(needle[-_LONGEST_NEEDLE:], plain)
    if head is None or tail is None:
        return head or tail
    start, end = head.span.start, tail.span.end
    if not len(needle) // 2 <= end - start <= 2 * len(needle):
        start, end = (start, start + len(needle)) if head.score >= tail.score else (end - len(needle), end)
    return _Place((head.score + tail.score) / 2, Span(max(0, start), min(len(plain), end)))


def _part_like(needle: str, plain: str) -> _Place | None:
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(plain) <= len(needle):
        return _Place(_likeness(needle, plain), Span(0, len(plain)))
    aligned = partial_ratio_alignment(needle, plain)
    if aligned is None or aligned.score <= 0:
        return None
    return _Place(aligned.score / 100, Span(aligned.dest_start, aligned.dest_end))


def _fitted(needle: str, plain: str, rough: Span) -> Span:
    """The rough place moved to the word boundaries at which it is most like the needle."""
    start, end = _within_paragraph(needle, plain, rough)
    for _ in range(2):
        starts = [at for at in _edges(plain, start) if at < end]
        start = max(starts, key=lambda at: _likeness(needle, plain[at:end]), default=start)
        ends = [at for at in _edges(plain, end) if at > start]
        end = max(ends, key=lambda at: _likeness(needle, plain[start:at]), default=end)
    passage = plain[start:end]
    start += len(passage) - len(passage.lstrip())
    return Span(start, start + len(passage.strip()))


def _within_paragraph(needle: str, plain: str, rough: Span) -> Span:
    """The part of a rough place that lies in one paragraph, where the needle fits into one."""
    pieces = plain[rough.start : rough.end].split("\n")
    longest = max(pieces, key=len)
    if len(pieces) == 1 or len(longest) * 2 < len(needle):
        return rough
    start = rough.start + sum(len(piece) + 1 for piece in pieces[: pieces.index(longest)])
    return Span(start, start + len(longest))


def _edges(plain: str, around: int) -> Iterator[int]:
    """The offsets near ``around``, in its paragraph, between words; in scripts without spaces any."""
    low = max(0, around - _REACH, plain.rfind("\n", 0, around) + 1)
    high = min(len(plain), around + _REACH)
    if (after := plain.find("\n", around, high)) >= 0:
        high = after
    for at in range(low, high + 1):
        inside = 0 < at < len(plain) and plain[at - 1].isalnum() and plain[at].isalnum()
        if not inside or is_unspaced(plain[at]):
            yield at


def _likeness(needle: str, passage: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(needle, passage)


def _completed(words: str, text: str, span: Span) -> Span:
    """The span grown to whole sentences at its ends, where the quotation is one and few words are missing."""
    start, end = span
    low, high = max(0, start - 200), min(len(text), end + 200)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, low, high)]
    if words[0].isupper() or not words[0].isalnum():
        index = bisect_left(ends, start + 1)
        begins = ends[index - 1] if index else 0 if start <= 200 else start
        begins += len(text[begins:start]) - len(text[begins:start].lstrip())
        if _is_little(text[begins:start]):
            start = begins
    if _ENDS_SENTENCE.search(words):
        index = bisect_left(ends, end)
        finish = ends[index] if index < len(ends) else end
        if _is_little(text[end:finish]):
            end = finish
    return Span(start, end)


def _is_little(more: str) -> bool:
    return len(more.split()) <= _MOST_WORDS_MORE and len(more) <= _REACH and "\n" not in more
