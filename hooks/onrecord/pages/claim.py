"""The claim's own page, which stays when the claim is withdrawn, and the claim in hand-written pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.check import Verified
from onrecord.history import Retired
from onrecord.page import Heading, Insertion, Page, PageKind, Settings
from onrecord.view.changes import is_renaming
from onrecord.view.claims import Passage, PrintedClaim
from onrecord.view.foldings import folding_sentences
from onrecord.view.fragments import text_fragment
from onrecord.view.history import history
from onrecord.view.indexed import indexed_withdrawal
from onrecord.view.links import claim_path, history_link
from onrecord.view.outline import ANSWER
from onrecord.view.passages import Line, context
from onrecord.view.published import PublishedExplainer, published
from onrecord.view.render import render
from onrecord.view.rerun import SCRIPT, Rerun, reruns
from onrecord.view.source_files import TEXT
from onrecord.view.words import last_change, opening

FACTS_FILE = "facts.json"
"""The name of the file that holds all of an explainer for machines."""

Claims = tuple[PrintedClaim, ...]


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
    withdrawn = claim.claim.withdrawn
    passages = [] if withdrawn else list(_shown(claim))
    return Page(
        path=claim.path,
        kind="claim",
        index=indexed_withdrawal(claim) if withdrawn else "",
        title=("Withdrawn: " if withdrawn else "Claim: ") + opening(claim.claim.text),
        html=_html(entry, claim, passages, settings),
        description=str(claim.claim.text) if not withdrawn else "A claim that was withdrawn.",
        headings=tuple(_headings(claim)),
        edit_path=claim.explainer.at.path,
        updated=last_change(claim.explainer),
        trail=((entry.title, entry.path),),
        previous=neighbours[0],
        next=neighbours[1],
        scripts=(SCRIPT,) if any(shown.rerun for shown in passages) else (),
    )


class _Shown(NamedTuple):
    """A passage in its paragraph, its place in the original, and what a browser needs to find it again."""

    passage: Passage
    around: list[Line]
    original: str
    rerun: Rerun | None


def _shown(claim: PrintedClaim) -> Iterator[_Shown]:
    for passage, rerun in zip(claim.passages, reruns(claim), strict=True):
        source, spans = passage.source, passage.spans
        yield _Shown(passage, context(source, spans), text_fragment(source, spans[0]), rerun)


def _html(entry: PublishedExplainer, claim: PrintedClaim, passages: list[_Shown], settings: Settings) -> str:
    path = claim.explainer.at.path
    chapter, in_answer = _places(entry, claim)
    return render(
        "claim.html",
        claim.path,
        settings,
        entry=entry,
        claim=claim,
        claims=entry.claims,
        trail=((entry.title, entry.path),),
        rests_on=_rests_on(claim),
        standing=_standing(claim),
        passages=passages,
        related=_related(entry, claim),
        replacing=_replacing(entry, claim),
        chapter=chapter,
        in_answer=in_answer,
        history=history(claim),
        repository_history=history_link(settings, path),
        offers=[offer for offer in settings.offered("explainer") if offer.name == FACTS_FILE],
        text_name=TEXT.name,
        foldings=folding_sentences(),
    )


def _rests_on(claim: PrintedClaim) -> str:
    return "What was searched for" if claim.searches and not claim.passages else "What it rests on"


def _standing(claim: PrintedClaim) -> tuple[str, str]:
    """Who says a claim where no speaker is named, and its status where it has none."""
    if claim.passages:
        return "the source", "Told as the source has it."
    if claim.searches:
        return "us, after a search", "Found by a search."
    return "us", "Worked out from other claims."


def _headings(claim: PrintedClaim) -> Iterator[Heading]:
    yield Heading(1, "title", "Claim")
    if not claim.claim.withdrawn:
        yield Heading(2, "rests-on", _rests_on(claim))
        yield Heading(2, "about", "What we say of it")
    yield Heading(2, "where", "Where it stood" if claim.claim.withdrawn else "Where it stands")
    yield Heading(2, "history", "History")
    yield Heading(2, "cite", "Cite, reuse, report")


def _related(entry: PublishedExplainer, claim: PrintedClaim) -> tuple[tuple[str, Claims], ...]:
    """The other claims that belong to ``claim``, and what they are to it."""
    taken = claim.claim.supersedes
    return (
        ("Falls with", entry.named(claim.claim.depends_on)),
        ("Other claims that lean on it", entry.named(claim.leaning)),
        ("Does not agree with", entry.named(claim.disagreeing)),
        ("Takes the place of", (*entry.named(taken), *_withdrawn(entry, taken))),
        ("Superseded by", entry.named(claim.superseding)),
    )


def _withdrawn(entry: PublishedExplainer, ids: Iterable[str]) -> Claims:
    return tuple(entry.withdrawn[name] for name in ids if name in entry.withdrawn)


def _replacing(entry: PublishedExplainer, claim: PrintedClaim) -> Claims:
    """The claims that took the place of a withdrawn one."""
    if not claim.claim.withdrawn:
        return ()
    return tuple(other for other in entry.in_order() if claim.id in other.claim.supersedes)


def _places(entry: PublishedExplainer, claim: PrintedClaim) -> tuple[str, bool]:
    """The heading below which a claim is at home, and whether the short answer has it too."""
    home = entry.outline.homes.get(claim.id, ANSWER)
    in_answer = claim.id in entry.outline.answer
    return ("" if home == ANSWER else entry.outline.chapters[home[0]].heading), in_answer


def _tombstones(entry: PublishedExplainer, retired: Retired, settings: Settings) -> Iterator[Page]:
    if is_renaming(entry.explainer, retired):
        yield from _moved(entry, retired, settings)
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
        history_link=history_link,
    )
    yield _tombstone(entry, path, "This claim was removed", html, retired)


def _moved(entry: PublishedExplainer, retired: Retired, settings: Settings) -> Iterator[Page]:
    """A page at the former address of each claim of an explainer that has another name now, gone ones too."""
    names = [claim.id for claim in entry.all_claims()]
    names += [one.id for one in entry.explainer.retired if not is_renaming(entry.explainer, one)]
    for name in names:
        path = claim_path(retired.id, name)
        html = render(
            "moved_claim.html",
            path,
            settings,
            entry=entry,
            claim=entry.claims.get(name),
            target=claim_path(entry.path, name),
            retired=retired,
        )
        yield _tombstone(entry, path, "This claim has moved", html, retired)


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
