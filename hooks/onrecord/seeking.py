"""Where words stand in any of the sources: every exact place, or else the passages most like them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from onrecord.closest import caseless, closest
from onrecord.excerpts import trimmed
from onrecord.languages import language_of
from onrecord.lookup import Lookup, Words
from onrecord.match import match
from onrecord.model import Quotation, Source
from onrecord.outcome import Match, Reason
from onrecord.quotable import clean
from onrecord.quoted import has_joints
from onrecord.text import Location, Scalar, Span, Text

MOST_CLOSEST = 5
_MOST_COMPARED = 50
_PIECE = 5


class Hit(Struct, frozen=True):
    """A place of the words: the ``number``-th of ``places`` in its source.

    ``score`` is 1 where the words stand there, and less where they only are like them.
    """

    source: Source
    span: Span
    score: float = 1.0
    number: int = 1
    places: int = 1

    @property
    def is_exact(self) -> bool:
        """Whether the words themselves stand there, but for differences in type that do not count."""
        return self.score == 1

    @property
    def line(self) -> int:
        """The line of the source that the words begin on."""
        assert self.source.text is not None
        return self.source.text.position(self.span.start).line


def seek(words: str, sources: Iterable[Source]) -> list[Hit]:
    """Every place of ``words`` in the sources, by their ids; where there is none, the closest passages."""
    wanted = clean(words)
    searched = sorted(
        (source for source in sources if source.text is not None), key=lambda source: str(source.id)
    )
    found = [hit for source in searched for hit in _exact(wanted, source)]
    return found or _closest(wanted, searched)


def _exact(wanted: str, source: Source) -> Iterator[Hit]:
    spans = [trimmed(source, span) for span in _spans(wanted, source)]
    for number, span in enumerate(spans, 1):
        yield Hit(source, span, number=number, places=len(spans))


def _spans(wanted: str, source: Source) -> list[Span]:
    """The places of whole words, or else those inside longer ones; with ellipses, from end to end."""
    assert source.text is not None
    words, lookup, language = Words(wanted), Lookup(source.text), language_of(source.language)
    places = lookup.places(words)
    magnitudes = language.magnitudes if language else frozenset[str]()
    whole = [place for place in places if not place.is_cut(magnitudes)]
    if places or not has_joints(words):
        return [place.span for place in whole or places]
    text = Text("", wanted)
    quotation = Quotation(Scalar(wanted, text, 0, len(wanted)), None, Location(text))
    outcome = match(quotation, source.text, lookup, language)
    if isinstance(outcome, Match):
        return [Span(outcome.spans[0].start, outcome.spans[-1].end)]
    return list(outcome.places) if outcome.reason is Reason.AMBIGUOUS else []


def _closest(wanted: str, sources: list[Source]) -> list[Hit]:
    near = [place for source in _likely(wanted, sources) if (place := closest(wanted, source))]
    # A passage that differs in nothing but capital letters has the score 1, and is not exact all the same.
    found = [Hit(place.source, place.span, min(place.score, 0.99)) for place in near if place.is_near]
    return sorted(found, key=lambda hit: (-hit.score, str(hit.source.id), hit.span))[:MOST_CLOSEST]


def _likely(wanted: str, sources: list[Source]) -> list[Source]:
    """The sources that have most pieces of the words: to compare letter by letter takes long."""
    if len(sources) <= _MOST_COMPARED:
        return sources
    plain = caseless(wanted)
    pieces = {plain[at : at + _PIECE] for at in range(0, max(1, len(plain) - _PIECE + 1), _PIECE)}
    contents = {str(source.id): caseless(source.text.content) for source in sources if source.text}
    shared = {id: sum(piece in content for piece in pieces) for id, content in contents.items()}
    ranked = sorted(sources, key=lambda source: (-shared[str(source.id)], str(source.id)))
    return [source for source in ranked[:_MOST_COMPARED] if shared[str(source.id)]]
