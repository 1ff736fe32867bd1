"""A project beside what it was at an earlier revision: what changed, and what changed without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from onrecord.finding import Finding, Note
from onrecord.fold import fold
from onrecord.history import Correction
from onrecord.model import Absence, Claim, Explainer, Project, Quotation, Source
from onrecord.revision_rules import (
    PUBLISHED_CLAIM_CHANGED,
    PUBLISHED_CLAIM_REMOVED,
    PUBLISHED_EXPLAINER_REMOVED,
    PUBLISHED_NAME_REMOVED,
    PUBLISHED_SOURCE_CHANGED,
)
from onrecord.text import Location, slug

NOTHING: Mapping[str, str] = MappingProxyType({})
_PUT_BACK = "put it back as it was, and add the new one under an id of its own"
_PUT_BACK_OR_TAKE_DOWN = (
    "put its metadata back; if the text must go, keep them and write 'taken_down' there, "
    "and if only its id is another, name the old one under 'former_names' of a page"
)


class Changes(Struct, frozen=True):
    """Claims by ``explainer/id``: those that are new, changed, withdrawn or gone since a revision."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]
    removed: tuple[str, ...]


def changes(before: Project, after: Project) -> Changes:
    """What became of the published claims of ``before`` in ``after``."""
    former, now = renamed(after), _claims(after, {})
    sources = renamed_sources(after)
    moved = _claims(before, former)
    stayed = sorted(moved.keys() & now.keys())
    return Changes(
        added=tuple(sorted(now.keys() - moved.keys())),
        changed=tuple(
            name
            for name in stayed
            if said(*moved[name], sources) != said(*now[name]) and not now[name][1].withdrawn
        ),
        withdrawn=tuple(name for name in stayed if now[name][1].withdrawn and not moved[name][1].withdrawn),
        removed=tuple(sorted(moved.keys() - now.keys())),
    )


def unexplained(before: Project, after: Project) -> Iterator[Finding]:
    """Yield a finding for each change to what ``before`` published that ``after`` does not account for.

    Drafts were never published. A claim may lose its evidence when it is withdrawn.
    """
    now = {explainer.id: explainer for explainer in after.explainers if not explainer.draft}
    called, sources = renamed(after), renamed_sources(after)
    present: dict[str, Explainer] = {}
    for explainer in before.explainers:
        if explainer.draft:
            continue
        same = now.get(called.get(explainer.id, explainer.id))
        if same is None:
            yield PUBLISHED_EXPLAINER_REMOVED.finding(
                f"the explainer {explainer.id!r} was published, and is not any more",
                Location(explainer.at.text),
                help="put it back, or let the file that takes its place say 'retired: "
                f"[{{id: {explainer.id}, date: …, why: …, replaced_by: its own name}}]'",
            )
        else:
            present[explainer.id] = same
            yield from _of_explainer(explainer, same, sources)
    yield from _sources(before, after)
    yield from _names(before, after, present)


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


def renamed_sources(after: Project) -> dict[str, str]:
    """Former ids of sources, and what they are called now."""
    return {
        str(former.id): str(former.replaced_by)
        for explainer in after.explainers
        for former in explainer.former_names
        if former.of == "source" and former.replaced_by is not None
    }


def _of_explainer(before: Explainer, after: Explainer, sources: Mapping[str, str]) -> Iterator[Finding]:
    claims = {str(claim.id): claim for claim in after.claims}
    gone = {str(retired.id) for retired in after.retired}
    for name in _once_published(before):
        if name not in claims and name not in gone and name != after.id:
            yield PUBLISHED_CLAIM_REMOVED.finding(
                f"the claim {name!r} was published, and nothing says what became of it",
                after.title.at(),
                help="put it back and withdraw it, or write "
                f"'retired: [{{id: {name}, date: …, why: …}}]' here, with 'replaced_by' where another is",
                explainer=after.id,
                claim=name,
            )
    for old in before.claims:
        new = claims.get(str(old.id))
        if (
            new
            and not new.withdrawn
            and said(before, old, sources) != said(after, new)
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


def said(explainer: Explainer, claim: Claim, called: Mapping[str, str] = NOTHING) -> tuple[object, ...]:
    """What a claim says and rests on, without where it is written and how it is typed.

    ``called`` has what sources are called now, by a former id.
    """

    def source(entry: Quotation | Absence) -> str:
        named = str(entry.source or explainer.source or "")
        return called.get(named, named)

    evidence = [
        (fold(" ".join(entry.exact.split()), authored=True).text, source(entry), entry.stance)
        if isinstance(entry, Quotation)
        else (*map(str, entry.terms), source(entry))
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
    """A source stays, under its id and with its digest; one that no published claim ever cited may go.

    What it was extracted from may go where that holds the text of a source that was taken down.
    """
    published, called = _with_a_page(before), renamed_sources(after)
    gone = {str(one.raw_sha256) for one in after.corpus.sources.values() if one.taken_down}
    for name, old in sorted(before.corpus.sources.items()):
        was = fingerprint_of(old)
        new = after.corpus.sources.get(called.get(name, name))
        if not was or (new is None and name not in published):
            continue
        if new is None:
            became, where, help = "is gone", Location(after.seeds_directory), _PUT_BACK_OR_TAKE_DOWN
        elif was != fingerprint_of(new):
            became, where, help = "is another text now", new.sha256.at(), _PUT_BACK
        elif old.raw_sha256 and old.raw_sha256 != new.raw_sha256 and str(old.raw_sha256) not in gone:
            at = new.id if new.raw_sha256 is None else new.raw_sha256
            became, where, help = "was extracted from another file now", at.at(), _PUT_BACK
        else:
            continue
        rested = ", on which published claims rest," if name in published else ""
        yield PUBLISHED_SOURCE_CHANGED.finding(f"the source {name!r}{rested} {became}", where, help=help)


def fingerprint_of(source: Source) -> str:
    """The digest of a source's text or, where this was taken down, the one that it had."""
    return str(source.sha256) if source.taken_down else source.digest


def _with_a_page(project: Project) -> dict[str, Explainer | None]:
    """The ids of the sources with a page: claims rest on them, or did; each with one that cites it."""
    published = [explainer for explainer in project.explainers if not explainer.draft]
    found: dict[str, Explainer | None] = {
        name: None for name, source in project.corpus.sources.items() if source.taken_down
    }
    for explainer in published:
        for claim in explainer.claims:
            found.update({str(entry.source or explainer.source or ""): explainer for entry in claim.evidence})
        found.update({str(one.id): explainer for one in explainer.former_names if one.of == "source"})
    return found


def _names(before: Project, after: Project, present: Mapping[str, Explainer]) -> Iterator[Finding]:
    """Yield a finding for each page of a topic, an entity or a source that is not there and leads nowhere.

    ``present`` are the explainers that are there, by the id they had: that another is gone is told already.
    """
    there = _named(after)
    for (of, name), explainer in _named(before).items():
        now = present.get(explainer.id) if explainer else None
        is_told = (explainer and not now) or (of == "source" and name not in after.corpus.sources)
        if (of, name) in there or is_told:
            continue
        entry = f"former_names: [{{of: {of}, id: {name}, date: …, why: …, replaced_by: …}}]"
        yield PUBLISHED_NAME_REMOVED.finding(
            f"the {of} {name!r} had a page, and has none any more",
            now.title.at() if now else Location(after.seeds_directory),
            help=f"put it back, or write '{entry}' here; without 'replaced_by' if nothing takes its place",
            explainer=now.id if now else "",
        )


def _named(project: Project) -> dict[tuple[str, str], Explainer | None]:
    """The topics, entities and sources with an address, by what they are and their id, and who names them."""
    found: dict[tuple[str, str], Explainer | None] = {
        ("source", name): explainer for name, explainer in _with_a_page(project).items()
    }
    for explainer in project.explainers:
        if not explainer.draft:
            found.update({("topic", slug(topic)): explainer for topic in explainer.topics})
            found.update({("entity", entity.key): explainer for entity in explainer.entities})
            found.update({(former.of, str(former.id)): explainer for former in explainer.former_names})
    return found
