"""Quotation and corpus in, evidence or the reason why not out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from onrecord.absence import AbsenceSearch
from onrecord.authored import Authored, OddText, odd_texts
from onrecord.characters import is_plain, unseen
from onrecord.closest import Closest, closest
from onrecord.languages import language_of
from onrecord.lookup import Lookup, Words
from onrecord.match import match
from onrecord.model import Absence, Claim, Explainer, Project, Quotation, Source
from onrecord.outcome import Match, Reason
from onrecord.outside import CutOff, Outside, cut_off
from onrecord.text import Scalar, Span, Text

__all__ = [
    "AbsenceOutcome",
    "Closest",
    "CutOff",
    "Evidence",
    "Outside",
    "Reason",
    "Resolution",
    "ResolvedClaim",
    "Unresolved",
    "resolve",
]

_MOST_CHARACTERS_FOR_HINTS = 400_000_000
_Worked = TypeVar("_Worked")


class Evidence(Struct, frozen=True):
    """A quotation that has been found.

    ``spans`` are the places of its pieces in ``source.text``, in order; ``foldings`` the names of the
    foldings they needed, sorted; ``omitted`` the spans an ellipsis leaves out; ``cut_off`` what lies
    outside and governs the words.
    """

    quotation: Quotation
    source: Source
    spans: tuple[Span, ...]
    foldings: tuple[str, ...] = ()
    omitted: tuple[Span, ...] = ()
    cut_off: tuple[CutOff, ...] = ()


class Unresolved(Struct, frozen=True):
    """A quotation that is no evidence, why, and what would help.

    ``part`` is the span of the quotation's own value that is at fault, ``places`` spans of the source
    that the finding shows (every place of an ambiguous quotation, the paragraph break that is crossed).
    ``detail`` says more in plain words.
    """

    quotation: Quotation
    reason: Reason
    source: Source | None = None
    part: Span | None = None
    places: tuple[Span, ...] = ()
    detail: str = ""
    closest: Closest | None = None
    elsewhere: tuple[tuple[Source, Span], ...] = ()


class AbsenceOutcome(Struct, frozen=True):
    """The search for words said to be absent: ``present`` holds each term that does occur, and where."""

    absence: Absence
    source: Source | None
    present: tuple[tuple[Scalar, Span], ...] = ()


class ResolvedClaim(Struct, frozen=True):
    """A claim with the outcome of each of its evidence entries, in the author's order."""

    explainer: Explainer
    claim: Claim
    evidence: tuple[Evidence | Unresolved | AbsenceOutcome, ...]


class Resolution(Struct, frozen=True, dict=True):
    """A project with every quotation resolved."""

    project: Project
    claims: tuple[ResolvedClaim, ...]

    @cached_property
    def _failed(self) -> dict[Reason, list[tuple[ResolvedClaim, Unresolved]]]:
        failed: dict[Reason, list[tuple[ResolvedClaim, Unresolved]]] = {}
        for resolved in self.claims:
            for outcome in resolved.evidence:
                if type(outcome) is Unresolved:
                    failed.setdefault(outcome.reason, []).append((resolved, outcome))
        return failed

    @cached_property
    def odd_texts(self) -> tuple[OddText, ...]:
        """Every author's string that holds odd characters which its sources do not hold themselves."""
        return tuple(odd_texts(self.project, self._known))

    def once(self, work: Callable[[Resolution], _Worked]) -> _Worked:
        """What ``work`` makes of this resolution; it is done once and kept."""
        kept = self._kept
        if work not in kept:
            kept[work] = work(self)
        return cast(_Worked, kept[work])

    @cached_property
    def _kept(self) -> dict[Callable[..., object], object]:
        return {}

    def is_odd(self, text: Scalar) -> bool:
        """Whether an author's string holds odd characters, so that its own fault is already told."""
        return any(odd.authored.text is text for odd in self.odd_texts)

    def unresolved(self, reason: Reason) -> Iterator[tuple[ResolvedClaim, Unresolved]]:
        """Every quotation that failed for ``reason``, with its claim."""
        yield from self._failed.get(reason, ())

    def passages(self, resolved: ResolvedClaim) -> str:
        """The words of the sources that a claim rests on, one passage a line."""
        return "\n".join(
            outcome.source.text.content[span.start : span.end]
            for outcome in resolved.evidence
            if isinstance(outcome, Evidence) and outcome.source.text is not None
            for span in outcome.spans
        )

    @cached_property
    def _by_claim(self) -> dict[tuple[str, str], list[ResolvedClaim]]:
        claims: dict[tuple[str, str], list[ResolvedClaim]] = {}
        for resolved in self.claims:
            claims.setdefault((resolved.explainer.id, str(resolved.claim.id)), []).append(resolved)
        return claims

    def _known(self, authored: Authored) -> str:
        """What a string rests on: the passages of its claim (all of a source where it failed in it)."""
        if authored.source:
            source = self.project.corpus.sources[authored.source]
            return source.text.content if source.text else ""
        known = []
        for resolved in self._by_claim.get((authored.explainer, authored.claim), ()):
            known.append(self.passages(resolved))
            known.extend(
                outcome.source.text.content
                for outcome in resolved.evidence
                if isinstance(outcome, Unresolved)
                and outcome.quotation.exact is authored.text
                and outcome.source
                and outcome.source.text
            )
        return "\n".join(known)

    @cached_property
    def _found(self) -> tuple[tuple[ResolvedClaim, Evidence], ...]:
        return tuple(
            (resolved, outcome)
            for resolved in self.claims
            for outcome in resolved.evidence
            if type(outcome) is Evidence
        )

    def found(self) -> Iterator[tuple[ResolvedClaim, Evidence]]:
        """Every quotation that was found, with its claim."""
        return iter(self._found)


def resolve(project: Project) -> Resolution:
    """Resolve every quotation and search for every word said to be absent."""
    return _Resolver(project).resolve()


class _Resolver:
    """What is kept for one run: the sources prepared for look-ups, and the budget for hints."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.sources = project.corpus.sources
        self.lookups: dict[str, Lookup] = {}
        self.searches: dict[str, AbsenceSearch] = {}
        self.budget = _MOST_CHARACTERS_FOR_HINTS

    def resolve(self) -> Resolution:
        claims = []
        for explainer in self.project.explainers:
            for claim in explainer.claims:
                outcomes = tuple([self._outcome(entry, explainer) for entry in claim.evidence])
                claims.append(ResolvedClaim(explainer, claim, _with_outside(claim, outcomes)))
        return Resolution(self.project, tuple(claims))

    def _outcome(
        self, entry: Quotation | Absence, explainer: Explainer
    ) -> Evidence | Unresolved | AbsenceOutcome:
        named = entry.source or explainer.source
        source = self.sources.get(named) if named else None
        if isinstance(entry, Absence):
            return self._absence(entry, source)
        if source is None:
            return Unresolved(entry, Reason.UNKNOWN_SOURCE)
        if source.text is None:
            return Unresolved(entry, Reason.SOURCE_UNAVAILABLE, source)
        return self._quotation(entry, source, source.text)

    def _quotation(self, quotation: Quotation, source: Source, text: Text) -> Evidence | Unresolved:
        if not is_plain(quotation.exact) and (odd := next(unseen(quotation.exact), None)):
            return Unresolved(quotation, Reason.NOT_FOUND, source, odd.span)
        outcome = match(quotation, text, self._lookup(source, text), language_of(source.language))
        if isinstance(outcome, Match):
            return Evidence(quotation, source, outcome.spans, outcome.foldings, outcome.omitted)
        missed = Unresolved(quotation, outcome.reason, source, outcome.part, outcome.places, outcome.detail)
        return self._with_hints(missed, source) if outcome.reason is Reason.NOT_FOUND else missed

    def _with_hints(self, missed: Unresolved, source: Source) -> Unresolved:
        """A miss with the closest passage, and with the other sources that do hold the words."""
        quotation = missed.quotation
        words = str(quotation.exact)
        if missed.part is not None:
            words = words[missed.part.start : missed.part.end]
        near = closest(words, source)
        altered = near is not None and near.is_near
        return replace(
            missed,
            reason=Reason.ALTERED if altered else Reason.NOT_FOUND,
            closest=near,
            elsewhere=tuple(self._elsewhere(quotation, source)),
        )

    def _elsewhere(self, quotation: Quotation, missing: Source) -> Iterator[tuple[Source, Span]]:
        words = Words(quotation.exact)
        for source in self.sources.values():
            if source.text is None or source is missing:
                continue
            self.budget -= len(source.text.content)
            if self.budget < 0:
                return
            places = self._lookup(source, source.text).places(words)
            whole = [place for place in places if not place.is_cut()]
            if whole:
                yield source, whole[0].span

    def _absence(self, absence: Absence, source: Source | None) -> AbsenceOutcome:
        if source is None or source.text is None:
            return AbsenceOutcome(absence, source)
        search = self.searches.get(source.id)
        if search is None:
            search = self.searches[source.id] = AbsenceSearch(self._lookup(source, source.text))
        found = [(term, search.find(term)) for term in absence.terms]
        return AbsenceOutcome(
            absence, source, tuple((term, span) for term, span in found if span is not None)
        )

    def _lookup(self, source: Source, text: Text) -> Lookup:
        lookup = self.lookups.get(source.id)
        if lookup is None:
            lookup = self.lookups[source.id] = Lookup(text)
        return lookup


Outcome = Evidence | Unresolved | AbsenceOutcome


def _with_outside(claim: Claim, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """The evidence of a claim with what lies outside each quotation and in none of the others."""
    told = list(outcomes)
    for number, outcome in enumerate(outcomes):
        if type(outcome) is Evidence and outcome.source.text is not None:
            covered = _places_of_others(outcome, outcomes) if len(outcomes) > 1 else ()
            language = language_of(outcome.source.language)
            text, spans = outcome.source.text, outcome.spans
            outside = cut_off(text, spans, outcome.quotation, claim, language, covered)
            if outside:
                told[number] = replace(outcome, cut_off=outside)
    return tuple(told)


def _places_of_others(outcome: Evidence, outcomes: tuple[Outcome, ...]) -> tuple[Span, ...]:
    """Where the other quotations of a claim stand in the same source."""
    return tuple(
        span
        for other in outcomes
        if isinstance(other, Evidence) and other is not outcome and other.source is outcome.source
        for span in other.spans
    )
