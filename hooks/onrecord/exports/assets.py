"""The style sheet and the modules of pages: they come with the package, and so fit every site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.check import Verified
from onrecord.export import Export, ExportKind
from onrecord.page import Settings

FOLDER = Path(__file__).parent.parent / "assets"


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """Every file of ``assets/``, at ``assets/onrecord/``."""
    for file in sorted([*FOLDER.glob("*.css"), *FOLDER.glob("*.js")]):
        yield Export(f"assets/onrecord/{file.name}", file.read_bytes())


EXPORT_KIND = ExportKind(exports=exports)
