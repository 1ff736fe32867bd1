"""Which words of a paragraph stand inside somebody's quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.text import Span, Text

_MARK = re.compile("''|``|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c-\u300f\u2033'\u2018\u2019]")
# All but the two pairs that are counted, and apostrophes.
_OTHER_MARK = re.compile("[`\u201e\u201f\u00ab\u00bb\u300c-\u300f\u2033\u2018]")
_MARKS = (
    "'",
    '"',
    "\u201c",
    "\u2018",
    "\u00ab",
    "\u201e",
    "`",
    "\u300c",
    "\u300e",
    "\u201f",
    "\u201d",
    "\u00bb",
)
_OPENING = frozenset("\u201c\u201e\u201f\u300c\u300e\u2018`")
_CLOSING = frozenset("\u300d\u300f\u2033\u2019")
_PAIRS = {"\u201e": '\u201c\u201d"', "\u00ab": "\u00bb", "\u00bb": "\u00ab"}
_SINGLE = frozenset("'\u2018\u2019")
_BEFORE_OPENING = frozenset("([{-\u2014\u2013/\"\u201c\u2018'*_:")
_BEFORE_CLOSING = frozenset(".,;:!?)")
_OPENS_AGAIN = re.compile('\\s*["\u201c\u201e\u00ab\u2018]')
_STOP = re.compile("[.!?\u2026][\"'\u201d\u2019)]*(?=\\s)")
_LETTERS = re.compile(r"\w{1,6}")
_LONGEST_IN_SINGLE = 800


def may_be_speech(text: Text, start: int) -> bool:
    """Whether what begins at ``start`` may stand inside quotation marks (the quick question).

    False means that the paragraph has no mark before it, or double ones in closed pairs only.
    """
    content = text.content
    low = max(0, content.rfind("\n\n", 0, start))
    if content.count("\u201c", low, start) != content.count("\u201d", low, start):
        return True
    if content.count('"', low, start) % 2 or "`" in content or _OTHER_MARK.search(text.beyond_ascii):
        return True
    return _quotes(content, "'", low, start) or _quotes(content, "\u2019", low, start)


def _quotes(content: str, mark: str, low: int, high: int) -> bool:
    """Whether ``mark`` stands anywhere but inside a word or at its end, where it is an apostrophe."""
    at = content.find(mark, low, high)
    while at >= 0:
        if at == low or not content[at - 1].isalnum():
            return True
        at = content.find(mark, at + 1, high)
    return False


def quoted_speech(content: str, paragraph: Span, elided: frozenset[str] = frozenset()) -> tuple[Span, ...]:
    """The stretches of a paragraph inside quotation marks, the marks included, in order.

    Marks of any shape count, also a pair of two shapes; apostrophes do not, nor do those before the words in
    ``elided``, which have lost letters there. A mark that is never closed opens a stretch to the
    paragraph's end if the next paragraph opens with a mark again, else to the end of its sentence.
    """
    if all(content.find(mark, paragraph.start, paragraph.end) < 0 for mark in _MARKS):
        return ()
    return _quoted_speech(content, paragraph, elided)


@lru_cache(maxsize=1024)
def _quoted_speech(content: str, paragraph: Span, elided: frozenset[str]) -> tuple[Span, ...]:
    marks = [Span(*mark.span()) for mark in _MARK.finditer(content, paragraph.start, paragraph.end)]
    double = [mark for mark in marks if content[mark.start : mark.end] not in _SINGLE]
    single = [mark for mark in marks if content[mark.start : mark.end] in _SINGLE]
    found = [*_in_double(content, double, paragraph), *_in_single(content, single, paragraph, elided)]
    return tuple(_outermost(sorted(found)))


def _in_double(content: str, marks: list[Span], paragraph: Span) -> Iterator[Span]:
    opened: int | None = None
    inner = 0
    for mark in marks:
        if opened is not None and _closes(content, mark, paragraph, content[opened]):
            if inner:
                inner -= 1
            else:
                yield Span(opened, mark.end)
                opened = None
        elif _opens(content, mark, paragraph):
            if opened is None:
                opened, inner = mark.start, 0
            elif content[mark.start] != content[opened]:
                inner += 1
            elif not _begins_line(content, mark.start, paragraph):
                yield Span(opened, _end_of_sentence(content, opened, mark.start))
                opened, inner = mark.start, 0
    if opened is not None:
        goes_on = _OPENS_AGAIN.match(content, paragraph.end) is not None
        yield Span(opened, paragraph.end if goes_on else _end_of_sentence(content, opened, paragraph.end))


def _in_single(content: str, marks: list[Span], paragraph: Span, elided: frozenset[str]) -> Iterator[Span]:
    opened: int | None = None
    for mark in marks:
        if opened is not None and mark.start - opened > _LONGEST_IN_SINGLE:
            opened = None
        if opened is None:
            if _opens(content, mark, paragraph) and not _is_elision(content, mark.end, elided):
                opened = mark.start
        elif _closes(content, mark, paragraph, content[opened]):
            yield Span(opened, mark.end)
            opened = None


def _outermost(found: list[Span]) -> Iterator[Span]:
    end = -1
    for span in found:
        if span.end > end:
            yield span
            end = span.end


def _is_elision(content: str, offset: int, elided: frozenset[str]) -> bool:
    word = _LETTERS.match(content, offset)
    return word is not None and (word[0][0].isdigit() or word[0].lower() in elided)


def _begins_line(content: str, offset: int, paragraph: Span) -> bool:
    before = content[max(paragraph.start, offset - 8) : offset].rstrip(" \t\u00a0")
    return not before or before[-1] in "\r\n"


def _opens(content: str, mark: Span, paragraph: Span) -> bool:
    char = content[mark.start]
    after = content[mark.end : mark.end + 1]
    if char in _CLOSING or not after or (after.isspace() and char != "\u00ab"):
        return False
    if char in _OPENING:
        return True
    before = content[mark.start - 1] if mark.start > paragraph.start else " "
    return before.isspace() or before in _BEFORE_OPENING


def _closes(content: str, mark: Span, paragraph: Span, opener: str) -> bool:
    char = content[mark.start]
    if opener in _PAIRS:
        return char in _PAIRS[opener]
    if char in ("\u201d", "\u00bb", "\u300d", "\u300f", "\u2033"):
        return True
    after = content[mark.end] if mark.end < paragraph.end else " "
    if char in _OPENING or after.isalnum():
        return False
    before = content[mark.start - 1] if mark.start > paragraph.start else " "
    return not before.isspace() or after.isspace() or after in _BEFORE_CLOSING


def _end_of_sentence(content: str, start: int, end: int) -> int:
    stop = _STOP.search(content, start, end)
    return stop.end() if stop else end
