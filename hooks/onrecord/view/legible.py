"""Text for files that are not HTML: characters that such files cannot hold, line breaks and directions."""

from __future__ import annotations

import re

_UNHELD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x20\x85\u2028\u2029]+")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"
_CLOSERS = dict.fromkeys("\u202a\u202b\u202d\u202e", _POP_EMBEDDING) | dict.fromkeys(
    "\u2066\u2067\u2068", _POP_ISOLATE
)


def one_line(text: str) -> str:
    """``text`` on one line: each run of plain spaces and line breaks is one space, none at the ends.

    Spaces of other widths stay. Control characters, halves of surrogate pairs and U+FFFE and U+FFFF, which
    XML 1.0 and UTF-8 cannot hold, become U+FFFD.
    """
    return _UNHELD.sub("\ufffd", _SPACES.sub(" ", text)).strip(" ")


def contained(text: str) -> str:
    """``text`` with every change of direction that it begins also ended, so that it turns nothing else."""
    if not _TURNS.search(text):
        return text
    waiting: list[str] = []
    for char in _TURNS.findall(text):
        if char in _CLOSERS:
            waiting.append(_CLOSERS[char])
        elif char == _POP_EMBEDDING and waiting[-1:] == [_POP_EMBEDDING]:
            waiting.pop()
        elif char == _POP_ISOLATE and _POP_ISOLATE in waiting:
            while waiting.pop() != _POP_ISOLATE:
                pass
    return text + "".join(reversed(waiting))
