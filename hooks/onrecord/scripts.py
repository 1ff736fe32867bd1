"""Scripts that are written without spaces between words."""

from __future__ import annotations


def is_unspaced(char: str) -> bool:
    """Whether a character belongs to a script that is written without spaces between words."""
    return char >= "\u0e00" and any(first <= char <= last for first, last in _UNSPACED)


def has_unspaced(text: str) -> bool:
    """Whether at least half of a text's characters belong to such scripts."""
    if text.isascii():
        return False
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return 2 * foreign > len(text) and 2 * sum(map(is_unspaced, text)) > len(text)


_UNSPACED = (
    *(("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\u2fdf")),
    *(("\u3000", "\u312f"), ("\u31a0", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff")),
    *(("\ufe30", "\ufe4f"), ("\uff01", "\uff9f"), ("\U00020000", "\U0003ffff")),
)
