"""What `onrecord new` ends with."""

from __future__ import annotations

from cli.cases import Case

CASES = (
    Case(0, "new weir"),
    Case(1, "new weir --title 'Why did Napoleon build the dam?'"),
    Case(2, "new dam"),
)
