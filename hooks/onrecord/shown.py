"""What of a source its page shows: the sentences around the passages in use, and how much that is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.languages import language_of
from onrecord.model import Source
from onrecord.resolve import Resolution
from onrecord.sentences import paragraph, sentences
from onrecord.text import Span

LONG = 2000
"""Characters: a paragraph or sentence that is longer is shown in part."""
NEARLY_ALL = 0.9
"""From this share of a text on, its excerpts are nearly the whole of it."""
_NEAR = 400
"""Characters: what is shown of a long sentence on each side of a passage."""


class Extent(NamedTuple):
    """How much of a text some spans hold: ``part`` characters of ``whole``, white space left out."""

    part: int
    whole: int

    @property
    def is_nearly_all(self) -> bool:
        """Whether it is so much that little of the text is left."""
        return self.whole > 0 and self.part >= NEARLY_ALL * self.whole


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


def extent_of(content: str, spans: Iterable[Span]) -> Extent:
    """How much of ``content`` is in ``spans``, each character counted once."""
    part = end = 0
    for start, stop in sorted(spans):
        part += _solid(content[max(start, end) : stop])
        end = max(end, stop)
    return Extent(part, _solid(content))


def shown_extents(resolution: Resolution) -> dict[str, Extent]:
    """How much of each source that is quoted its page shows as excerpts, by the source's id.

    Drafts count, since they are to be published; withdrawn claims do not. A quotation with an ellipsis counts
    with the words that it leaves out: pages show them on demand.
    """
    return {
        str(source.id): extent_of(content, sentences_around(source, content, spans))
        for source, content, spans in _quoted(resolution)
    }


def nearly_whole(resolution: Resolution) -> dict[str, Extent]:
    """Those `shown_extents` that are nearly all of their text.

    Of most texts so little is quoted that no sentence has to be looked for.
    """
    extents = {
        str(source.id): extent_of(content, sentences_around(source, content, spans))
        for source, content, spans in _quoted(resolution)
        if _most(spans) >= NEARLY_ALL * _solid(content)
    }
    return {name: extent for name, extent in extents.items() if extent.is_nearly_all}


def _quoted(resolution: Resolution) -> Iterator[tuple[Source, str, list[Span]]]:
    """Each source with its text and the spans that claims quote of it."""
    quoted: dict[str, tuple[Source, list[Span]]] = {}
    for resolved, evidence in resolution.found():
        if resolved.claim.withdrawn is None:
            _, spans = quoted.setdefault(str(evidence.source.id), (evidence.source, []))
            spans.append(Span(evidence.spans[0].start, evidence.spans[-1].end))
    for source, spans in quoted.values():
        if source.text is not None:
            yield source, source.text.content, spans


def _most(spans: Iterable[Span]) -> int:
    """How many characters the sentences around ``spans`` have at most, as far as they are shown."""
    return sum(max(LONG, span.end - span.start + 2 * _NEAR) for span in spans)


def _solid(text: str) -> int:
    """How many characters of ``text`` are no white space."""
    return len("".join(text.split()))


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
