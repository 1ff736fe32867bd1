"""Verified project to pages: add a kind of page by adding a file with a ``PAGE_KIND``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from importlib import import_module
from pkgutil import iter_modules

from onrecord.page import PageKind


def addresses(names: Collection[str]) -> Iterator[str]:
    """Those of ``names`` that are the address of a kind of page.

    A kind is imported only where something is called like its file: a check makes no pages.
    """
    for module in iter_modules(__path__):
        name = module.name.replace("_", "-")
        if name in names:
            kind = import_module(f"{__name__}.{module.name}").PAGE_KIND
            assert isinstance(kind, PageKind)
            if kind.address == name:
                yield name
