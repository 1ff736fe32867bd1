"""Characters that a reader cannot see or that are no text at all, and how to name them.

Scripts, categories and names are those of the Unicode Character Database that Python carries
(``unicodedata``); which scripts need a joiner follows RFC 5892, appendix A, and Unicode Standard Annex 31.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.text import Span


class Kind(StrEnum):
    """What is odd about a character; each is the id of the rule that reports it."""

    INVISIBLE = "invisible-character"
    BIDIRECTIONAL = "bidirectional-character"
    CONTROL = "control-character"
    LOOKALIKE = "lookalike-character"


class Oddity(NamedTuple):
    """Odd characters of one kind that stand together: their span in the text, and what to say of them.

    ``instead`` is what they pose as, empty where that is not known or where they are to be taken out.
    """

    kind: Kind
    span: Span
    message: str
    instead: str = ""


_UNUSUAL = re.compile(
    r"[^\t\n\x20-\x7e\xa0-\xac\xae-\xb1\xb4-\xb8\xba\xbb\xbf-\u01bf\u01c4-\u024f\u2009\u2010-\u2015\u2018\u2019\u201c-\u201e"
    r"\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u20ac\u2122]"
)
_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OVERRIDES, _RIGHT_TO_LEFT = "\u202d\u202e", "\u202b\u2067"
_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f")
# Ignored when shown although their category is not "format" (Default_Ignorable_Code_Point), and the blank
# of Braille and the object replacement character, which show nothing of their own.
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffc")
_VISIBLE_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
_ZWSP, _ZWNJ, _ZWJ, _KEYCAP = "\u200b", "\u200c", "\u200d", "\u20e3"
_FLAGS = re.compile("\U0001f3f4(?:\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|"
                    "\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073))\U000e007f")  # fmt: skip
_JOINING = frozenset(
    (
        *("ARABIC", "SYRIAC", "NKO", "MANDAIC", "MONGOLIAN", "PHAGS-PA", "ADLAM", "DEVANAGARI", "BENGALI"),
        *("GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER"),
        *("MYANMAR", "TIBETAN", "BALINESE", "JAVANESE", "SUNDANESE", "CHAKMA", "TIRHUTA", "KHOJKI", "NEWA"),
        *("GRANTHA", "SHARADA", "MODI", "KAITHI", "LIMBU", "BRAHMI", "TAI", "MEETEI"),
    )
)
# Scripts without spaces between words, in which a zero-width space says where a line may end.
_BROKEN_BY_ZWSP = frozenset(("KHMER", "MYANMAR", "THAI", "LAO", "TIBETAN"))
_TEXT_SYMBOLS = frozenset("\u203c\u2049\u2139\u3030")
_FUTURE = ((0x1F000, 0x1FAFF), (0x20000, 0x3FFFD))  # blocks that grow: pictographs, ideographs
_CONTROL_NAMES = {0: "NULL", 7: "BELL", 8: "BACKSPACE", 11: "LINE TABULATION", 12: "FORM FEED",
                  13: "CARRIAGE RETURN", 27: "ESCAPE", 127: "DELETE", 133: "NEXT LINE"}  # fmt: skip
_CATEGORY_NAMES = {"Cc": "control character", "Co": "private-use character", "Cs": "half of a surrogate pair",
                   "Cn": "unassigned character"}  # fmt: skip


def is_plain(text: str) -> bool:
    """Whether ``text`` is all letters and marks that need no second look (the quick way out)."""
    return (text.isascii() and text.isprintable()) or _UNUSUAL.search(text) is None


def character_name(char: str) -> str:
    """The code point and name of a character, such as ``U+200B ZERO WIDTH SPACE``."""
    fallback = _CONTROL_NAMES.get(ord(char)) or _CATEGORY_NAMES.get(unicodedata.category(char), "character")
    return f"U+{ord(char):04X} {unicodedata.name(char, fallback)}"


@lru_cache(maxsize=4096)
def script(char: str) -> str:
    """The script of a letter, mark or digit, as the first word of its name; empty for anything else."""
    if unicodedata.category(char)[0] not in "LMN":
        return ""
    first = unicodedata.name(char, "").partition(" ")[0]
    return {"ARABIC-INDIC": "ARABIC", "EXTENDED": "ARABIC", "IDEOGRAPHIC": "CJK"}.get(first, first)


def place_in_words(text: str, start: int) -> str:
    """Where in a text an offset is, in words: ``after 'The'``."""
    before = "".join(char for char in text[max(0, start - 40) : start] if not _kind(char)).split()
    return f"after {before[-1][-20:]!r}" if before else "at the beginning"


def unseen(text: str) -> Iterator[Oddity]:
    """Yield the characters of ``text`` that nobody sees, that turn its direction, or that are no text."""
    found = [(index, kind) for index, char in enumerate(text) if (kind := _kind(char)) is not None]
    if not found:
        return
    flags = {index for flag in _FLAGS.finditer(text) for index in range(*flag.span())}
    found = [(index, kind) for index, kind in found if index not in flags and not _needed(text, index)]
    runs: list[list[tuple[int, Kind]]] = [[place] for place in found[:1]]
    for before, place in pairwise(found):
        if place == (before[0] + 1, before[1]):
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        span = Span(run[0][0], run[-1][0] + 1)
        more = f" and {len(run) - 1} more like it" if len(run) > 1 else ""
        named = f"{character_name(text[span.start])}{more} {place_in_words(text, span.start)}"
        yield Oddity(run[0][1], span, named)


def clean(text: str) -> str:
    """``text`` on one line, with single spaces and without what nobody sees."""
    plain = " ".join(text.split())
    if is_plain(plain):
        return plain
    kept = list(plain)
    for oddity in unseen(plain):
        kept[slice(*oddity.span)] = [""] * (oddity.span.end - oddity.span.start)
    return " ".join("".join(kept).split())


def turned(text: str) -> Oddity | None:
    """The first character that makes readers see a source's words in another order than they are stored.

    Overrides do in any text; what begins a stretch from right to left does where the text is not written so.
    """
    turning = _OVERRIDES if _runs_right_to_left(text) else _OVERRIDES + _RIGHT_TO_LEFT
    at = next((index for index, char in enumerate(text) if char in turning), None)
    if at is None:
        return None
    named = f"{character_name(text[at])} {place_in_words(text, at)}"
    return Oddity(Kind.BIDIRECTIONAL, Span(at, at + 1), named)


@lru_cache(maxsize=4096)
def _kind(char: str) -> Kind | None:
    if char in _BIDIRECTIONAL:
        return Kind.BIDIRECTIONAL
    code = ord(char)
    if char in _FILLERS or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return Kind.INVISIBLE
    category = unicodedata.category(char)
    if category == "Cf":
        egyptian = 0x13430 <= code <= 0x13455
        return None if char in _VISIBLE_FORMATS or egyptian else Kind.INVISIBLE
    if category == "Cn":
        future = any(first <= code <= last for first, last in _FUTURE) and code & 0xFFFE != 0xFFFE
        return None if future else Kind.CONTROL
    if category in ("Cc", "Co", "Cs", "Zl", "Zp"):
        return None if char in "\t\n" else Kind.CONTROL
    return None


def _needed(text: str, index: int) -> bool:
    """Whether an invisible character does what its script or an emoji needs it for."""
    char = text[index]
    before = text[index - 1] if index else ""
    after = text[index + 1 : index + 2]
    if char in (_ZWNJ, _ZWJ):
        joined = [neighbour != "" and _joins(neighbour) for neighbour in (before, after)]
        emoji = char == _ZWJ and _is_emoji(before) and _is_emoji(after)
        return emoji or (all(joined) if char == _ZWNJ else any(joined) and not (before + after).isdigit())
    if char == _ZWSP:
        return all(near != "" and script(near) in _BROKEN_BY_ZWSP for near in (before, after))
    if char in _DIRECTION_MARKS:
        return _runs_right_to_left(text) and not (before.isdigit() and after.isdigit())
    if "\ufe00" <= char <= "\ufe0f":
        return _takes_variation(before, after)
    if char >= "\U000e0100":
        return before != "" and script(before) == "CJK"
    if char in "\u115f\u1160":
        return any("\u1100" <= neighbour <= "\u11ff" for neighbour in (before, after))
    if char in "\u180b\u180c\u180d\u180e\u180f":
        return before != "" and script(before) == "MONGOLIAN"
    if char == "\u2800":
        return any("\u2801" <= neighbour <= "\u28ff" for neighbour in (before, after))
    combining = [neighbour != "" and unicodedata.combining(neighbour) > 0 for neighbour in (before, after)]
    return char == "\u034f" and all(combining)


def _joins(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM" and script(char) in _JOINING


def _is_emoji(char: str) -> bool:
    """Whether a character may stand in an emoji sequence, as near as its category tells."""
    if not char:
        return False
    is_skin_tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    return is_skin_tone or char in "\ufe0f\u2194" or unicodedata.category(char) == "So"


def _takes_variation(before: str, after: str) -> bool:
    if not before:
        return False
    if before in "0123456789#*":
        return after == _KEYCAP
    shown_two_ways = before in _TEXT_SYMBOLS or unicodedata.category(before) in ("So", "Sm")
    return shown_two_ways or script(before) in ("CJK", "MYANMAR", "PHAGS-PA")


def _runs_right_to_left(text: str) -> bool:
    """Whether a text begins with a letter that is written from right to left, or has more of those."""
    ways = [unicodedata.bidirectional(char) for char in text if char.isalpha()]
    return bool(ways) and (ways[0] in ("R", "AL") or ways.count("R") + ways.count("AL") > ways.count("L"))
