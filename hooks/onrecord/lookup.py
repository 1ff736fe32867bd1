"""Where words stand in one source, up to the declared foldings: every place, exactly, in linear time.

The quick way looks for a long word of a quotation in the raw text and folds at most its surroundings. It is
taken where no word of the source can be disguised, so that it finds what folding the whole source would find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, product
from typing import NamedTuple

from onrecord.boundaries import cuts_at_end, cuts_at_start
from onrecord.fold import Folded, Mark, fold, is_disguised
from onrecord.scripts import is_unspaced
from onrecord.text import Span, Text

_WORD = re.compile(r"[^\W_]+")
_MOST_WINDOWS = 8
_MOST_ANCHORS = 3
_MOST_PLACES = 1000
_MARGIN = 48
# Where these stand, words may be further apart than they are typed.
_WIDE = re.compile("[^\\S\n]\\s|\n[^\\S\n]|[\u2026*]|\\.\\s\\.")
_SLACK = 4
_NAMES = {
    (dashes, marks, spaces): tuple(compress(("dashes", "quotation-marks", "spaces"), (dashes, marks, spaces)))
    for dashes, marks, spaces in product((False, True), repeat=3)
}
_LOOSE = re.compile("[-\u2014\u2013 \n*]+")


class Anchor:
    """One word of a quotation, by which its places are found; ``at`` is its first offset in the quotation."""

    __slots__ = ("_words", "at", "text", "word")

    def __init__(self, text: str, word: str) -> None:
        self.text = text
        self.word = word
        self.at = text.find(word)
        self._words: list[tuple[str, int]] | None = None

    @property
    def words(self) -> list[tuple[str, int]]:
        """All words of the quotation, each with how far after the anchor it begins (negative: before)."""
        if self._words is None:
            self._words = [(word[0], word.start() - self.at) for word in _WORD.finditer(self.text)]
        return self._words


class Words:
    """Words to look for: folded, without spaces at the ends; the longest of them are looked for first.

    ``folded`` is the folding of ``exact`` as an author typed it; ``text`` of it is what is looked for, and
    begins at ``start`` in ``folded.text``. ``is_typed`` says that it is as a keyboard has it: ASCII, but for
    dashes typed as two hyphens.
    """

    __slots__ = ("exact", "folded", "is_typed", "start", "text")

    def __init__(self, exact: str) -> None:
        self.exact = exact
        self.folded = fold(exact, authored=True)
        spaced = self.folded.text.replace("\n", " ")
        self.text = spaced.strip()
        self.start = 0 if spaced[:1] != " " else len(spaced) - len(spaced.lstrip())
        marks = self.folded.marks
        self.is_typed = (
            self.text == exact
            if not marks
            else exact.isascii() and exact == exact.strip() and all(mark.folded == "\u2014" for mark in marks)
        ) and (self.text.isascii() or self.text.replace("\u2014", "").isascii())

    def longest(self) -> Iterator[str]:
        """Its long words, the longest first; none of a script without spaces between words."""
        for part in sorted(self.text.split(), key=len, reverse=True)[:_MOST_ANCHORS]:
            word = _WORD.search(part)
            if word and (word[0].isascii() or not any(map(is_unspaced, word[0]))):
                yield word[0]

    def part(self, start: int, end: int) -> Span:
        """The span of ``exact`` for a span of ``text`` that is not empty."""
        return self.folded.raw_span(self.start + start, self.start + end)


class Place(NamedTuple):
    """A place of some words: offsets in a folded text, which begins at ``base`` of the source's text.

    ``names`` are the foldings that the words needed, sorted, where they are known beforehand.
    """

    folded: Folded
    start: int
    end: int
    base: int = 0
    names: tuple[str, ...] | None = None

    @property
    def span(self) -> Span:
        """The span in the source's text."""
        if self.names is not None:  # one character for one
            return Span(self.base + self.start, self.base + self.end)
        span = self.folded.raw_span(self.start, self.end)
        return Span(span.start + self.base, span.end + self.base)

    def is_cut(self, magnitudes: frozenset[str] = frozenset()) -> bool:
        """Whether the words begin or end inside a word, number or sign of the source."""
        text = self.folded.text
        return cuts_at_start(text, self.start) or cuts_at_end(text, self.end, magnitudes)


class Lookup:
    """A source's text to look words up in."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.content = text.content
        self._folded: Folded | None = None
        self._disguised: bool | None = None
        self._several: bool | None = None
        self._loose: tuple[str, list[int]] | None = None

    @property
    def folded(self) -> Folded:
        """The whole text, folded once."""
        if self._folded is None:
            self._folded = fold(self.content)
        return self._folded

    def places(self, words: Words) -> list[Place]:
        """Every place of the words, in order, those cut from longer words included (at most 1,000)."""
        if not words.text:
            return []
        if self._folded is None and not self._is_disguised():
            quick = self._quick_places(words)
            if quick is not None:
                return quick
        if self._has_readings():
            return self._loose_places(words)
        found = _every(self.folded.text, words.text)
        return [Place(self.folded, start, start + len(words.text)) for start in found]

    def places_across_paragraphs(self, words: Words) -> list[Place]:
        """Where the words stand if paragraph breaks count as spaces."""
        text = self.folded.text
        if "\n" not in text:
            return []
        found = _every(text.replace("\n", " "), words.text)
        return [Place(self.folded, start, start + len(words.text)) for start in found]

    def _is_disguised(self) -> bool:
        if self._disguised is None:
            self._disguised = is_disguised(self.content, self.text.beyond_ascii)
        return self._disguised

    def _has_readings(self) -> bool:
        """Whether a mark in the text can be read in more than one way, which is asked once for all words."""
        if self._several is None:
            self._several = any(mark.readings for mark in self.folded.marks)
        return self._several

    def _quick_places(self, words: Words) -> list[Place] | None:
        """The places by way of the anchor, or None where that would not be quick or not be sure."""
        rarest, found = "", None
        for word in words.longest():
            offsets = self._offsets(word)
            if found is None or len(offsets) < len(found):
                rarest, found = word, offsets
            if len(found) < 2:
                break
        if not found or len(found) > _MOST_WINDOWS:
            return [] if found == [] else None
        anchor = Anchor(words.text, rarest)
        places: list[Place] = []
        for at in found:
            place = self._at_once(words, at - anchor.at)
            if place is None and len(found) > 1 and self._is_elsewhere(anchor, at):
                continue
            place = place or self._around(words, anchor, at)
            if place is None and not self._is_near_enough(anchor, at):
                return None
            if place is not None:
                places.append(place)
        return places

    def _offsets(self, word: str) -> list[int]:
        """Where a word stands, by itself or in others; one place too many, if there are too many."""
        offsets: list[int] = []
        at = self.content.find(word)
        while at >= 0 and len(offsets) <= _MOST_WINDOWS:
            offsets.append(at)
            at = self.content.find(word, at + 1)
        return offsets

    def _window(self, at: int, before: int, after: int) -> tuple[int, int]:
        """An extent of the text around ``at`` that begins and ends beside a space or at a text's edge."""
        content = self.content
        low, high = max(0, at - before), min(len(content), at + after)
        while low > 0 and (content[low].isspace() or content[low - 1].isspace()):
            low -= 1
        while high < len(content) and (content[high].isspace() or content[high - 1].isspace()):
            high += 1
        return low, high

    def _extent(self, anchor: Anchor, at: int) -> tuple[int, int]:
        left, right = anchor.at, len(anchor.text) - anchor.at
        return self._window(at, left + left // 4 + _MARGIN, right + right // 4 + _MARGIN)

    def _at_once(self, words: Words, start: int) -> Place | None:
        """The place at ``start`` where the words stand there one character for one, as they mostly do."""
        end = start + len(words.text)
        if start < 0 or not words.is_typed or not self._stands_apart(start, end):
            return None
        printed = self.content[start:end]
        typed, names = _typed(printed, dashes=bool(words.folded.marks))
        if typed != words.text:
            return None
        return Place(Folded(printed, typed, []), 0, len(printed), start, names)

    def _around(self, words: Words, anchor: Anchor, at: int) -> Place | None:
        """The place whose anchor stands at ``at``, if the words around it are the rest of the quotation."""
        low, high = self._extent(anchor, at)
        folded = fold(self.content[low:high])
        for offset in _every(folded.text, words.text):
            begin = offset + anchor.at
            if folded.raw_span(begin, begin + 1).start + low == at:
                return Place(folded, offset, offset + len(words.text), low)
        return None

    def _stands_apart(self, start: int, end: int) -> bool:
        """Whether a stretch plainly begins and ends between words, without a closer look."""
        content = self.content
        if end > len(content):
            return False
        first, last = content[start], content[end - 1]
        before, after = content[start - 1 : start], content[end : end + 2]
        return (
            (before in ("", " ", "\n") and (first.isalpha() or first == '"'))
            and (after == "" or after[0] in " \n" or (after[0] in ".,;" and after[1:] in ("", " ", "\n")))
            and (last.isalpha() or last in '.,;:!?"')
        )

    def _is_elsewhere(self, anchor: Anchor, at: int) -> bool:
        """Whether a word of the quotation is not where it would be beside the anchor: no closer look then."""
        content = self.content
        for word, offset in anchor.words:
            slack = _SLACK + abs(offset) // 8
            low = max(0, at + offset - slack)
            if content.find(word, low, at + offset + len(word) + slack) < 0:
                before, after = anchor.at, len(anchor.text) - anchor.at
                start = max(0, at - before - before // 8 - _SLACK)
                return _WIDE.search(content, start, at + after + after // 8 + _SLACK) is None
        return False

    def _is_near_enough(self, anchor: Anchor, at: int) -> bool:
        """Whether the surroundings that were folded were as long as the words around the anchor."""
        low, high = self._extent(anchor, at)
        left, right = anchor.at, len(anchor.text) - anchor.at
        before, after = fold(self.content[low:at]), fold(self.content[at:high])
        return (low == 0 or len(before.text) >= left) and (
            high == len(self.content) or len(after.text) >= right
        )

    def _loose_places(self, words: Words) -> list[Place]:
        """The places in a text with readings: candidates without hyphens and spaces, then a strict look."""
        if self._loose is None:
            self._loose = _loosen(self.folded.text)
        text, offsets = self._loose
        places = []
        lead = len(words.text) - len(words.text.lstrip("-\u2014\u2013*"))
        for candidate in _every(text, _LOOSE.sub("", words.text)):
            start = offsets[candidate] - lead
            end = _read(self.folded, start, words.text) if start >= 0 else None
            if end is not None:
                places.append(Place(self.folded, start, end))
        return places


def _typed(printed: str, *, dashes: bool) -> tuple[str, tuple[str, ...]]:
    """Words as a keyboard has them, where each printed mark and space stands for one; and what that folds.

    ``dashes`` is true where the author typed two hyphens for a dash.
    """
    if printed.isascii() and "\n" not in printed:
        return printed, _NAMES[dashes, False, False]
    straight = printed.replace("\u2019", "'").replace("\u2018", "'")
    straight = straight.replace("\u201c", '"').replace("\u201d", '"')
    plain = straight.replace("\u00a0", " ").replace("\n", " ")
    marks, spaces = straight != printed, plain != straight
    at = plain.find("\u2013")
    while at >= 0 and plain[at - 1 : at].isalnum() and plain[at + 1 : at + 2].isalnum():
        plain = f"{plain[:at]}-{plain[at + 1 :]}"
        dashes = True
        at = plain.find("\u2013", at)
    return plain, _NAMES[dashes, marks, spaces]


def _every(text: str, words: str) -> Iterator[int]:
    """Every offset at which ``words`` stand in ``text``, overlapping ones included (at most 1,000)."""
    at = text.find(words) if words else -1
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _loosen(text: str) -> tuple[str, list[int]]:
    """``text`` without hyphens, dashes, spaces and asterisks, and the offset of each character left."""
    offsets = [index for index, char in enumerate(text) if char not in "-\u2014\u2013 \n*"]
    return "".join([text[index] for index in offsets]), offsets


def _read(folded: Folded, start: int, words: str) -> int | None:
    """Where ``words`` end if they stand at ``start`` in one of the readings of ``folded``."""
    reached = {0}
    position = start
    marks = folded.marks_between(max(0, start - 1), start + 2 * len(words) + 2)
    for mark in (mark for mark in marks if mark.readings and mark.start >= start):
        reached, end = _advance(folded.text[position : mark.start], reached, words, position)
        if end is not None:
            return end
        position = mark.start + len(mark.folded)
        reached, end = _branch(mark, reached, words)
        if end is not None:
            return end
        if not reached:
            return None
    return _advance(folded.text[position : position + len(words)], reached, words, position)[1]


def _advance(stretch: str, reached: set[int], words: str, position: int) -> tuple[set[int], int | None]:
    """Read a stretch without readings: how much of ``words`` is read after it, or where they ended."""
    later: set[int] = set()
    for done in reached:
        rest = len(words) - done
        if rest <= len(stretch):
            if stretch.startswith(words[done:]):
                return later, position + rest
        elif words.startswith(stretch, done):
            later.add(done + len(stretch))
    return later, None


def _branch(mark: Mark, reached: set[int], words: str) -> tuple[set[int], int | None]:
    """Read a mark in each of its readings."""
    later: set[int] = set()
    for done in reached:
        for reading in (mark.folded, *mark.readings):
            if words.startswith(reading, done):
                later.add(done + len(reading))
            if done + len(reading) == len(words) and reading and words.endswith(reading):
                return later, mark.start + len(mark.folded)
    return later, None
