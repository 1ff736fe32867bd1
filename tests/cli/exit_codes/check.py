"""What `onrecord check` ends with."""

from __future__ import annotations

from cli.cases import Case, misquoted

CASES = (
    Case(0, "check"),
    Case(1, "check", misquoted),
    Case(2, "check nowhere.yml"),
)
