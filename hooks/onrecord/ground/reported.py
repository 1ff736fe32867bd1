"""Whether a claim says in its own voice what its passages only report that somebody says or thinks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.alignment import alike
from onrecord.ground.attribution import Attribution, Manner, attributions, content_words_in, words_in
from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.quoted_spans import quoted_spans
from onrecord.ground.reading import Word
from onrecord.lexicon.reporting import Reporting
from onrecord.text import Span

_LEAST_SHARED = 0.6
_LEAST_SHARED_OF_REPORT = 0.8
_LEAST_WORDS = 2
_LONGEST_SHORT = 3
_NEAR = 8
_SHORTEST_ROOT = 4


class _Theirs(NamedTuple):
    """Words of a passage that are somebody's: who says so, and the words that carry a meaning."""

    passage: Passage
    attribution: Attribution
    words: tuple[Word, ...]


class _Words:
    """Words to be found again in any of their forms."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._stems: set[str] = set()
        self._by_root: dict[str, dict[str, Word]] = {}
        for word in words:
            self._stems.add(word.stem)
            self._by_root.setdefault(word.stem[:_SHORTEST_ROOT], {})[word.stem] = word

    def has(self, word: Word) -> bool:
        """Whether a form of ``word`` is among them."""
        if word.stem in self._stems:
            return True
        return any(alike(word, other) for other in self._by_root.get(word.stem[:_SHORTEST_ROOT], {}).values())


def told_as_facts(comparison: Comparison) -> Iterator[Disagreement]:
    """Opinions, names put on things and quoted words that the claim tells as facts."""
    for theirs, words in _told_as_facts(comparison):
        yield _disagreement(comparison, theirs, words)


def _told_as_facts(comparison: Comparison) -> tuple[tuple[_Theirs, tuple[Word, ...]], ...]:
    lexicon = comparison.language.lexicon
    if lexicon is None or lexicon.reporting is None or comparison.derived:
        return ()
    claim = comparison.claim
    if claim.attributed_to is not None or claim.status:
        return ()
    if _shows_speaker(comparison, lexicon.reporting):
        return ()
    reported = tuple(_reported(comparison, lexicon.reporting))
    if not reported:
        return ()
    plain = _Words(_plain(comparison, reported))
    predicate = _predicate(comparison)
    only_reported = tuple(word for word in predicate if not plain.has(word))
    if not only_reported:
        return ()
    found = []
    for theirs in reported:
        those = _Words(theirs.words)
        words = tuple(word for word in only_reported if those.has(word))
        is_report = theirs.attribution.manner is Manner.SAYS and not theirs.attribution.quoted
        least = _LEAST_SHARED_OF_REPORT if is_report else _LEAST_SHARED
        fewest = 1 if _is_one_word(comparison, predicate) else _LEAST_WORDS
        if len(words) >= fewest and len(words) >= least * len(predicate):
            found.append((theirs, words))
    found.sort(key=lambda pair: -len(pair[1]))
    return tuple(found[:1])


def _shows_speaker(comparison: Comparison, known: Reporting) -> bool:
    """Whether the claim has any word or mark by which it gives its words to somebody."""
    reading = comparison.reading
    if quoted_spans(reading):
        return True
    return any(word.word in known.telling and not (word.capital and word.start) for word in reading.words)


def _reported(comparison: Comparison, known: Reporting) -> Iterator[_Theirs]:
    for passage in comparison.passages:
        reading = passage.reading
        for found in attributions(reading):
            if found.cue is None or not found.speaker:
                continue
            spoken = tuple(span for span in found.quoted if _is_speech(passage, span))
            if spoken:
                yield _Theirs(passage, found, content_words_in(passage.reading, spoken))
            elif found.manner is Manner.CALLS and _is_name(passage, found):
                continue
            elif found.sure and found.manner in (Manner.THINKS, Manner.CALLS):
                yield _Theirs(passage, found, content_words_in(passage.reading, found.contents))
            elif found.sure and found.manner is Manner.SAYS:
                about = _looks_ahead(passage, found)
                if about is not None and _is_about_others(about, found, known):
                    yield _Theirs(passage, found, content_words_in(passage.reading, found.contents))


def _is_one_word(comparison: Comparison, predicate: Sequence[Word]) -> bool:
    """Whether a short claim says one thing, in one word that is no name."""
    if len(predicate) != 1 or len(comparison.reading.content_words) > _LONGEST_SHORT:
        return False
    return not predicate[0].capital and not predicate[0].number


def _looks_ahead(passage: Passage, found: Attribution) -> tuple[Word, ...] | None:
    """What a saying is about, where it says behind its verb what would be; None where it does not."""
    if found.cue is None or not found.contents or found.contents[0].start < found.cue.end:
        return None
    conditional = passage.reading.language.conditional
    inside = words_in(passage.reading, found.contents)[:_NEAR]
    for number, word in enumerate(inside):
        if word.word in conditional:
            return inside[:number]
    return None


def _is_about_others(about: Sequence[Word], found: Attribution, known: Reporting) -> bool:
    """Whether some onlookers say it, and not of themselves: they cannot know what would be."""
    if found.speaker[-1].word not in known.onlookers:
        return False
    words = {word.word for word in about} - known.things
    return words.isdisjoint(known.persons) and words.isdisjoint(known.bodies)


def _is_speech(passage: Passage, span: Span) -> bool:
    """Whether words in quotation marks are more than a name or a title."""
    words = words_in(passage.reading, (span,))
    return len(words) > 1 and not all(
        word.capital or word.word in passage.reading.language.stop_words for word in words
    )


def _is_name(passage: Passage, found: Attribution) -> bool:
    """Whether what somebody calls something is its name (*called the storm Agnes*)."""
    words = content_words_in(passage.reading, found.contents)
    return bool(words) and all(word.capital for word in words)


def _plain(comparison: Comparison, reported: Sequence[_Theirs]) -> Iterator[Word]:
    """The words of the passages that are not reported."""
    for passage in comparison.passages:
        taken: set[int] = set()
        for theirs in reported:
            if theirs.passage is passage:
                taken.update(word.start for word in theirs.words)
        for word in passage.reading.content_words:
            if word.start not in taken:
                yield word


def _predicate(comparison: Comparison) -> tuple[Word, ...]:
    """The words of a claim behind its first verb that carry a meaning; all, where no verb is known."""
    reading = comparison.reading
    language = reading.language
    for number, word in enumerate(reading.words):
        if number and word.word in language.finite:
            behind = tuple(other for other in reading.content_words if other.start > word.start)
            if behind:
                return behind
            break
    return reading.content_words


def _disagreement(comparison: Comparison, theirs: _Theirs, words: tuple[Word, ...]) -> Disagreement:
    speaker = theirs.attribution.speaker
    reading = theirs.passage.reading
    who = reading.content[speaker[0].start : speaker[-1].end] if theirs.attribution.sure else ""
    said = comparison.reading.content[words[0].start : words[-1].end]
    whose = f"words of '{who}'" if who else "somebody's words"
    return Disagreement(
        f"the claim says '{said}' in its own voice, in the quotation these are {whose}",
        Span(words[0].start, words[-1].end),
        "say in the claim who says so, or declare it with attributed_to",
        theirs.passage,
        (Span(theirs.words[0].start, theirs.words[-1].end),),
    )
