"""What git leaves in a file that two branches changed in the same place."""

from __future__ import annotations

import re

from onrecord.text import Span

_SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||", "=======")
_MARK = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?:[ \t].*)?|={7})\r?$", re.MULTILINE)


def left_conflict(content: str) -> Span | None:
    """Where the first mark of an unresolved merge stands in a YAML file: none begins a line of a value."""
    if not any(sign in content for sign in _SIGNS):
        return None
    found = _MARK.search(content)
    return None if found is None else Span(found.start(), found.start() + len(found[0].rstrip()))
