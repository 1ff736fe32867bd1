"""Which stretches of a text stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.ground.reading import Reading
from onrecord.sentences import paragraph
from onrecord.speech import quoted_speech
from onrecord.text import Span

_DETACHED = re.compile(
    r"(?:(?<=\s)|(?<!.))(?:``?\s[^`]{1,400}?\s''?|\"\s[^\"]{1,400}?\s\")(?=[\s.,;:!?)]|\Z)"
)


def quoted_spans(reading: Reading) -> tuple[Span, ...]:
    """The stretches of a text in quotation marks, the marks included, in order (code points, half-open)."""
    return reading.once(_quoted_spans)


def _quoted_spans(reading: Reading) -> tuple[Span, ...]:
    content = reading.content
    found: list[Span] = []
    start = 0
    while start < len(content):
        extent = paragraph(content, start)
        extent = Span(max(extent.start, start), max(extent.end, start + 1))
        marked = quoted_speech(content, extent, reading.language.elided)
        found.extend(sorted((*marked, *_detached(content, extent, marked))))
        start = extent.end
        while start < len(content) and content[start].isspace():
            start += 1
    return tuple(found)


def _detached(content: str, extent: Span, marked: tuple[Span, ...]) -> Iterator[Span]:
    """Stretches whose marks stand by themselves, with a space on both sides, in text cut into words."""
    for match in _DETACHED.finditer(content, extent.start, extent.end):
        span = Span(*match.span())
        if not any(other.start < span.end and span.start < other.end for other in marked):
            yield span
