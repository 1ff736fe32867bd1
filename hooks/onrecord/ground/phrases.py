"""Where the phrases of a lexicon stand in a text, and the sentences of claim and passages side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from onrecord.ground.alignment import alike
from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.reading import Reading, Word, stem
from onrecord.language import Language
from onrecord.lexicon.phrases import Phrases

_ROOT = 4
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
    def _by_base(self) -> dict[str, Word]:
        known: dict[str, Word] = {}
        for word in self.words:
            known.setdefault(base(word, self.language), word)
        return known

    @cached_property
    def _by_root(self) -> dict[str, list[Word]]:
        known: dict[str, list[Word]] = {}
        for word in self.words:
            known.setdefault(word.stem[:_ROOT], []).append(word)
        return known

    def find(self, word: Word) -> Word | None:
        """A word of the sentence that is a form of ``word``."""
        known = self._by_base.get(base(word, self.language))
        if known is not None:
            return known
        return next((other for other in self._by_root.get(word.stem[:_ROOT], ()) if alike(word, other)), None)

    def all(self, word: Word) -> Iterator[Word]:
        """Every word of the sentence that is a form of ``word``."""
        return (other for other in self.words if same(word, other, self.language))


def sentences_of(reading: Reading) -> tuple[Forms, ...]:
    """The words, numbers and marks of a text, sentence by sentence."""
    return reading.once(_sentences_of)


def _sentences_of(reading: Reading) -> tuple[Forms, ...]:
    parted: dict[int, list[Word]] = {}
    for token in reading.tokens:
        parted.setdefault(token.sentence, []).append(token)
    return tuple(Forms(tuple(tokens), reading.language) for tokens in parted.values())


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
    def shared(self) -> tuple[Word, ...]:
        """The words of ``topic`` that the passage's sentence has, in any form."""
        return tuple(word for word in self.topic if self.said.find(word) is not None)

    @property
    def share(self) -> float:
        """Which share of ``topic`` the passage's sentence has."""
        return len(self.shared) / len(self.topic) if self.topic else 0.0

    def among(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words of ``topic`` that are among some of the passage's sentence."""
        starts = {word.start for word in words}
        return tuple(
            word for word in self.shared if any(other.start in starts for other in self.said.all(word))
        )


def side_by_side(comparison: Comparison) -> tuple[Beside, ...]:
    """Each sentence of the claim beside each sentence of its passages with which it shares a word."""
    return comparison.once(_side_by_side)


def _side_by_side(comparison: Comparison) -> tuple[Beside, ...]:
    language = comparison.language
    about = subject_stems(comparison)
    pairs: list[Beside] = []
    for number, claim in enumerate(sentences_of(comparison.reading)):
        content = tuple(word for word in claim.words if is_content(word, language))
        topic = tuple(word for word in content if word.stem not in about) or content
        for passage in comparison.passages:
            for other, said in enumerate(sentences_of(passage.reading)):
                beside = Beside(number, claim, topic, other, said, passage)
                if beside.shared:
                    pairs.append(beside)
    return tuple(pairs)


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
