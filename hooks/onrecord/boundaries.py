"""Whether a stretch of text begins and ends between words, numbers and signs, or cuts one of them.

Words of scripts that are written without spaces may begin and end at any character.
"""

from __future__ import annotations

import re
import unicodedata

from onrecord.scripts import is_unspaced

_OPERATORS = frozenset("<>=\u2264\u2265\u2260\u2248~\u00b1\u2213+\u00d7\u00f7\u2212^\u2243\u2245\u226a\u226b")
_BEFORE_NUMBERS = frozenset("#\u00a7\u2116@")
_AFTER_NUMBERS = frozenset("%\u2030\u2031\u00b0\u2032\u2033\u2103\u2109\u00ba\u00aa+^")
_IN_NUMBERS = frozenset(".,:/'\u2044")
_IN_WORDS = frozenset("'-@&/_\u00b7\u2027")
_GROUP = re.compile(r"[0-9]{3}(?![0-9])")
_LEADING_GROUP = re.compile(r"(?<![0-9])[0-9]{1,3}(?: [0-9]{3})*\Z")
_AFTER_SPACE = re.compile(r" ([^\W\d_]+\.?)")
_VULGAR = frozenset(
    "\u00bc\u00bd\u00be\u2150\u2151\u2152\u2153\u2154\u2155\u2156\u2157\u2158\u2159\u215a\u215b\u215c\u215d\u215e"
)


def cuts_at_start(text: str, start: int) -> bool:
    """Whether a quotation that begins at ``start`` of a folded text begins inside a word, number or sign."""
    if start == 0:
        return False
    first, before = text[start], text[start - 1]
    earlier = text[start - 2] if start > 1 else " "
    if _is_numeric(text, start):
        return _cuts_number_at_start(text, start)
    if not _in_word(first):
        return False
    if _in_word(before):
        return not (is_unspaced(first) or is_unspaced(before))
    if before in _IN_WORDS:
        return _in_word(earlier) and not is_unspaced(first)
    return before == "." and earlier.isalnum() and not (earlier.islower() and first.isupper())


def cuts_at_end(text: str, end: int, magnitudes: frozenset[str] = frozenset()) -> bool:
    """Whether a quotation that ends before ``end`` of a folded text ends inside a word, number or sign.

    ``magnitudes`` are the words that go on with a number (``million``, ``percent``), in small letters.
    """
    if end >= len(text):
        return False
    last, after = text[end - 1], text[end]
    later = text[end + 1] if end + 1 < len(text) else " "
    if last.isdigit() or last in _VULGAR:
        return _cuts_number_at_end(text, end, magnitudes)
    if _is_sign(last) and (after.isdigit() or (after == " " and later.isdigit() and last in _OPERATORS)):
        return True
    if not _in_word(last):
        return False
    if _in_word(after):
        return not (is_unspaced(last) or is_unspaced(after))
    if after in _IN_WORDS:
        return (_in_word(later) or (after == "-" and later == " ")) and not is_unspaced(last)
    if after == ".":
        return later.isalnum() and not (last.islower() and later.isupper())
    return after in "+#" and not later.isalnum()


def _cuts_number_at_start(text: str, start: int) -> bool:
    before = text[start - 1]
    earlier = text[start - 2] if start > 1 else " "
    if _in_word(before):
        return not is_unspaced(before) or before.isdigit()
    if before in _IN_NUMBERS:
        return (
            earlier.isdigit()
            or (before in "./" and earlier.isalpha())
            or (before == "." and not earlier.strip())
        )
    if before == "-" or before == "\u2013":
        return True
    if _is_sign(before) or before in _BEFORE_NUMBERS:
        return True
    if before != " ":
        return before in _IN_WORDS and _in_word(earlier)
    if _is_operator(earlier):
        return True
    return _GROUP.match(text, start) is not None and _ends_group(text, start - 1)


def _cuts_number_at_end(text: str, end: int, magnitudes: frozenset[str]) -> bool:
    after = text[end]
    later = text[end + 1] if end + 1 < len(text) else " "
    if _in_word(after):
        return not is_unspaced(after) or after.isdigit()
    if after in _IN_NUMBERS:
        return later.isdigit() or (after == "/" and later.isalpha())
    if after in _AFTER_NUMBERS or _is_sign(after):
        return True
    if after in "-\u2013":
        return later.isalnum()
    if after != " ":
        return after in _IN_WORDS and _in_word(later)
    if later in _AFTER_NUMBERS and later != "+":
        return True
    if _is_operator(later):
        return True
    if _GROUP.match(text, end + 1) and _ends_group(text, end):
        return True
    word = _AFTER_SPACE.match(text, end)
    return word is not None and word[1].rstrip(".").lower() in magnitudes


def _ends_group(text: str, end: int) -> bool:
    """Whether a group of one to three digits ends at ``end`` (``35`` of ``35 000``)."""
    return _LEADING_GROUP.search(text[max(0, end - 20) : end]) is not None


def _is_numeric(text: str, start: int) -> bool:
    """Whether a number begins at ``start``, perhaps with its currency or a decimal point."""
    first = text[start]
    if first.isdigit() or first in _VULGAR:
        return True
    after = text[start + 1 : start + 2]
    return (first in ".," or unicodedata.category(first) == "Sc") and after.isdigit()


def _is_sign(char: str) -> bool:
    return char in _OPERATORS or unicodedata.category(char) == "Sc"


def _is_operator(char: str) -> bool:
    """A sign that belongs to a number even across a space."""
    return (
        (char in _OPERATORS and char != "+") or unicodedata.category(char) == "Sc" or char in "\u00a7\u2116"
    )


def _in_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char)[0] == "M"
