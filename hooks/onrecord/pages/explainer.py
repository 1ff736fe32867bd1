"""The explainer: what readers come for, each sentence with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.check import Verified
from onrecord.page import Heading, Page, PageKind, Settings
from onrecord.view.account import caveat, checked, figures, judged, strip, written_in
from onrecord.view.blocks import answer_of, paragraph_of, twins
from onrecord.view.changes import changes_of, is_renaming
from onrecord.view.citing import citation_text
from onrecord.view.fingerprint import fingerprint
from onrecord.view.foldings import folding_sentences
from onrecord.view.indexed import indexed_explainer
from onrecord.view.links import history_link, topic_path
from onrecord.view.published import PublishedExplainer, published
from onrecord.view.render import render


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """Every explainer that is not a draft, and a signpost at each of its former addresses."""
    entries = published(verified).explainers
    for number, entry in enumerate(entries):
        yield Page(
            path=entry.path,
            kind="explainer",
            index=indexed_explainer(entry),
            title=entry.title,
            html=_html(entry, settings),
            description=str(entry.explainer.description or entry.title),
            headings=tuple(_headings(entry, settings)),
            edit_path=entry.explainer.at.path,
            updated=entry.updated,
            previous=entries[number - 1].path if number else "",
            next=entries[number + 1].path if number + 1 < len(entries) else "",
        )
        yield from _signposts(entry, settings)


def _html(entry: PublishedExplainer, settings: Settings) -> str:
    chapters = [
        (chapter, [paragraph_of(entry, part, (number, index)) for index, part in enumerate(chapter.parts)])
        for number, chapter in enumerate(entry.outline.chapters)
    ]
    answer = answer_of(entry)
    return render(
        "explainer.html",
        entry.path,
        settings,
        **_account(entry),
        entry=entry,
        answer=answer,
        as_of=written_in(entry.sources) if any(p.claim.as_of for p in answer.printings) else "",
        chapters=chapters,
        claims=entry.in_order(),
        changes=changes_of(entry),
        topics=[(topic, topic_path(topic)) for topic in entry.explainer.topics],
        twins=twins(entry),
        citation_text=citation_text,
        fingerprint=fingerprint,
        history=history_link(settings, entry.explainer.at.path),
    )


def _account(entry: PublishedExplainer) -> dict[str, Any]:
    """What the page says of itself, all of it counted."""
    counted, foldings = figures(entry.claims.values(), entry.origins), folding_sentences()
    return {
        "strip": strip(entry, counted),
        "caveat": caveat(entry),
        "checked": list(checked(counted, foldings)),
        "judged": list(judged(counted, entry.explainer)),
        "excepted": [claim for claim in entry.in_order() if claim.exceptions],
        "foldings": foldings,
    }


def _headings(entry: PublishedExplainer, settings: Settings) -> Iterator[Heading]:
    yield Heading(1, "title", entry.title)
    if entry.outline.answer:
        yield Heading(2, "short-answer", "Short answer")
    for chapter in entry.outline.chapters:
        yield Heading(2, chapter.id, chapter.short)
    if entry.claims:
        yield Heading(2, "checked", "What was checked")
        yield Heading(2, "evidence", "Evidence")
    yield Heading(2, "corrections", "Corrections and updates")
    yield Heading(2, "cite", "Cite this page")
    yield Heading(2, "history", "History and data")
    if settings.repository:
        yield Heading(2, "report", "Something wrong?")


def _signposts(entry: PublishedExplainer, settings: Settings) -> Iterator[Page]:
    for retired in entry.explainer.retired:
        if is_renaming(entry.explainer, retired):
            path = str(retired.id)
            yield Page(
                path=path,
                title="This page has moved",
                html=render("moved.html", path, settings, entry=entry, retired=retired),
                description=f"This page has moved: {entry.title}",
                headings=(Heading(1, "title", "This page has moved"),),
                edit_path=entry.explainer.at.path,
                updated=str(retired.date),
            )


PAGE_KIND = PageKind(pages)
