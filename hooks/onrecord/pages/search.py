"""The search page: a form whose answers a module in the browser looks up in the index."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.page import Heading, Page, PageKind, Settings
from onrecord.view.render import render

PATH = "search"
TITLE = "Search"


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """The one page of search."""
    yield Page(
        path=PATH,
        kind="search",
        title=TITLE,
        html=render("search.html", PATH, settings),
        description="Find a claim, a name or a quotation on this site.",
        headings=(Heading(1, "title", TITLE),),
        scripts=("assets/onrecord/search.js",),
        compiles=True,
    )


PAGE_KIND = PageKind(pages)
