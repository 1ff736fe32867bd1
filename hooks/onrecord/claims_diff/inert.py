"""Text from anywhere that shows as it was written in a comment on GitHub, where nothing in it acts.

Signs of Markdown and HTML become character references. References do not keep GitHub from acting on what they
stand for: mentions, references to issues and commits, emoji and formulas are looked for in the finished HTML,
one text node at a time. So a sign that would begin one stands in an element of its own, and long hexadecimal
numbers are taken apart; what a reader sees and copies stays the same.
"""

from __future__ import annotations

import re

from onrecord.text import Span
from onrecord.view.legible import contained, one_line
from onrecord.view.unseen import odd_places

_SIGN = re.compile(
    r"(?P<alone>[@#:](?=\S)|\$|(?<=www)\.|(?<=\bgh)-)"
    r"|(?P<number>[0-9a-f]{7,})"
    r"|(?P<acting>[\\`*_\[\]<>&~|!^#])",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(?:(?<=\A)|(?<=\A ))(?:[-+=]|\d(?=\d{0,8}[.)]))")
_PIECE = re.compile("[0-9a-zA-Z]{1,6}")
_CLIPPED = 3000


def inert(text: str) -> str:
    """``text`` on one line, as inline Markdown that shows nothing but its characters.

    A run of spaces or line breaks is one space, also at the ends.
    """
    plain = contained(one_line(f"|{text}|")[1:-1])  # bars: spaces at the ends would go
    return _LEADING.sub(_reference, _SIGN.sub(_apart, plain))


def shown(text: str, language: str = "en") -> str:
    """``text`` as `inert` has it, with a name in place of each character that readers would overlook.

    Of more than 3,000 characters the rest is counted alone.
    """
    made: list[str] = []
    position, end = 0, min(len(text), _CLIPPED)
    for offset, name in odd_places(text, Span(0, end), language):
        made += (inert(text[position:offset]), named(name))
        position = offset + 1
    made.append(inert(text[position:end]))
    if end < len(text):
        made.append(f" <em>(and {len(text) - end:,} characters more)</em>")
    return "".join(made)


def named(name: str) -> str:
    """The name of a character, in its place."""
    return f"<kbd>{inert(name)}</kbd>"


def code(text: str) -> str:
    """``text`` as an id or a key stands in a line."""
    return f"<code>{shown(text)}</code>"


def _apart(found: re.Match[str]) -> str:
    if found["number"]:
        return "<wbr>".join(_PIECE.findall(found[0]))
    return f"<span>{_reference(found)}</span>" if found["alone"] else _reference(found)


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
