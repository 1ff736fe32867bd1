"""All that is published of a verified project, numbered and linked both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from onrecord.check import Verified
from onrecord.ground.repeating import Origins, origins
from onrecord.model import Explainer, Source
from onrecord.resolve import ResolvedClaim
from onrecord.text import Span
from onrecord.view.claims import PrintedClaim, printed_claim
from onrecord.view.links import topic_path
from onrecord.view.naming import Names, names
from onrecord.view.outline import Outline, outline
from onrecord.view.passages import Used
from onrecord.view.relations import relations
from onrecord.view.words import last_change


class PublishedExplainer(Struct, frozen=True):
    """An explainer with its claims by id: those on the page, and those withdrawn from it.

    ``title`` is what it is called in links, ``source_names`` what sources are called there, by id, and
    ``origins`` which sources they repeat.
    """

    explainer: Explainer
    title: str
    outline: Outline
    claims: dict[str, PrintedClaim]
    withdrawn: dict[str, PrintedClaim]
    sources: tuple[Source, ...]
    source_names: dict[str, str]
    updated: str
    origins: Origins = {}

    @property
    def path(self) -> str:
        """The path of the explainer's page."""
        return self.explainer.id

    @property
    def topics(self) -> list[tuple[str, str]]:
        """The topics, as the author spells them, each with the path of its page."""
        return [(str(topic), topic_path(topic)) for topic in self.explainer.topics]

    def in_order(self) -> list[PrintedClaim]:
        """The claims on the page, by their numbers."""
        return sorted(self.claims.values(), key=lambda claim: claim.number)

    def all_claims(self) -> Iterator[PrintedClaim]:
        """Every claim in the author's order, withdrawn ones included."""
        for claim in self.explainer.claims:
            yield self.claims.get(claim.id) or self.withdrawn[claim.id]

    def named(self, ids: Iterable[str]) -> tuple[PrintedClaim, ...]:
        """The claims with these ids that are on the page."""
        return tuple(self.claims[claim] for claim in ids if claim in self.claims)


class Resting(NamedTuple):
    """Claims of one explainer that rest on a source, by their numbers."""

    entry: PublishedExplainer
    claims: tuple[PrintedClaim, ...]


class UsedSource(Struct, frozen=True):
    """A source that published claims use: the claims, and the passages in the order of the text."""

    source: Source
    name: str
    resting: tuple[Resting, ...]
    passages: tuple[Used, ...]


class FormerSource(Struct, frozen=True):
    """A source that was taken down, or on which none but withdrawn claims rest; ``claims`` are these.

    Its page stays at its address and shows nothing of its text.
    """

    source: Source
    name: str
    claims: tuple[tuple[PublishedExplainer, PrintedClaim], ...]

    @property
    def updated(self) -> str:
        """The day on which it was taken down, or on which the last of its claims was withdrawn."""
        if self.source.taken_down is not None:
            return str(self.source.taken_down.date)
        return max(str(claim.claim.withdrawn.date) for _, claim in self.claims if claim.claim.withdrawn)


class Published(Struct, frozen=True):
    """Every explainer that is not a draft, newest first, and the sources they use, by id.

    ``source_names`` is what all sources are called, those without a page included; ``origins`` which sources
    they repeat. ``former_sources`` are those on which no claim rests any more, by id.
    """

    explainers: tuple[PublishedExplainer, ...]
    sources: dict[str, UsedSource]
    source_names: dict[str, str]
    origins: Origins = {}
    former_sources: dict[str, FormerSource] = {}


_latest: list[tuple[Verified, Published]] = []


def published(verified: Verified) -> Published:
    """What of ``verified`` readers get to see; worked out once for all kinds of pages."""
    if not _latest or _latest[0][0] is not verified:
        _latest[:] = [(verified, _published(verified))]
    return _latest[0][1]


def _published(verified: Verified) -> Published:
    resolved: dict[str, list[ResolvedClaim]] = {}
    for claim in verified.resolution.claims:
        resolved.setdefault(claim.explainer.id, []).append(claim)
    project = verified.resolution.project
    explainers = [e for e in project.explainers if not e.draft]
    called = names(explainers, project.corpus.sources.values())
    repeated = origins(project.corpus.sources)
    entries = [
        _explainer(explainer, resolved.get(explainer.id, []), called, repeated) for explainer in explainers
    ]
    entries.sort(key=lambda entry: entry.path)
    entries.sort(key=lambda entry: entry.explainer.published or "", reverse=True)
    used = _used_sources(entries, called)
    gone = [source for source in project.corpus.sources.values() if str(source.id) not in used]
    former = _former_sources(entries, gone, called)
    return Published(tuple(entries), used, called.sources, repeated, former)


def _explainer(
    explainer: Explainer, claims_of_it: Iterable[ResolvedClaim], called: Names, repeated: Origins
) -> PublishedExplainer:
    order = outline(explainer)
    related = relations(explainer.claims)
    claims: dict[str, PrintedClaim] = {}
    withdrawn: dict[str, PrintedClaim] = {}
    for resolved in claims_of_it:
        shelf = withdrawn if resolved.claim.withdrawn else claims
        number = order.numbers.get(resolved.claim.id, 0)
        shelf[str(resolved.claim.id)] = printed_claim(resolved, number, related, called.sources)
    used = {str(source.id): source for claim in claims.values() for source in sources_of(claim)}
    return PublishedExplainer(
        explainer=explainer,
        title=called.explainers[explainer.id],
        outline=order,
        claims=claims,
        withdrawn=withdrawn,
        sources=tuple(used.values()),
        source_names=called.sources,
        updated=last_change(explainer),
        origins=repeated,
    )


def sources_of(claim: PrintedClaim) -> Iterator[Source]:
    """The sources of a claim's quotations and searches."""
    for passage in claim.passages:
        yield passage.source
    for search in claim.searches:
        yield search.source


def _former_sources(
    entries: Iterable[PublishedExplainer], sources: Iterable[Source], called: Names
) -> dict[str, FormerSource]:
    claims: dict[str, list[tuple[PublishedExplainer, PrintedClaim]]] = {}
    for entry in entries:
        for claim in entry.withdrawn.values():
            rested = {str(source.id) for source in sources_of(claim)}
            if claim.claim.taken_down_source is not None:
                rested.add(str(claim.claim.taken_down_source))
            for name in sorted(rested):
                claims.setdefault(name, []).append((entry, claim))
    by_id = {str(source.id): source for source in sources}
    return {
        name: FormerSource(source, called.sources[name], tuple(claims.get(name, ())))
        for name, source in sorted(by_id.items())
        if source.taken_down is not None or name in claims
    }


def _used_sources(entries: Iterable[PublishedExplainer], called: Names) -> dict[str, UsedSource]:
    sources: dict[str, Source] = {}
    passages: dict[str, dict[Span, dict[str, PrintedClaim]]] = {}
    resting: dict[str, list[Resting]] = {}
    for entry in entries:
        claims: dict[str, dict[str, PrintedClaim]] = {}
        for claim in entry.in_order():
            for source in sources_of(claim):
                sources[str(source.id)] = source
                claims.setdefault(str(source.id), {})[claim.id] = claim
            for passage in claim.passages:
                marked = passages.setdefault(str(passage.source.id), {})
                for span in passage.spans:
                    marked.setdefault(span, {})[claim.path] = claim
        for name, those in claims.items():
            resting.setdefault(name, []).append(Resting(entry, tuple(those.values())))
    return {
        name: UsedSource(
            source=sources[name],
            name=called.sources[name],
            resting=tuple(resting[name]),
            passages=tuple(
                Used(span, tuple(those.values())) for span, those in sorted(passages.get(name, {}).items())
            ),
        )
        for name in sorted(sources)
    }
