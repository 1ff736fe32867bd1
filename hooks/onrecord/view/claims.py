"""A claim as pages print it: number, tags, passages with their glosses, searches and remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from onrecord.check import all_rules
from onrecord.ground.placing import speaker
from onrecord.model import Claim, Explainer, Reference, Source, Waiver
from onrecord.resolve import AbsenceOutcome, Evidence, ResolvedClaim
from onrecord.text import Span
from onrecord.view.dates import When, when
from onrecord.view.explanation import runs, title
from onrecord.view.links import claim_path, mark_id, source_path
from onrecord.view.relations import Relations
from onrecord.view.tags import Tag, as_of_what, how_dated, tags_of
from onrecord.view.words import CARRYING, STANCES, STATUS_SENTENCES, capitalised, direction, opening, voice


class Piece(NamedTuple):
    """A stretch of a printed quotation: ``words`` of the source, a ``gloss`` of ours, or a ``gap``."""

    kind: str
    text: str


class Passage(Struct, frozen=True):
    """A quotation as it stands in its source, ready to be printed.

    ``number`` counts the claim's quotations from 1. ``title`` is what the source is called, ``mark`` the id
    of the first piece on the source's page, ``line`` that piece's 1-based line. ``carries`` tells whether it
    supports the claim, at least in part. ``foldings`` are names; ``omitted`` the words left out.
    """

    number: int
    source: Source
    title: str
    pieces: tuple[Piece, ...]
    spans: tuple[Span, ...]
    page: str
    mark: str
    line: int
    language: str
    direction: str
    voice: str
    stance: str
    carries: bool = True
    not_covered: str = ""
    translation: str = ""
    translated_by: str = ""
    foldings: tuple[str, ...] = ()
    omitted: tuple[str, ...] = ()
    refers: tuple[Reference, ...] = ()

    @property
    def words(self) -> str:
        """The source's own words, with a gap where some are left out and without our glosses."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "gloss")


class Search(Struct, frozen=True):
    """A search for absent words: what was looked for, and where."""

    terms: tuple[str, ...]
    source: Source
    title: str
    page: str

    @property
    def has_endings(self) -> bool:
        """Whether a term stands for several words."""
        return any(term.endswith("*") for term in self.terms)


class GrantedException(NamedTuple):
    """A reviewed exception: what the rule has against the claim, why that stands, and the rule's id."""

    objection: str
    reason: str
    rule: str


class PrintedClaim(Struct, frozen=True):
    """A claim as pages print it. ``number`` is its number on its explainer, 0 for a withdrawn one.

    ``leaning``, ``disagreeing`` and ``superseding`` are ids of other claims, as in `Relations`.
    """

    number: int
    claim: Claim
    explainer: Explainer
    passages: tuple[Passage, ...]
    searches: tuple[Search, ...]
    tags: tuple[Tag, ...]
    opening: str
    path: str
    when: When | None
    how_dated: str
    speaker: str
    status: str
    as_of: str
    leaning: tuple[str, ...] = ()
    disagreeing: tuple[str, ...] = ()
    superseding: tuple[str, ...] = ()
    exceptions: tuple[GrantedException, ...] = ()

    @property
    def id(self) -> str:
        """The claim's id."""
        return str(self.claim.id)

    @property
    def how_carried(self) -> str:
        """Whether several passages carry the claim together or each alone; empty where only one does."""
        carrying = [passage for passage in self.passages if passage.carries]
        if len(carrying) < 2:
            return ""
        which = "these" if len(carrying) == len(self.passages) else "the supporting"
        if self.claim.support == "each":
            return f"Each of {which} passages carries the claim by itself."
        return f"{capitalised(which)} passages carry the claim together."


def printed_claim(
    resolved: ResolvedClaim, number: int, related: Relations, names: Mapping[str, str]
) -> PrintedClaim:
    """``resolved`` as pages print it; ``names`` is what sources are called, by id."""
    claim = resolved.claim
    superseding = related.superseding.get(claim.id, ())
    date = when(claim.date) if claim.date else None
    as_of = as_of_what(claim)
    return PrintedClaim(
        number=number,
        claim=claim,
        explainer=resolved.explainer,
        passages=tuple(_passages(resolved, names)),
        searches=tuple(_searches(resolved, names)),
        tags=tuple(tags_of(claim, date, as_of, superseded=bool(superseding))),
        opening=opening(claim.text),
        path=claim_path(resolved.explainer.id, claim.id),
        when=date,
        how_dated=how_dated(claim, date),
        speaker=speaker(claim),
        status=STATUS_SENTENCES.get(claim.status, ""),
        as_of=as_of,
        leaning=related.leaning.get(claim.id, ()),
        disagreeing=related.disagreeing.get(claim.id, ()),
        superseding=superseding,
        exceptions=tuple(map(_exception, claim.waivers)),
    )


def _exception(waiver: Waiver) -> GrantedException:
    rule = all_rules().get(waiver.rule)
    objection = "".join(run.text for run in runs(title(rule.explanation))) if rule else ""
    return GrantedException(objection, str(waiver.reason), str(waiver.rule))


def _passages(resolved: ResolvedClaim, names: Mapping[str, str]) -> Iterator[Passage]:
    number = 0
    for outcome in resolved.evidence:
        if not isinstance(outcome, Evidence) or outcome.source.text is None:
            continue
        number += 1
        quotation, source, text = outcome.quotation, outcome.source, outcome.source.text
        yield Passage(
            number=number,
            source=source,
            title=names[source.id],
            pieces=tuple(_pieces(outcome, text.content)),
            spans=outcome.spans,
            page=source_path(source.id),
            mark=mark_id(outcome.spans[0]),
            line=text.position(outcome.spans[0].start).line,
            language=source.language,
            direction=direction(source.language),
            voice=voice(resolved.claim, quotation),
            stance=STANCES.get(quotation.stance, quotation.stance),
            carries=quotation.stance in CARRYING,
            not_covered=quotation.not_covered or "",
            translation=quotation.translation or "",
            translated_by=quotation.translated_by or "",
            foldings=outcome.foldings,
            omitted=tuple(text.content[span.start : span.end] for span in outcome.omitted),
            refers=quotation.refers,
        )


def _pieces(evidence: Evidence, content: str) -> Iterator[Piece]:
    waiting = list(evidence.quotation.refers)
    for index, span in enumerate(evidence.spans):
        if index:
            yield Piece("gap", " […] ")
        words, position = content[span.start : span.end], 0
        for end, reference in sorted(_glosses(words, waiting), key=lambda found: found[0]):
            yield Piece("words", words[position:end])
            yield Piece("gloss", f"[{reference.means}]")
            waiting.remove(reference)
            position = end
        if position < len(words):
            yield Piece("words", words[position:])


def _glosses(words: str, references: list[Reference]) -> Iterator[tuple[int, Reference]]:
    """Where in ``words`` each reference's own words end, the first time they stand there as words."""
    for reference in references:
        start = words.find(reference.words)
        while start >= 0 and reference.words:
            end = start + len(reference.words)
            if not (words[start - 1 : start].isalnum() or words[end : end + 1].isalnum()):
                yield end, reference
                break
            start = words.find(reference.words, start + 1)


def _searches(resolved: ResolvedClaim, names: Mapping[str, str]) -> Iterator[Search]:
    for outcome in resolved.evidence:
        if isinstance(outcome, AbsenceOutcome) and outcome.source is not None:
            terms = tuple(str(term) for term in outcome.absence.terms)
            source = outcome.source
            yield Search(terms, source, names[source.id], source_path(source.id))
