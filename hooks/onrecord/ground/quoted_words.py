"""Which words of a claim stand in quotation marks, and how the source has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.attribution import attributions, words_in
from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.quoted_spans import inside, quoted_spans
from onrecord.ground.reading import Reading, Word
from onrecord.ground.speakers import is_source, speaker
from onrecord.lexicon.reporting import Reporting
from onrecord.sentences import paragraph
from onrecord.text import Scalar, Span

__all__ = ["Quoted", "added_marks", "altered_quotes", "quoted_spans"]

_CLOSING = frozenset("\"'\u201d\u2019\u00bb\u201c\u300d\u300f\u2033")
_LEFT_OUT = frozenset(("\u2026", "[", "]"))
_FARTHEST = 4000
_MOST_LEFT_OUT = 60
_MOST_PLACES = 200
_LONGEST_LITTLE = 2


class Quoted(NamedTuple):
    """Words of a claim in quotation marks: the stretch with its marks, and its words.

    ``pieces`` are the words in runs, parted where something is left out of them or put in brackets.
    """

    span: Span
    words: tuple[Word, ...]
    pieces: tuple[tuple[str, ...], ...]


def altered_quotes(comparison: Comparison) -> Iterator[Disagreement]:
    """Words that the claim has in quotation marks, and its passages not in these words or not as speech."""
    for quoted, is_there, is_handed_over in comparison.once(_unquoted):
        if not is_there and _is_about_words(comparison) and _denies(comparison):
            continue
        if not is_there and (is_handed_over or len(quoted.words) > 1):
            yield _altered(comparison, quoted)
        elif is_there and is_handed_over:
            yield _marks_added(comparison, quoted)


def added_marks(comparison: Comparison) -> Iterator[Disagreement]:
    """Words that the claim has in quotation marks, and its passages without, of nobody in particular."""
    for quoted, is_there, is_handed_over in comparison.once(_unquoted):
        if _is_about_words(comparison):
            continue
        if is_there and not is_handed_over:
            yield _marks_added(comparison, quoted)
        elif not is_there and not is_handed_over and len(quoted.words) == 1:
            yield _altered(comparison, quoted)


def _unquoted(comparison: Comparison) -> tuple[tuple[Quoted, bool, bool], ...]:
    """What the claim has in quotation marks and the source has not.

    With it go whether the passages have the words, and whether the claim gives them to somebody.
    """
    if _known(comparison) is None:
        return ()
    told: dict[tuple[str, ...], bool | None] = {}
    found = []
    for quoted in _in_claim(comparison.reading):
        if not _is_name(quoted, comparison):
            literal = tuple(_folded(word) for word in quoted.words)
            key = (*literal, "", *(word for piece in quoted.pieces for word in (*piece, "")))
            if key not in told:
                told[key] = _in_source(comparison, literal, quoted.pieces)
            is_marked = told[key]
            if is_marked is not True:
                is_there = is_marked is False
                found.append((quoted, is_there, _is_handed_over(comparison, quoted, is_there=is_there)))
    return tuple(found)


def _known(comparison: Comparison) -> Reporting | None:
    lexicon = comparison.language.lexicon
    if lexicon is None or comparison.derived or not quoted_spans(comparison.reading):
        return None
    return lexicon.reporting


def _in_claim(reading: Reading) -> Iterator[Quoted]:
    every = reading.tokens
    starts = [token.start for token in every]
    for span in quoted_spans(reading):
        if span.end - span.start < 3 or reading.content[span.end - 1] not in _CLOSING:
            continue
        tokens = every[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        words = tuple(token for token in tokens if token.is_word)
        if words:
            yield Quoted(span, words, tuple(_pieces(tokens)))


def _pieces(tokens: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    piece: list[str] = []
    depth = 0
    dots = 0
    for token in tokens:
        dots = dots + 1 if token.text == "." else 0
        if token.text in _LEFT_OUT or dots > 1:
            depth = 1 if token.text == "[" else 0
            if piece:
                yield tuple(piece)
            piece = []
        elif token.is_word and not depth:
            piece.append(_folded(token))
    if piece:
        yield tuple(piece)


def _folded(word: Word) -> str:
    return word.text.lower().replace("\u2019", "'").replace("\u02bc", "'")


class _Run(NamedTuple):
    """Words of a source in order, which of them stand in quotation marks, and which in a passage.

    ``at`` are the places of each word.
    """

    folded: tuple[str, ...]
    marked: tuple[bool, ...]
    own: tuple[bool, ...]
    at: dict[str, list[int]]


def _in_source(
    comparison: Comparison, literal: tuple[str, ...], parted: tuple[tuple[str, ...], ...]
) -> bool | None:
    """Whether the source has the words in quotation marks; None, where the passages have not these words."""
    is_there = False
    for run in comparison.once(_runs):
        for pieces in ((literal,), parted) if parted != (literal,) else (parted,):
            for place in _places(run, pieces):
                if all(run.marked[number] for number in place):
                    return True
                is_there = is_there or all(run.own[number] for number in place)
    return False if is_there else None


def _runs(comparison: Comparison) -> tuple[_Run, ...]:
    """The words around each passage, and by themselves those of them in quotation marks."""
    found = []
    for passage in comparison.passages:
        reading, own = _around(passage)
        spans = quoted_spans(reading)
        words = reading.words
        marked = inside(words, spans)
        found.append(_run(words, marked, own))
        spoken = [word for word, is_marked in zip(words, marked, strict=True) if is_marked]
        if spoken:
            found.append(_run(spoken, [True] * len(spoken), own))
    return tuple(found)


def _run(words: Sequence[Word], marked: Sequence[bool], own: Span) -> _Run:
    folded = tuple(map(_folded, words))
    at: dict[str, list[int]] = {}
    for number, word in enumerate(folded):
        at.setdefault(word, []).append(number)
    return _Run(folded, tuple(marked), tuple(own.start <= word.start < own.end for word in words), at)


def _places(run: _Run, pieces: Sequence[tuple[str, ...]]) -> Iterator[list[int]]:
    """The places (numbers of words) where all pieces stand, one behind the other."""
    if not pieces:
        return
    for first in run.at.get(pieces[0][0], [])[:_MOST_PLACES]:
        found: list[int] = []
        for piece in pieces:
            start = found[-1] + 1 if found else first
            last = start + _MOST_LEFT_OUT if found else first
            at = next((n for n in range(start, last + 1) if run.folded[n : n + len(piece)] == piece), None)
            if at is None:
                break
            found.extend(range(at, at + len(piece)))
        else:
            yield found


def _around(passage: Passage) -> tuple[Reading, Span]:
    """The paragraphs of the source that a passage stands in, and where it stands in them."""
    own = Span(0, len(passage.reading.content))
    if isinstance(passage.origin, Scalar):
        return passage.reading, own
    text, span = passage.origin
    if span is None:
        return passage.reading, own
    content = text.content
    start = max(paragraph(content, span.start).start, span.start - _FARTHEST)
    end = min(paragraph(content, max(span.start, span.end - 1)).end, span.end + _FARTHEST)
    if Span(start, end) == span:
        return passage.reading, own
    return Reading(content[start:end], passage.reading.language), Span(span.start - start, span.end - start)


def _is_name(quoted: Quoted, comparison: Comparison) -> bool:
    """Whether all its words have a capital, as in the title of a work."""
    stops = comparison.language.stop_words
    words = [word for word in quoted.words if word.word not in stops and len(word.word) > _LONGEST_LITTLE]
    return bool(words) and all(word.capital or word.number for word in words)


def _is_handed_over(comparison: Comparison, quoted: Quoted, *, is_there: bool) -> bool:
    """Whether the claim gives the words to a speaker, and no passage has them in its own voice."""
    if _is_about_words(comparison):
        return False
    if is_there and not any(_is_reported(passage, quoted) for passage in comparison.passages):
        return False
    return comparison.claim.mode == "quoted" or quoted.span in comparison.reading.once(_handed_over)


def _handed_over(reading: Reading) -> frozenset[Span]:
    """The stretches in quotation marks that a text gives to somebody, and not by making them so."""
    lexicon = reading.language.lexicon
    declaring = lexicon.reporting.declaring if lexicon is not None and lexicon.reporting else ()
    return frozenset(
        span
        for found in attributions(reading)
        if found.cue is not None
        for span in found.quoted
        if not (found.cue.word in declaring and found.contents[0] == span)
    )


def _is_reported(passage: Passage, quoted: Quoted) -> bool:
    """Whether a passage gives the words to somebody."""
    run = passage.reading.once(_reported)
    if run is None:
        return False
    return any(all(run.marked[number] for number in place) for place in _places(run, quoted.pieces))


def _reported(reading: Reading) -> _Run | None:
    """The words of a text, marked where they are given to somebody; None, where none are."""
    reported = attributions(reading)
    if not reported:
        return None
    words = reading.words
    every = [span for found in reported for span in found.contents]
    held = {word.start for word in words_in(reading, every)}
    return _run(words, [word.start in held for word in words], Span(0, len(reading.content)))


def _is_about_words(comparison: Comparison) -> bool:
    """Whether the claim is about the source's own wording."""
    return comparison.once(_about_words)


def _about_words(comparison: Comparison) -> bool:
    known = _known(comparison)
    if known is None:
        return False
    given = comparison.claim.attributed_to
    if given is not None and any(word in known.own for word in given.lower().split()):
        return True
    for found in attributions(comparison.reading):
        if found.sure and is_source(
            speaker(found.speaker, comparison.language, known), comparison.passages, known
        ):
            return True
    words = comparison.reading.words
    return any(
        not is_inside and (word.word in known.wording or word.word in known.own)
        for word, is_inside in zip(words, inside(words, quoted_spans(comparison.reading)), strict=True)
    )


def _denies(comparison: Comparison) -> bool:
    """Whether a claim may say that words do not occur."""
    reading, language = comparison.reading, comparison.language
    marked = inside(reading.words, quoted_spans(reading))
    return any(
        not is_marked
        and (word.word in language.denying or word.word.endswith(language.negative_ending or " "))
        for word, is_marked in zip(reading.words, marked, strict=True)
    )


def _altered(comparison: Comparison, quoted: Quoted) -> Disagreement:
    return _told(
        comparison,
        quoted,
        "and the quotation does not have these words",
        "put only the source's own words in quotation marks, or take the marks away",
        None,
    )


def _marks_added(comparison: Comparison, quoted: Quoted) -> Disagreement:
    return _told(
        comparison,
        quoted,
        "the source has these words without",
        "take the marks away, or say that these are the words of the article",
        comparison.reading.content[quoted.span.start + 1 : quoted.span.end - 1],
    )


def _told(comparison: Comparison, quoted: Quoted, but: str, help: str, instead: str | None) -> Disagreement:
    words = comparison.reading.content[quoted.span.start : quoted.span.end]
    message = f"the claim has {words} in quotation marks, {but}"
    return Disagreement(message, quoted.span, help, instead=instead)
