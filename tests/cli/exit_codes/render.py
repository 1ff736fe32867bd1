"""What `onrecord render` ends with."""

from __future__ import annotations

from cli.cases import Case, misquoted

CASES = (
    Case(0, "render pages"),
    Case(1, "render pages", misquoted),
    Case(2, "render docs"),
)
