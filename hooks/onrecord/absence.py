"""The search for words that a source is said not to contain: in any case, and in every reading."""

from __future__ import annotations

from onrecord.fold import Folded, fold
from onrecord.lookup import Lookup
from onrecord.scripts import is_unspaced
from onrecord.text import Span


class AbsenceSearch:
    """A source's text prepared for such searches."""

    def __init__(self, lookup: Lookup) -> None:
        self._folded = lookup.folded
        self._variants = [_caseless(self._folded, joined=False)]
        if any("" in mark.readings for mark in self._folded.marks):
            self._variants.append(_caseless(self._folded, joined=True))

    def find(self, term: str) -> Span | None:
        """Where ``term`` first occurs in the source's text; ``*`` at a word's end stands for any ending."""
        parts = [" ".join(part.split(" ")) for part in fold(term, authored=True).text.casefold().split("*")]
        parts[0] = parts[0].lstrip()
        parts[-1] = parts[-1].rstrip()
        if not parts[0]:
            return None
        for text, offsets in self._variants:
            at = text.find(parts[0])
            while at >= 0:
                end = _end(text, at, parts)
                if end is not None and _begins_word(text, at):
                    return self._folded.raw_span(offsets[at], offsets[end - 1] + 1)
                at = text.find(parts[0], at + 1)
        return None


def _end(text: str, at: int, parts: list[str]) -> int | None:
    """Where the term ends if it begins at ``at``, or None where it does not stand there."""
    position = at
    for number, part in enumerate(parts):
        if not text.startswith(part, position):
            return None
        position += len(part)
        if number < len(parts) - 1:
            while position < len(text) and text[position].isalnum():
                position += 1
    after = text[position : position + 1]
    if parts[-1] and after.isalnum() and text[position - 1].isalnum() and not is_unspaced(after):
        return None
    return position


def _begins_word(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return not (before.isalnum() and text[at].isalnum()) or is_unspaced(text[at])


def _caseless(folded: Folded, *, joined: bool) -> tuple[str, list[int]]:
    """The folded text without case, and each character's offset; ``joined`` without hyphens at line ends."""
    left_out = {
        offset
        for mark in folded.marks
        if joined and "" in mark.readings
        for offset in range(mark.start, mark.start + len(mark.folded))
    }
    characters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(folded.text.replace("\n", " ")):
        if offset not in left_out:
            caseless = char.casefold()
            characters.append(caseless)
            offsets.extend([offset] * len(caseless))
    return "".join(characters), offsets
