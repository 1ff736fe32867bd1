"""What a change touches: claims that are new or other than before, and all that depends on them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import astuple, replace

from onrecord.finding import Finding
from onrecord.model import Claim, Explainer, Project, Source
from onrecord.text import Location, Text

Name = tuple[str, str]
"""The ids of an explainer and of a claim of it."""


class Touched(Struct, frozen=True):
    """What a change touches of a project, by ids: claims, pages apart from their claims, and sources."""

    project: Project
    claims: frozenset[Name]
    pages: frozenset[str]
    sources: frozenset[str]


def touched(before: Project, after: Project) -> Touched:
    """What of ``after`` is new or other than in ``before``, and what depends on it.

    A claim is touched where it changed, where it rests on a source that did, where the default source, the
    language, the subject or the entities of its page did, and where it leans on another touched claim.
    """
    old = {explainer.id: explainer for explainer in before.explainers}
    sources = frozenset(_changed_sources(before, after))
    claims: set[Name] = set()
    pages = set()
    for explainer in after.explainers:
        former = old.get(explainer.id)
        claims.update((explainer.id, id) for id in _changed_claims(former, explainer, sources))
        if former is None or _content(replace(former, claims=())) != _content(replace(explainer, claims=())):
            pages.add(explainer.id)
    return Touched(after, frozenset(claims), frozenset(pages), sources)


def findings_touched(
    findings: Iterable[Finding], earlier: Iterable[Finding], change: Touched
) -> tuple[Finding, ...]:
    """Those of ``findings`` that are about what a change touches, name it, or are not among the ``earlier``.

    What is about a page that cannot be read is always there: nobody knows what changed in it.
    """
    counts = Counter(map(_identity, earlier))
    is_touched = _Places(change).are_touched
    kept = []
    for finding in findings:
        identity = _identity(finding)
        counts[identity] -= 1
        if counts[identity] < 0 or is_touched(finding):
            kept.append(finding)
    return tuple(kept)


def _identity(finding: Finding) -> tuple[str, ...]:
    """What makes a finding the same one in another revision, on whatever line it stands there."""
    return (finding.rule, finding.location.path, finding.explainer, finding.claim, finding.message)


class _Places:
    """Where the claims and the sources of a project stand."""

    def __init__(self, change: Touched) -> None:
        self.change = change
        self.explainers = {explainer.at.path: explainer for explainer in change.project.explainers}
        self.ids = {explainer.id for explainer in change.project.explainers}
        self.files = set(_files_of(change))

    def are_touched(self, finding: Finding) -> bool:
        """Whether a finding is about what the change touches, or names a place of it."""
        change, explainer = self.change, finding.explainer
        if explainer and (explainer not in self.ids or (explainer, finding.claim) in change.claims):
            return True
        if not finding.claim and (explainer in change.pages or finding.location.path in self.files):
            return True
        return any(self._claim_at(related.location) in change.claims for related in finding.related)

    def _claim_at(self, location: Location) -> Name | None:
        explainer = self.explainers.get(location.path)
        if explainer is None or location.span is None:
            return None
        starts = [claim.at.span.start if claim.at.span else 0 for claim in explainer.claims]
        above = bisect_right(starts, location.span.start)
        return (explainer.id, str(explainer.claims[above - 1].id)) if above else None


def _files_of(change: Touched) -> Iterator[str]:
    """The files of the sources that changed."""
    for id in change.sources:
        source = change.project.corpus.sources.get(id)
        if source is not None:
            yield source.at.path
            if source.text is not None:
                yield source.text.path


def _changed_claims(former: Explainer | None, explainer: Explainer, sources: frozenset[str]) -> set[str]:
    """The ids of the claims of ``explainer`` that are touched."""
    ids = {str(claim.id) for claim in explainer.claims}
    if former is None or _setting(former) != _setting(explainer):
        return ids
    known = {str(claim.id): _content(claim) for claim in former.claims}
    changed = {
        str(claim.id)
        for claim in explainer.claims
        if known.get(str(claim.id)) != _content(claim) or sources & _rests_on(claim, explainer)
    }
    return _with_leaning(changed | (known.keys() - ids), explainer) & ids


def _with_leaning(ids: set[str], explainer: Explainer) -> set[str]:
    """``ids`` and the claims of a page that lean on one of them, on what leans on it, and so on.

    Two claims of which one disputes or replaces the other lean on each other.
    """
    leaning: defaultdict[str, set[str]] = defaultdict(set)
    for claim in explainer.claims:
        for id in (*claim.depends_on, *(claim.derived.claims if claim.derived else ())):
            leaning[str(id)].add(str(claim.id))
        for id in (*claim.conflicts_with, *claim.supersedes):
            leaning[str(id)].add(str(claim.id))
            leaning[str(claim.id)].add(str(id))
    found, pending = set(ids), list(ids)
    while pending:
        more = leaning[pending.pop()] - found
        found |= more
        pending += more
    return found


def _changed_sources(before: Project, after: Project) -> set[str]:
    old, new = before.corpus.sources, after.corpus.sources
    return {id for id in old.keys() | new.keys() if _of(old, id) != _of(new, id)}


def _of(sources: Mapping[str, Source], id: str) -> object:
    return _content(sources[id]) if id in sources else None


def _setting(explainer: Explainer) -> object:
    """What of a page bears on how all its claims are checked."""
    return _content((explainer.source, explainer.language, explainer.subject, explainer.entities))


def _rests_on(claim: Claim, explainer: Explainer) -> set[str]:
    return {str(entry.source or explainer.source or "") for entry in claim.evidence}


def _content(value: object) -> object:
    """A value of the model without where it was written."""
    if isinstance(value, Location):
        return None
    if isinstance(value, Text):
        return value.content
    if isinstance(value, Struct):
        return tuple(map(_content, astuple(value)))
    if isinstance(value, tuple):
        return tuple(map(_content, value))
    return value
