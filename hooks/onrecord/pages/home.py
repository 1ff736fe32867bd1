"""What the hand-written home page shows of the explainers: cards and counts."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.page import Insertion, Page, PageKind, Settings
from onrecord.view.account import figures, summary
from onrecord.view.published import Published, published
from onrecord.view.render import render


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """No page: home is written by hand."""
    yield from ()


def insertions(verified: Verified, settings: Settings) -> Iterator[tuple[str, Insertion]]:
    """A card for each explainer as ``explainers``, and what the site holds as ``counts``."""
    site = published(verified)
    yield "explainers", lambda page: render("cards.html", page, settings, cards=list(_cards(site))).strip()
    counted = figures((claim for entry in site.explainers for claim in entry.claims.values()), site.origins)
    explainers = len(site.explainers)
    yield (
        "counts",
        lambda page: render("counts.html", page, settings, figures=counted, explainers=explainers).strip(),
    )


def _cards(site: Published) -> Iterator[tuple[object, str, str]]:
    for entry in site.explainers:
        first = entry.outline.answer[:1]
        sentence = str(entry.claims[first[0]].claim.text) if first else ""
        yield entry, summary(figures(entry.claims.values(), entry.origins)), sentence


PAGE_KIND = PageKind(pages, insertions)
