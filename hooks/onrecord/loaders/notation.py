"""Other words at some spans of a value, in the notation that it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.excerpts import needs_quotes
from onrecord.finding import Edit
from onrecord.loaders.places import value_places
from onrecord.text import Scalar, Span, changed

_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_PARTS_ENTRIES = re.compile(r"[,\[\]{}]")
_ENTRY_AFTER, _ENTRY_BEFORE = re.compile(r"\s*[,\]}]"), re.compile(r"[,\[{]\s*\Z|[\[{][^\r\n]*\Z")
_NEAR = 200


def edited(content: str, edits: Iterable[Edit]) -> str:
    """``content`` with edits that do not overlap, in whatever order they come."""
    in_order = sorted(edits, key=lambda edit: edit.span)
    return changed(content, ((edit.span, edit.replacement) for edit in in_order))


def rewritten(
    content: str, value: Scalar, changes: Sequence[tuple[Span, str]]
) -> tuple[tuple[Span, str], ...] | None:
    """What to write where in a YAML file so that ``value`` has other words at some spans of it.

    None where a place is not known, or where the words hold what no value of one line can.
    """
    places = value_places(content, value)
    if not places or any(unwritable(words) for _, words in changes):
        return None
    edits = []
    for span, words in changes:
        start = places[span.start].start if span.start < len(places) else places[-1].end
        end = places[span.end - 1].end if span.end > span.start else start
        edits.append((Span(start, end), _escaped(words, value.style)))
    if value.style == "" and _must_be_quoted(content, value, changed(str(value), changes)):
        moved = [(Span(at.start - value.start, at.end - value.start), words) for at, words in edits]
        whole = changed(content[value.start : value.end], moved)
        return ((Span(value.start, value.end), f"'{_escaped(whole, chr(39))}'"),)
    return tuple(edits)


def unwritable(words: str) -> str:
    """The first character of ``words`` that no value of one line can hold as it is; empty where none is."""
    found = _UNWRITABLE.search(words)
    return found[0] if found else ""


def _must_be_quoted(content: str, value: Scalar, words: str) -> bool:
    return needs_quotes(words) or (
        _PARTS_ENTRIES.search(words) is not None and stands_in_brackets(content, value)
    )


def stands_in_brackets(content: str, value: Scalar) -> bool:
    """Whether a value may be part of a list or mapping in brackets, where commas end it."""
    before = content[max(0, value.start - _NEAR) : value.start]
    return bool(_ENTRY_AFTER.match(content, value.end) or _ENTRY_BEFORE.search(before))


def _escaped(words: str, style: str) -> str:
    if style == "'":
        return words.replace("'", "''")
    return words.replace("\\", "\\\\").replace('"', '\\"') if style == '"' else words
