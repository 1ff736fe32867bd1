"""One thing wrong, said once, with the place, the reason and the next step."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from onrecord.text import Location, Span, Text


class Severity(StrEnum):
    """How a finding weighs: an error fails the build, a warning is printed and counted."""

    ERROR = "error"
    WARNING = "warning"


class Related(Struct, frozen=True):
    """Another place that explains a finding, and what it shows."""

    message: str
    location: Location


class Note(Struct, frozen=True):
    """A labelled line under a finding, such as the closest passage in the source."""

    label: str
    text: str


class Edit(Struct, frozen=True):
    """Replace ``span`` of ``text`` (code points, half-open) by ``replacement``."""

    text: Text
    span: Span
    replacement: str


class Fix(Struct, frozen=True):
    """Edits that mend a finding; ``safe`` ones change typography only, never a word."""

    description: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Finding(Struct, frozen=True):
    """One thing wrong: its rule and severity, one primary location, and how to mend it.

    ``explainer`` and ``claim`` are ids, empty where the finding is about neither.
    """

    rule: str
    severity: Severity
    message: str
    location: Location
    help: str = ""
    related: tuple[Related, ...] = ()
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None
    explainer: str = ""
    claim: str = ""

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order findings by path, line, column, rule and message."""
        start = self.location.start
        line, column = start or (0, 0)
        return (self.location.path, line, column, self.rule, self.message)
