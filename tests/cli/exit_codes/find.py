"""What `onrecord find` ends with."""

from __future__ import annotations

from cli.cases import Case

CASES = (
    Case(0, "find The gate was opened twice"),
    Case(1, "find helicopters over Helsinki"),
    Case(2, "find gate --source nowhere"),
)
