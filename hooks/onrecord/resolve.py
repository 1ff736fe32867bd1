"""Quotation and corpus in, evidence or the reason why not out."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from onrecord.model import Absence, Claim, Corpus, Explainer, Project, Quotation, Source
from onrecord.text import Scalar, Span


class Reason(StrEnum):
    """Why a quotation is no evidence. Each but the last is the id of the rule that reports it."""

    NOT_FOUND = "quotation-not-found"
    ALTERED = "quotation-altered"
    AMBIGUOUS = "quotation-ambiguous"
    TOO_SHORT = "quotation-too-short"
    CUT_INSIDE_WORD = "quotation-cut-inside-word"
    ACROSS_PARAGRAPHS = "quotation-across-paragraphs"
    WRONG_NEIGHBOURS = "prefix-or-suffix-wrong"
    ELLIPSIS_OUT_OF_ORDER = "ellipsis-out-of-order"
    ELLIPSIS_HIDES_WORDS = "ellipsis-hides-words"
    BRACKET_CHANGES_SENSE = "bracket-changes-sense"
    UNKNOWN_SOURCE = "unknown-source"
    SOURCE_UNAVAILABLE = "source-unavailable"


class Outside(StrEnum):
    """What a quotation was cut off from in its own sentence; the id of the rule that reports it."""

    NEGATION = "cut-from-negation"
    CONDITION = "cut-from-condition"
    SPEAKER = "cut-from-speaker"
    CONTRAST = "cut-before-contrast"


class CutOff(Struct, frozen=True):
    """Words next to a quotation that govern it: ``words`` and ``sentence`` are spans of the source."""

    kind: Outside
    words: Span
    sentence: Span


class Closest(Struct, frozen=True):
    """The passage most like a quotation that was not found; ``score`` is 0 to 1, 1 the same."""

    source: Source
    span: Span
    score: float


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


class Resolution(Struct, frozen=True):
    """A project with every quotation resolved."""

    project: Project
    claims: tuple[ResolvedClaim, ...]

    def unresolved(self, reason: Reason) -> Iterator[tuple[ResolvedClaim, Unresolved]]:
        """Every quotation that failed for ``reason``, with its claim."""
        for resolved in self.claims:
            for outcome in resolved.evidence:
                if isinstance(outcome, Unresolved) and outcome.reason is reason:
                    yield resolved, outcome

    def found(self) -> Iterator[tuple[ResolvedClaim, Evidence]]:
        """Every quotation that was found, with its claim."""
        for resolved in self.claims:
            for outcome in resolved.evidence:
                if isinstance(outcome, Evidence):
                    yield resolved, outcome


def resolve(project: Project) -> Resolution:
    """Resolve every quotation and search for every word said to be absent."""
    claims = []
    for explainer in project.explainers:
        for claim in explainer.claims:
            outcomes = tuple(
                resolve_quotation(entry, entry.source or explainer.source, project.corpus)
                if isinstance(entry, Quotation)
                else _search_absence(entry, entry.source or explainer.source, project.corpus)
                for entry in claim.evidence
            )
            claims.append(ResolvedClaim(explainer, claim, outcomes))
    return Resolution(project, tuple(claims))


def resolve_quotation(
    quotation: Quotation, source_id: Scalar | None, corpus: Corpus
) -> Evidence | Unresolved:
    """Find a quotation in the source it names."""
    source = corpus.sources.get(source_id) if source_id else None
    if source is None:
        return Unresolved(quotation, Reason.UNKNOWN_SOURCE)
    if source.text is None:
        return Unresolved(quotation, Reason.SOURCE_UNAVAILABLE, source)
    start = source.text.content.find(quotation.exact)
    if start < 0 or not quotation.exact:
        return Unresolved(quotation, Reason.NOT_FOUND, source)
    return Evidence(quotation, source, (Span(start, start + len(quotation.exact)),))


def _search_absence(absence: Absence, source_id: Scalar | None, corpus: Corpus) -> AbsenceOutcome:
    source = corpus.sources.get(source_id) if source_id else None
    return AbsenceOutcome(absence, source)
