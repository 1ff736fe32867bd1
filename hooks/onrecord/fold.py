"""Fold a text so that every folded character knows its place in the raw text.

What folds is declared in `onrecord.folding`; this is how. Linear time, and no pattern made of any input.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, combining, is_normalized, normalize

from onrecord.scripts import is_unspaced
from onrecord.text import Span, match_end

_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_ASTRAL_INVISIBLE = "\U000e0020-\U000e007f\U000e0100-\U000e01ef"
_SPACE = "\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_SINGLE = "\u2018\u2019\u201a\u201b\u02bc\u05f3\u00b4`\u2039\u203a\uff07"
_DOUBLE = "\u201c-\u201f\u00ab\u00bb\u05f4\u300c-\u300f\u301d-\u301f\uff02"
_DASH = "\\-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_FORMS = (
    "\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdfb\ufe70-\ufefc\uff01-\uff06\uff08-\uff0c\uff0e-\uffdc\uffe0-\uffe6"
)
_FIRST = f"{_INVISIBLE}{_SPACE}{_SINGLE}{_DOUBLE}{_DASH}{_FORMS}\u2026*"

# Classes that reach beyond the Basic Multilingual Plane, and alternatives, are several times as slow to look
# for: they are used where a text needs them.
_NEXT = re.compile(f"[{_FIRST}]")
_NEXT_OF_ALL = re.compile(f"[{_FIRST}{_ASTRAL_INVISIBLE}]|  |\\.(?=\\s\\.\\s\\.)")
_BLANKS = re.compile(f"[ {_SPACE}{_INVISIBLE}{_ASTRAL_INVISIBLE}]+")
_LINE_END = re.compile("\r\n|\r|\n")
_DASHES = re.compile(f"-+|[{_DASH}]")
_REST_OF_LINE = re.compile("[^\\S\r\n]*(?:\r\n|\r|\n)[^\\S\r\n]*(?=\\S)")
_SPACED_DOTS = re.compile("\\.\\s\\.")
_DOTS = re.compile("\\.(?:\\s\\.){2,}")
_INVISIBLES = re.compile(f"[{_INVISIBLE}{_ASTRAL_INVISIBLE}]+")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])(?:[^*\r\n]|(?:\r\n|\r|\n)(?=[^\r\n])){1,500}?(?<=[^\s*])\1(?![\w*])"
)
_JOINERS = "\u200c\u200d"
_SINGLES = frozenset("\u2018\u2019\u201a\u201b\u02bc\u05f3\u00b4`\u2039\u203a\uff07")
_DOUBLES = frozenset(
    "\u201c\u201d\u201e\u201f\u00ab\u00bb\u05f4\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02"
)
_HYPHENS = frozenset("-\u2010\u2011\u2012\ufe63\uff0d")
_LONG_DASHES = frozenset("\u2014\u2015\u2e3a\u2e3b\ufe58")


class Mark(NamedTuple):
    """A place where the folded text is not the raw text.

    ``start`` is its offset in the folded text, ``raw_start`` and ``raw_end`` its span of the raw text,
    ``folded`` what stands there in the folded text (perhaps nothing), ``name`` the folding, and ``readings``
    what may stand there instead.
    """

    start: int
    raw_start: int
    raw_end: int
    folded: str
    name: str
    readings: tuple[str, ...] = ()


class Folded:
    """A text after all foldings, which knows where each of its characters stands in the raw text.

    All offsets are code points, 0-based, half-open. A paragraph break is one line feed, every other run of
    spaces one space.
    """

    __slots__ = ("_starts", "inner", "marks", "raw", "text")

    def __init__(self, raw: str, text: str, marks: list[Mark], inner: Folded | None = None) -> None:
        self.raw = raw
        self.text = text
        self.marks = marks
        self.inner = inner
        self._starts: list[int] | None = None

    @property
    def is_changed(self) -> bool:
        """Whether the folded text differs from the raw text at all."""
        return bool(self.marks) or self.inner is not None

    def raw_span(self, start: int, end: int) -> Span:
        """The span of the raw text for a span of the folded text that is not empty."""
        span = Span(self._raw_offset(start, last=False), self._raw_offset(end - 1, last=True))
        return self.inner.raw_span(*span) if self.inner else span

    def used(self, start: int, end: int) -> list[tuple[str, str]]:
        """Name and raw characters of every folding between two offsets of the folded text."""
        found = [
            (mark.name, self.raw[mark.raw_start : mark.raw_end]) for mark in self.marks_between(start, end)
        ]
        if self.inner:
            found += self.inner.used(
                self._raw_offset(start, last=False), self._raw_offset(end - 1, last=True)
            )
        return found

    def marks_between(self, start: int, end: int) -> list[Mark]:
        """The marks that lie between two offsets of the folded text, those at its edges left out if empty."""
        first = bisect_left(self._all_starts(), start)
        found = []
        for mark in self.marks[first:]:
            if mark.start >= end:
                break
            if mark.folded or mark.start > start:
                found.append(mark)
        return found

    def _raw_offset(self, position: int, *, last: bool) -> int:
        """Where the character at ``position`` begins in the raw text, or where it ends."""
        index = bisect_right(self._all_starts(), position) - 1
        if index < 0:
            return position + last
        mark = self.marks[index]
        beyond = position - mark.start - len(mark.folded)
        if beyond >= 0:
            return mark.raw_end + beyond + last
        return mark.raw_end if last else mark.raw_start

    def _all_starts(self) -> list[int]:
        if self._starts is None:
            self._starts = [mark.start for mark in self.marks]
        return self._starts


def fold(raw: str, *, authored: bool = False) -> Folded:
    """All foldings applied to ``raw``, in linear time.

    Of authored text line breaks after a hyphen and emphasis marks are kept: those fold in sources only.
    """
    if raw.isascii() or is_normalized("NFC", raw):
        return _fold(raw, authored=authored)
    composed = _compose(raw)
    outer = _fold(composed.text, authored=authored)
    outer.inner = composed
    return outer


def is_disguised(raw: str, beyond_ascii: str) -> bool:
    """Whether words of ``raw`` may be written otherwise than in their folded letters, or in two ways.

    ``beyond_ascii`` are the characters of it that are not ASCII, each as often as it stands there.
    """
    if "*" in raw or _BROKEN_WORD.search(raw):
        return True
    if _NOT_USUAL.search(beyond_ascii) is None:
        return False
    if ("\u2010" in beyond_ascii or "\u2011" in beyond_ascii) and _BROKEN_BY_OTHERS.search(raw):
        return True
    return any(map(_disguises, set(beyond_ascii)))


@lru_cache(maxsize=4096)
def _disguises(char: str) -> bool:
    """Whether a character hides in words, stands for others, or combines with its neighbours."""
    if _DISGUISE.match(char) or category(char)[0] == "M" or "\u1100" <= char <= "\u11ff":
        return True
    return normalize("NFC", char) != char


# Anything but the marks and spaces of English print and the letters of Western Europe.
_NOT_USUAL = re.compile("[^\u00a0\u00c0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]")
_DISGUISE = re.compile(f"[{_INVISIBLE}{_ASTRAL_INVISIBLE}{_FORMS}]")
_BROKEN_WORD = re.compile("-[^\\S\r\n]*[\r\n]")
_BROKEN_BY_OTHERS = re.compile("[\u2010\u2011][^\\S\r\n]*[\r\n]")


def _is_folded(raw: str) -> bool:
    """Whether plain ASCII text has nothing that could fold (the quick way out)."""
    return raw.isprintable() and not (
        "  " in raw or "--" in raw or " -" in raw or "- " in raw or "`" in raw or "*" in raw or ". ." in raw
    )


def _fold(raw: str, *, authored: bool) -> Folded:
    if raw.isascii() and _is_folded(raw):
        return Folded(raw, raw, [])
    marks: list[Mark] = []
    parts: list[str] = []
    emphasis = _emphasis(raw) if raw.count("*") > 1 and not authored else {}
    rare = (
        "  " in raw
        or _SPACED_DOTS.search(raw) is not None
        or b"\xf3\xa0" in raw.encode("utf-8", "surrogatepass")
    )
    done = length = 0
    for found in (_NEXT_OF_ALL if rare else _NEXT).finditer(raw):
        at = found.start()
        if at < done:
            continue
        start, end, folded, name, readings = _quick_step(raw, at) or _step(
            raw, at, done, emphasis, authored=authored
        )
        if name:
            length += start - done
            marks.append(Mark(length, start, end, folded, name, readings))
            parts += (raw[done:start], folded)
            length += len(folded)
            done = end
    if not marks:
        return Folded(raw, raw, marks)
    parts.append(raw[done:])
    return Folded(raw, "".join(parts), marks)


_Step = tuple[int, int, str, str, tuple[str, ...]]


def _quick_step(raw: str, at: int) -> _Step | None:
    """The step at ``at`` where a look at the neighbours settles it, as it mostly does."""
    char = raw[at]
    after = raw[at + 1 : at + 2]
    if char in "\u2019\u2018\u201c\u201d":
        return at, at + 1, "'" if char < "\u201a" else '"', "quotation-marks", ()
    before = raw[at - 1 : at]
    if char in "-\u2013":
        if before.isalnum() and after.isalnum():
            return at, at + 1, "-", "" if char == "-" else "dashes", ()
    elif char in "\n\u00a0" and after.isascii() and not after.isspace() and not before.isspace():
        return at, at + 1, " ", "spaces", ()
    return None


def _step(raw: str, at: int, done: int, emphasis: dict[int, int], *, authored: bool) -> _Step:
    """What the special character at ``at`` folds to: span, folded text, name (empty: nothing), readings."""
    char = raw[at]
    if char in _HYPHENS or char in _LONG_DASHES or char in "\u2013\u2212":
        return _dash(raw, at, authored=authored)
    if char in _SINGLES or char in _DOUBLES:
        return _mark_of_quotation(raw, at, done)
    if char == "\u2026":
        return at, at + 1, "...", "ellipsis-signs", ()
    if char == ".":
        end = match_end(_DOTS, raw, at)
        return at, end, "." * raw.count(".", at, end), "ellipsis-signs", ()
    if char == "*":
        size = emphasis.get(at, 0)
        return at, at + (size or 1), "", "emphasis-marks" if size else "", ("*" * size,) if size else ()
    if char == " " or char.isspace() or _INVISIBLES.match(char):
        return _blanks(raw, at, done)
    name = "full-width-forms" if char >= "\uff01" else "ligatures"
    end = at + 2 if raw[at + 1 : at + 2] in ("\uff9e", "\uff9f") else at + 1
    plain = normalize("NFKC", raw[at:end])
    return at, end, plain, "" if plain == raw[at:end] else name, ()


def _blanks(raw: str, at: int, done: int) -> _Step:
    """A run of spaces and invisible characters: one space, a paragraph break, or nothing."""
    start = at
    while start > done and raw[start - 1] == " ":
        start -= 1
    end = match_end(_BLANKS, raw, at)
    run = raw[start:end]
    if any(joiner in run for joiner in _JOINERS) and (kept := _kept_joiner(raw, start, end)) is not None:
        return kept
    spaces = _INVISIBLES.sub("", run)
    name = "spaces" if spaces == run else "invisible-characters"
    if not spaces:
        return start, end, "", name, ()
    ends = len(_LINE_END.findall(spaces))
    if ends > 1:
        return start, end, "\n", name, ()
    before, after = raw[start - 1 : start], raw[end : end + 1]
    if after and after in "\u00bb\u203a" and not raw[end + 1 : end + 2].isalnum() and ends < 2:
        return start, end, "", name, ()
    if ends and run[0] == "\u00ad":
        return start, end, "", name, (" ",)
    if ends and before and after and is_unspaced(before) and is_unspaced(after):
        return start, end, "", name, ()
    return start, end, " ", "" if run == " " else name, ()


def _kept_joiner(raw: str, start: int, end: int) -> _Step | None:
    """A joiner between letters that need it, or in an emoji, is part of the word: it is kept."""
    before, after = raw[start - 1 : start], raw[end : end + 1]
    if end - start == 1 and before > "\u024f" and (after > "\u024f" or not after.isalnum()):
        return start, end, raw[start:end], "", ()
    return None


def _mark_of_quotation(raw: str, at: int, done: int) -> _Step:
    """A quotation mark, with the space that French sets inside of it."""
    char, start, end = raw[at], at, at + 1
    if char in "\u00ab\u2039" and (at == 0 or not raw[at - 1].isalnum()):
        blanks = _BLANKS.match(raw, end)
        end = blanks.end() if blanks else end
    elif char in "\u00bb\u203a" and not raw[end : end + 1].isalnum():
        while start > done and raw[start - 1] == " ":
            start -= 1
    return start, end, "'" if char in _SINGLES else '"', "quotation-marks", ()


def _dash(raw: str, at: int, *, authored: bool) -> _Step:
    """A hyphen, dash or minus sign, with the line end that may follow it."""
    end = match_end(_DASHES, raw, at)
    dash, before = raw[at:end], raw[at - 1 : at]
    broken = None if authored else _REST_OF_LINE.match(raw, end)
    after = raw[broken.end() : broken.end() + 1] if broken else raw[end : end + 1]
    apart_before = not before or before.isspace()
    apart = apart_before and (broken is not None or not after or after.isspace())
    folded = _plain_dash(dash, before, after, apart=apart)
    if broken is None:
        name = "minus-signs" if dash == "\u2212" else "dashes"
        return at, end, folded, "" if folded == dash else name, ()
    if apart_before:
        return at, broken.end(), f"{folded} ", "dashes" if folded != dash else "spaces", ()
    readings: tuple[str, ...] = (f"{folded} ",)
    if folded == "-" and before.isalpha() and after.isalpha() and (after.islower() or not before.islower()):
        readings = ("", *readings)
    return at, broken.end(), folded, "line-break-hyphens", readings


def _plain_dash(dash: str, before: str, after: str, *, apart: bool) -> str:
    if dash == "\u2212":
        return "-" if after.isdigit() and not before.isalnum() else dash
    if len(dash) > 1 or dash in _LONG_DASHES:
        return "\u2014"
    if dash == "\u2013":
        return "\u2014" if apart else "-" if before.isalnum() and after.isalnum() else dash
    return "\u2014" if apart else "-"


def _emphasis(raw: str) -> dict[int, int]:
    """Where pairs of asterisks that hug words stand, and how many each has."""
    places = {}
    for found in _EMPHASIS.finditer(raw):
        size = len(found[1])
        places[found.start()] = places[found.end() - size] = size
    return places


def _compose(raw: str) -> Folded:
    """``raw`` in Normalization Form C (Unicode Standard Annex 15), cluster by cluster."""
    marks: list[Mark] = []
    parts: list[str] = []
    start = length = 0
    for end in _cluster_ends(raw):
        cluster = raw[start:end]
        composed = normalize("NFC", cluster)
        if composed != cluster:
            marks.append(Mark(length, start, end, composed, "composed-letters"))
        parts.append(composed)
        length += len(composed)
        start = end
    return Folded(raw, "".join(parts), marks)


def _cluster_ends(raw: str) -> Iterator[int]:
    """The offsets at which nothing before can combine with what follows; at least every 64 characters."""
    start = 0
    for index, char in enumerate(raw):
        if index == start or char.isascii() or index - start >= 64:
            whole = index > start
        else:
            cluster = raw[start:index]
            whole = not combining(char) and normalize("NFC", cluster + char) == normalize(
                "NFC", cluster
            ) + normalize("NFC", char)
        if whole:
            yield index
            start = index
    yield len(raw)
