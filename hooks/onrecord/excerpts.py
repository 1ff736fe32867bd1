"""Passages of sources as findings show them: words, places, and what can be pasted into a fact file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.boundaries import cuts_at_start
from onrecord.finding import Related
from onrecord.languages import language_of
from onrecord.model import Source
from onrecord.resolve import Unresolved
from onrecord.sentences import sentence
from onrecord.text import Location, Span

MOST_SHOWN = 8
"""How many places or changes a finding lists."""

_LONGEST_EXCERPT = 300
_NEEDS_QUOTES = re.compile(
    r"\A[\s\-?:,\[\]{}#&*!|>'\"%@`~]|: |:\Z| #|\A\Z|\s\Z|[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]"
)


def excerpt(source: Source, span: Span) -> str:
    """The words of a source at ``span`` on one line, shortened in the middle where they are long."""
    assert source.text is not None
    words = " ".join(source.text.content[span.start : span.end].split())
    if len(words) <= _LONGEST_EXCERPT:
        return words
    half = _LONGEST_EXCERPT // 2
    return f"{words[:half].rsplit(None, 1)[0]} (...) {words[-half:].split(None, 1)[-1]}"


def place(source: Source, span: Span) -> Location:
    """The place of ``span`` in a source's text."""
    assert source.text is not None
    return Location(source.text, span)


def pointed(source: Source, span: Span) -> str:
    """A place as compilers print it: ``seeds/report.txt:3:41``."""
    assert source.text is not None
    position = source.text.position(span.start)
    return f"{source.text.path}:{position.line}:{position.column}"


def whole_sentence(source: Source, span: Span) -> Span:
    """The sentence or sentences of a source that ``span`` reaches into, without the spaces around them."""
    assert source.text is not None
    return trimmed(source, sentence(source.text.content, span, language_of(source.language)))


def trimmed(source: Source, span: Span) -> Span:
    """``span`` without the spaces at its ends."""
    assert source.text is not None
    words = source.text.content[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def related(source: Source, spans: Iterable[Span], message: str) -> tuple[Related, ...]:
    """Places of a source with one message, at most eight."""
    return tuple(Related(message, place(source, span)) for span in list(spans)[:MOST_SHOWN])


def as_yaml(key: str, value: str) -> str:
    """``key: value`` as it can be pasted into a fact file."""
    return f"{key}: {as_scalar(' '.join(value.split()))}"


def as_scalar(value: str, *, bare: bool = True) -> str:
    """A text of one line as YAML writes it: ``bare``, without quotation marks, where that is the same."""
    if bare and not _NEEDS_QUOTES.search(value):
        return value
    return "'" + value.replace("'", "''") + "'"


def needs_quotes(value: str) -> bool:
    """Whether YAML may read ``value``, written without quotation marks, as something else."""
    return _NEEDS_QUOTES.search(value) is not None


def beside(source: Source, span: Span, count: int, *, before: bool) -> str:
    """So many words of a source right before or after ``span``."""
    assert source.text is not None
    content = source.text.content
    reach = 60 * max(count, 1)
    if before:
        return " ".join(content[max(0, span.start - reach) : span.start].split()[-count:])
    return " ".join(content[span.end : span.end + reach].split()[:count])


class Cut(NamedTuple):
    """A word of the source of which a quotation takes a part, and the part of the quotation that does."""

    whole: str
    place: Span
    part: Span


def cut_word(outcome: Unresolved) -> Cut:
    """Which word, number or sign a quotation cuts, at its beginning or at its end."""
    source, exact = outcome.source, str(outcome.quotation.exact)
    assert source is not None
    assert source.text is not None
    content, span = source.text.content, outcome.places[0]
    part = outcome.part or Span(0, len(exact))
    typed = exact[part.start : part.end]
    if cuts_at_start(content, span.start):
        low = span.start
        while low > 0 and not content[low - 1].isspace():
            low -= 1
        low -= low == span.start and low > 0
        while low > 0 and not content[low - 1].isspace():
            low -= 1
        first = content[span.start : span.end].split()[0]
        own = typed.split()[0]
        start = part.start + typed.index(own)
        return Cut(
            content[low : span.start + len(first)],
            Span(low, span.start + len(first)),
            Span(start, start + len(own)),
        )
    high = span.end + (content[span.end : span.end + 1].isspace())
    while high < len(content) and not content[high].isspace():
        high += 1
    last = content[span.start : span.end].split()[-1]
    own = typed.split()[-1]
    start = part.start + typed.rindex(own)
    begin = span.end - len(last)
    return Cut(content[begin:high], Span(begin, high), Span(start, start + len(own)))
