"""Characters of a source that readers would overlook, and what they are called."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from onrecord.characters import character_name, unseen
from onrecord.model import Source
from onrecord.text import Span, Text

_CURLY = re.compile("[“”„‟]")
# All but letters, digits, plain spaces and the signs of ASCII, and four letters that show nothing.
_SUSPECT = re.compile(r"[^\w\s!-~]|[^\S \t\r\n]|[\u115f\u1160\u3164\uffa0]")
_AROUND = 7
"""Characters on each side that tell whether one is needed: a joiner in its script, a tag in a flag."""


class Oddity(Struct, frozen=True):
    """A character that is easy to overlook, how often it occurs, and on which lines."""

    name: str
    times: int
    lines: tuple[int, ...]


def oddities(source: Source) -> list[Oddity]:
    """Characters of the whole text that are invisible or look like another, and mixed quotation marks."""
    text = source.text
    if text is None:
        return []
    found: dict[str, Counter[int]] = {}
    for offset, name in odd_places(text.content, Span(0, len(text.content)), source.language):
        found.setdefault(name, Counter())[text.position(offset).line] += 1
    printed = [Oddity(name, at.total(), tuple(at)) for name, at in found.items()]
    return [*printed, *_mixed_marks(text)]


def odd_places(content: str, span: Span, language: str) -> Iterator[tuple[int, str]]:
    """The offset and the name of each character in ``span`` that readers would overlook, in order."""
    for found in _SUSPECT.finditer(content, span.start, span.end):
        if name := odd_name(content, found.start(), language):
            yield found.start(), name


def odd_name(content: str, offset: int, language: str) -> str:
    """What the character at ``offset`` is, if readers would overlook it; empty otherwise."""
    character = content[offset]
    if character in " \t\r\n":
        return ""
    if unicodedata.category(character) == "Zs":
        is_usual = character == "\u3000" and language[:2] in ("zh", "ja", "ko")
        return "" if is_usual else name_of(character)
    start = max(0, offset - _AROUND)
    around = [odd.span for odd in unseen(content[start : offset + _AROUND + 1])]
    return name_of(character) if any(a <= offset - start < b for a, b in around) else ""


def name_of(character: str) -> str:
    """A character's name in small letters with its code point: ``no-break space (U+00A0)``."""
    code, _, name = character_name(character).partition(" ")
    return f"{name.lower()} ({code})"


def _mixed_marks(text: Text) -> Iterator[Oddity]:
    straight = text.content.count('"')
    curly = Counter(text.position(found.start()).line for found in _CURLY.finditer(text.content))
    if straight and curly:
        name = f"curly double quotation mark, beside {straight} straight"
        yield Oddity(name, curly.total(), tuple(curly))
