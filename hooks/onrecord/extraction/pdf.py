"""A PDF: the words as they are printed, line by line, with blank lines where a paragraph plainly ends.

A PDF has characters at places and no paragraphs. Where it is in doubt whether one ends, none does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from onrecord.extractor import Extracted, Extractor, library
from onrecord.mistake import Mistake

_MOST_CHARACTERS = 16 << 20
# The number of a note may follow.
_SENTENCE_END = re.compile(r"[.!?…]['\"’”»)\]]*\d{0,3}$")
_PAGE_NUMBER = re.compile(r"\W*\d{1,4}\W*")


class Line(NamedTuple):
    """A printed line: its words, where it begins, its base line, and the height of most of its letters."""

    words: str
    left: float
    base: float
    height: float


def _extract(content: bytes) -> Extracted:
    pdfium = library("pypdfium2")
    try:
        with pdfium.PdfDocument(content) as document:
            lines = [line for page in document for line in _lines(page.get_textpage()) if line.words.strip()]
            title = str(document.get_metadata_value("Title"))
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise Mistake("it asks for a password: save a copy that does not") from error
        raise Mistake("it is no PDF, or a broken one: get it once more, or print it to a new PDF") from error
    if not lines:
        raise Mistake("there is no text in it, only pictures of pages: run text recognition (OCR) over it")
    return Extracted(text_of(lines), " ".join(title.split()))


def _lines(page: Any) -> list[Line]:
    """The printed lines of a page, in the order in which the PDF has them."""
    raw = library("pypdfium2.raw")
    count = page.count_chars()
    if count > _MOST_CHARACTERS:
        raise Mistake("a page of it has more characters than a book: divide it into several")
    x, y, box = c_double(), c_double(), raw.FS_RECTF()
    lines: list[Line] = []
    letters: list[str] = []
    heights: Counter[float] = Counter()
    start: tuple[float, float] | None = None
    for char, is_broken in _characters(raw, page.raw, count):
        at, shown = char
        if shown == "\r":
            continue
        if shown != "\n":
            letters.append(shown)
        if shown.strip() and raw.FPDFText_GetCharOrigin(page.raw, at, x, y):
            start = start or (x.value, y.value)
            raw.FPDFText_GetLooseCharBox(page.raw, at, box)
            heights[round(box.top - box.bottom, 1)] += 1
        if shown == "\n" or is_broken or at == count - 1:
            height = heights.most_common(1)[0][0] if heights else 0.0
            lines.append(Line("".join(letters), *(start or (0.0, 0.0)), height))
            letters, start = [], None
            heights.clear()
    return lines


def _characters(raw: Any, page: Any, count: int) -> Iterator[tuple[tuple[int, str], bool]]:
    """Each character with its number, and whether it is the hyphen of a broken word that a line ends with."""
    for at in range(count):
        code = raw.FPDFText_GetUnicode(page, at)
        if raw.FPDFText_IsHyphen(page, at) == 1 and code not in (0x2D, 0x2010):
            yield (at, "-"), True
        else:
            yield (at, chr(code)), False


def text_of(lines: list[Line]) -> str:
    """The text of lines that hold words, with a blank line where a paragraph ends.

    What stands between the two parts of a sentence that a column or a page divides, such as notes and the
    page's number, is put after the paragraph.
    """
    lines, between = _undivided(lines)
    usual = _usual_drops(lines)
    parts: list[str] = []
    waiting: list[Line] = []
    for number, line in enumerate(lines):
        parts.append(line.words)
        waiting += between.get(number, [])
        if number + 1 == len(lines) or _ends_paragraph(lines, number, usual):
            parts += [f"\n\n{text_of(waiting)}" if waiting else "", "\n\n"]
            waiting = []
        else:
            parts.append("\n")
    return "".join(parts).rstrip("\n")


def _undivided(lines: list[Line]) -> tuple[list[Line], dict[int, list[Line]]]:
    """The lines without what divides a sentence, and that by the number of the line before it."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.height] += len(line.words)
    body = Line("", 0, 0, letters.most_common(1)[0][0]) if lines else None
    kept: list[Line] = []
    between: dict[int, list[Line]] = {}
    beside: list[Line] = []
    for line in lines:
        if body is None or _is_other_kind(body, line):
            beside.append(line)
            continue
        if beside and kept and _goes_on(kept[-1], line) and not _is_other_kind(kept[-1], line):
            between[len(kept) - 1] = beside
        else:
            kept += beside
        beside = []
        kept.append(line)
    return kept + beside, between


def _goes_on(line: Line, after: Line) -> bool:
    """Whether a sentence goes on at the head of another column or page."""
    return after.base >= line.base and _SENTENCE_END.search(line.words.rstrip()) is None


def _ends_paragraph(lines: list[Line], number: int, usual: dict[float, float]) -> bool:
    line, below = lines[number], lines[number + 1]
    drop = line.base - below.base
    is_far = drop > 1.3 * usual.get(line.height, drop)
    return is_far or _is_other_kind(line, below) or _is_indented(lines, number)


def _usual_drops(lines: list[Line]) -> dict[float, float]:
    """How far below a line of each height the next one stands, as a rule: the lower half's middle."""
    found: dict[float, list[float]] = {}
    for line, below in pairwise(lines):
        drop = line.base - below.base
        if drop > 0.5 * line.height and not _is_other_kind(line, below):
            found.setdefault(line.height, []).append(drop)
    return {height: median(sorted(each)[: (len(each) + 1) // 2]) for height, each in found.items()}


def _is_other_kind(line: Line, below: Line) -> bool:
    """Whether the letters are of another size, as in headings and notes, or one is the number of a page."""
    if bool(_PAGE_NUMBER.fullmatch(line.words)) != bool(_PAGE_NUMBER.fullmatch(below.words)):
        return True
    return min(line.height, below.height) < 0.88 * max(line.height, below.height)


def _is_indented(lines: list[Line], number: int) -> bool:
    """Whether the line after ``number`` begins a paragraph by standing further in than those around it."""
    line, below = lines[number], lines[number + 1]
    after = lines[number + 2] if number + 2 < len(lines) else line
    inwards = below.left - line.left
    is_one = 0.4 * line.height < inwards < 4 * line.height and abs(after.left - line.left) < 0.2 * line.height
    return is_one and _SENTENCE_END.search(line.words.rstrip()) is not None


EXTRACTOR = Extractor((".pdf",), "a PDF", _extract, "pypdfium2", ("application/pdf",))
