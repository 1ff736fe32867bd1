"""The modules that pages run: they come with the package, so that they fit the pages on every site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.check import Verified
from onrecord.export import Export, ExportKind
from onrecord.page import Settings

FOLDER = Path(__file__).parent.parent / "assets"


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """Every module of ``assets/``, at ``assets/onrecord/``."""
    for file in sorted(FOLDER.glob("*.js")):
        yield Export(f"assets/onrecord/{file.name}", file.read_bytes())


EXPORT_KIND = ExportKind(exports=exports)
