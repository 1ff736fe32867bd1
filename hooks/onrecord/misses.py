"""What to say of a quotation whose words are not in its source: the closest passage, and what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.characters import clean
from onrecord.closest import Closest
from onrecord.differences import Difference, Kind, differences, fault, kind_of_difference
from onrecord.excerpts import MOST_SHOWN, as_yaml, excerpt, place, pointed, related, whole_sentence
from onrecord.finding import Fix, Note, Related
from onrecord.fold import fold
from onrecord.mending import instead, replacing, rewording, shown, with_key
from onrecord.model import Quotation, Source
from onrecord.requoting import in_sources_words
from onrecord.resolve import Unresolved
from onrecord.text import Span, changed

_BROKEN_WORD = re.compile("[-\u2010]\\s*\n\\s*")


class Hint(NamedTuple):
    """What to say of a miss: the headline, the span of the quotation that is at fault, and the rest."""

    message: str
    part: Span | None
    help: str
    notes: tuple[Note, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


def of_miss(outcome: Unresolved) -> Hint:
    """What to say of words that are not in their source."""
    elsewhere = _elsewhere(outcome)
    if elsewhere is not None:
        return elsewhere
    near = outcome.closest
    if near is None or not near.is_near:
        return _nothing_near(outcome)
    exact = str(outcome.quotation.exact)
    part = outcome.part or Span(0, len(exact))
    typed = exact[part.start : part.end]
    assert near.source.text is not None
    printed = near.source.text.content[near.span.start : near.span.end]
    found = _of_words(differences(typed, printed), typed, printed)
    message, help_ = _told(found, typed, printed)
    at = fault(found, typed)
    notes = [
        Note("closest", f"{pointed(near.source, near.span)} ({min(near.score, 0.99):.2f})"),
        Note("source", excerpt(near.source, near.span)),
    ]
    if changes := list(_changes(found, typed, printed)):
        more = f"; and {len(changes) - MOST_SHOWN} more" if len(changes) > MOST_SHOWN else ""
        notes.append(Note("change", "; ".join(changes[:MOST_SHOWN]) + more))
    return Hint(
        message,
        Span(part.start + at.start, part.start + at.end) if at else outcome.part,
        help_,
        tuple(notes),
        related(near.source, [near.span], "the closest passage"),
        _mended(outcome.quotation, part, found, near),
    )


def _of_words(found: tuple[Difference, ...], typed: str, printed: str) -> tuple[Difference, ...]:
    """The differences without those of type alone, such as a word that the source breaks over two lines."""
    kept = [one for one in found if not _is_same(typed[slice(*one.typed)], printed[slice(*one.printed)])]
    return tuple(kept) or found


def _is_same(typed: str, printed: str) -> bool:
    """Whether two texts have the same words, also where the second breaks one over two lines."""
    own = fold(typed, authored=True).text.split()
    return any(own == fold(one).text.split() for one in (printed, _BROKEN_WORD.sub("", printed)))


def _mended(quotation: Quotation, part: Span, found: tuple[Difference, ...], near: Closest) -> Fix | None:
    """The closest passage in place of a part of a quotation: what differs alone, where that is enough."""
    assert near.source.text is not None
    exact, printed = str(quotation.exact), near.source.text.content[near.span.start : near.span.end]
    typed = exact[part.start : part.end]
    own = [(one.typed, clean(printed[slice(*one.printed)])) for one in found]
    mended = changed(typed, own)
    over_lines = any("\n" in printed[slice(*one.printed)] for one in found)
    if over_lines or not _is_same(mended, printed):
        return in_sources_words(quotation, near.source, near.span, part)
    said = replacing(typed[slice(*own[0][0])], own[0][1]) if len(own) == 1 else "quote the source's own words"
    changes = [(Span(part.start + at.start, part.start + at.end), words) for at, words in own]
    return rewording(said, quotation.exact, changes)


def _elsewhere(outcome: Unresolved) -> Hint | None:
    if not outcome.elsewhere:
        return None
    other, span = outcome.elsewhere[0]
    names = ", ".join(source.id for source, _ in outcome.elsewhere[:MOST_SHOWN])
    return Hint(
        f"the words are not in this source, but in {names}",
        outcome.part,
        f"if that is the one you mean, write {as_yaml('source', other.id)}",
        (Note("source", excerpt(other, whole_sentence(other, span))),),
        tuple(
            Related(f"the words stand in {source.id}", place(source, at))
            for source, at in outcome.elsewhere[:MOST_SHOWN]
        ),
        _from(outcome.quotation, other) if len(outcome.elsewhere) == 1 else None,
    )


def _from(quotation: Quotation, other: Source) -> Fix | None:
    """The source in which the words stand, in place of the one that was named or taken for granted."""
    if quotation.source is not None:
        return instead(quotation.source, str(other.id))
    return with_key(quotation.at, "quote", "source", str(other.id))


def _nothing_near(outcome: Unresolved) -> Hint:
    source = outcome.source
    title = f" ({source.id})" if source is not None else ""
    return Hint(
        "the words are not in the source",
        outcome.part,
        "quote the source's own words, or drop the claim",
        (Note("closest", f"nothing in the source{title} is like these words"),),
    )


_ONLY = {
    Kind.CASE: ("other capital letters", "only capital letters differ: write them as the source does"),
    Kind.ACCENTS: ("other accents", "only accents differ: write them as the source does"),
    Kind.PUNCTUATION: ("other punctuation", "only punctuation differs: write it as the source does"),
    Kind.SPACE: ("other spaces", "only a space between words differs: write them as the source does"),
    Kind.HYPHEN: ("other hyphens", "only a hyphen differs: write it as the source does"),
    Kind.SCRIPT_DIGIT: (
        "a raised or lowered digit",
        "only a raised or lowered digit differs: copy it from the source",
    ),
    Kind.NUMBER_FORM: (
        "a number written otherwise",
        "only the way a number is written differs: write it as the source does",
    ),
    Kind.NUMBER: ("another number", "only a number differs: see which is right, and quote the source's"),
    Kind.SIGN: ("another sign", "only a sign differs: see which is right, and quote the source's"),
    Kind.CURRENCY: (
        "another currency",
        "only a currency differs: see which is right, and quote the source's",
    ),
    Kind.UNIT: ("another unit", "only a unit differs: see which is right, and quote the source's"),
}


def _told(found: tuple[Difference, ...], typed: str, printed: str) -> tuple[str, str]:
    """Headline and help for what differs."""
    kind = kind_of_difference(found)
    if kind in _ONLY:
        what, help_ = _ONLY[kind]
        return f"the source has these words with {what}", help_
    if kind is Kind.FOOTNOTE:
        return _told_of_footnotes(found, typed)
    if kind is Kind.ENTITY:
        return _told_of_entities(typed, printed)
    help_ = "quote the source's own words, or drop the claim"
    if len(found) != 1:
        return "the source has other words", help_
    ours, theirs = typed[slice(*found[0].typed)], printed[slice(*found[0].printed)]
    if not ours:
        return f"the quotation leaves out {shown(theirs)}", f"only that differs: {help_}"
    if not theirs:
        return f"the quotation has {shown(ours)}, which the source has not", f"only that differs: {help_}"
    return f"the source has {shown(theirs)}, not {shown(ours)}", f"only that differs: {help_}"


def _told_of_footnotes(found: tuple[Difference, ...], typed: str) -> tuple[str, str]:
    if len(typed[slice(*found[0].typed)]) < found[0].printed.end - found[0].printed.start:
        return (
            "the source has a footnote mark among these words",
            "only a footnote mark is left out: copy it, or quote the words before or after it",
        )
    return (
        "the source has these words without the footnote mark",
        "only a footnote mark differs: take it out",
    )


def _told_of_entities(typed: str, printed: str) -> tuple[str, str]:
    if len(typed) > len(printed):
        return (
            "the quotation has a character written as in HTML",
            "only that differs: a fact file is plain text, so write the character itself",
        )
    return "the source has a character written as in HTML", "only that differs: copy it as it stands there"


def _changes(found: tuple[Difference, ...], typed: str, printed: str) -> Iterator[str]:
    """What to do to the quotation to make it the source's words, one change an entry."""
    for one in found:
        ours, theirs = typed[slice(*one.typed)], printed[slice(*one.printed)]
        if not ours:
            before = typed[: one.typed.start].split()
            yield f"add {shown(theirs)}" + (f" after {shown(before[-1])}" if before else "")
        elif not theirs:
            yield f"take out {shown(ours)}"
        else:
            yield f"{shown(ours)} to {shown(theirs)}"
