"""All explainers, newest first, as cards on as many pages as it takes."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.page import Heading, Page, PageKind, Settings
from onrecord.view.cards import card
from onrecord.view.published import published
from onrecord.view.render import render
from onrecord.view.sheets import sheets

PATH = "explainers"
TITLE = "All explainers"
ON_A_PAGE = 50


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """The pages of the list."""
    for sheet in sheets(PATH, published(verified).explainers, ON_A_PAGE):
        trail = sheet.trail((TITLE, PATH))
        cards = [card(entry) for entry in sheet.items]
        yield Page(
            path=sheet.path,
            kind="explainers",
            title=sheet.title(TITLE),
            html=render("explainers.html", sheet.path, settings, sheet=sheet, cards=cards, trail=trail),
            description=f"{sheet.title(TITLE)}, newest first.",
            headings=(Heading(1, "title", sheet.title(TITLE)),),
            updated=max((entry.updated for entry in sheet.items), default=""),
            trail=trail,
        )


PAGE_KIND = PageKind(pages)
