"""The keys of what authors give, whichever there are, and whose values are not what they were."""

from __future__ import annotations

from msgspec import Struct

NOT_OF_PAGES = frozenset(("id", "at", "claims"))
NOT_OF_CLAIMS = frozenset(("id", "at", "text", "evidence"))
NOT_OF_EVIDENCE = frozenset(("at", "exact", "terms", "source"))
NOT_OF_SOURCES = frozenset(("id", "at", "text", "sha256", "digest", "taken_down"))
"""What is compared in other ways, or is no matter of a reviewer's."""


class Field(Struct, frozen=True):
    """A key whose value is another: what it was and what it is, in a line; empty where it is not given."""

    key: str
    old: str
    new: str


def fields_of(old: Struct, new: Struct, left_out: frozenset[str]) -> tuple[Field, ...]:
    """The keys of two values of one kind whose values differ."""
    pairs = (
        Field(key, in_a_line(getattr(old, key)), in_a_line(getattr(new, key)))
        for key in new.__struct_fields__
        if key not in left_out
    )
    return tuple(field for field in pairs if field.old != field.new)


def in_a_line(value: object) -> str:
    """A value that an author gave, with its keys and without where it is written."""
    match value:
        case str():
            return " ".join(value.split())
        case tuple():
            return "; ".join(map(in_a_line, value))
        case Struct():
            parts = {key: in_a_line(getattr(value, key)) for key in value.__struct_fields__ if key != "at"}
            return ", ".join(f"{key}: {part}" for key, part in parts.items() if part)
        case None | False:
            return ""
        case True:
            return "yes"
    return str(value)
