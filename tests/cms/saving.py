"""What the content management system makes of a file when somebody saves it, without the system.

It reads the file as YAML 1.2 and writes it anew: without comments, each key in the form's order, what the
form takes for a text as a text, and no field that is empty. ``saved.yml`` and ``source_saved.yml`` are what
Sveltia CMS 0.221.1 itself wrote, in Chromium, after one field of ``typed.yml`` and ``source_typed.yml`` was
changed; ``draft`` has since been moved by hand to its new place in the form.
"""

from __future__ import annotations

from typing import Any

import yaml

from editor_yaml import Editor, as_editors_read

Json = dict[str, Any]
_AS_THEY_ARE = {"boolean", "hidden", "number", "relation", "select"}


def saved(text: str, fields: list[Json], changes: Json | None = None) -> str:
    """The file that holds ``text`` after it was saved in a form with ``fields``, with some keys changed."""
    value = {**as_editors_read(text), **(changes or {})}
    written: str = yaml.dump(
        _in_order(value, fields), Dumper=_Writer, sort_keys=False, width=10**9, allow_unicode=True
    )
    return written


def _in_order(value: Json, fields: list[Json]) -> Json:
    known = {field["name"]: _kept(value[field["name"]], field) for field in fields if field["name"] in value}
    unknown = {key: kept for key, kept in value.items() if key not in known}
    return {key: kept for key, kept in (known | unknown).items() if kept not in ("", [], {}, None)}


def _kept(value: Any, field: Json) -> Any:
    if field["widget"] == "list" and "field" in field:
        return [_kept(entry, field["field"]) for entry in value]
    if field["widget"] == "list":
        return [_in_order(entry, field["fields"]) for entry in value]
    if field["widget"] == "object":
        return _in_order(value, field["fields"])
    return value if field["widget"] in _AS_THEY_ARE else str(value).strip()


class _Writer(yaml.SafeDumper):
    yaml_implicit_resolvers = Editor.yaml_implicit_resolvers

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


def _text(writer: _Writer, text: str) -> yaml.Node:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_Writer.add_representer(str, _text)
