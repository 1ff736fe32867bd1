"""What `onrecord schema` ends with."""

from __future__ import annotations

from cli.cases import Case

CASES = (
    Case(0, "schema facts"),
    Case(2, "schema facts --output docs"),
)
