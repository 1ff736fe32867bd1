"""Which stretches of a text stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.ground.reading import Reading, Word
from onrecord.language import Language
from onrecord.sentences import paragraph
from onrecord.speech import quoted_speech
from onrecord.text import Span

_DETACHED = re.compile(
    r"(?:(?<=\s)|(?<!.))(?:"
    r"``?\s[^`]{1,400}?\s''?|\"\s[^\"]{1,400}?\s\""
    '|[\u201c"]\\s[^\u201c\u201d"]{1,400}?\\s[\u201d"]'
    "|[\u2018']\\s[^\u2018\u2019'`]{1,200}?\\s[\u2019']"
    r")(?=[\s.,;:!?)]|\Z)"
)
_ALONE = re.compile("(?:(?<=\\s)|(?<!.))(?:``?|[\"'\u201c\u2018])\\s")
_LONGEST_WORD = 24
_ENDS_ALONE = frozenset("'\u2019")
_MARK = re.compile("[\"'`\u201c-\u201f\u2018\u2019\u00ab\u00bb\u300c-\u300f\u2033]")


def quoted_spans(reading: Reading) -> tuple[Span, ...]:
    """The stretches of a text in quotation marks, the marks included, in order (code points, half-open)."""
    return reading.once(_quoted_spans)


def _quoted_spans(reading: Reading) -> tuple[Span, ...]:
    content = reading.content
    if not _MARK.search(content):
        return ()
    may_be_detached = _ALONE.search(content) is not None
    found: list[Span] = []
    start = 0
    while start < len(content):
        extent = paragraph(content, start)
        extent = Span(max(extent.start, start), max(extent.end, start + 1))
        marked = quoted_speech(content, extent, reading.language.elided)
        if may_be_detached:
            detached = _detached(content, extent, marked, reading.language)
            marked = tuple(sorted((*marked, *detached)))
        found.extend(marked)
        start = extent.end
        while start < len(content) and content[start].isspace():
            start += 1
    return tuple(found)


def _detached(content: str, extent: Span, marked: tuple[Span, ...], language: Language) -> Iterator[Span]:
    """Stretches whose marks stand by themselves, with a space on both sides, in text cut into words."""
    number = 0
    at = extent.start
    while (match := _DETACHED.search(content, at, extent.end)) is not None:
        start, end = match.span()
        if content[start] in "'\u2019" and _is_possessive(content, start, language):
            at = start + 1
            continue
        while number < len(marked) and marked[number].end <= start:
            number += 1
        if number == len(marked) or marked[number].start >= end:
            yield Span(start, end)
        at = end


def _is_possessive(content: str, start: int, language: Language) -> bool:
    """Whether a mark stands behind a word that it may make a possessive of, as in *the girls ' cup*."""
    endings = tuple(ending[:-1] for ending in language.possessive_endings if ending[-1] in _ENDS_ALONE)
    before = content[max(0, start - _LONGEST_WORD) : start].split()
    if not before or not before[-1].lower().endswith(endings):
        return False
    word = before[-1].lower()
    known = language.lexicon.reporting if language.lexicon is not None else None
    return word not in language.stop_words and (known is None or word not in known.verbs)


def inside(words: Sequence[Word], spans: Sequence[Span]) -> list[bool]:
    """Which words or marks stand in one of some stretches, both in order."""
    found = []
    number = 0
    for word in words:
        while number < len(spans) and spans[number].end <= word.start:
            number += 1
        found.append(number < len(spans) and spans[number].start <= word.start)
    return found
