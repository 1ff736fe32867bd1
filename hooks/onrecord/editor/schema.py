"""The JSON Schemas (draft-07) of fact files and of a source's metadata: editors complete and explain by them.

They are made of the shapes that the loader reads, so they cannot drift from it. What the loader reads without
a problem is valid; much else that it looks for (whether an id is known, whether a day exists) is left to it.
There is no ``anyOf``, ``oneOf`` or ``allOf``, of which editors make messages that nobody understands, and no
``$ref``, beside which draft-07 lets nothing stand, not even a description.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from onrecord.editor.claim_keys import CLAIM_KEYS
from onrecord.editor.page_keys import PAGE_KEYS
from onrecord.editor.snippets import SNIPPETS
from onrecord.editor.source_keys import SOURCE_KEYS
from onrecord.editor.values import VALUES
from onrecord.loaders import claims, dates, edtf, facts, metadata, names, readers
from onrecord.loaders.walk import Reader, Shape

Json = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
KEYS = PAGE_KEYS | CLAIM_KEYS | SOURCE_KEYS
"""Every key, by the noun of its shape, then by its name."""
SCHEMAS = {"facts": "A fact file of On Record", "source": "A source's metadata, for On Record"}
"""The schemas there are, with their titles."""
_SCALAR = ["string", "number", "boolean"]
_NUMBERS: dict[str, Json] = {
    "line": {"type": ["integer", "string"], "minimum": 1, "maximum": 999_999_999},
    "sha256": {"type": ["string", "number"]},
    "raw_sha256": {"type": ["string", "number"]},
}
_DATE_HELP = (
    "write what is known: 2025, 2025-04 or 2025-04-17, with ? where uncertain, 2021-08/.. where it goes on"
)


def schema(name: str) -> bytes:
    """The schema called ``name`` as a file: the same bytes at any time."""
    top = {"facts": lambda: _mapping(facts.EXPLAINER), "source": _source}[name]()
    made = {"$schema": DIALECT, "title": SCHEMAS[name], **top}
    return (json.dumps(made, indent=2) + "\n").encode("ascii")


def _mapping(*shapes: Shape) -> Json:
    """An object with the keys of ``shapes``, in the order in which they are explained."""
    properties = {
        key: {"description": "", **_takes(shape.fields[key].read)}
        for shape in shapes
        for key in KEYS[shape.noun]
    }
    for shape in shapes:
        for key in shape.fields:
            _explain(properties[key], shape.noun, key)
    snippets = [each for shape in shapes for each in SNIPPETS.get(shape.noun, ())]
    made: Json = {"type": "object", "additionalProperties": False, "properties": properties}
    if len(shapes) == 1 and shapes[0].required:
        made["required"] = list(shapes[0].required)
    if snippets:
        made["defaultSnippets"] = [each._asdict() for each in snippets]
    return made


def _explain(property: Json, noun: str, key: str) -> None:
    """Add to the schema of a key what it says, an example, and what each of its values says.

    An example that holds keys stands in the description: as one of ``examples``, VS Code would offer to type
    it as ``[object Object]``.
    """
    known = KEYS[noun][key]
    property["description"] = known.says.replace("`", "")
    property["markdownDescription"] = known.says
    if "{" in (written := known.written):
        property["description"] += f" Example: {key}: {written}"
        property["markdownDescription"] += f"\n\nExample:\n\n```yaml\n{key}: {written}\n```"
    else:
        property["examples"] = [known.example]
    property.update(_NUMBERS.get(key, {}))
    if "enum" in property:
        said = [VALUES[key][value] for value in property["enum"]]
        property["enumDescriptions"] = property["markdownEnumDescriptions"] = said
        told = {value: {"description": words} for value, words in VALUES[key].items()}
        property["x-intellij-enum-metadata"] = told


def _takes(read: Reader) -> Json:
    """What a value may be that ``read`` reads."""
    if isinstance(read, partial):
        return _MADE[read.func](*read.args, **read.keywords)
    return _PLAIN[read]()


def _scalar(pattern: str, help: str, longest: int = 0, **rest: Any) -> Json:
    """A text, which an editor takes for a number or a boolean where it looks like one."""
    limit = {"maxLength": longest} if longest else {}
    return {"type": _SCALAR, "pattern": pattern, "patternErrorMessage": help, **limit, **rest}


def _text(longest: int = readers.LONGEST_VALUE) -> Json:
    return _scalar(r"\S", "give it a value, or leave the key out", longest)


def _whole(pattern: re.Pattern[str]) -> str:
    return f"^(?:{pattern.pattern})$"


def _formed(pattern: re.Pattern[str], wanted: str) -> Json:
    return {**_scalar(_whole(pattern), f"it is {wanted}"), "type": "string"}


def _date(*words: str) -> Json:
    form = "|".join((edtf.FORM.pattern, *words))
    return _scalar(f"^(?:{form})$", _DATE_HELP, type=["string", "integer"])


def _day() -> Json:
    return _scalar(_whole(edtf.DAY_FORM), "write year, month and day: 2025-04-17", type="string")


def _ident() -> Json:
    help = "an id is made of small letters a to z and digits, in parts joined by single hyphens"
    return _scalar(_whole(names.ID), help, names.LONGEST_ID)


def _file_name() -> Json:
    help = "a file name is made of letters a to z, digits, '.', '_' and '-', with no '.' or '-' in front"
    return _scalar(_whole(names.FILE_NAME), help, names.LONGEST_FILE_NAME)


def _absent_term() -> Json:
    help = "write whole words, with '*' at the end of one for any ending"
    return _scalar(rf"^\s*(?:{claims.TERM.pattern})\s*$", help, readers.LONGEST_VALUE)


def _flag() -> Json:
    return _scalar("^(?:true|false)$", "it is true or false", type=["boolean", "string"])


def _list(read: Reader, *, filled: bool) -> Json:
    """A list; what may be typed for an entry is told here, where editors put the hyphen before it."""
    items = _takes(read)
    made: Json = {"type": "array", "items": items}
    if filled:
        made["minItems"] = 1
    if "defaultSnippets" in items:
        made["defaultSnippets"] = items.pop("defaultSnippets")
    return made


def _source() -> Json:
    """A source's metadata: a raw file goes with its digest."""
    together = {"raw": ["raw_sha256"], "raw_sha256": ["raw"]}
    return {**_mapping(metadata.METADATA), "dependencies": together}


def _claim() -> Json:
    """A claim: one that is neither worked out from others nor withdrawn for its source has evidence.

    An inferred date has a note.
    """
    needs = {"required": ["evidence"], "properties": {"evidence": {"minItems": 1}}}
    inferred = {
        "if": {"properties": {"date_basis": {"const": "inferred"}}},
        "then": {"required": ["date_note"]},
    }
    made = _mapping(claims.CLAIM)
    gone = {"required": ["withdrawn"], "properties": {"withdrawn": {"required": ["source"]}}}
    unless_gone = {"if": gone, "else": needs}
    dependencies = {"date_basis": inferred}
    return {**made, "if": {"required": ["derived"]}, "else": unless_gone, "dependencies": dependencies}


def _evidence() -> Json:
    """An entry of ``evidence``: all keys of both kinds complete; ``absent`` says which kind it is."""
    help = "an entry with 'absent' has no key beside it but 'source': make two entries of it"
    absence = {"propertyNames": {"enum": list(claims.ABSENCE.fields), "errorMessage": help}}
    return {
        **_mapping(claims.QUOTATION, claims.ABSENCE),
        "if": {"required": list(claims.ABSENCE.required)},
        "then": absence,
        "else": {"required": list(claims.QUOTATION.required)},
    }


def _paragraph() -> Json:
    """An entry of ``body``: its one key says which kind of paragraph it is."""
    return {**_mapping(*facts.PARAGRAPHS.values()), "minProperties": 1, "maxProperties": 1}


_MADE: dict[Callable[..., Any], Callable[..., Json]] = {
    readers.choice: lambda choices: {"type": "string", "enum": list(choices)},
    readers.formed: _formed,
    readers.entries: _list,
    readers.claims: _takes,
    readers.mapping: lambda _make, shape, _absent: _mapping(shape),
}
_PLAIN: dict[Reader, Callable[[], Json]] = {
    readers.word: lambda: _scalar(r"\S", "give it a value, or leave the key out"),
    readers.text: _text,
    readers.ident: _ident,
    dates.day: _day,
    dates.date: _date,
    dates.date_or_source: lambda: _date("source"),
    metadata.file_name: _file_name,
    claims.sentence: lambda: _text(claims.LONGEST_CLAIM),
    facts.topic: lambda: _text(facts.LONGEST_TOPIC),
    claims.absent_term: _absent_term,
    readers.flag: _flag,
    claims.claim_entry: _claim,
    claims.evidence_entry: _evidence,
    facts.paragraph_entry: _paragraph,
}
