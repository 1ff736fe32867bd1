"""Paragraphs and sentences of a text, as spans.

A paragraph is the lines between blank lines; LF, CR and CRLF alone end lines. A sentence ends at a full stop,
question or exclamation mark with the closing marks after it, where a space and no small letter follow and the
stop belongs to no abbreviation; and at a line that ends before its column does, such as a heading. What has
been worked out is kept for the texts that were read last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from onrecord.language import Abbreviations, Language
from onrecord.text import Span, match_end

_LINE_END = re.compile(r"\r\n|\n|\r")
_BREAK = re.compile(r"(?:\r\n|\n|\r(?!\n))(?:[^\S\r\n]*(?:\r\n|\n|\r(?!\n)))+")
_CLOSERS = r"[\"'\u2019\u201d\u00bb)\]*_]*+"
_MARKS = r"[.!?\u2026\u203d\u061f\u06d4\u0964\u0965]"
# Nothing here gives back what it has taken: a long row of marks would be tried from each of them.
_STOP = re.compile(
    rf"(?<!{_MARKS})(?P<mark>{_MARKS}++){_CLOSERS}(?:\[[0-9a-z]{{1,3}}\])*+{_CLOSERS}(?=\s)"
    r"|[\u3002\uff01\uff1f\uff61]+[\"'\u300d\u300f\u201d\u2019\uff09]*"
)
_SPACE = re.compile(r"\s*")
_OPENERS = re.compile(r"[\"'\u2018\u201c\u201e\u00ab\u00a1\u00bf(\[*_]*")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_BEFORE = re.compile(r"(?:[^\W_]\.)*[^\W_]+\Z")
_ENUMERATOR = re.compile(r"(?:\A|[\r\n])\s*\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\Z")
_BULLET = re.compile(r"\s*(?:[-*+\u2013\u2014\u2022\u2023\u25aa\u25cf\u00b7]\s|\(?\d{1,3}[.)]\s|#{1,6}\s)")
_FIRST_WORD = re.compile(r"\S{1,80}")
_NARROWEST_COLUMN = 30
_LONGEST_ABBREVIATION = 24
_NO_ABBREVIATIONS = Abbreviations()


def paragraph(content: str, offset: int) -> Span:
    """The paragraph that ``offset`` stands in (the one before, where it stands on a blank line)."""
    starts, ends = _paragraphs(content)
    index = max(bisect_right(starts, offset) - 1, 0)
    return Span(starts[index], ends[index])


def sentences(content: str, extent: Span, language: Language | None = None) -> tuple[Span, ...]:
    """The sentences of one paragraph, in order, each with the space after it; together they are all of it.

    Without a ``language`` no abbreviation is known.
    """
    return _sentences(content, extent, language.abbreviations if language else _NO_ABBREVIATIONS)


def sentence(content: str, span: Span, language: Language | None = None) -> Span:
    """The sentence that ``span`` stands in; from the first to the last where it runs over several."""
    every = sentences(content, paragraph(content, span.start), language)
    first = every[bisect_right(every, (span.start, len(content) + 1)) - 1]
    if span.end <= first.end:
        return first
    last = max(span.start, span.end - 1)
    if last >= every[-1].end:
        every = sentences(content, paragraph(content, last), language)
    return Span(first.start, max(span.end, every[bisect_right(every, (last, len(content) + 1)) - 1].end))


def is_plain_sentence(content: str, span: Span, language: Language | None = None) -> bool:
    """Whether ``span`` is plainly a sentence, or several, beyond any doubt about stops (the quick question).

    False means that only a closer look can tell.
    """
    start, end = span
    if not "A" <= content[start] <= "Z" or not _is_plain_end(content, end, language):
        return False
    before = content[max(0, start - 2) : start]
    if before not in ("", "\n\n") and (
        before[-1] not in " \n" or not _is_plain_end(content, start - 1, language)
    ):
        return False
    after = content[end : end + 2]
    return after in ("", "\n", "\n\n") or (after[0] in " \n" and "A" <= after[1:] <= "Z")


def _is_plain_end(content: str, end: int, language: Language | None) -> bool:
    """Whether the stop before ``end`` follows a year, or a word in small letters that is no abbreviation."""
    tail = content[max(0, end - 5) : end]
    if tail[-1:] not in (".", "!") or len(tail) < 5:
        return False
    if tail[:4].isdigit():
        return True
    if not (tail[:4].isascii() and tail[:4].isalpha() and tail[:4].islower()):
        return False
    word = content[max(0, end - _LONGEST_ABBREVIATION) : end - 1].rpartition(" ")[2]
    return language is None or word not in language.abbreviations.all_words


@lru_cache(maxsize=16)
def _paragraphs(content: str) -> tuple[list[int], list[int]]:
    starts, ends = [0], []
    for found in _BREAK.finditer(content):
        ends.append(found.start())
        starts.append(found.end())
    return starts, [*ends, len(content)]


@lru_cache(maxsize=1024)
def _sentences(content: str, extent: Span, known: Abbreviations) -> tuple[Span, ...]:
    text = content[extent.start : extent.end]
    found = []
    start = 0
    for end in sorted({*_stops(text, known), *_ends_of_lines(text)}):
        if 0 < end < len(text) and not text[start:end].isspace():
            found.append(Span(extent.start + start, extent.start + end))
            start = end
    return (*found, Span(extent.start + start, extent.end))


def _stops(text: str, known: Abbreviations) -> Iterator[int]:
    """The offsets after stops that end a sentence, and the space behind them."""
    for found in _STOP.finditer(text):
        end = match_end(_SPACE, text, found.end())
        mark = found["mark"]
        if mark is None:
            yield end
            continue
        following = match_end(_OPENERS, text, end)
        after = text[following : following + 1]
        if after.islower() or after in (",", ";", ":", ")"):
            continue
        word = _WORD.match(text, following)
        first = "" if word is None or text[word.end() : word.end() + 1] == "." else word[0].casefold()
        if mark == "." and _goes_on(text, found.start(), after, first, known):
            continue
        if mark in ("...", "\u2026") and first in known.always_capital:
            continue
        yield end


def _goes_on(text: str, stop: int, after: str, first: str, known: Abbreviations) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it, and the sentence goes on."""
    before = _BEFORE.search(text, max(0, stop - _LONGEST_ABBREVIATION), stop)
    if before is None:
        return False
    word = before[0].casefold()
    if word in known.never_last or (after.isdigit() and word in known.before_numbers):
        return True
    if len(word) < 5 and _ENUMERATOR.search(text, max(0, stop - _LONGEST_ABBREVIATION), stop):
        return True
    is_initial = len(word) == 1 and before[0].isupper()
    if is_initial or "." in word or word in known.sometimes_last:
        return after.isdigit() or first not in known.starters
    return False


def _ends_of_lines(text: str) -> Iterator[int]:
    """The offsets after line ends that were set on purpose, and not because the column was full."""
    ends = [found.span() for found in _LINE_END.finditer(text)]
    if not ends:
        return
    starts = [0, *(end for _, end in ends)]
    width = max(_NARROWEST_COLUMN, *(end - start for start, (end, _) in zip(starts, ends, strict=False)))
    width = max(width, len(text) - starts[-1])
    for start, (end, following) in zip(starts, ends, strict=False):
        if _BULLET.match(text, following):
            yield following
            continue
        word = _FIRST_WORD.search(text, following)
        if word is None or word[0].lstrip("\"'\u2018\u201c\u00ab([*_")[:1].islower():
            continue
        if len(text[start:end].rstrip()) + 1 + len(word[0]) <= width:
            yield following
