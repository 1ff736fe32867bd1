"""Whether what a fact file refers to is there: claims named by other claims, by sections, by the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.finding import Related
from onrecord.loaders.nodes import YamlMapping, YamlSequence
from onrecord.loaders.problems import Problems
from onrecord.loaders.suggest import asked, likeliest
from onrecord.mending import instead, without_entry
from onrecord.model import Claim, ClaimsParagraph, Explainer
from onrecord.text import Scalar


class _Reference(NamedTuple):
    """An id that names a claim, what names it, whether a withdrawn claim may be meant, and it be left out."""

    id: Scalar
    of: str
    by: str = ""
    may_be_withdrawn: bool = False
    may_be_left_out: bool = True


def add_reference_problems(explainer: Explainer, node: YamlMapping, problems: Problems) -> None:
    """Add a problem for each id that stands twice, or that names no claim or one that is withdrawn.

    ``node`` is what ``explainer`` was made from: claims that could not be read count as being there.
    """
    ids = _ids(explainer, node, problems)
    _refuse_reused(explainer, ids, problems)
    claims: dict[str, Claim] = {}
    for claim in explainer.claims:
        claims.setdefault(claim.id, claim)
    for reference in _references(explainer, claims):
        problems.claim = reference.by
        if reference.id not in ids:
            _refuse_unknown(reference, ids, problems)
        elif not reference.may_be_withdrawn:
            _refuse_withdrawn(reference, claims, problems)
    problems.claim = ""
    _refuse_circles(claims, problems)


def _ids(explainer: Explainer, node: YamlMapping, problems: Problems) -> dict[str, Scalar]:
    """The first of each claim's id; a second one is added as a problem."""
    ids: dict[str, Scalar] = {}
    entries = node.get("claims")
    for entry in entries if isinstance(entries, YamlSequence) else ():
        id = entry.get("id") if isinstance(entry, YamlMapping) else None
        if isinstance(id, Scalar) and id and ids.setdefault(id, id) is not id:
            _refuse_second(id, ids[id], "claim", problems)
    entities: dict[str, Scalar] = {}
    for entity in explainer.entities:
        if entity.id is not None and entities.setdefault(entity.id, entity.id) is not entity.id:
            _refuse_second(entity.id, entities[entity.id], "entity", problems)
    return ids


def _refuse_second(id: Scalar, first: Scalar, noun: str, problems: Problems) -> None:
    related = (Related("the first one", first.at()),)
    help = "give one of the two another id"
    problems.add("duplicate-id", f"there is another {noun} {id!r}", id.at(), help=help, related=related)


def _refuse_reused(explainer: Explainer, ids: dict[str, Scalar], problems: Problems) -> None:
    """Add a problem for each id that was retired and is in use again, or is retired twice."""
    retired: dict[str, Scalar] = {}
    for entry in explainer.retired:
        if entry.replaced_by == explainer.id:
            continue
        if retired.setdefault(entry.id, entry.id) is not entry.id:
            _refuse_second(entry.id, retired[entry.id], "retired claim", problems)
        elif entry.id in ids:
            related = (Related("it was retired here", entry.id.at()),)
            help = "give the new claim a new id: links to the old one are out in the world"
            at = ids[entry.id].at()
            problems.add("duplicate-id", f"the id {entry.id!r} is retired", at, help=help, related=related)


def _references(explainer: Explainer, claims: dict[str, Claim]) -> Iterator[_Reference]:
    for id in explainer.answer:
        yield _Reference(id, "the short answer")
    for id in explainer.rests_on:
        yield _Reference(id, "the title")
    for section in explainer.sections:
        for id in section.rests_on:
            yield _Reference(id, "the heading")
        for paragraph in section.body:
            if isinstance(paragraph, ClaimsParagraph):
                for id in paragraph.claims:
                    yield _Reference(id, "the section", may_be_left_out=len(paragraph.claims) > 1)
    for entity in explainer.entities:
        if entity.role is not None:
            yield _Reference(entity.role, "the entity", may_be_left_out=False)
    for update in explainer.updates:
        for id in update.claims:
            yield _Reference(id, "the update", may_be_withdrawn=True)
    for entry in explainer.retired:
        if entry.replaced_by is not None and entry.replaced_by != explainer.id:
            yield _Reference(entry.replaced_by, "the retired claim", may_be_left_out=False)
    for claim in explainer.claims:
        if claim.derived or claim.depends_on or claim.conflicts_with or claim.supersedes:
            yield from _claim_references(claim)


def _claim_references(claim: Claim) -> Iterator[_Reference]:
    is_withdrawn = claim.withdrawn is not None
    for id in claim.derived.claims if claim.derived else ():
        yield _Reference(id, "the working", claim.id, is_withdrawn, may_be_left_out=False)
    for id in claim.depends_on:
        yield _Reference(id, "the claim", claim.id, is_withdrawn)
    for id in (*claim.conflicts_with, *claim.supersedes):
        yield _Reference(id, "the claim", claim.id, may_be_withdrawn=True)


def _refuse_unknown(reference: _Reference, ids: dict[str, Scalar], problems: Problems) -> None:
    if problems.is_full:
        problems.skip()
        return
    meant = likeliest(reference.id, ids)
    help = asked(meant) or "name a claim of this file, or write the claim"
    message = f"there is no claim {reference.id[:60]!r} in this file"
    fix = instead(reference.id, meant) if meant else None
    problems.add("unknown-claim", message, reference.id.at(), help=help, fix=fix)


def _refuse_withdrawn(reference: _Reference, claims: dict[str, Claim], problems: Problems) -> None:
    claim = claims.get(reference.id)
    if claim is None or claim.withdrawn is None:
        return
    message = f"{reference.of} stands on {reference.id!r}, which is withdrawn"
    related = (Related("withdrawn here", claim.withdrawn.at),)
    help = "take it out, or name the claim that takes its place"
    fix = without_entry(reference.id.at(), f"'{reference.id}'") if reference.may_be_left_out else None
    problems.add("withdrawn-claim-in-use", message, reference.id.at(), help=help, related=related, fix=fix)


def _refuse_circles(claims: dict[str, Claim], problems: Problems) -> None:
    """Add a problem for each step by which a claim is worked out, in the end, from itself."""
    is_done: dict[str, bool] = {}
    for root, claim in claims.items():
        steps = [(root, iter(_bases(claim)))] if claim.derived and root not in is_done else []
        is_done.setdefault(root, claim.derived is None)
        while steps:
            id, bases = steps[-1]
            base = next(bases, None)
            if base is None:
                is_done[id] = True
                steps.pop()
            elif base in claims and base not in is_done:
                is_done[base] = False
                steps.append((base, iter(_bases(claims[base]))))
            elif base in claims and not is_done[base]:
                _refuse_circle(base, [step for step, _ in steps], problems)


def _bases(claim: Claim) -> tuple[Scalar, ...]:
    return claim.derived.claims if claim.derived else ()


def _refuse_circle(base: Scalar, steps: list[str], problems: Problems) -> None:
    if problems.is_full:
        problems.skip()
        return
    circle = [*steps[steps.index(base) :], base]
    shown = " from ".join(circle if len(circle) <= 6 else [*circle[:3], "...", *circle[-2:]])
    problems.claim = circle[-2]
    message = f"the claim is worked out from itself: {shown}"
    help = "work it out from claims that have evidence of their own"
    problems.add("circular-derivation", message, base.at(), help=help)
    problems.claim = ""
