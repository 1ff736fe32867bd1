"""Where the phrases of a lexicon stand in a text, and the sentences of claim and passages side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from heapq import nlargest
from typing import NamedTuple

from msgspec import Struct

from onrecord.ground.alignment import alike
from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.reading import Reading, Word, stem
from onrecord.language import Language
from onrecord.lexicon.phrases import Phrases

_ROOT = 4
_LONGEST = 200
_MOST_OF_CLAIM = 12
_MOST_OF_PASSAGES = 12
_NO_VERBS: dict[str, str] = {}


class Found(NamedTuple):
    """A phrase in a list of words, from ``start`` to before ``end``, and its sense."""

    start: int
    end: int
    sense: str


def found(words: Sequence[Word], phrases: Phrases) -> list[Found]:
    """The phrases that stand in some words, in order; the longest at each place, none inside another."""
    begun = phrases.by_beginning
    places: list[Found] = []
    at = 0
    for number in [number for number, word in enumerate(words) if word.word in begun]:
        if number >= at:
            for phrase, sense in _candidates(begun[words[number].word], words, number):
                at = number + len(phrase)
                places.append(Found(number, at, sense))
                break
    return places


def _candidates(
    by_second: dict[str, list[tuple[tuple[str, ...], str]]], words: Sequence[Word], at: int
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The phrases that stand at a place, the longest first."""
    if at + 1 < len(words):
        for phrase, sense in by_second.get(words[at + 1].word, ()):
            if tuple(word.word for word in words[at : at + len(phrase)]) == phrase:
                yield phrase, sense
    yield from by_second.get("", ())


def base(word: Word, language: Language) -> str:
    """The stem of a word, or of the verb it is an irregular form of."""
    verb = _verbs(language).get(word.word)
    return word.stem if verb is None else stem(verb, language)


def _verbs(language: Language) -> dict[str, str]:
    certainty = language.lexicon.certainty if language.lexicon else None
    return certainty.verbs if certainty is not None else _NO_VERBS


def same(one: Word, other: Word, language: Language) -> bool:
    """Whether two words are forms of one, irregular forms too."""
    if one.stem == other.stem or alike(one, other):
        return True
    verbs = _verbs(language)
    return (one.word in verbs or other.word in verbs) and base(one, language) == base(other, language)


def is_content(word: Word, language: Language) -> bool:
    """Whether a word carries a meaning of its own."""
    return word.is_word and (word.number or word.word not in language.stop_words)


class Forms(Struct, frozen=True, dict=True, eq=False):
    """The words of a sentence, to be asked for forms of a word."""

    words: tuple[Word, ...]
    language: Language

    @cached_property
    def by_base(self) -> dict[str, list[Word]]:
        """Its words by the stem that `base` gives them."""
        known: dict[str, list[Word]] = {}
        for word in self.words:
            known.setdefault(base(word, self.language), []).append(word)
        return known

    @cached_property
    def _by_root(self) -> dict[str, list[str]]:
        known: dict[str, list[str]] = {}
        for stem_ in self.by_base:
            known.setdefault(stem_[:_ROOT], []).append(stem_)
        return known

    def find(self, word: Word) -> Word | None:
        """A word of the sentence that is a form of ``word``."""
        return next(self.all(word), None)

    def all(self, word: Word) -> Iterator[Word]:
        """Every word of the sentence that is a form of ``word``, those with the same stem first."""
        own = base(word, self.language)
        yield from self.by_base.get(own, ())
        if word.number:
            return
        for stem_ in self._by_root.get(word.stem[:_ROOT], ()):
            words = self.by_base[stem_]
            if stem_ != own and alike(word, words[0]):
                yield from words


def sentences_of(reading: Reading) -> tuple[Forms, ...]:
    """The words, numbers and marks of a text, sentence by sentence; very long ones are parted."""
    return reading.once(_sentences_of)


def _sentences_of(reading: Reading) -> tuple[Forms, ...]:
    parted: dict[int, list[Word]] = {}
    for token in reading.tokens:
        parted.setdefault(token.sentence, []).append(token)
    return tuple(
        Forms(tuple(tokens[start : start + _LONGEST]), reading.language)
        for tokens in parted.values()
        for start in range(0, len(tokens), _LONGEST)
    )


class Beside(Struct, frozen=True, dict=True, eq=False):
    """A sentence of the claim beside one of a passage, by their numbers.

    ``topic`` are the words of the claim's sentence that carry a meaning, without the names the page is about.
    """

    number: int
    claim: Forms
    topic: tuple[Word, ...]
    other: int
    said: Forms
    passage: Passage

    @cached_property
    def _places(self) -> tuple[tuple[Word, frozenset[int]], ...]:
        """The words of ``topic`` that the passage's sentence has, and where it has them."""
        known: dict[str, frozenset[int]] = {}
        for word in self.topic:
            if word.stem not in known:
                known[word.stem] = frozenset(other.start for other in self.said.all(word))
        return tuple((word, known[word.stem]) for word in self.topic if known[word.stem])

    @cached_property
    def shared(self) -> tuple[Word, ...]:
        """The words of ``topic`` that the passage's sentence has, in any form."""
        return tuple(word for word, _ in self._places)

    @property
    def share(self) -> float:
        """Which share of ``topic`` the passage's sentence has."""
        return len(self.shared) / len(self.topic) if self.topic else 0.0

    def among(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words of ``topic`` that are among some of the passage's sentence."""
        starts = {word.start for word in words}
        return tuple(word for word, places in self._places if not places.isdisjoint(starts))


def side_by_side(comparison: Comparison) -> tuple[Beside, ...]:
    """Each sentence of the claim beside the sentences of its passages with which it shares most words."""
    return comparison.once(_side_by_side)


def _side_by_side(comparison: Comparison) -> tuple[Beside, ...]:
    language = comparison.language
    about = subject_stems(comparison)
    pairs: list[Beside] = []
    for number, claim in enumerate(sentences_of(comparison.reading)[:_MOST_OF_CLAIM]):
        content = tuple(word for word in claim.words if is_content(word, language))
        topic = tuple(word for word in content if word.stem not in about) or content
        for other, passage, said in _best_for(topic, comparison):
            beside = Beside(number, claim, topic, other, said, passage)
            if beside.shared:
                pairs.append(beside)
    return tuple(pairs)


def _best_for(topic: Sequence[Word], comparison: Comparison) -> list[tuple[int, Passage, Forms]]:
    """The few sentences of the passages that have most of some words, in the order of the passages."""
    every = comparison.once(_all_said)
    if len(every) <= _MOST_OF_PASSAGES:
        return list(every)
    index = comparison.once(_index)
    counts: Counter[int] = Counter()
    for word in {word.stem: word for word in topic}.values():
        counts.update({number for other in index.all(word) for number in index.sentences[other.stem]})
    best = nlargest(_MOST_OF_PASSAGES, counts, key=lambda number: (counts[number], -number))
    return [every[number] for number in sorted(best)]


def _all_said(comparison: Comparison) -> tuple[tuple[int, Passage, Forms], ...]:
    return tuple(
        (number, passage, said)
        for passage in comparison.passages
        for number, said in enumerate(sentences_of(passage.reading))
    )


class _Index(Forms, frozen=True, dict=True, eq=False):
    """One word of each stem of the passages, and the numbers of the sentences that have it."""

    sentences: dict[str, list[int]]


def _index(comparison: Comparison) -> _Index:
    words: dict[str, Word] = {}
    sentences: dict[str, list[int]] = {}
    for number, (_, _, said) in enumerate(comparison.once(_all_said)):
        for word in {word.stem: word for word in said.words}.values():
            words.setdefault(word.stem, word)
            sentences.setdefault(word.stem, []).append(number)
    return _Index(tuple(words.values()), comparison.language, sentences)


def closest(comparison: Comparison) -> tuple[Beside, ...]:
    """Each sentence of the claim beside the one sentence of its passages that shares most words with it."""
    return comparison.once(_closest)


def _closest(comparison: Comparison) -> tuple[Beside, ...]:
    best: dict[int, Beside] = {}
    for beside in side_by_side(comparison):
        other = best.get(beside.number)
        if other is None or len(beside.shared) > len(other.shared):
            best[beside.number] = beside
    return tuple(best.values())


def subject_stems(comparison: Comparison) -> frozenset[str]:
    """The stems of the words of what the page is about: any passage may mean it with another word."""
    return comparison.once(_subject_stems)


def _subject_stems(comparison: Comparison) -> frozenset[str]:
    language = comparison.language
    return frozenset(
        stem(word, language)
        for name in comparison.explainer.subject
        for word in str(name).lower().replace("'s", "").split()
    )
