"""What is shown around a passage: its sentences, and of a long one what is near."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from onrecord.languages import language_of
from onrecord.model import Source
from onrecord.sentences import paragraph, sentences
from onrecord.text import Span

LONG = 2000
"""Characters: a paragraph or sentence that is longer is shown in part."""
_NEAR = 400
"""Characters: what is shown of a long sentence on each side of a passage."""


def sentences_around(source: Source, content: str, spans: Iterable[Span]) -> list[Span]:
    """The sentences around ``spans``, in order and without overlap; of a long one what is near."""
    language = language_of(source.language)
    merged: list[Span] = []
    extent, starts, ends = Span(0, -1), [0], [0]
    for span in sorted(spans):
        if not extent.start <= span.start < extent.end:
            extent = paragraph(content, span.start)
            every = sentences(content, extent, language)
            starts, ends = [one.start for one in every], [one.end for one in every]
        start = starts[max(bisect_right(starts, span.start) - 1, 0)]
        end = max(ends[max(bisect_right(starts, max(span.start, span.end - 1)) - 1, 0)], span.end)
        near = _near(content, Span(start, end), span)
        if merged and near.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, near.end))
        else:
            merged.append(near)
    return merged


def _near(content: str, extent: Span, span: Span) -> Span:
    """``extent`` around ``span`` without the space at its ends, cut at words where it is long."""
    start, end = extent
    if end - start > LONG:
        if start < span.start - _NEAR:
            space = content.find(" ", span.start - _NEAR, span.start)
            start = space if space >= 0 else span.start
        if end > span.end + _NEAR:
            end = max(content.rfind(" ", span.end, span.end + _NEAR), span.end)
    while start < span.start and content[start].isspace():
        start += 1
    while end > span.end and content[end - 1].isspace():
        end -= 1
    return Span(start, end)
