"""The keys of a file: which of them may be written at a place, and what each says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from msgspec import Struct

from onrecord.editor.key import Key
from onrecord.editor.schema import KEYS
from onrecord.editor.snippets import SNIPPETS
from onrecord.editor.values import VALUES
from onrecord.language_server.bench import View
from onrecord.language_server.hover import Line, Run
from onrecord.language_server.outline import Cursor, Slot, at, slot, word
from onrecord.language_server.rules import rules
from onrecord.loaders import readers
from onrecord.loaders.facts import EXPLAINER
from onrecord.loaders.metadata import METADATA
from onrecord.loaders.shapes import is_list, shapes_at, shapes_below
from onrecord.loaders.walk import Shape
from onrecord.text import Span, Text

_FILLED = re.compile(r"\$\{\d+(?::([^}]*)|\|([^,|}]*)[^}]*)\}")


class Offer(Struct, frozen=True):
    """A key, or a whole entry of a list, to write: how it is called, what is written, what is said of it."""

    label: str
    written: str
    about: tuple[Line, ...]
    is_entry: bool = False


class Explained(Struct, frozen=True):
    """A key or a choice that stands at ``span``, and what is said of it."""

    span: Span
    lines: list[Line]


def offered(place: Slot, view: View) -> list[Offer]:
    """The keys that may be written at ``place`` and are not there yet, and the entries that begin there."""
    root = _root(view)
    shapes = _fitting(place, root)
    listed = is_list(root, place.above)
    if place.has_dash and not listed and not place.in_braces:
        return []
    lead = "- " if listed and not place.has_dash else ""
    if lead and place.beside:
        return []
    column = place.column + len(lead)
    keys = {key: shape for shape in shapes for key in KEYS[shape.noun] if key not in place.beside}
    offers = [
        Offer(key, lead + _opened(key, shape, root, place, column), tuple(_said(shape, key)))
        for key, shape in keys.items()
    ]
    if listed and not place.beside and not place.in_braces and not place.is_named:
        offers += (
            Offer(each.label, lead + f"\n{' ' * column}".join(_lines(each.body)), (), is_entry=True)
            for shape in shapes
            for each in SNIPPETS.get(shape.noun, ())
        )
    return offers


def choices(cursor: Cursor, view: View) -> dict[str, str]:
    """What the key at ``cursor`` can choose from, with what each choice says; nothing where it is free."""
    reads = (
        shape.fields[cursor.key].read
        for shape in shapes_at(_root(view), cursor.above)
        if cursor.key in shape.fields
    )
    given = (read.args[0] for read in reads if isinstance(read, partial) and read.func is readers.choice)
    told = VALUES.get(cursor.key, {})
    return {value: told.get(value, "") for value in next(given, ())}


def explained(text: Text, offset: int, view: View) -> Explained | None:
    """The key or the choice at ``offset`` of ``text``, and what it says; None where neither is there."""
    place = slot(text, offset)
    if place is None or not place.is_named:
        return _choice(text, offset, view)
    key = text.content[place.span.start : place.span.end]
    for shape in _fitting(place, _root(view)):
        if key in shape.fields:
            return Explained(place.span, list(_said(shape, key)))
    return None


def _choice(text: Text, offset: int, view: View) -> Explained | None:
    cursor = at(text, offset)
    if cursor is None or cursor.is_key:
        return None
    written = text.content[slice(*cursor.span)]
    chosen = word(written)
    if not (says := choices(cursor, view).get(chosen)):
        return None
    start = cursor.span.start + written.index(chosen)
    return Explained(Span(start, start + len(chosen)), [(Run(says),)])


def filled(snippet: str) -> str:
    """A snippet for an editor that knows none: its places filled in with what they say."""
    return _FILLED.sub(lambda found: found[1] or found[2] or "", snippet)


def _root(view: View) -> tuple[Shape, ...]:
    is_metadata = view.path.startswith(f"{view.resolution.project.seeds_directory.path}/")
    return (METADATA,) if is_metadata else (EXPLAINER,)


def _fitting(place: Slot, root: tuple[Shape, ...]) -> list[Shape]:
    """The shapes that a mapping at ``place`` can still have, with the keys that it has."""
    return [shape for shape in shapes_at(root, place.above) if place.beside <= shape.fields.keys()]


def _opened(key: str, shape: Shape, root: tuple[Shape, ...], place: Slot, column: int) -> str:
    """A key as it is written, up to where its value begins."""
    if place.is_named:
        return key
    if place.in_braces or not shapes_below(shape.fields[key].read):
        return f"{key}: "
    dash = "- " if is_list(root, (*place.above, key)) else ""
    return f"{key}:\n{' ' * (column + 2)}{dash}"


def _said(shape: Shape, key: str) -> Iterator[Line]:
    """What is said of a key: a sentence, an example, the rules that speak of it."""
    known: Key = KEYS[shape.noun][key]
    words = known.says.split("`")
    yield tuple(Run(run, is_code=bool(number % 2)) for number, run in enumerate(words) if run)
    yield (Run("Example: "), Run(f"{key}: {known.written}", is_code=True))
    marks = (f"`{key}`", f"`{key}:")
    about = [rule.id for rule in rules().values() if any(mark in rule.explanation for mark in marks)]
    if about:
        yield (Run("Rules that speak of it: "), Run(", ".join(sorted(about))))


def _lines(body: dict[str, Any]) -> list[str]:
    """The keys of an entry as lines, what stands below them indented by two."""
    lines: list[str] = []
    for key, value in body.items():
        if isinstance(value, str):
            lines.append(f"{key}: {value}")
        elif isinstance(value, dict):
            lines += [f"{key}:", *(f"  {line}" for line in _lines(value))]
        elif all(isinstance(entry, str) for entry in value):
            lines.append(f"{key}: [{', '.join(value)}]")
        else:
            lines.append(f"{key}:")
            for first, *rest in map(_lines, value):
                lines += [f"  - {first}", *(f"    {line}" for line in rest)]
    return lines
