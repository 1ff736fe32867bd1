"""A project beside what it was at an earlier revision: what changed, and what changed without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from onrecord.finding import Finding, Note
from onrecord.fold import fold
from onrecord.model import Claim, Correction, Explainer, Project, Quotation
from onrecord.revision_rules import (
    PUBLISHED_CLAIM_CHANGED,
    PUBLISHED_CLAIM_REMOVED,
    PUBLISHED_EXPLAINER_REMOVED,
    PUBLISHED_SOURCE_CHANGED,
)
from onrecord.text import Location


class Changes(Struct, frozen=True):
    """Claims by ``explainer/id``: those that are new, changed, withdrawn or gone since a revision."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]
    removed: tuple[str, ...]


def changes(before: Project, after: Project) -> Changes:
    """What became of the published claims of ``before`` in ``after``."""
    former, now = renamed(after), _claims(after, {})
    moved = _claims(before, former)
    stayed = sorted(moved.keys() & now.keys())
    return Changes(
        added=tuple(sorted(now.keys() - moved.keys())),
        changed=tuple(name for name in stayed if said(*moved[name]) != said(*now[name])),
        withdrawn=tuple(name for name in stayed if now[name][1].withdrawn and not moved[name][1].withdrawn),
        removed=tuple(sorted(moved.keys() - now.keys())),
    )


def unexplained(before: Project, after: Project) -> Iterator[Finding]:
    """Yield a finding for each change to what ``before`` published that ``after`` does not account for.

    Drafts were never published. A claim may lose its evidence when it is withdrawn.
    """
    now = {explainer.id: explainer for explainer in after.explainers if not explainer.draft}
    called = renamed(after)
    for explainer in before.explainers:
        if explainer.draft:
            continue
        present = now.get(called.get(explainer.id, explainer.id))
        if present is None:
            yield PUBLISHED_EXPLAINER_REMOVED.finding(
                f"the explainer {explainer.id!r} was published, and is not any more",
                Location(explainer.at.text),
                help="put it back, or name it under 'retired' of the explainer that takes its place",
            )
        else:
            yield from _of_explainer(explainer, present)
    yield from _sources(before, after)


def _claims(project: Project, called: Mapping[str, str]) -> dict[str, tuple[Explainer, Claim]]:
    return {
        f"{called.get(explainer.id, explainer.id)}/{claim.id}": (explainer, claim)
        for explainer in project.explainers
        if not explainer.draft
        for claim in explainer.claims
    }


def renamed(after: Project) -> dict[str, str]:
    """Former names of explainers, and what they are called now."""
    return {
        str(retired.id): explainer.id
        for explainer in after.explainers
        for retired in explainer.retired
        if retired.replaced_by == explainer.id
    }


def _of_explainer(before: Explainer, after: Explainer) -> Iterator[Finding]:
    claims = {str(claim.id): claim for claim in after.claims}
    gone = {str(retired.id) for retired in after.retired}
    for name in _once_published(before):
        if name not in claims and name not in gone and name != after.id:
            yield PUBLISHED_CLAIM_REMOVED.finding(
                f"the claim {name!r} was published, and nothing says what became of it",
                after.title.at(),
                help="put it back and withdraw it, or list its id under 'retired'",
                explainer=after.id,
                claim=name,
            )
    for old in before.claims:
        new = claims.get(str(old.id))
        if (
            new
            and not new.withdrawn
            and said(before, old) != said(after, new)
            and account_for(old, new) is None
        ):
            what = "says something else" if str(old.text) != str(new.text) else "rests on other words"
            yield PUBLISHED_CLAIM_CHANGED.finding(
                f"the published claim {what}, and no correction says so",
                new.text.at(),
                help="add an entry to 'corrections' whose 'was' is the text before",
                notes=(Note("it said", " ".join(old.text.split())),),
                explainer=after.id,
                claim=str(new.id),
            )


def _once_published(before: Explainer) -> Iterable[str]:
    """Every id that had an address: of claims, withdrawn ones too, and of what was retired before."""
    return [*(str(claim.id) for claim in before.claims), *(str(retired.id) for retired in before.retired)]


def said(explainer: Explainer, claim: Claim) -> tuple[object, ...]:
    """What a claim says and rests on, without where it is written and how it is typed."""
    evidence = [
        (
            fold(" ".join(entry.exact.split()), authored=True).text,
            str(entry.source or explainer.source or ""),
            entry.stance,
        )
        if isinstance(entry, Quotation)
        else (*map(str, entry.terms), str(entry.source or explainer.source or ""))
        for entry in claim.evidence
    ]
    return (" ".join(claim.text.split()), *sorted(evidence))


def account_for(old: Claim, new: Claim) -> Correction | None:
    """The last correction of ``new`` that says what ``old`` said, if it has more of these than ``old``."""
    was = " ".join(old.text.split())

    def accounts(claim: Claim) -> list[Correction]:
        return [entry for entry in claim.corrections if " ".join(entry.was.split()) == was]

    told = accounts(new)
    return max(told, key=lambda entry: entry.date) if len(told) > len(accounts(old)) else None


def _sources(before: Project, after: Project) -> Iterator[Finding]:
    for name in sorted(_in_use(before)):
        old, new = before.corpus.sources.get(name), after.corpus.sources.get(name)
        if old is None or not old.digest or (new is not None and new.digest == old.digest):
            continue
        where = Location(after.seeds_directory) if new is None else new.sha256.at()
        became = "is gone" if new is None else "is another text now"
        yield PUBLISHED_SOURCE_CHANGED.finding(
            f"the source {name!r}, on which published claims rest, {became}",
            where,
            help="put the text back as it was, and add the new one under an id of its own",
        )


def _in_use(project: Project) -> set[str]:
    return {
        str(entry.source or explainer.source or "")
        for explainer in project.explainers
        if not explainer.draft
        for claim in explainer.claims
        for entry in claim.evidence
    }
