"""Fixes that put a quotation into its source's own words."""

from __future__ import annotations

import re

from msgspec.structs import replace

from onrecord.characters import clean
from onrecord.excerpts import trimmed, whole_sentence
from onrecord.finding import Fix
from onrecord.fold import fold
from onrecord.mending import instead, leaving_out
from onrecord.model import Quotation, Source
from onrecord.resolve import CutOff, Evidence, Unresolved
from onrecord.text import Span

_BROKEN_WORD = re.compile("[-\u00ad\u2010]\\s*\n")


def in_sources_words(
    quotation: Quotation, source: Source, span: Span, part: Span | None = None
) -> Fix | None:
    """A part of a quotation (all of it by default) in the words that the source has at ``span``.

    None where a word is broken at a line's end there, or where a paragraph ends.
    """
    assert source.text is not None
    words = source.text.content[span.start : span.end]
    if _BROKEN_WORD.search(words) or "\n" in fold(words).text:
        return None
    return instead(quotation.exact, clean(words), part)


def sources_words_there(outcome: Unresolved) -> Fix | None:
    """What the source has where an ellipsis or a bracket stands; nothing, where it has nothing there."""
    if outcome.part is None or outcome.source is None or len(outcome.places) > 1:
        return None
    exact, part = outcome.quotation.exact, without_spaces(outcome.quotation.exact, outcome.part)
    assert outcome.source.text is not None
    if not any(outcome.source.text.content[slice(*place)].strip() for place in outcome.places):
        return leaving_out(exact, part)
    return in_sources_words(outcome.quotation, outcome.source, outcome.places[0], part)


def whole_sentence_fix(quotation: Quotation, source: Source, span: Span) -> Fix | None:
    """The whole sentence around ``span`` in place of a quotation that nothing else of it depends on."""
    if quotation.prefix or quotation.suffix or quotation.line:
        return None
    fix = in_sources_words(quotation, source, whole_sentence(source, span))
    return None if fix is None else replace(fix, description="quote the whole sentence")


def sentence_of_cut(evidence: Evidence, cut: CutOff) -> Fix | None:
    """The whole sentence in place of a quotation that is cut off in it, where it is one stretch."""
    if len(evidence.spans) > 1:
        return None
    whole = Span(
        min(cut.sentence.start, evidence.spans[0].start), max(cut.sentence.end, evidence.spans[0].end)
    )
    return whole_sentence_fix(evidence.quotation, evidence.source, trimmed(evidence.source, whole))


def without_spaces(text: str, part: Span) -> Span:
    """A span of a text without the spaces at its ends; as it is, where it has nothing else."""
    words = text[part.start : part.end]
    start = part.start + len(words) - len(words.lstrip())
    return Span(start, max(start, part.start + len(words.rstrip()))) if words.strip() else part
