"""YAML as editors and content management systems read it: the core schema of YAML 1.2."""

from __future__ import annotations

import re
from typing import Any

import yaml


class Editor(yaml.CSafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, in which dates are texts."""


Editor.yaml_implicit_resolvers = {}
for kind, form, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ("float", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", list("-+.")),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"(?:{form})$"), first)


def _whole_number(_: Editor, node: yaml.ScalarNode) -> int:
    return int(node.value, {"0o": 8, "0x": 16}.get(node.value[:2], 10))


Editor.add_constructor("tag:yaml.org,2002:int", _whole_number)


def as_editors_read(text: str) -> Any:
    return yaml.load(text, Editor)
