"""Odd characters in what authors wrote, one finding for all of a kind in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.authored import OddText
from onrecord.characters import Kind, Oddity, is_plain, turned
from onrecord.finding import Fix, Related
from onrecord.mending import rewording
from onrecord.resolve import Resolution
from onrecord.text import Location, Scalar, Span

_MOST_SHOWN = 8
_SAID = {
    Kind.INVISIBLE: ("a character that nobody sees", "take it out"),
    Kind.BIDIRECTIONAL: ("a character that turns the direction of writing", "take it out"),
    Kind.CONTROL: ("a character that is no text", "take it out"),
    Kind.LOOKALIKE: ("a character that poses as another", "type the ordinary character"),
}
_FIXES = {
    Kind.INVISIBLE: "take out what nobody sees",
    Kind.BIDIRECTIONAL: "take out what turns the direction of writing",
    Kind.CONTROL: "take out what is no text",
    Kind.LOOKALIKE: "type the ordinary characters",
}


class Odd(NamedTuple):
    """What to say of the odd characters of one kind in one text: the fields of a `Finding`."""

    message: str
    location: Location
    help: str
    related: tuple[Related, ...]
    fix: Fix | None
    explainer: str
    claim: str


def found(resolution: Resolution, kind: Kind) -> Iterator[Odd]:
    """The texts with odd characters of ``kind``, each with the places of all of them."""
    for text in resolution.odd_texts:
        own = [oddity for oddity in text.oddities if oddity.kind is kind]
        if own:
            yield _odd(text, own, kind)


def turned_passages(resolution: Resolution) -> Iterator[Odd]:
    """The quotations of passages that readers of the source see in another order than they are stored."""
    for resolved, evidence in resolution.found():
        assert evidence.source.text is not None
        content = evidence.source.text.content
        for span in evidence.spans:
            passage = content[span.start : span.end]
            oddity = None if is_plain(passage) else turned(passage)
            if oddity is not None:
                at = Span(span.start + oddity.span.start, span.start + oddity.span.end)
                yield Odd(
                    message=f"the source turns the direction of these words: {oddity.message}",
                    location=evidence.quotation.exact.at(),
                    help="quote words that readers see in the order in which they are stored",
                    related=(Related(oddity.message, Location(evidence.source.text, at)),),
                    fix=None,
                    explainer=resolved.explainer.id,
                    claim=resolved.claim.id,
                )
                break


def _odd(text: OddText, own: list[Oddity], kind: Kind) -> Odd:
    authored = text.authored
    places = [authored.text.at(oddity.span) for oddity in own]
    what, help_ = _SAID[kind]
    more = f" (and in {len(own) - 1} more places)" if len(own) > 1 else ""
    return Odd(
        message=f"{what}: {own[0].message}{more}",
        location=places[0],
        help=f"{help_}, in all {len(own)} places" if more else help_,
        related=tuple(
            Related(oddity.message, at)
            for oddity, at in zip(own[1 : _MOST_SHOWN + 1], places[1:], strict=False)
        ),
        fix=_fix(authored.text, own, kind),
        explainer=authored.explainer,
        claim=authored.claim,
    )


def _fix(text: Scalar, own: list[Oddity], kind: Kind) -> Fix | None:
    """Take the characters out, or type what they pose as; None where that, or a place, is not known.

    It is safe where nobody can have seen a difference: what turns the direction was seen, and a control
    character may stand where a letter was lost.
    """
    if kind is Kind.LOOKALIKE and not all(oddity.instead for oddity in own):
        return None
    fix = rewording(_FIXES[kind], text, tuple((oddity.span, oddity.instead) for oddity in own))
    return None if fix is None else replace(fix, safe=kind is Kind.INVISIBLE)
