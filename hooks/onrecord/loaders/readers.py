"""Readers of the values that many keys have in common: texts, ids, choices, lists, mappings.

Those that are made (``one_of(...)``) are partial calls, so that what they take can be looked up, as
`onrecord.editor.schema` does.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from msgspec import Struct, structs

from onrecord.excerpts import as_scalar
from onrecord.finding import Edit, Fix, Related
from onrecord.loaders.names import likely_id, wrong_id
from onrecord.loaders.nodes import Node, YamlMapping, YamlSequence
from onrecord.loaders.problems import Problems
from onrecord.loaders.suggest import asked, likeliest
from onrecord.loaders.walk import NULLS, Reader, Shape, Walk
from onrecord.mending import instead, renamed, shown, without_entry
from onrecord.text import Location, Scalar, Span

LONGEST_VALUE = 10_000
"""The most characters (code points) of one value."""
_PARTS_ENTRIES = re.compile(r"[,\[\]{}\r\n]")
_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def word(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """A value that is no free text, such as an id: a comment may follow it."""
    if type(value) is not Scalar:
        walk.wrong_shape(value, under, key, "a text")
        return None
    if value and not value.isspace() and (value not in NULLS or value.style):
        return value
    walk.refuse_empty(value, under, key)
    return None


def text(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """A text of the author's, which is not empty, not endless, and not cut short by a comment."""
    if type(value) is Scalar and len(value) <= LONGEST_VALUE and value[:1].isalnum() and value not in NULLS:
        found: Scalar | None = value  # as nearly all are: no closer look
    else:
        found = word(walk, value, under, key)
    if found is None:
        return None
    if len(found) > LONGEST_VALUE:
        message = f"the value has {len(found):,} characters, more than {LONGEST_VALUE:,}"
        walk.add("excessive-size", message, walk.place(found, under, key), "make several shorter ones of it")
        return None
    if not found.style and walk.text.content.startswith((" ", "\t"), found.end):
        return _uncut(walk, found)
    return found


def _uncut(walk: Walk, found: Scalar) -> Scalar | None:
    comment = _COMMENT.match(walk.text.content, found.end)
    if comment is None:
        return found
    walk.add(
        "cut-by-comment",
        f"the text ends here: {comment[1][:60]!r} is a comment for YAML",
        Location(walk.text, Span(*comment.span(1))),
        "put the text in quotation marks if this belongs to it; give a comment a line of its own",
        fix=_with_comment(walk, found, comment.end()),
    )
    return None


def _with_comment(walk: Walk, found: Scalar, end: int) -> Fix | None:
    """The comment taken into the text before it, where both stand on one line."""
    words = walk.text.content[found.start : end]
    if "\n" in words or "\r" in words:
        return None
    description = f"put {shown(words)} in quotation marks"
    return Fix(description, (Edit(walk.text, Span(found.start, end), as_scalar(words, bare=False)),))


def ident(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """The id of something; a malformed one is kept, so that references to it are no further problems."""
    id = word(walk, value, under, key)
    if id is not None and (wrong := wrong_id(id)):
        meant = likely_id(id)
        is_right = bool(meant) and not wrong_id(meant)
        help = f"call it {meant!r}" if is_right else "choose another id"
        fix = renamed(id, meant) if is_right and walk.problems.explainer else None
        walk.add("malformed-id", wrong, walk.place(id, under, key), help, fix=fix)
    return id


def one_of(*choices: str) -> Reader:
    """A reader of a value that is one of ``choices``."""
    return partial(choice, choices)


def choice(choices: tuple[str, ...], walk: Walk, value: Node, under: YamlMapping, key: str) -> str | None:
    """A value that is one of ``choices``."""
    found = word(walk, value, under, key)
    if found is None:
        return None
    if found in choices:
        return str(found)
    meant = likeliest(found, choices)
    help = asked(meant) or f"it is one of {', '.join(choices)}"
    message = f"{key!r} cannot be {found[:60]!r}"
    fix = instead(found, meant) if meant else None
    walk.add("unknown-value", message, walk.place(found, under, key), help, fix=fix)
    return None


def matching(pattern: re.Pattern[str], wanted: str) -> Reader:
    """A reader of a value that has the form ``pattern``; ``wanted`` says in words what that is."""
    return partial(formed, pattern, wanted)


def formed(
    pattern: re.Pattern[str], wanted: str, walk: Walk, value: Node, under: YamlMapping, key: str
) -> Scalar | None:
    """A value that has the form ``pattern``."""
    if type(value) is Scalar and (value.style or value not in NULLS) and pattern.fullmatch(value):
        return value
    found = word(walk, value, under, key)
    if found is None:
        return None
    message = f"{key!r} cannot be {found[:70]!r}"
    walk.add("unknown-value", message, walk.place(found, under, key), f"it is {wanted}")
    return None


_TRUTH = one_of("true", "false")
LANGUAGE = matching(_LANGUAGE, "a language code such as 'en' or 'pt-BR'")
"""The reader of a ``language``: a language tag by RFC 5646, as far as its form goes."""


def flag(walk: Walk, value: Node, under: YamlMapping, key: str) -> bool | None:
    """Yes or no."""
    found = _TRUTH(walk, value, under, key)
    return None if found is None else found == "true"


def list_of(read: Reader, *, filled: bool = False) -> Reader:
    """A reader of a list, each entry of which ``read`` reads; one that must be ``filled`` is not empty."""
    return partial(entries, read, filled=filled)


def entries(
    read: Reader, walk: Walk, value: Node, under: YamlMapping, key: str, *, filled: bool
) -> tuple[Any, ...] | None:
    """A list, each entry of which ``read`` reads."""
    if type(value) is not YamlSequence:
        walk.wrong_shape(value, under, key, "a list", _in_brackets(walk, value, under, key, read))
        return None
    if filled and not value:
        walk.add("empty-value", f"{key!r} is an empty list", walk.key_at(under, key), "add an entry")
        return None
    return tuple([made for entry in value if (made := read(walk, entry, under, key)) is not None])


def _in_brackets(walk: Walk, value: Node, under: YamlMapping, key: str, read: Reader) -> Fix | None:
    """One text as the only entry of a list, where the list takes texts."""
    if type(value) is not Scalar or value.style in ("|", ">"):
        return None
    if read(Walk(walk.text, Problems()), value, under, key) is None:
        return None
    written = walk.text.content[value.start : value.end]
    if value.style == "" and _PARTS_ENTRIES.search(written):
        return None
    description = f"make a list of {shown(written)}"
    return Fix(description, (Edit(walk.text, Span(value.start, value.end), f"[{written}]"),))


def claim_list(*, filled: bool = False) -> Reader:
    """A reader of a list of ids of claims, each once."""
    return partial(claims, list_of(word, filled=filled))


def claims(read: Reader, walk: Walk, value: Node, under: YamlMapping, key: str) -> tuple[Scalar, ...] | None:
    """A list that ``read`` reads, of ids of claims, each once."""
    ids: tuple[Scalar, ...] | None = read(walk, value, under, key)
    if ids is None:
        return None
    seen: dict[str, Scalar] = {}
    for id in ids:
        if id in seen:
            first = (Related("the first time", seen[id].at()),)
            message, help = f"{str(id)!r} stands twice in this list", "take one of the two out"
            fix = without_entry(id.at(), "the second of the two")
            walk.add("repeated-claim", message, id.at(), help, related=first, fix=fix)
        seen.setdefault(id, id)
    return tuple(seen.values())


def described(make: type[Struct], shape: Shape) -> Reader:
    """A reader of a mapping of that shape, made into a ``make``; what is not given is None or its default."""
    given = {"at", *(field.name for field in shape.fields.values() if field.required)}
    needed = [field.name for field in structs.fields(make) if field.required]
    return partial(mapping, make, shape, dict.fromkeys(name for name in needed if name not in given))


def mapping(
    make: type[Struct],
    shape: Shape,
    absent: dict[str, None],
    walk: Walk,
    value: Node,
    under: YamlMapping,
    key: str,
) -> Struct | None:
    """A mapping of that ``shape``, made into a ``make``; ``absent`` are fields that no key has to fill."""
    if type(value) is not YamlMapping:
        walk.wrong_shape(value, under, key, "keys with values")
        return None
    fields = walk.keys(value, shape)
    if fields is None:
        return None
    fields["at"] = walk.at(value)
    return make(**absent | fields if absent else fields)
