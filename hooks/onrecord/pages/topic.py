"""Topics: the list of all, and for each the cards of its explainers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.page import Heading, Insertion, Page, PageKind, Settings
from onrecord.view.cards import card
from onrecord.view.indexed import indexed_name
from onrecord.view.published import Published, PublishedExplainer, published
from onrecord.view.render import render
from onrecord.view.sheets import Sheet, sheets
from onrecord.view.topics import Topic, in_order, topics
from onrecord.view.words import count, listed

PATH = "topics"
TITLE = "Topics"
IN_THE_LIST = 200
ON_A_PAGE = 50
ON_ANOTHER_PAGE = 12
"""How many topics a hand-written page shows, those with the most explainers."""


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """The list of topics, and the pages of each."""
    found = topics(published(verified))
    for listing in sheets(PATH, found, IN_THE_LIST):
        trail = listing.trail((TITLE, PATH))
        yield Page(
            path=listing.path,
            kind="topics",
            title=listing.title(TITLE),
            html=render("topics.html", listing.path, settings, sheet=listing, trail=trail),
            description=f"{listing.title('What the explainers are about')}.",
            headings=(Heading(1, "title", listing.title(TITLE)),),
            trail=trail,
        )
    for topic in found:
        for sheet in sheets(topic.path, topic.explainers, ON_A_PAGE):
            yield _page(topic, sheet, settings)


def _page(topic: Topic, sheet: Sheet[PublishedExplainer], settings: Settings) -> Page:
    trail = sheet.trail((TITLE, PATH), (topic.name, topic.path))
    cards = [card(entry) for entry in sheet.items]
    title = sheet.title(topic.name)
    return Page(
        path=sheet.path,
        kind="topic",
        title=title,
        html=render("topic.html", sheet.path, settings, topic=topic, sheet=sheet, cards=cards, trail=trail),
        description=f"{title}: {count(sheet.total, 'explainer')} in which every sentence shows its source.",
        headings=(Heading(1, "title", title),),
        edit_path=topic.explainers[-1].explainer.at.path,
        updated=max(entry.updated for entry in sheet.items),
        trail=trail,
        index=indexed_name("topic", topic.name) if sheet.number == 1 else "",
    )


def insertions(verified: Verified, settings: Settings) -> Iterator[tuple[str, Insertion]]:
    """Links to the largest topics, and to the list of people, organisations and places, as ``topics``."""
    site = published(verified)
    found = topics(site)
    largest = sorted(found, key=lambda topic: (-len(topic.explainers), topic.path))[:ON_ANOTHER_PAGE]
    shown = sorted(largest, key=lambda topic: in_order(topic.name))
    who = _who_there_is(site)
    yield (
        "topics",
        lambda page: render(
            "topic_links.html", page, settings, topics=shown, of_all=len(found), who=who
        ).strip(),
    )


def _who_there_is(site: Published) -> str:
    """``4 people and 3 organisations``."""
    kinds = Counter({e.key: e.kind for entry in site.explainers for e in entry.explainer.entities}.values())
    named = {"person": ("person", "people"), "organisation": ("organisation", ""), "place": ("place", "")}
    counted = [count(kinds[kind], *names) for kind, names in named.items() if kinds[kind]]
    return listed(counted) or "People, organisations and places"


PAGE_KIND = PageKind(pages, insertions)
