"""The words in a PDF that Chromium printed: enough of a reader to find them again, without white space."""

from __future__ import annotations

import re
import zlib
from unicodedata import normalize

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"/Length (\d+).*?stream\r?\n", re.DOTALL)
_FONTS = re.compile(rb"/(F\d+) (\d+) 0 R")
_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_RANGE = re.compile(r"<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>")
_PAIR = re.compile(r"<([0-9A-F]+)> <([0-9A-F]+)>")
_BLOCK = re.compile(r"begin(bfrange|bfchar)\n(.*?)end\1", re.DOTALL)
_DRAWN = re.compile(r"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>")


def text_of_pdf(file: bytes) -> str:
    """All that is written on the pages of ``file``, as it was drawn, without spaces and numbers of pages."""
    objects = {int(number): body for number, body in _OBJECT.findall(file)}
    fonts = {
        name.decode(): _letters(_content(objects[int(found[1])]))
        for name, number in _FONTS.findall(file)
        if (found := _UNICODE.search(objects[int(number)]))
    }
    drawn = (_content(body) for body in objects.values() if b"/FlateDecode" in body)
    pages = ["".join(_words(content, fonts)) for content in drawn if " Tf" in content]
    numbered = re.compile(rf"^\d+/{len(pages)}|\d+/{len(pages)}$")
    return normalize("NFKC", "".join(numbered.sub("", page) for page in pages))


def _content(body: bytes) -> str:
    found = _STREAM.search(body)
    assert found is not None
    data = body[found.end() : found.end() + int(found[1])]
    return (zlib.decompress(data) if b"/FlateDecode" in body else data).decode("latin-1")


def _letters(map_of_glyphs: str) -> dict[str, str]:
    """What each glyph of a font stands for, by its number in four hexadecimal digits."""
    letters: dict[str, str] = {}
    for kind, block in _BLOCK.findall(map_of_glyphs):
        if kind == "bfchar":
            letters |= {glyph: _decoded(said) for glyph, said in _PAIR.findall(block)}
            continue
        for first, last, said in _RANGE.findall(block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                letters[f"{int(first, 16) + step:04X}"] = chr(ord(_decoded(said)[-1]) + step)
    return letters


def _decoded(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def _words(content: str, fonts: dict[str, dict[str, str]]) -> list[str]:
    found: list[str] = []
    letters: dict[str, str] = {}
    for font, digits in _DRAWN.findall(content):
        if font:
            letters = fonts.get(font, {})
        found += [letters.get(digits[at : at + 4], "") for at in range(0, len(digits), 4)]
    return [letter for letter in found if not letter.isspace()]
