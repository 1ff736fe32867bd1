"""The fields of a form, made of a JSON Schema for editors: one for each key, and none left out.

A content management system writes a file anew when somebody saves it. Whatever its configuration does not
know may be lost, so the keys that nobody may change there have fields too, which are not shown.
"""

from __future__ import annotations

from typing import Any

from onrecord.editor.labels import LONG, entry_label, label, without_keys
from onrecord.loaders.readers import LONGEST_VALUE

Json = dict[str, Any]

SOURCES = "sources"
"""The name of the collection that ``source`` chooses from."""
_SOURCE_KEYS = frozenset({"source", "derived_from"})
_NOT_EMPTY = r"\S"
"""The pattern of any text at all: in a form, an empty field is a key that is left out."""


def fields(schema: Json, hidden: frozenset[str] = frozenset()) -> list[Json]:
    """A field for each key of an object, in the schema's order; those of ``hidden`` keep what they hold."""
    required = schema.get("required", ())
    return [
        {"name": key, "widget": "hidden"}
        if key in hidden
        else _field(key, property, is_required=key in required)
        for key, property in schema["properties"].items()
    ]


def _field(key: str, property: Json, *, is_required: bool) -> Json:
    says = property["markdownDescription"].partition("\n\n")[0].replace(" Required.", "")
    made = {"name": key, "label": label(key), **_widget(key, property), "required": is_required}
    hint = without_keys(says, property.get("enum", ()))
    return made if hint == f"{label(key)}." else {**made, "hint": hint}


def _widget(key: str, property: Json) -> Json:
    """The kind of field that takes the value of ``key``, with what goes with that kind."""
    type = property["type"]
    if key in _SOURCE_KEYS:
        return _source(is_list=type == "array")
    if "enum" in property:
        says = zip(property["enum"], property["enumDescriptions"], strict=True)
        options = [{"label": f"{value}: {without_keys(words)}", "value": value} for value, words in says]
        return {"widget": "select", "options": options}
    if type == "array":
        return _list(key, property)
    if type == "object":
        return {"widget": "object", "fields": fields(property)}
    if "boolean" in type and "number" not in type:
        return {"widget": "boolean"}
    if "minimum" in property:
        limits = {"min": property["minimum"], "max": property["maximum"]}
        return {"widget": "number", "value_type": "int", **limits}
    return _text(key, property)


def _text(key: str, property: Json) -> Json:
    made: Json = {"widget": "text" if key in LONG else "string"}
    if property.get("maxLength", LONGEST_VALUE) < LONGEST_VALUE:
        made["maxlength"] = property["maxLength"]
    if property["pattern"] != _NOT_EMPTY:
        made["pattern"] = [property["pattern"], property["patternErrorMessage"]]
    return made


def _source(*, is_list: bool) -> Json:
    made: Json = {"widget": "relation", "collection": SOURCES, "value_field": "id"}
    made |= {"display_fields": ["title", "id"], "search_fields": ["title", "id"]}
    return {**made, "multiple": True} if is_list else made


def _list(key: str, property: Json) -> Json:
    """A list, each entry of which has a form: what is made for plain texts fails on one that is a number."""
    items = property["items"]
    made: Json = {"widget": "list", "label_singular": entry_label(key)}
    if property.get("minItems"):
        made["min"] = property["minItems"]
    if items["type"] != "object":
        entry = {"name": "entry", "label": entry_label(key), **_widget(key, items)}
        return {**made, "collapsed": True, "field": entry}
    summary = " ".join(f"{{{{fields.{name}}}}}" for name in _telling(items))
    return {**made, "collapsed": True, "summary": summary, "fields": fields(items)}


def _telling(items: Json) -> list[str]:
    """The keys by which an entry is told from others: those it has to have, of whichever kind it is."""
    if "required" in items:
        found: list[str] = items["required"]
    elif "if" in items:
        found = [*items["else"]["required"], *items["if"]["required"]]
    else:
        found = list(items["properties"])
    return found[:3]
