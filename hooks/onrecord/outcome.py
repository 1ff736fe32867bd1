"""What looking a quotation up in its source comes to: a match, or the one reason why there is none."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from onrecord.text import Span


class Reason(StrEnum):
    """Why a quotation is no evidence. Each but the last is the id of the rule that reports it."""

    NOT_FOUND = "quotation-not-found"
    ALTERED = "quotation-altered"
    AMBIGUOUS = "quotation-ambiguous"
    TOO_SHORT = "quotation-too-short"
    CUT_INSIDE_WORD = "quotation-cut-inside-word"
    ACROSS_PARAGRAPHS = "quotation-across-paragraphs"
    WRONG_NEIGHBOURS = "prefix-or-suffix-wrong"
    ELLIPSIS_OUT_OF_ORDER = "ellipsis-out-of-order"
    ELLIPSIS_HIDES_WORDS = "ellipsis-hides-words"
    BRACKET_CHANGES_SENSE = "bracket-changes-sense"
    UNKNOWN_SOURCE = "unknown-source"
    SOURCE_UNAVAILABLE = "source-unavailable"


class Match(Struct, frozen=True):
    """Where the words of a quotation stand: a span for each stretch, and what its ellipses leave out."""

    spans: tuple[Span, ...]
    foldings: tuple[str, ...] = ()
    omitted: tuple[Span, ...] = ()


class Miss(Struct, frozen=True):
    """Why a quotation does not match: ``part`` of its own value, ``places`` in the source, plain words."""

    reason: Reason
    part: Span | None = None
    places: tuple[Span, ...] = ()
    detail: str = ""
