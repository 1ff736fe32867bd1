"""Foldings: the differences in type that do not count, each with an example, and those that always count."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.folding import VERSION
from onrecord.page import Heading, Insertion, Page, PageKind, Settings
from onrecord.view.account import figures
from onrecord.view.foldings import NEVER, shown_foldings
from onrecord.view.links import FOLDINGS_PATH
from onrecord.view.published import published
from onrecord.view.render import render

TITLE = "What may differ"


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """The one page of foldings."""
    foldings = shown_foldings()
    site = published(verified)
    counted = figures((claim for entry in site.explainers for claim in entry.claims.values()), site.origins)
    yield Page(
        path=FOLDINGS_PATH,
        title=TITLE,
        html=render(
            "foldings.html",
            FOLDINGS_PATH,
            settings,
            foldings=foldings,
            version=VERSION,
            never=NEVER,
            used=counted.foldings,
            quotations=counted.quotations,
            exact=counted.exact,
        ),
        description="The differences in type that do not count when a quotation is looked up in its source.",
        headings=(
            Heading(1, "title", TITLE),
            *(Heading(2, shown.id, shown.title) for shown in foldings),
            Heading(2, "never", "What always counts"),
        ),
    )


def insertions(verified: Verified, settings: Settings) -> Iterator[tuple[str, Insertion]]:
    """The foldings in a list, each in a sentence, as ``foldings``."""
    foldings = shown_foldings()
    yield (
        "foldings",
        lambda page: render("folding_list.html", page, settings, foldings=foldings, version=VERSION).strip(),
    )


PAGE_KIND = PageKind(pages, insertions)
