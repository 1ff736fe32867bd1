"""What `onrecord lsp` ends with."""

from __future__ import annotations

from cli.cases import Case

CASES = (
    Case(0, "lsp", serves=True),
    Case(2, "-C docs lsp"),
)
