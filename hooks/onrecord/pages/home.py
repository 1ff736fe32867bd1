"""What the hand-written home page shows of the explainers: cards and counts."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.page import Insertion, Page, PageKind, Settings
from onrecord.view.account import figures
from onrecord.view.cards import card
from onrecord.view.published import published
from onrecord.view.render import render

NEWEST = 12
"""How many explainers have a card on a hand-written page."""


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """No page: home is written by hand."""
    yield from ()


def insertions(verified: Verified, settings: Settings) -> Iterator[tuple[str, Insertion]]:
    """Cards of the newest explainers as ``explainers``, and what the site holds as ``counts``."""
    site = published(verified)
    explainers = len(site.explainers)
    cards = [card(entry) for entry in site.explainers[:NEWEST]]
    more = explainers if explainers > NEWEST else 0
    yield "explainers", lambda page: render("cards.html", page, settings, cards=cards, more=more).strip()
    counted = figures((claim for entry in site.explainers for claim in entry.claims.values()), site.origins)
    yield (
        "counts",
        lambda page: render("counts.html", page, settings, figures=counted, explainers=explainers).strip(),
    )


PAGE_KIND = PageKind(pages, insertions)
