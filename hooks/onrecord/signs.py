"""Characters that pose alone: styled forms, digits of other scripts, strokes, signs like the ordinary ones.

Each function gives, for the offset of every such character in a text, what to say of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from onrecord.characters import script

_CJK = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "HALFWIDTH"))
_SIGNS = {
    "\u2024": ".", "\u2025": "..", "\ua4f8": ".", "\ua60e": ".", "\u066b": ".",
    "\u201a": ",", "\ua4f9": ",", "\u066c": ",", "\u037e": ";",
    "\u0589": ":", "\u05c3": ":", "\u2236": ":", "\ua789": ":", "\u02f8": ":", "\u205a": ":", "\u1803": ":",
    "\u2215": "/", "\u29f8": "/", "\u2571": "/", "\u1680": "a space or a dash",
    "\u02d7": "-", "\u2796": "-", "\u2043": "-", "\u06d4": "-", "\u1428": "-", "\u30fc": "-", "\u4e00": "-",
    "\u2795": "+", "\u2217": "*", "\u204e": "*", "\u01c3": "!", "\u2d51": "!", "\u01c0": "l", "\u066a": "%",
    "\u1fef": "`", "\u212a": "K",
}  # fmt: skip
_BETWEEN_DIGITS_ONLY = "\u201a"
_BESIDE_LETTERS_ONLY = "\u212a\u01c0"
_OVERLAYS = re.compile(r"[\u0334-\u0338\u20d2\u20d3\u20d8-\u20da\u20e5\u20e6\u20ea\u20eb]")
_STACKING = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}")
_NUMBER = re.compile(
    "(?P<minus>(?<![\\w.,)])[\u2212-])?(?P<number>[0-9]+(?:[.,][0-9]+)*)"
    "(?P<tail>[\u00b2\u00b3\u00b9\u2070-\u207b\u2080-\u208b\u00bc-\u00be\u2150-\u215e]*)"
)
_RAISED_WORD = re.compile(
    r"(?<!\w)[\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u2071\u207f\u2090-\u209c]{3,}"
)
_FORMS = {
    "<font>": "a styled form of {}",
    "<wide>": "a full-width form of {}",
    "<small>": "a small form of {}",
    "<narrow>": "a half-width form of {}",
    "<circle>": "a circled form of {}",
    "<square>": "a squared form of {}",
    "<compat>": "a ready-made form of {}",
}


def forms(text: str, scripts: Counter[str]) -> dict[int, str]:
    """Styled and ready-made forms of plain letters, digits and signs."""
    eastern = any(scripts[name] for name in _CJK)
    found: dict[int, str] = {}
    for index, char in enumerate(text):
        if char < "\u0100" or (form := _form(char)) is None:
            continue
        tag, plain = form
        if eastern and tag not in ("<font>", "<compat>"):
            continue
        neighbours = text[max(0, index - 1) : index] + text[index + 1 : index + 2]
        beside_letter = any(map(str.isalpha, neighbours))
        if tag == "<circle>" and text[index + 1 : index + 2] == "\ufe0f":
            continue  # shown as an emoji
        if tag == "<font>" and "\u2100" <= char <= "\u214f" and not beside_letter:
            continue  # ℝ, ℓ and the like standing alone
        if "\u2160" <= char <= "\u217f" and not beside_letter:
            continue  # a Roman numeral
        found[index] = f"is {_FORMS[tag].format(plain)}"
    for word in _RAISED_WORD.finditer(text):
        found |= dict.fromkeys(range(*word.span()), "is a raised or lowered letter, as in all of its word")
    return found


@lru_cache(maxsize=4096)
def _form(char: str) -> tuple[str, str] | None:
    """Which form of what a character is, for the forms that nothing but their looks sets apart."""
    code = ord(char)
    if 0x1F150 <= code <= 0x1F189 and char not in "🅰🅱🅾🅿":
        return "<circle>" if code < 0x1F170 else "<square>", unicodedata.name(char, "letter")[-1]
    tag, _, codes = unicodedata.decomposition(char).partition(" ")
    if tag not in _FORMS:
        return None
    ready_made = 0x2160 <= code <= 0x217F or 0x2474 <= code <= 0x24B5 or 0xFB00 <= code <= 0xFB06
    if tag == "<compat>" and not ready_made:
        return None
    if 0xFB20 <= code <= 0xFB29 or (tag == "<narrow>" and code > 0xFF60) or char in "㊗㊙🈁🈂🈚🈯🈳🈶🈹":
        return None
    return tag, "".join(chr(int(number, 16)) for number in codes.split())


def digits(text: str, scripts: Counter[str]) -> dict[int, str]:
    """Digits of a script that the text is not written in, or of another script than their neighbours."""
    found: dict[int, str] = {}
    for index, char in enumerate(text):
        if char.isascii() or unicodedata.category(char) != "Nd" or _form(char) is not None:
            continue
        zero = ord(char) - int(char)
        around = text[max(0, index - 2) : index] + text[index + 1 : index + 3]
        mixed = any(near.isdecimal() and ord(near) - int(near) != zero and near.isascii() for near in around)
        if mixed or not scripts[script(char)]:
            found[index] = f"is a digit {int(char)} of another script"
    return found


def strokes(text: str) -> dict[int, str]:
    """Marks that strike a character out or enclose it, and heaps of marks."""
    found = {match.start(): "strikes out what stands before it" for match in _OVERLAYS.finditer(text)}
    for index, char in enumerate(text):
        if char > "\u0487" and unicodedata.category(char) == "Me" and index not in found:
            before = text[max(0, index - 2) : index].rstrip("\ufe0f")[-1:]
            keycap = char == "\u20e3" and before != "" and before in "0123456789#*"
            if not keycap:
                found[index] = "encloses what stands before it"
    for heap in _STACKING.finditer(text):
        found |= dict.fromkeys(range(*heap.span()), "is one of a heap of marks on one letter")
    return found


def signs(text: str, scripts: Counter[str]) -> dict[int, str]:
    """Signs that pose as the ordinary ones of a text in Latin letters or European digits."""
    found: dict[int, str] = {}
    at_home = {char for char in _SIGNS if char in text and _is_at_home(char, text, scripts)}
    for index, char in enumerate(text):
        like = _SIGNS.get(char)
        if like is None or char in at_home:
            continue
        before, after = text[max(0, index - 1) : index], text[index + 1 : index + 2]
        if char in _BETWEEN_DIGITS_ONLY and not (before.isdigit() and after.isdigit()):
            continue
        if char in _BESIDE_LETTERS_ONLY and not (_ascii_letter(before) or _ascii_letter(after)):
            continue
        if char == "\u01c0" and index == 0:
            continue
        found[index] = f"looks like {like}"
    return found


def _is_at_home(char: str, text: str, scripts: Counter[str]) -> bool:
    """Whether a sign belongs to a script that the text is written in, apart from the sign itself."""
    named = unicodedata.name(char).split()[0]
    if named in ("ARMENIAN", "HEBREW", "MONGOLIAN", "ARABIC"):
        return scripts[named] > text.count(char) * char.isalpha()
    own = script(char)
    if char == "\u2236" or own in _CJK or own == "KATAKANA-HIRAGANA":
        return sum(scripts[name] for name in _CJK) > text.count(char) * (own in _CJK)
    return own not in ("", "LATIN") and scripts[own] > text.count(char) * char.isalpha()


def _ascii_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def beside_numbers(text: str, known: str) -> dict[int, str]:
    """Raised or lowered digits, fractions and minus signs at a number that ``known`` has without them.

    They are small, and change the number: 7 to the ninth, seven and a half, minus seven.
    """
    changed = [found for found in _NUMBER.finditer(text) if _is_changed(found)]
    if not changed:
        return {}
    numbers = {_plain_number(found) for found in _NUMBER.finditer(known)}
    places: dict[int, str] = {}
    for found in changed:
        if found["number"] in numbers and _plain_number(found) not in numbers:
            extents = [found.span(name) for name in ("minus", "tail") if found[name] and found[name] != "-"]
            for extent in extents:
                why = f"changes the number {found['number']}, which the evidence has without it"
                places |= dict.fromkeys(range(*extent), why)
    return places


def has_changed_numbers(text: str) -> bool:
    """Whether a number of ``text`` has a small sign beside it, so that its evidence has to be asked."""
    return any(map(_is_changed, _NUMBER.finditer(text)))


def _is_changed(number: re.Match[str]) -> bool:
    return number["minus"] == "\u2212" or number["tail"] != ""


def _plain_number(found: re.Match[str]) -> str:
    return found[0].replace("\u2212", "-")
