"""The project's own modules and contracts, read without importing anything."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
HOOKS = ROOT / "hooks"


class Module(NamedTuple):
    """A module: its dotted name, its file, and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def docstring(self) -> str:
        """The docstring, empty where there is none."""
        return ast.get_docstring(self.tree) or ""

    @property
    def first_sentence(self) -> str:
        """The first sentence of the docstring, on one line."""
        paragraph = " ".join(self.docstring.partition("\n\n")[0].split())
        return re.split(r"(?<=[.!?])\s", paragraph, maxsplit=1)[0]

    @property
    def layer(self) -> str:
        """The name of the module or folder directly below the package; empty for the package itself."""
        return self.name.partition(".")[2].partition(".")[0]

    def imported(self) -> set[str]:
        """The dotted names that the module imports, wherever in it."""
        names: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                names.add("." * node.level + (node.module or ""))
        return names


@cache
def modules() -> list[Module]:
    """Every module below ``hooks/``, by name."""
    found = []
    for path in HOOKS.rglob("*.py"):
        parts = path.relative_to(HOOKS).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(name, path, ast.parse(path.read_text("utf-8"))))
    return sorted(found, key=lambda module: module.name)


def layers() -> list[list[str]]:
    """The layers of the package from the top down, as the import contract has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = next(c for c in settings["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    return [re.split(r"\s*[|:]\s*", layer) for layer in contract["layers"]]
