"""Whether what a page says beside its claims has its numbers, names and quoted words from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from onrecord.ground.dates import dates
from onrecord.ground.names import names
from onrecord.ground.page_words import PageWords, page_words
from onrecord.ground.plain_numbers import plain_numbers
from onrecord.ground.prose import Prose, prose
from onrecord.ground.quoted_words import quoted_spans
from onrecord.ground.reading import Reading
from onrecord.resolve import Resolution, ResolvedClaim, Unresolved
from onrecord.text import Span

_REACH = 3
_MOST_OF_A_TEXT = 8
_OPENING = frozenset(':"\u201c\u201e\u00ab\u2018(')


class Uncovered(NamedTuple):
    """Words of a page that none of its claims has: where they stand, and whether they are a quotation."""

    prose: Prose
    words: Span
    kind: str


def uncovered(resolution: Resolution) -> Iterator[tuple[Uncovered, str]]:
    """Yield what of a page's prose is in none of its claims, with the id of the explainer.

    Pages of which no quotation was found are left out: that is a finding already.
    """
    claims: dict[str, list[ResolvedClaim]] = {}
    for resolved in resolution.claims:
        claims.setdefault(resolved.explainer.id, []).append(resolved)
    for explainer in resolution.project.explainers:
        those = claims.get(explainer.id, [])
        if all(isinstance(outcome, Unresolved) for resolved in those for outcome in resolved.evidence):
            continue
        texts = tuple(prose(explainer))
        if _are_covered(texts, page_words(explainer, [], resolution)):
            continue  # by what the page declares: its claims, which are many, need not be read
        for found in _of_page(texts, page_words(explainer, those, resolution)):
            yield found, explainer.id


def _are_covered(texts: tuple[Prose, ...], known: PageWords) -> bool:
    """Whether a page's prose has nothing that is not among some of its words."""
    for text in texts:
        reading = Reading(str(text.text), known.language)
        found = _unknown_names(text, reading, known) if text.names else _uncovered(text, reading, known)
        if next(found, None) is not None:
            return False
    return True


def _of_page(texts: tuple[Prose, ...], known: PageWords) -> Iterator[Uncovered]:
    entities = [text for text in texts if text.names]
    for text in entities:
        reading = Reading(str(text.text), known.language)
        yield from islice(_unknown_names(text, reading, known), _MOST_OF_A_TEXT)
    for text in entities:
        known.add(str(text.text))
    for text in texts:
        if not text.names:
            yield from islice(_of(text, known), _MOST_OF_A_TEXT)


def _of(text: Prose, known: PageWords) -> Iterator[Uncovered]:
    content = str(text.text)
    for one in _uncovered(text, Reading(content, known.language), known):
        if not (text.about_source and known.stands_in_source(content[one.words.start : one.words.end])):
            yield one


def _uncovered(text: Prose, reading: Reading, known: PageWords) -> Iterator[Uncovered]:
    quoted: list[Span] = []
    for span in quoted_spans(reading):
        if not known.quotes(reading.content[span.start : span.end]):
            quoted.append(span)
            yield Uncovered(text, span, "quotation")
    found = [*_unknown_names(text, reading, known)]
    if not text.works_out:
        found += [*_unknown_dates(text, reading, known), *_unknown_numbers(text, reading, known)]
    for one in sorted(found, key=lambda one: one.words):
        place = bisect_right(quoted, (one.words.start, len(reading.content))) - 1
        if place < 0 or one.words.end > quoted[place].end:
            yield one


def _unknown_names(text: Prose, reading: Reading, known: PageWords) -> Iterator[Uncovered]:
    if reading.language.lexicon is None or reading.language.lexicon.naming is None:
        return
    in_capitals = text.is_heading and _is_in_capitals(reading)
    opening = frozenset() if text.names else frozenset(_opening(reading))
    searched = known.searched.get(text.claim, set())
    given = known.names.naming.given
    for name in names(reading):
        unknown = [
            unit
            for unit in name.units
            if not known.names.has(unit, loosely=False)
            and unit.key not in searched
            and unit.key not in known.quantities.cardinals
            and (unit.places or unit.key in given or not (in_capitals or unit.words[0].start in opening))
        ]
        if unknown:
            yield Uncovered(text, Span(unknown[0].words[0].start, unknown[-1].words[-1].end), "name")


def _opening(reading: Reading) -> Iterator[int]:
    """Where words begin that have a capital only because a sentence, or a quotation, begins with them."""
    sentence, may_open = -1, True
    for token in reading.tokens:
        may_open = may_open or token.sentence != sentence
        sentence = token.sentence
        if token.is_word and may_open:
            yield token.start
        may_open = not token.is_word and (may_open or token.text in _OPENING)


def _is_in_capitals(reading: Reading) -> bool:
    """Whether all words that matter have a capital, as in headings: it tells nothing about names then."""
    telling = [word for word in reading.content_words if not word.number and word is not reading.words[0]]
    return len(telling) > 1 and all(word.capital for word in telling)


def _unknown_numbers(text: Prose, reading: Reading, known: PageWords) -> Iterator[Uncovered]:
    editorial = known.editorial
    words = reading.words
    places = {word.start: place for place, word in enumerate(words)}
    for span, value in plain_numbers(reading, known.quantities):
        place = places[span.start]
        behind = {other.word for other in words[place + 1 : place + 1 + _REACH]}
        before = words[place - 1].word if place else ""
        if "#" in reading.content[max(0, span.start - 2) : span.start]:
            continue
        if value in known.numbers or words[place].word in editorial.small or before in editorial.pointers:
            continue
        if not behind & editorial.own_things:
            yield Uncovered(text, span, "number")


def _unknown_dates(text: Prose, reading: Reading, known: PageWords) -> Iterator[Uncovered]:
    for found in dates(reading):
        if not all(known.has(end) for end in found.ends):
            yield Uncovered(text, found.words, "date")
