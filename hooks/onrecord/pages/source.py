"""The source page: the text, what of it is used, by which claims, and what is known of it.

It stays when the source was taken down or no claim rests on it any more, and then shows nothing of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from onrecord.check import Verified
from onrecord.page import Heading, Page, PageKind, Settings
from onrecord.shown import extent_of
from onrecord.view.indexed import indexed_former_source, indexed_source
from onrecord.view.links import source_path
from onrecord.view.passages import in_use, lines, shown_spans
from onrecord.view.published import FormerSource, Published, PublishedExplainer, UsedSource, published
from onrecord.view.render import render
from onrecord.view.source_files import files_beside
from onrecord.view.unseen import Oddity, oddities
from onrecord.view.words import percent


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """A page for every source that a published claim uses or, withdrawn since, has used."""
    site = published(verified)
    for former in site.former_sources.values():
        yield _former(site, former, settings)
    paths = [source_path(name) for name in site.sources]
    for number, used in enumerate(site.sources.values()):
        source = used.source
        odd = oddities(source)
        yield Page(
            path=paths[number],
            kind="source",
            index=indexed_source(used),
            title=used.name,
            html=_html(site, used, odd, settings),
            description=f"A source, with the passages our claims rest on: {source.title}",
            headings=tuple(_headings(odd)),
            edit_path=source.at.path,
            updated=max(resting.entry.updated for resting in used.resting),
            trail=_trail(used),
            previous=paths[number - 1] if number else "",
            next="".join(paths[number + 1 : number + 2]),
        )


def _former(site: Published, former: FormerSource, settings: Settings) -> Page:
    source, path = former.source, source_path(former.source.id)
    title = "This source was taken down" if source.taken_down else "No claim rests on this source any more"
    html = render(
        "former_source.html",
        path,
        settings,
        source=source,
        title=title,
        names=site.source_names,
        linked={*site.sources, *site.former_sources},
        withdrawn=former.claims,
    )
    return Page(
        path=path,
        kind="former-source",
        title=former.name,
        html=html,
        description=title,
        headings=tuple(_former_headings(former)),
        edit_path=source.at.path,
        updated=former.updated,
        index=indexed_former_source(former),
    )


def _former_headings(former: FormerSource) -> Iterator[Heading]:
    yield Heading(1, "title", "Source")
    yield Heading(2, "about", "What it was")
    if former.claims:
        yield Heading(2, "claims", "Withdrawn claims")


def _html(site: Published, used: UsedSource, odd: list[Oddity], settings: Settings) -> str:
    source = used.source
    content = source.text.content if source.text else ""
    extent = in_use(source, used.passages)
    return render(
        "source.html",
        source_path(source.id),
        settings,
        source=source,
        names=site.source_names,
        linked={*site.sources, *site.former_sources},
        trail=_trail(used),
        letters=_letters([resting.entry for resting in used.resting]),
        lines=lines(source, used.passages),
        oddities=odd,
        characters=len(content),
        shown=extent_of(content, shown_spans(source, used.passages)),
        in_use=extent,
        unused=extent.whole - extent.part,
        percent=percent,
        files=files_beside(used, settings),
        resting=used.resting,
        count_of_claims=sum(len(resting.claims) for resting in used.resting),
    )


def _trail(used: UsedSource) -> tuple[tuple[str, str], ...]:
    entries = [resting.entry for resting in used.resting]
    return tuple((entry.title, entry.path) for entry in entries) if len(entries) == 1 else ()


def _letters(entries: list[PublishedExplainer]) -> dict[str, str]:
    """A letter before claim numbers for each explainer, where several use the source."""
    if len(entries) == 1:
        return {entries[0].path: ""}
    turns = [(turn, letter) for turn in range(1 + len(entries) // 26) for letter in ascii_uppercase]
    return {entry.path: letter * (turn + 1) for entry, (turn, letter) in zip(entries, turns, strict=False)}


def _headings(odd: list[Oddity]) -> Iterator[Heading]:
    yield Heading(1, "title", "Source")
    yield Heading(2, "text", "The text")
    if odd:
        yield Heading(2, "oddities", "Easy to overlook")
    yield Heading(2, "about", "About this source")
    yield Heading(2, "claims", "Claims")


PAGE_KIND = PageKind(pages)
