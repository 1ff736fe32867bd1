"""The former addresses of topics, entities and sources: they lead on, or say that the page is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.check import Verified
from onrecord.history import FormerName
from onrecord.page import Heading, Page, PageKind, Settings
from onrecord.view.entities import entities
from onrecord.view.links import entity_path, source_path
from onrecord.view.published import Published, PublishedExplainer, published
from onrecord.view.render import render
from onrecord.view.topics import topics

_PATHS = {"topic": "topics/{}", "entity": entity_path("{}"), "source": source_path("{}")}


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """A page at each former address that an explainer names, unless it is a draft."""
    site = published(verified)
    if any(entry.explainer.former_names for entry in site.explainers):
        called = _called(site)
        for entry in site.explainers:
            for former in entry.explainer.former_names:
                yield _page(entry, former, called, settings)


def _called(site: Published) -> Mapping[str, str]:
    """What topics, entities and sources with a page are called, by its path."""
    sources = {name: site.source_names[name] for name in (*site.sources, *site.former_sources)}
    return {
        **{topic.path: topic.name for topic in topics(site)},
        **{entity.path: entity.called for entity in entities(site)},
        **{source_path(name): called for name, called in sources.items()},
    }


def _page(
    entry: PublishedExplainer, former: FormerName, called: Mapping[str, str], settings: Settings
) -> Page:
    path, target = (_PATHS[former.of].format(name or "") for name in (former.id, former.replaced_by))
    title = "This page has moved" if target in called else "This page is gone"
    html = render(
        "former_name.html",
        path,
        settings,
        entry=entry,
        former=former,
        title=title,
        target=target if target in called else "",
        called=called.get(target, ""),
    )
    return Page(
        path=path,
        title=title,
        html=html,
        description=title,
        headings=(Heading(1, "title", title),),
        edit_path=entry.explainer.at.path,
        updated=str(former.date),
    )


PAGE_KIND = PageKind(pages)
