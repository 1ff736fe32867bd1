"""The claim's own page, which stays when the claim is withdrawn, and the claim in hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.model import Retired
from onrecord.page import Heading, Insertion, Page, PageKind, Settings
from onrecord.view.changes import is_renaming
from onrecord.view.claims import PrintedClaim
from onrecord.view.foldings import folding_sentences
from onrecord.view.links import claim_path
from onrecord.view.passages import context
from onrecord.view.published import PublishedExplainer, published
from onrecord.view.render import render
from onrecord.view.words import last_change, opening


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """A page for every claim that is or was published."""
    for entry in published(verified).explainers:
        claims = entry.in_order()
        paths = [claim.path for claim in claims]
        for number, claim in enumerate(claims):
            neighbours = (paths[number - 1] if number else "", "".join(paths[number + 1 : number + 2]))
            yield _page(entry, claim, neighbours, settings)
        for claim in entry.withdrawn.values():
            yield _page(entry, claim, ("", ""), settings)
        for retired in entry.explainer.retired:
            yield from _tombstones(entry, retired, settings)


def insertions(verified: Verified, settings: Settings) -> Iterator[tuple[str, Insertion]]:
    """Every published claim as ``explainer/claim``, printed with its evidence."""
    for entry in published(verified).explainers:
        for claim in entry.claims.values():
            yield f"{entry.path}/{claim.id}", _insertion(claim, settings)


def _insertion(claim: PrintedClaim, settings: Settings) -> Insertion:
    def insert(page: str) -> str:
        return render(
            "inserted_claim.html", page, settings, claim=claim, foldings=folding_sentences()
        ).strip()

    return insert


def _page(
    entry: PublishedExplainer, claim: PrintedClaim, neighbours: tuple[str, str], settings: Settings
) -> Page:
    trail = ((entry.title, entry.path),)
    withdrawn = claim.claim.withdrawn
    html = render(
        "claim.html",
        claim.path,
        settings,
        entry=entry,
        claim=claim,
        claims=entry.claims,
        trail=trail,
        withdrawn=withdrawn,
        passages=[(passage, context(passage.source, passage.spans)) for passage in claim.passages],
        used_by=entry.named(claim.leaning),
        foldings=folding_sentences(),
    )
    headings = [Heading(1, "title", "Claim")]
    if not withdrawn:
        name = "What it rests on" if claim.passages or not claim.searches else "What was searched for"
        headings.append(Heading(2, "rests-on", name))
    headings.append(Heading(2, "where", "Where it stood" if withdrawn else "Where it stands"))
    return Page(
        path=claim.path,
        kind="claim",
        title=("Withdrawn: " if withdrawn else "Claim: ") + opening(claim.claim.text),
        html=html,
        description=str(claim.claim.text) if not withdrawn else "A claim that was withdrawn.",
        headings=tuple(headings),
        edit_path=claim.explainer.at.path,
        updated=last_change(claim.explainer),
        trail=trail,
        previous=neighbours[0],
        next=neighbours[1],
    )


def _tombstones(entry: PublishedExplainer, retired: Retired, settings: Settings) -> Iterator[Page]:
    if is_renaming(entry.explainer, retired):
        for claim in entry.claims.values():
            path = claim_path(retired.id, claim.id)
            html = render("moved_claim.html", path, settings, entry=entry, claim=claim, retired=retired)
            yield _tombstone(entry, path, "This claim has moved", html, retired)
        return
    path = claim_path(entry.path, retired.id)
    html = render(
        "retired.html",
        path,
        settings,
        entry=entry,
        retired=retired,
        trail=((entry.title, entry.path),),
        replacement=entry.claims.get(retired.replaced_by or ""),
    )
    yield _tombstone(entry, path, "This claim was removed", html, retired)


def _tombstone(entry: PublishedExplainer, path: str, title: str, html: str, retired: Retired) -> Page:
    return Page(
        path=path,
        title=title,
        html=html,
        description=title,
        headings=(Heading(1, "title", title),),
        edit_path=entry.explainer.at.path,
        updated=str(retired.date),
        trail=((entry.title, entry.path),),
    )


PAGE_KIND = PageKind(pages, insertions)
