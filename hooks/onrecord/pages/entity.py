"""People, organisations and places: the list of all, and for each what the explainers say of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from onrecord.check import Verified
from onrecord.page import Heading, Page, PageKind, Settings
from onrecord.view.entities import Mention, PublishedEntity, entities
from onrecord.view.indexed import indexed_name
from onrecord.view.published import published
from onrecord.view.render import render
from onrecord.view.sheets import Sheet, sheets
from onrecord.view.words import capitalised, count

PATH = "entities"
TITLE = "People, organisations and places"
IN_THE_LIST = 200
ON_A_PAGE = 20
"""How many explainers a page of an entity shows claims of."""
OF_AN_EXPLAINER = 50
"""How many claims of an explainer a page shows in one list."""
PLURALS = {"person": "People", "organisation": "Organisations", "place": "Places"}
SOURCES = "Sources of these claims"


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """The list of entities, and the pages of each."""
    found = entities(published(verified))
    for listing in sheets(PATH, found, IN_THE_LIST):
        yield _listing(listing, settings)
    for entity in found:
        for sheet in sheets(entity.path, entity.mentions, ON_A_PAGE):
            yield _page(entity, sheet, settings)


def _listing(sheet: Sheet[PublishedEntity], settings: Settings) -> Page:
    groups = [(kind, list(those)) for kind, those in groupby(sheet.items, key=lambda entity: entity.kind)]
    trail = sheet.trail((TITLE, PATH))
    html = render(
        "entities.html",
        sheet.path,
        settings,
        sheet=sheet,
        groups=groups,
        headings=PLURALS,
        title=TITLE,
        trail=trail,
    )
    return Page(
        path=sheet.path,
        kind="entities",
        title=sheet.title(TITLE),
        html=html,
        description=f"{sheet.title('Everybody and everything that the explainers name')}.",
        headings=(
            Heading(1, "title", sheet.title(TITLE)),
            *(Heading(2, kind, PLURALS[kind]) for kind, _ in groups),
        ),
        trail=trail,
    )


def _page(entity: PublishedEntity, sheet: Sheet[Mention], settings: Settings) -> Page:
    name = capitalised(entity.called)
    trail = sheet.trail((TITLE, PATH), (name, entity.path))
    headings = dict(_headings(entity, sheet))
    html = render(
        "entity.html",
        sheet.path,
        settings,
        entity=entity,
        sheet=sheet,
        headings=headings,
        roles=[mention for mention in sheet.items if mention.role],
        saying=[mention for mention in sheet.items if mention.said],
        sources=list(_sources(sheet)),
        most=OF_AN_EXPLAINER,
        trail=trail,
    )
    return Page(
        path=sheet.path,
        kind="entity",
        title=sheet.title(name),
        html=html,
        description=f"What our explainers say about {entity.name}: {count(entity.claims, 'claim')} by name.",
        headings=(
            Heading(1, "title", sheet.title(name)),
            *(Heading(2, id, text) for id, text in headings.items()),
        ),
        edit_path=sheet.items[0].entry.explainer.at.path,
        updated=max(mention.entry.updated for mention in sheet.items),
        trail=trail,
        index=_index(entity) if sheet.number == 1 else "",
    )


def _headings(entity: PublishedEntity, sheet: Sheet[Mention]) -> Iterator[tuple[str, str]]:
    """The headings of a page, by their ids, in order."""
    is_person = entity.kind == "person"
    if any(mention.role for mention in sheet.items):
        yield "who", f"{'Who' if is_person else 'What'} this is, by the sources"
    if any(mention.said for mention in sheet.items):
        yield "said", f"What is attributed to {'them' if is_person else 'it'}"
    yield "claims", f"Claims that name {'them' if is_person else 'it'}"
    if next(_sources(sheet), None):
        yield "sources", SOURCES


def _sources(sheet: Sheet[Mention]) -> Iterator[tuple[object, str]]:
    """The sources of the claims on a page, each once, with what they are called."""
    seen: set[str] = set()
    for mention in sheet.items:
        for source in mention.sources():
            if source.id not in seen:
                seen.add(str(source.id))
                yield source, mention.entry.source_names[source.id]


def _index(entity: PublishedEntity) -> str:
    """Names only: the claims themselves are found on their explainers."""
    return indexed_name(entity.kind, capitalised(entity.called), entity.other_names)


PAGE_KIND = PageKind(pages)
