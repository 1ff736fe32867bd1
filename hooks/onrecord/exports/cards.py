"""Cards: the picture that other sites show beside a link to an explainer, drawn without network.

A card has the title, how many claims the page has, and the site's name, in the page's colours for light.
The typeface of titles has Latin, Greek and Cyrillic letters (``fonts/``); where a title needs another script,
the card goes without it. The rest is in the typeface that Pillow brings along.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from onrecord.check import Verified
from onrecord.export import Export, ExportKind
from onrecord.page import Settings
from onrecord.view.addresses import CARD, CARD_SIZE
from onrecord.view.published import PublishedExplainer, published
from onrecord.view.words import count

_EDGE = 72
_TITLE_SIZES = (84, 74, 64, 54, 46)
_MOST_LINES = 5
_LEVELS = 8
"""How many shades each letter's edge has; more make the file larger and the card no better."""

_SERIF = Path(__file__).parent.parent / "fonts" / "NotoSerif-Bold.ttf"
_INK, _PAPER, _MARK = (29, 28, 26), (253, 252, 249), (253, 243, 201)
_MARKED = "the words it rests on"
_SITE = "Explainers in which every sentence stands on words that are really in a source."

Font = ImageFont.FreeTypeFont


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """The card of every explainer, and that of the site."""
    site = published(verified)
    for entry in site.explainers:
        yield Export(f"{entry.path}/{CARD}", picture(entry.title, claims_of(entry), settings.name))
    total = sum(len(entry.claims) for entry in site.explainers)
    yield Export(CARD, picture(_SITE, f"{count(total, 'claim')}, each with ", settings.name))


def claims_of(entry: PublishedExplainer) -> str:
    """What the card of ``entry`` says of its claims: ``40 claims, each with ``, before the marked words."""
    return f"{count(len(entry.claims), 'claim')}, {'' if len(entry.claims) == 1 else 'each '}with "


def picture(title: str, words: str, name: str) -> bytes:
    """A card as a PNG in sixteen colours; ``title`` is left out where the typeface lacks a letter of it.

    ``words`` are English and go on with *the words it rests on*, which are marked.
    """
    letters = Image.new("L", CARD_SIZE, 255)
    marks = Image.new("L", CARD_SIZE, 0)
    draw = ImageDraw.Draw(letters)
    draw.rectangle((_EDGE, 60, CARD_SIZE[0] - _EDGE, 65), fill=0)
    draw.rectangle((_EDGE, 70, CARD_SIZE[0] - _EDGE, 71), fill=0)
    if is_drawn(name):
        draw.text((_EDGE, 88), name, font=_serif(38), fill=0)
    if is_drawn(title):
        font, lines = _fitted(title)
        for number, line in enumerate(lines):
            draw.text((_EDGE, 176 + number * font.size * 1.2), line, font=font, fill=0)
        _said(draw, marks, words, 40, 520)
    else:
        _said(draw, marks, words, 54, 300)
    shades = letters.point([_LEVELS - 1 - value * (_LEVELS - 1) // 255 for value in range(256)])
    return _png(ImageChops.add(shades, marks))


def is_drawn(text: str) -> bool:
    """Whether the typeface has every letter of ``text``, and there are any."""
    return bool(text.strip()) and all(map(_has, set(text)))


@lru_cache(maxsize=4096)
def _has(character: str) -> bool:
    return character == " " or bytes(_serif(40).getmask(character)) not in (b"", _nothing())


@lru_cache(maxsize=1)
def _nothing() -> bytes:
    """What is drawn for a character that the typeface does not have."""
    return bytes(_serif(40).getmask("\uffff"))


@lru_cache(maxsize=16)
def _serif(size: int) -> Font:
    return ImageFont.truetype(str(_SERIF), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4)
def _sans(size: int) -> Font:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


def _fitted(title: str) -> tuple[Font, list[str]]:
    """The largest size in which ``title`` fits, and its lines; in the smallest it may be cut."""
    for size in _TITLE_SIZES:
        font = _serif(size)
        lines = wrapped(title, font, CARD_SIZE[0] - 2 * _EDGE)
        if len(lines) * size * 1.2 <= 310:
            return font, lines
    kept = lines[:_MOST_LINES]
    return font, [*kept[:-1], f"{kept[-1].rpartition(' ')[0]} …"]


def wrapped(text: str, font: Font, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` pixels; a word that is too long has a line of its own."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and font.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _said(draw: ImageDraw.ImageDraw, marks: Image.Image, words: str, size: int, y: int) -> None:
    """Write ``words``, and after them the marked ones on the yellow that words of a source have on a page."""
    font = _sans(size)
    begin = _EDGE + font.getlength(words) + 8
    end = begin + font.getlength(_MARKED)
    top, bottom = y - size * 0.1, y + size * 1.25
    ImageDraw.Draw(marks).rectangle((begin - 8, top, end + 8, bottom), fill=_LEVELS)
    draw.rectangle((begin - 8, bottom, end + 8, bottom + 2), fill=90)
    draw.text((_EDGE, y), words, font=font, fill=0)
    draw.text((begin, y), _MARKED, font=font, fill=0)


def _png(indices: Image.Image) -> bytes:
    indices.putpalette([part for ground in (_PAPER, _MARK) for part in _shades(ground)])
    file = BytesIO()
    indices.save(file, "PNG", bits=4, compress_level=6)
    return file.getvalue()


def _shades(ground: tuple[int, int, int]) -> Iterator[int]:
    for level in range(_LEVELS):
        for paper, ink in zip(ground, _INK, strict=True):
            yield paper + (ink - paper) * level // (_LEVELS - 1)


EXPORT_KIND = ExportKind(exports=exports)
