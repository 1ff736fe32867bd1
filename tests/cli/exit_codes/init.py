"""What `onrecord init` ends with."""

from __future__ import annotations

from cli.cases import Case

CASES = (
    Case(0, "init new-site"),
    Case(2, "init docs"),
)
