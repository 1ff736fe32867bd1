"""Two wordings in one: what was taken out is struck through, what was put in is bold."""

from __future__ import annotations

import re
from itertools import groupby

from onrecord.claims_diff.inert import shown
from onrecord.scripts import is_unspaced

_TOKEN = re.compile(r"\s+|\w+(?:['\u2019.,-]\w+)*|[^\w\s]")
_MOST_TOKENS = 3000


def worded(old: str, new: str, language: str = "en", around: int = 0) -> str:
    """``new`` with the words of ``old`` that it does not have any more, as inline Markdown.

    Of what is the same, only ``around`` characters beside each change are shown where that is given. Two
    texts that are too long to compare (more than 3,000 words and signs) follow each other whole.
    """
    one, other = _tokens(old), _tokens(new)
    if max(len(one), len(other)) > _MOST_TOKENS:
        return _changed(old, new, language)
    stretches = _stretches(one, other)
    made: list[str] = []
    for at, (same, before, after) in enumerate(stretches):
        if same and around:
            after = _shortened(after, around, is_first=at == 0, is_last=at == len(stretches) - 1)
        made.append(shown(after, language) if same else _changed(before, after, language))
    return "".join(made)


def _shortened(text: str, around: int, *, is_first: bool, is_last: bool) -> str:
    """The ends of an unchanged stretch that lie beside changes."""
    head, tail = ("" if is_first else text[:around]), ("" if is_last else text[-around:])
    return text if len(text) <= 2 * around else f"{head}\u2026{tail}"


def _changed(before: str, after: str, language: str) -> str:
    struck = f"<del>{shown(before, language)}</del>" if before else ""
    added = f"<strong>{shown(after, language)}</strong>" if after else ""
    is_apart = before.endswith(" ") or after.startswith(" ")
    apart = " " if struck and added and not is_apart else ""
    return struck + apart + added


def _tokens(text: str) -> list[str]:
    """Words, signs and single spaces; in scripts without spaces between words each letter is a word."""
    tokens: list[str] = []
    for word in _TOKEN.findall(" ".join(text.split())):
        tokens.extend(word if any(map(is_unspaced, word)) else (word,))
    return tokens


def _stretches(one: list[str], other: list[str]) -> list[tuple[bool, str, str]]:
    """Whether each stretch is the same in both, and its text in either; a space alone joins two changes."""
    from rapidfuzz.distance import Indel

    steps = [
        (step.tag == "equal", one[step.src_start : step.src_end], other[step.dest_start : step.dest_end])
        for step in Indel.opcodes(one, other)
    ]
    marked = [
        (same and not (0 < at < len(steps) - 1 and before == [" "]), before, after)
        for at, (same, before, after) in enumerate(steps)
    ]
    joined: list[tuple[bool, str, str]] = []
    for same, group in groupby(marked, key=lambda step: step[0]):
        parts = list(group)
        joined.append((same, _text([part[1] for part in parts]), _text([part[2] for part in parts])))
    return joined


def _text(parts: list[list[str]]) -> str:
    return "".join(word for part in parts for word in part)
