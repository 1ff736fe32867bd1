"""What an author typed as a quotation, taken apart: stretches of words, ellipses and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.lookup import Words
from onrecord.text import Span

_JOINT = re.compile(
    r" ?(?P<ellipsis>\[ ?(?:\.{3,}|[\u22ef\ufe19\u2025]) ?\]|\.{5,}|\.{3}(?!\.)|[\u22ef\ufe19\u2025]) ?"
    r"|\[(?P<gloss>[^\[\]]*)\]"
)
_OTHER_DOTS = ("\u22ef", "\ufe19", "\u2025")
_CASE = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")


class Stretch(NamedTuple):
    """Words of the source without ellipsis or bracket; ``start`` and ``end`` are offsets in `Words.text`."""

    words: Words
    start: int
    end: int


class Joint(NamedTuple):
    """What stands between two stretches: an ellipsis, or a bracket with an editor's ``gloss``."""

    gloss: str | None
    start: int
    end: int

    @property
    def is_ellipsis(self) -> bool:
        """Whether words are left out here."""
        return self.gloss is None


class Quoted(NamedTuple):
    """A quotation taken apart.

    ``joints`` has an entry more than ``stretches``: what stands before the first, between two, and after the
    last; each entry holds the joints in order (none, one, or several side by side).
    """

    stretches: tuple[Stretch, ...]
    joints: tuple[tuple[Joint, ...], ...]

    @property
    def ellipses(self) -> int:
        """How many ellipses stand between stretches; at the outer ends they mean nothing."""
        return sum(joint.is_ellipsis for joints in self.joints[1:-1] for joint in joints)

    def runs(self) -> Iterator[Span]:
        """The spans of `Words.text` from one ellipsis to the next, brackets included."""
        start = self.stretches[0].start
        for number, joints in enumerate(self.joints[1:-1]):
            if any(joint.is_ellipsis for joint in joints):
                yield Span(start, self.stretches[number].end)
                start = self.stretches[number + 1].start
        yield Span(start, self.stretches[-1].end)


def has_joints(words: Words) -> bool:
    """Whether there is anything that may be an ellipsis or a bracket."""
    text = words.text
    if "[" in text or "..." in text:
        return True
    return not text.isascii() and any(dots in text for dots in _OTHER_DOTS)


def take_apart(words: Words) -> list[Quoted]:
    """The readings of a quotation: with letters in brackets in the other case, and as they are written."""
    text = words.text
    if not _CASE.search(text):
        return [_take_apart(text, text)]
    swapped = _CASE.sub(lambda found: f"\0{found[1].swapcase()}\0", text)
    written = _CASE.sub(lambda found: f"\0{found[1]}\0", text)
    return [_take_apart(text, swapped), _take_apart(text, written)]


def _take_apart(text: str, marked: str) -> Quoted:
    """``marked`` is ``text`` of the same length, with NUL where a bracket around one letter stood."""
    stretches: list[Stretch] = []
    joints: list[tuple[Joint, ...]] = []
    between: list[Joint] = []
    position = 0
    for found in _JOINT.finditer(marked):
        _add(marked, position, found.start(), stretches, joints, between)
        between.append(Joint(found["gloss"], found.start(), found.end()))
        position = found.end()
    _add(marked, position, len(text), stretches, joints, between)
    return Quoted(tuple(stretches), (*joints, tuple(between)))


def _add(
    marked: str,
    start: int,
    end: int,
    stretches: list[Stretch],
    joints: list[tuple[Joint, ...]],
    between: list[Joint],
) -> None:
    piece = marked[start:end]
    kept = piece.strip()
    if not kept:
        return
    start += len(piece) - len(piece.lstrip())
    stretches.append(Stretch(Words(kept.replace("\0", "")), start, start + len(kept)))
    joints.append(tuple(between))
    between.clear()
