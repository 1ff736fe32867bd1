"""Which keys a value may have: the shapes below a key, looked up in the readers of its file's loader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from onrecord.loaders import readers
from onrecord.loaders.claims import ABSENCE, CLAIM, QUOTATION, claim_entry, evidence_entry
from onrecord.loaders.facts import PARAGRAPHS, paragraph_entry
from onrecord.loaders.walk import Reader, Shape

_ENTRIES: Mapping[Reader, tuple[Shape, ...]] = {
    claim_entry: (CLAIM,),
    evidence_entry: (QUOTATION, ABSENCE),
    paragraph_entry: tuple(PARAGRAPHS.values()),
}


def shapes_below(read: Reader) -> tuple[Shape, ...]:
    """The shapes that a value which ``read`` reads may have, or the entries of a list; none of a text."""
    if read in _ENTRIES:
        return _ENTRIES[read]
    if isinstance(read, partial):
        if read.func is readers.mapping:
            return (read.args[1],)
        if read.func in (readers.entries, readers.claims):
            return shapes_below(read.args[0])
    return ()


def shapes_at(shapes: Sequence[Shape], above: Sequence[str]) -> tuple[Shape, ...]:
    """The shapes at the end of the way through the keys ``above``; none where that leads nowhere."""
    here = tuple(shapes)
    for key in above:
        here = tuple(
            below for shape in here if key in shape.fields for below in shapes_below(shape.fields[key].read)
        )
    return here


def shape_of(shapes: Sequence[Shape], keys: Mapping[str, object]) -> Shape | None:
    """The first of ``shapes`` that has all ``keys``; None where none has."""
    return next((shape for shape in shapes if keys.keys() <= shape.fields.keys()), None)


def is_list(shapes: Sequence[Shape], above: Sequence[str]) -> bool:
    """Whether the value at the end of the way through the keys ``above`` is a list."""
    if not above:
        return False
    *way, last = above
    fields = (shape.fields[last] for shape in shapes_at(shapes, way) if last in shape.fields)
    reads = (field.read for field in fields)
    return any(isinstance(read, partial) and read.func in (readers.entries, readers.claims) for read in reads)
