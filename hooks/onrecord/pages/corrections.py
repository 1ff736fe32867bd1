"""Corrections: what was said before, what is said now, and why, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.page import Heading, Insertion, Page, PageKind, Settings
from onrecord.view.changes import changes
from onrecord.view.published import published
from onrecord.view.render import render

PATH = "corrections"


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """The one page of corrections, which also says when there are none."""
    found = changes(published(verified))
    headings = [Heading(1, "title", "Corrections")]
    headings.extend(Heading(2, f"{change.id}-title", change.opening) for change in found)
    yield Page(
        path=PATH,
        kind="corrections",
        title="Corrections",
        html=render("corrections.html", PATH, settings, changes=found),
        description="Every correction and withdrawal, with what was said before and why it changed.",
        headings=tuple(headings),
        updated=found[0].date if found else "",
    )


def insertions(verified: Verified, settings: Settings) -> Iterator[tuple[str, Insertion]]:
    """The latest corrections as ``latest-corrections``."""
    found = changes(published(verified))
    yield (
        "latest-corrections",
        lambda page: render("latest_corrections.html", page, settings, changes=found).strip(),
    )


PAGE_KIND = PageKind(pages, insertions)
