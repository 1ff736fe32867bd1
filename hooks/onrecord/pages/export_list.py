"""What a hand-written page shows of the files for machines: all that are offered, by kind of page."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.page import Insertion, Page, PageKind, Settings
from onrecord.view.render import render


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """No page: what the files are for is written by hand."""
    yield from ()


def insertions(verified: Verified, settings: Settings) -> Iterator[tuple[str, Insertion]]:
    """Every file that exports offer, with its title and media type, as ``machine-forms``."""
    yield "machine-forms", lambda page: render("export_list.html", page, settings).strip()


PAGE_KIND = PageKind(pages, insertions)
