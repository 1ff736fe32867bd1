"""Plain text that stays what it is in a Markdown file (CommonMark 0.31, and GitHub's strikethrough)."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.view.legible import contained, one_line

_ACTING = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w+;)|(?<!\S)#")
_LEADING = re.compile(r"\A(?:(?=[-+>])|(\d{1,9})(?=[.)]))")


@lru_cache(maxsize=4096)
def literal(text: str) -> str:
    """``text`` on one line, escaped so that it shows as it is wherever it stands in a line."""
    escaped = _ACTING.sub(r"\\\g<0>", contained(one_line(text)))
    return _LEADING.sub(r"\1\\", escaped)


def anchor(words: str, address: str) -> str:
    """A link: ``words`` as they are, to an address (RFC 3986)."""
    return f"[{literal(words)}]({address.replace('(', '%28').replace(')', '%29')})"
