"""What `onrecord rule` ends with."""

from __future__ import annotations

from cli.cases import Case

CASES = (
    Case(0, "rule quotation-not-found"),
    Case(2, "rule nowhere"),
)
