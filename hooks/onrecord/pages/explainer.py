"""The explainer: what readers come for, each sentence with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.page import Heading, Page, PageKind, Settings
from onrecord.view.account import caveat, checked, figures, judged, strip, written_in
from onrecord.view.blocks import answer_of, paragraph_of
from onrecord.view.changes import changes_of, is_renaming
from onrecord.view.foldings import folding_sentences
from onrecord.view.published import PublishedExplainer, published
from onrecord.view.render import render


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """Every explainer that is not a draft, and a signpost at each of its former addresses."""
    entries = published(verified).explainers
    for number, entry in enumerate(entries):
        yield Page(
            path=entry.path,
            kind="explainer",
            title=entry.title,
            html=_html(entry, settings),
            description=str(entry.explainer.description or entry.title),
            headings=tuple(_headings(entry)),
            edit_path=entry.explainer.at.path,
            updated=entry.updated,
            previous=entries[number - 1].path if number else "",
            next=entries[number + 1].path if number + 1 < len(entries) else "",
        )
        yield from _signposts(entry, settings)


def _html(entry: PublishedExplainer, settings: Settings) -> str:
    counted = figures(entry.claims.values(), entry.origins)
    chapters = [
        (chapter, [paragraph_of(entry, part, (number, index)) for index, part in enumerate(chapter.parts)])
        for number, chapter in enumerate(entry.outline.chapters)
    ]
    foldings = folding_sentences()
    answer = answer_of(entry)
    return render(
        "explainer.html",
        entry.path,
        settings,
        entry=entry,
        strip=strip(entry, counted),
        caveat=caveat(entry),
        answer=answer,
        as_of=written_in(entry.sources) if any(p.claim.as_of for p in answer.printings) else "",
        chapters=chapters,
        claims=entry.in_order(),
        checked=list(checked(counted, foldings)),
        judged=list(judged(counted, entry.explainer)),
        changes=changes_of(entry),
        foldings=foldings,
    )


def _headings(entry: PublishedExplainer) -> Iterator[Heading]:
    yield Heading(1, "title", entry.title)
    if entry.outline.answer:
        yield Heading(2, "short-answer", "Short answer")
    for chapter in entry.outline.chapters:
        yield Heading(2, chapter.id, chapter.short)
    yield Heading(2, "checked", "What was checked")
    yield Heading(2, "evidence", "Evidence")
    yield Heading(2, "corrections", "Corrections")
    yield Heading(2, "cite", "Cite and report")


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
