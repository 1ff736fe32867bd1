"""Letters, digits and signs that pose as others: mixed scripts, styled forms, strokes through a word.

The pairs of look-alike letters and signs agree with the data of Unicode Technical Standard 39; which scripts
may share a word follows its "moderately restrictive" level, with Greek letters of science let through.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from onrecord.characters import Kind, Oddity, character_name, script
from onrecord.signs import beside_numbers, digits, forms, signs, strokes
from onrecord.text import Span

_LIKE_LATIN = {
    "CYRILLIC": ("АВСԌЕНІЈКМОРЅТѴԜХУҮӀЗЬаԁесһіјӏорԛѕѵԝхуүг", "ABCGEHIJKMOPSTVWXYYI3badechijlopqsvwxyyr"),
    "GREEK": ("ΑΒΕϜΖΗΙͿΚΜΝΟΡϹΤΥΧαγιϳνοϲρσυ", "ABEFZHIJKMNOPCTYXayijvocpou"),
    "ARMENIAN": ("ՕՏՍցհոռօզգսք", "OSUghnnoqquf"),
    "CHEROKEE": ("ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃᏏᏧᎥ", "ABCDEGHJKLMPRSTVWYZbdi"),
    "LISU": ("ꓮꓐꓚꓓꓰꓝꓖꓧꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜꓲ", "ABCDEFGHJKLMNOPRSTUVWXYZl"),
    "COPTIC": ("ⲤⲎⲔⲘⲚⲞⲢⲦⲬⲨⲒⲥⲟⲣⲅ", "CHKMNOPTXYIcopr"),
}
_POSES = {
    script_name: dict(zip(foreign, latin, strict=True))
    for script_name, (foreign, latin) in _LIKE_LATIN.items()
}
# Scripts that nobody takes for Latin, so that a word may hold both ("iPhoneを", "לWhatsApp").
_APART = frozenset(
    (
        *("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HALFWIDTH", "FULLWIDTH", "HANGUL", "BOPOMOFO"),
        *("ARABIC", "HEBREW", "SYRIAC", "THAANA", "NKO", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"),
        *(
            "DEVANAGARI",
            "BENGALI",
            "GURMUKHI",
            "GUJARATI",
            "ORIYA",
            "TAMIL",
            "TELUGU",
            "KANNADA",
            "MALAYALAM",
        ),
        *("SINHALA", "ETHIOPIC", "MONGOLIAN", "JAVANESE", "BALINESE", "GEORGIAN", "TAGALOG"),
    )
)
_NO_SCRIPT = frozenset(
    (
        *("LATIN", "COMBINING", "MODIFIER", "MICRO", "OHM", "ANGSTROM", "KELVIN", "FEMININE", "MASCULINE"),
        *("DOUBLE-STRUCK", "SCRIPT", "BLACK-LETTER", "PLANCK", "INFORMATION", "TURNED", "ROTATED", "DIGIT"),
        *("SUPERSCRIPT", "SUBSCRIPT", "VULGAR", "FRACTION", "ROMAN", "SMALL", "CIRCLED", "PARENTHESIZED"),
        *("MATHEMATICAL", "DOUBLE", "ALEF", "BET", "GIMEL", "DALET", "ANGLE", "EULER", "VARIATION", "BOLD"),
        "OUTLINED",
    )
)
_LIKE_ZERO = frozenset("ОоΟοOo")
_SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL"
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]+[^\W_]*)*")


def lookalikes(text: str, known: str = "") -> Iterator[Oddity]:
    """Yield the characters of ``text`` that pose as others, except where ``known`` holds them so itself.

    ``known`` are the words that the text rests on: what a source really prints is no deceit.
    """
    scripts = Counter(script(char) for char in text if char.isalpha())
    found = {
        **_in_words(text, scripts),
        **forms(text, scripts),
        **digits(text, scripts),
        **strokes(text),
        **signs(text, scripts),
    }
    places = _unknown(text, sorted(found), known)
    if known and (changed := beside_numbers(text, known)):
        found |= changed
        places = sorted({*places, *changed})
    for index, start in enumerate(places):
        if index and places[index - 1] == start - 1:
            continue
        end = start + 1
        while end - start + index < len(places) and places[end - start + index] == end:
            end += 1
        meant = [_meant(text[at], found[at]) for at in range(start, end)]
        instead = "".join(meant) if all(meant) else ""
        message = f"{character_name(text[start])} {found[start]}"
        yield Oddity(Kind.LOOKALIKE, Span(start, end), message, instead)


def _meant(char: str, message: str) -> str:
    """The Latin letter or digit that a character poses as; empty where it is no one."""
    if message.startswith("looks like 0"):
        return "0"
    plain = _POSES.get(script(char), {}).get(char) or unicodedata.normalize("NFKC", char)
    return plain if plain.isascii() and plain.isalnum() and plain != char else ""


def _unknown(text: str, places: list[int], known: str) -> list[int]:
    """Those of ``places`` whose word, or whose character with its neighbours, is not one of the known."""
    if not known or not places:
        return places
    words = list(_WORD.finditer(text))
    starts = [word.start() for word in words]
    is_known: dict[str, bool] = {}
    unknown = []
    for index in places:
        at = bisect_right(starts, index) - 1
        if at >= 0 and index < words[at].end():
            around = words[at].group()
        else:
            around = text[max(0, index - 1) : index + 2].strip()
        if around not in is_known:
            is_known[around] = around in known
        if not is_known[around]:
            unknown.append(index)
    return unknown


def _in_words(text: str, scripts: Counter[str]) -> dict[int, str]:
    """Letters that share a word with those of a script they pose as, and whole words that do."""
    found: dict[int, str] = {}
    among_others = _honest_words(text)
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii():
            continue
        counts = Counter(script(char) for char in word if char.isalpha())
        own = [name for name in counts if name and name not in _APART and name not in _NO_SCRIPT]
        if (counts["LATIN"] and own) or len(own) > 1:
            found.update(_mixed(word, match.start(), counts, own))
        elif own and _all_pose(word, own[0]) and own[0] not in among_others and scripts["LATIN"]:
            for offset, char in enumerate(word):
                if script(char) == own[0]:
                    found[match.start() + offset] = f"looks like the Latin {_POSES[own[0]][char]} in {word!r}"
        elif own and any(_zero_in_number(word, offset) for offset in range(len(word))):
            places = [offset for offset in range(len(word)) if _zero_in_number(word, offset)]
            found.update({match.start() + offset: f"looks like 0 in {word!r}" for offset in places})
        else:
            found.update(_posing_latin(text, match.start(), word))
    return found


def _honest_words(text: str) -> set[str]:
    """The scripts with a word in the text that can be nothing else: their other words are meant too."""
    honest: set[str] = set()
    for match in _WORD.finditer(text):
        names = {script(char) for char in match.group() if char.isalpha()}
        if len(names) == 1 and not _all_pose(match.group(), name := names.pop()):
            honest.add(name)
    return honest


def _zero_in_number(word: str, offset: int) -> bool:
    beside = word[offset - 1 : offset] + word[offset + 1 : offset + 2]
    is_like_zero = word[offset] in _LIKE_ZERO and not word[offset].isascii()
    return is_like_zero and len(beside) == 2 and beside.isdecimal()


def _mixed(word: str, start: int, counts: Counter[str], own: list[str]) -> dict[int, str]:
    """The letters of the script that has the fewest in a word of several scripts."""
    names = [*own, *(["LATIN"] if counts["LATIN"] else [])]
    main = max(names, key=lambda name: (counts[name], name == "LATIN"))
    letters = {}
    for offset, char in enumerate(word):
        name = script(char)
        if not char.isalpha() or name == main or name not in names:
            continue
        if name == "GREEK" and main == "LATIN" and not _greek_poses(char, word):
            continue
        like = _POSES.get(name, {}).get(char)
        is_latin = like is not None and main == "LATIN"
        why = f"looks like the Latin {like}" if is_latin else f"stands among {main.capitalize()} letters"
        letters[start + offset] = f"{why} in {word!r}"
    return letters


def _greek_poses(char: str, word: str) -> bool:
    """Whether a Greek letter in a Latin word is no sign of science (``TNFα``, ``kΩ``, ``hν``)."""
    if char not in _POSES["GREEK"]:
        return False
    return char.isupper() or char == "ο" or sum("a" <= letter <= "z" for letter in word) >= 3


def _all_pose(word: str, name: str) -> bool:
    """Whether every letter of a word of one foreign script looks like a letter or digit we know.

    A single small Greek letter is a sign of science, except omicron, which is none.
    """
    letters = [char for char in word if char.isalpha()]
    poses = _POSES.get(name, {})
    if name == "GREEK" and len(letters) == 1 and letters[0].islower() and letters[0] != "ο":
        return False
    return all(char in poses for char in letters)


def _posing_latin(text: str, start: int, word: str) -> dict[int, str]:
    """Small capitals and phonetic letters that spell an ordinary word (not a transcription in / / or [ ])."""
    if len(word) < 3 or any(sign in text for sign in "/[ˈˌː"):
        return {}
    odd = [i for i, char in enumerate(word) if char in "ɑɡ" or _small_capital(char)]
    ordinary = all(char.isascii() or index in odd for index, char in enumerate(word))
    if not ordinary or not odd or (word[odd[0]] not in "ɑɡ" and len(odd) < 2):
        return {}
    return {start + index: f"is a phonetic letter in {word!r}" for index in odd}


@lru_cache(maxsize=1024)
def _small_capital(char: str) -> bool:
    return not char.isascii() and unicodedata.name(char, "").startswith(_SMALL_CAPITAL)
