"""A claim laid beside the sentence of its passages that it is closest to, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.reading import Word

SHORTEST_ROOT = 4
_ROOT_SHARE = 0.6


class Swap(NamedTuple):
    """Words of a claim in the place where a passage has others.

    ``before`` and ``after`` count the words right before and behind that both have in common.
    """

    words: tuple[Word, ...]
    others: tuple[Word, ...]
    passage: Passage
    before: int
    after: int


class Aligned(NamedTuple):
    """A claim and the sentence of its passages with which it shares most: their words, and the changes."""

    claim: tuple[Word, ...]
    sentence: tuple[Word, ...]
    passage: Passage
    swaps: tuple[Swap, ...]


def alike(one: Word, other: Word) -> bool:
    """Whether two words are forms of one: the same stem, or a long beginning in common."""
    if one.stem == other.stem:
        return True
    if one.number or other.number:
        return False
    return _share_root(one.stem, other.stem)


def _share_root(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < SHORTEST_ROOT or one[:SHORTEST_ROOT] != other[:SHORTEST_ROOT]:
        return False
    common = SHORTEST_ROOT
    while common < shorter and one[common] == other[common]:
        common += 1
    return common >= max(SHORTEST_ROOT, shorter - 1, _ROOT_SHARE * max(len(one), len(other)))


def aligned(comparison: Comparison) -> tuple[Aligned, ...]:
    """Each sentence of the claim beside the passage sentence with which it shares most words that matter."""
    return comparison.once(_aligned)


def _aligned(comparison: Comparison) -> tuple[Aligned, ...]:
    stops = comparison.language.stop_words
    sentences = _Sentences(comparison)
    found = []
    for number in range(len(comparison.reading.sentences)):
        claim = tuple(word for word in comparison.reading.of_sentence(number) if word.is_word)
        wanted = frozenset(word.stem for word in claim if word.number or word.word not in stops)
        best = sentences.closest(wanted) if wanted else None
        if best is not None:
            passage, sentence = best
            found.append(Aligned(claim, sentence, passage, tuple(_swaps(claim, sentence, passage))))
    return tuple(found)


class _Sentences:
    """The sentences of all passages, by the stems that stand in them."""

    def __init__(self, comparison: Comparison) -> None:
        self.all: list[tuple[Passage, tuple[Word, ...]]] = []
        self.by_stem: dict[str, list[int]] = {}
        self.told: dict[frozenset[str], int | None] = {}
        for passage in comparison.passages:
            for number in range(len(passage.reading.sentences)):
                sentence = tuple(word for word in passage.reading.of_sentence(number) if word.is_word)
                for stem in {word.stem for word in sentence}:
                    self.by_stem.setdefault(stem, []).append(len(self.all))
                self.all.append((passage, sentence))

    def closest(self, wanted: frozenset[str]) -> tuple[Passage, tuple[Word, ...]] | None:
        """The sentence with the most of some stems; of several the shortest, and of those the first."""
        if wanted not in self.told:
            shared = Counter(number for stem in wanted for number in self.by_stem.get(stem, ()))
            self.told[wanted] = max(
                shared,
                key=lambda number: (shared[number] - len(self.all[number][1]) / 1000, -number),
                default=None,
            )
        best = self.told[wanted]
        return None if best is None else self.all[best]


def _swaps(claim: Sequence[Word], sentence: Sequence[Word], passage: Passage) -> Iterator[Swap]:
    from rapidfuzz.distance import Levenshtein  # loaded only where there is something to compare

    left, right = _as_one_alphabet(claim, sentence)
    steps = list(Levenshtein.opcodes(left, right))
    for number, step in enumerate(steps):
        if step.tag != "replace":
            continue
        before = steps[number - 1] if number else None
        after = steps[number + 1] if number + 1 < len(steps) else None
        yield Swap(
            tuple(claim[step.src_start : step.src_end]),
            tuple(sentence[step.dest_start : step.dest_end]),
            passage,
            before.src_end - before.src_start if before and before.tag == "equal" else 0,
            after.src_end - after.src_start if after and after.tag == "equal" else 0,
        )


def _as_one_alphabet(claim: Sequence[Word], sentence: Sequence[Word]) -> tuple[list[str], list[str]]:
    """The stems of both, in which words that are forms of one are written alike."""
    right = [word.stem for word in sentence]
    by_beginning: dict[str, dict[str, Word]] = {}
    for word in sentence:
        by_beginning.setdefault(word.stem[:SHORTEST_ROOT], {}).setdefault(word.stem, word)
    left = []
    for word in claim:
        beside = by_beginning.get(word.stem[:SHORTEST_ROOT], {})
        if word.stem in beside:
            left.append(word.stem)
        else:
            left.append(next((stem for stem, other in beside.items() if alike(word, other)), word.stem))
    return left, right
