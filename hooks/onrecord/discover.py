"""Collect the one-per-file parts of a folder."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

Part = TypeVar("Part")


def discover(package: ModuleType, attribute: str, kind: type[Part]) -> dict[str, Part]:
    """The ``attribute`` of every module of ``package``, by module name, sorted.

    Raises TypeError for a module whose ``attribute`` is missing or not a ``kind``: a part that is
    dropped in silence would be a check that never runs.
    """
    parts: dict[str, Part] = {}
    for module in sorted(iter_modules(package.__path__), key=lambda found: found.name):
        part = getattr(import_module(f"{package.__name__}.{module.name}"), attribute, None)
        if not isinstance(part, kind):
            raise TypeError(f"{package.__name__}.{module.name} has no {attribute} of {kind.__name__}")
        parts[module.name] = part
    return parts
