"""A claim beside the passages that are to carry it, and what disagrees between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar, cast

from msgspec import Struct

from onrecord.ground.reading import Reading, read
from onrecord.language import Language
from onrecord.languages import language_of
from onrecord.model import Claim, Explainer, Quotation, Source
from onrecord.resolve import Evidence, Outside, Resolution, ResolvedClaim, Unresolved
from onrecord.sentences import sentence
from onrecord.text import Location, Scalar, Span, Text

_IN_ENGLISH_BY_DEFAULT = "en"
_Worked = TypeVar("_Worked")


class Passage(Struct, frozen=True, dict=True, eq=False):
    """Words that a claim rests on: one stretch of a source, or a text of another claim it is worked out from.

    ``origin`` is where ``reading`` begins: a span of ``text``, or an author's string.
    """

    reading: Reading
    origin: Location | Scalar
    source: Source | None = None
    quotation: Quotation | None = None

    def at(self, span: Span | None = None) -> Location:
        """The place of a span of the passage's words (all of them by default), for a finding."""
        if isinstance(self.origin, Scalar):
            return self.origin.at(span)
        text, whole = self.origin
        assert whole is not None
        if span is None:
            return self.origin
        return Location(text, Span(whole.start + span.start, whole.start + span.end))

    @cached_property
    def surroundings(self) -> Reading:
        """The whole sentences of the source that the passage reaches into (itself, if it is no source's)."""
        if isinstance(self.origin, Scalar) or self.origin.span is None:
            return self.reading
        content = self.origin.text.content
        whole = sentence(content, self.origin.span, self.reading.language)
        return read(content[whole.start : whole.end], self.reading.language)


class Comparison(Struct, frozen=True, dict=True, eq=False):
    """A claim and the passages that are to carry it together, in one language.

    ``derived`` says that the passages are those of other claims, from which this one is worked out.
    """

    explainer: Explainer
    claim: Claim
    passages: tuple[Passage, ...]
    language: Language
    derived: bool = False

    @cached_property
    def reading(self) -> Reading:
        """The claim's own text."""
        return Reading(str(self.claim.text), self.language)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations behind the passages, each once."""
        found: list[Quotation] = []
        for passage in self.passages:
            if passage.quotation is not None and passage.quotation not in found:
                found.append(passage.quotation)
        return tuple(found)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words of the passages."""
        return frozenset().union(*(passage.reading.stems for passage in self.passages))

    def once(self, work: Callable[[Comparison], _Worked]) -> _Worked:
        """What ``work`` makes of this comparison; it is done once and kept."""
        kept = self.__dict__.get("kept")  # a cached property would take a lock for each text
        if kept is None:
            kept = self.__dict__["kept"] = {}
        elif work in kept:
            return cast(_Worked, kept[work])
        made = kept[work] = work(self)
        return made


class Disagreement(Struct, frozen=True):
    """Where a claim says something else than its passages: the words in the claim, and those against them.

    ``words`` is a span of the claim's text, or of another ``value`` of the claim (its date, its speaker).
    ``instead`` is what to write there, where the passages leave no choice (nothing, where it is empty).
    ``places`` are spans of ``passage``; with no passage the finding points at every passage whole. ``told``
    says what stands there.
    """

    message: str
    words: Span
    help: str
    passage: Passage | None = None
    places: tuple[Span, ...] = ()
    told: str = "the quotation says"
    value: Scalar | None = None
    instead: str | None = None


def comparisons(resolution: Resolution) -> tuple[Comparison, ...]:
    """A comparison for each claim that can be compared: found quotations, in a language there are words for.

    Claims with another fault are left out (their quotations failed, or their text has odd characters: that
    is a finding already), so are withdrawn claims and those that rest on nothing but words that do not occur.
    """
    return tuple(_comparisons(resolution))


def _comparisons(resolution: Resolution) -> Iterator[Comparison]:
    by_id = {(resolved.explainer.id, str(resolved.claim.id)): resolved for resolved in resolution.claims}
    for resolved in resolution.claims:
        claim = resolved.claim
        if claim.withdrawn is not None or _has_other_faults(resolved) or resolution.is_odd(claim.text):
            continue
        if _is_verbatim(resolved) or _is_partly_in_another_language(resolved):
            continue
        passages = tuple(_passages(resolved))
        derived = not passages and claim.derived is not None
        if derived:
            passages = tuple(_derived_passages(resolved, by_id))
        if not passages:
            continue
        yield Comparison(resolved.explainer, claim, passages, passages[0].reading.language, derived)


def _has_other_faults(resolved: ResolvedClaim) -> bool:
    """Whether a quotation was not found, or is torn from what governs it: that is told, and comes first."""
    return any(
        isinstance(found, Unresolved)
        or (isinstance(found, Evidence) and any(cut.kind is not Outside.CONTRAST for cut in found.cut_off))
        for found in resolved.evidence
    )


def _supporting(resolved: ResolvedClaim) -> Iterator[Evidence]:
    for found in resolved.evidence:
        if isinstance(found, Evidence) and found.quotation.supports:
            yield found


def _is_partly_in_another_language(resolved: ResolvedClaim) -> bool:
    """Whether a quotation cannot be read beside the claim: what it says would seem to be missing."""
    language = language_of(resolved.explainer.language)
    return any(language_of(found.source.language) is not language for found in _supporting(resolved))


def _passages(resolved: ResolvedClaim) -> Iterator[Passage]:
    language = language_of(resolved.explainer.language)
    if language is None:
        return
    for found in _supporting(resolved):
        text = found.source.text
        assert text is not None
        for span in found.spans:
            reading = read(text.content[span.start : span.end], language)
            yield Passage(reading, Location(text, span), found.source, found.quotation)


def _derived_passages(
    resolved: ResolvedClaim, by_id: dict[tuple[str, str], ResolvedClaim]
) -> Iterator[Passage]:
    derivation = resolved.claim.derived
    language = language_of(resolved.explainer.language)
    assert derivation is not None
    if language is None:
        return
    yield Passage(Reading(str(derivation.how), language), derivation.how)
    for id in derivation.claims:
        other = by_id.get((resolved.explainer.id, str(id)))
        if other is not None and not _is_partly_in_another_language(other):
            yield Passage(read(str(other.claim.text), language), other.claim.text)
            yield from _passages(other)


def _is_verbatim(resolved: ResolvedClaim) -> bool:
    """Whether a claim is one of its quotations, word for word, and declares nothing about it."""
    claim = resolved.claim
    if claim.date is not None or claim.attributed_to is not None or claim.mode:
        return False
    return any(
        isinstance(found, Evidence)
        and found.quotation.supports
        and len(found.spans) == 1
        and found.quotation.exact == claim.text
        for found in resolved.evidence
    )


def compared(
    claim: str, passages: tuple[str, ...], subject: tuple[str, ...] = (), tag: str = _IN_ENGLISH_BY_DEFAULT
) -> Comparison:
    """A comparison of plain texts: for measurements and tests, without a project around them.

    Raises ValueError where there are no rules for the language of ``tag`` (BCP 47).
    """
    language = language_of(tag)
    if language is None:
        raise ValueError(f"there are no words for the language {tag!r}")
    written = Text("facts/claim.yml", "\n".join((claim, *subject)))
    offsets = [0]
    for part in (claim, *subject):
        offsets.append(offsets[-1] + len(part) + 1)
    scalars = [
        Scalar(part, written, start, start + len(part))
        for part, start in zip((claim, *subject), offsets, strict=False)
    ]
    at = Location(written, Span(0, len(claim)))
    model = Claim(id=Scalar("claim", written, 0, 0), text=scalars[0], evidence=(), at=at)
    page = Explainer(
        id="claim", title=scalars[0], claims=(model,), at=at, subject=tuple(scalars[1:]), language=tag
    )
    found = []
    for number, passage in enumerate(passages):
        source = Text(f"seeds/{number + 1}.txt", passage)
        found.append(Passage(Reading(passage, language), Location(source, Span(0, len(passage)))))
    return Comparison(page, model, tuple(found), language)
