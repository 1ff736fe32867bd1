"""Fixes that rules offer: other words for a value, or an entry or key taken out or added.

An editor offers them and a person chooses; only what is ``safe`` is ever made without being asked. Each is
None where it cannot be said which characters of the file to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.finding import Edit, Fix
from onrecord.text import Location, Scalar, Span, Text


def instead(value: Scalar, words: str, span: Span | None = None) -> Fix | None:
    """``words`` in place of a span of ``value`` (all of it by default); line breaks become spaces."""
    at = Span(0, len(value.rstrip("\r\n"))) if span is None else span
    old, new = value[at.start : at.end], " ".join(words.split())
    new = new if span is None else _cased(new, old, at.start)
    if at == Span(0, len(value)) and not new:
        return None
    return rewording(replacing(old, new), value, ((at, new),))


def leaving_out(value: Scalar, span: Span) -> Fix | None:
    """A span of ``value`` taken out with the space beside it; what then begins the text gets a capital."""
    start, stop = span
    if start and value[start - 1] == " ":
        start -= 1
    elif value[stop : stop + 1] == " ":
        stop += 1
    if start:
        return rewording(f"leave out {shown(value[slice(*span)])}", value, ((Span(start, stop), ""),))
    first = value[stop : stop + 1].upper()
    said = f"leave out {shown(value[slice(*span)])}"
    return rewording(said, value, ((Span(0, stop + 1), first),)) if first else None


def _cased(new: str, old: str, start: int) -> str:
    """``new`` with a capital or small first letter where ``old`` has one at the beginning of the text."""
    if old[:1].isupper() and start == 0:
        return new[:1].upper() + new[1:]
    if old[:1].islower() and new[1:2].islower():
        return new[:1].lower() + new[1:]
    return new


def rewording(
    description: str, value: Scalar, changes: Sequence[tuple[Span, str]], *, safe: bool = False
) -> Fix | None:
    """Other words at some spans of ``value``, in order; None also where nothing is to change."""
    edits = value.text.rewritten(value, changes) if changes else None
    return Fix(description, _edits(value.text, edits), safe) if edits else None


def renamed(id: Scalar, name: str) -> Fix | None:
    """Another ``name`` for what ``id`` is the id of, there and wherever the same file names it."""
    places = id.text.places_of(id)
    edits = [
        edit for place in places for edit in place.text.rewritten(place, ((Span(0, len(id)), name),)) or ()
    ]
    description = f"call it {shown(name)}" + (" here and where it is named" if len(edits) > 1 else "")
    return Fix(description, _edits(id.text, edits)) if len(edits) == len(places) else None


def without_entry(entry: Location, what: str) -> Fix | None:
    """The list entry that begins where ``entry`` does taken out, with the list where it is the only one."""
    span = entry.text.extent(entry.span.start) if entry.span else None
    return Fix(f"take out {what}", (Edit(entry.text, span, ""),)) if span else None


def without_key(mapping: Location, key: str) -> Fix | None:
    """A key with its value taken out of the mapping whose first key stands at ``mapping``."""
    span = mapping.text.extent(mapping.span.start, key) if mapping.span else None
    return Fix(f"take out '{key}'", (Edit(mapping.text, span, ""),)) if span else None


def with_key(mapping: Location, after: str, key: str, words: str) -> Fix | None:
    """A key with a value added to the mapping whose first key stands at ``mapping``, below another key."""
    edit = mapping.text.addition(mapping.span.start, after, key, words) if mapping.span else None
    return Fix(f"add '{key}: {words}'", _edits(mapping.text, (edit,))) if edit else None


def without(place: Location, what: str) -> Fix | None:
    """The characters at a place taken out."""
    return Fix(f"take out {what}", (Edit(place.text, place.span, ""),)) if place.span else None


def in_place(place: Location, words: str) -> Fix | None:
    """``words`` written over the characters at a place, as they are."""
    if place.span is None:
        return None
    old = place.text.content[place.span.start : place.span.end]
    return Fix(replacing(old, words), (Edit(place.text, place.span, words),))


def replacing(old: str, new: str) -> str:
    """What an edit is called that writes ``new`` in the place of ``old``; either may be blank."""
    if not new.strip():
        return f"leave out {shown(old)}"
    return f"write {shown(new)} instead of {shown(old)}" if old.strip() else f"add {shown(new)}"


def shown(words: str) -> str:
    """Words in quotation marks, shortened in the middle where they are long."""
    plain = " ".join(words.split())
    return f"'{plain}'" if len(plain) <= 60 else f"'{plain[:28].rstrip()} ... {plain[-28:].lstrip()}'"


def _edits(text: Text, edits: Iterable[tuple[Span, str]]) -> tuple[Edit, ...]:
    return tuple(Edit(text, span, words) for span, words in edits)
