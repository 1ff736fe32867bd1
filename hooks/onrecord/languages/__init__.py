"""What the checker knows of a language: add one by adding a file or a folder with a ``LANGUAGE``."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from onrecord.discover import discover
from onrecord.language import Language


@cache
def all_languages() -> dict[str, Language]:
    """Every language that there are rules for, by code: the name of its file."""
    return discover(import_module(__name__), "LANGUAGE", Language)


@cache
def language_of(tag: str) -> Language | None:
    """The language of a BCP 47 tag (``en``, ``en-GB``), or None where there are no rules for it."""
    return all_languages().get(tag.lower().partition("-")[0])
