"""Which words exclude one another, and a claim's sentences laid beside those they are closest to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.alignment import SHORTEST_ROOT, Aligned, aligned, alike
from onrecord.ground.comparison import Comparison
from onrecord.ground.denials import Denial, denials, opposition
from onrecord.ground.reading import Word, stem
from onrecord.ground.wording import synonym_groups
from onrecord.language import Language
from onrecord.lexicon.opposition import Opposition

SHORTEST_BASE = 4
_NONE: frozenset[str] = frozenset()
_NO_NUMBERS: frozenset[int] = frozenset()


class Table:
    """The opposites and kinds of a language by the roots of their words."""

    def __init__(self, language: Language, known: Opposition) -> None:
        self.language, self.known = language, known
        self._irregular = dict(known.irregular)
        self._roots: dict[str, str] = {}
        self._bases: dict[str, frozenset[str]] = {}
        self.groups = synonym_groups(language)
        self.against: dict[str, frozenset[str]] = {}
        for left, right in known.opposites:
            self._add(left, right, self.against)
            self._add(right, left, self.against)
        self.converse: dict[str, frozenset[str]] = {}
        for left, right in known.converses:
            self._add(left, right, self.converse)
            self._add(right, left, self.converse)
        self.kinds: dict[str, tuple[tuple[int, int], ...]] = {}
        self._strict = len(known.kinds)
        for kind, groups in enumerate((*known.kinds, *known.loose_kinds)):
            for number, group in enumerate(groups):
                for root in map(self.root, group):
                    self.kinds[root] = (*self.kinds.get(root, ()), (kind, number))

    def _add(self, words: Sequence[str], against: Sequence[str], to: dict[str, frozenset[str]]) -> None:
        others = frozenset(map(self.root, against))
        for root in map(self.root, words):
            to[root] = to.get(root, _NONE) | (others - {root})

    def root(self, word: str) -> str:
        """The stem of a word's base form."""
        root = self._roots.get(word)
        if root is None:
            root = self._roots[word] = stem(self._irregular.get(word, word), self.language)
        return root

    def conversed(self, one: Word, other: Word) -> bool:
        """Whether two words are opposites that say the same where the sentence is turned round."""
        return self.root(other.word) in self.converse.get(self.root(one.word), _NONE)

    def opposed(self, one: Word, other: Word) -> bool:
        """Whether two words are opposites."""
        if self.root(other.word) in self.against.get(self.root(one.word), _NONE):
            return True
        if self.conversed(one, other):
            return True
        return self._is_prefixed(one, other) or self._is_prefixed(other, one)

    def _is_prefixed(self, one: Word, base: Word) -> bool:
        return len(base.word) >= SHORTEST_BASE and base.stem in self.bases(one.word)

    def bases(self, word: str) -> frozenset[str]:
        """The stems of what is left of a word without a prefix that turns it into its opposite."""
        found = self._bases.get(word)
        if found is None:
            found = self._bases[word] = frozenset(self._without_prefix(word))
        return found

    def _without_prefix(self, word: str) -> Iterator[str]:
        if word in self.known.not_prefixed:
            return
        for prefix in self.known.prefixes:
            if word.startswith(prefix) and len(word) >= len(prefix) + SHORTEST_BASE:
                yield stem(word[len(prefix) :], self.language)

    def others_of_a_kind(self, one: Word, other: Word) -> bool | None:
        """Whether two words are different things of a strict kind; None where they are of no kind."""
        mine, others = self.kinds.get(self.root(one.word), ()), self.kinds.get(self.root(other.word), ())
        found: bool | None = None
        for kind, number in mine:
            for other_kind, other_number in others:
                if kind == other_kind:
                    if number == other_number:
                        return None
                    found = bool(found) or kind < self._strict
        return found

    def same(self, one: Word, other: Word) -> bool:
        """Whether two words are forms of one, or may stand for each other."""
        if alike(one, other) or self.root(one.word) == self.root(other.word):
            return True
        if one.number or other.number:
            return False
        groups = self.groups.get(one.stem, _NO_NUMBERS)
        return not groups.isdisjoint(self.groups.get(other.stem, _NO_NUMBERS))


_TABLES: dict[int, Table] = {}


def table(language: Language) -> Table | None:
    """The table of a language, made once."""
    known = opposition(language)
    if known is None:
        return None
    made = _TABLES.get(id(known))
    if made is None:
        made = _TABLES[id(known)] = Table(language, known)
    return made


class Beside(NamedTuple):
    """A sentence of the claim beside one of a passage, with what matters for opposites.

    ``content`` are the words of the claim's sentence that carry a meaning, and ``places`` the index of the
    counterpart of each in the passage's sentence, None where there is none.
    """

    aligned: Aligned
    content: tuple[Word, ...]
    places: tuple[int | None, ...]
    denied: tuple[Denial, ...]
    passage_denied: tuple[Denial, ...]


def beside(comparison: Comparison) -> tuple[Beside, ...]:
    """Each sentence of the claim beside the passage sentence it is closest to."""
    return comparison.once(_beside)


def _beside(comparison: Comparison) -> tuple[Beside, ...]:
    known = table(comparison.language)
    if known is None:
        return ()
    found = []
    for pair in aligned(comparison):
        content = tuple(
            word for word in pair.claim if word.number or word.word not in comparison.language.stop_words
        )
        found.append(
            Beside(
                pair,
                content,
                tuple(map(Places(pair.sentence, known).of, content)),
                denials(comparison.reading, pair.claim[0].sentence),
                denials(pair.passage.reading, pair.sentence[0].sentence),
            )
        )
    return tuple(found)


class Places:
    """Where in a sentence the counterparts of other words stand."""

    def __init__(self, sentence: Sequence[Word], known: Table) -> None:
        self._known = known
        self._by_stem: dict[str, int] = {}
        self._by_root: dict[str, int] = {}
        self._by_group: dict[int, int] = {}
        self._by_beginning: dict[str, list[tuple[int, Word]]] = {}
        for index, word in enumerate(sentence):
            self._by_root.setdefault(known.root(word.word), index)
            if word.stem in self._by_stem:
                continue
            self._by_stem[word.stem] = index
            if not word.number:
                self._by_beginning.setdefault(word.stem[:SHORTEST_ROOT], []).append((index, word))
                for group in known.groups.get(word.stem, _NO_NUMBERS):
                    self._by_group.setdefault(group, index)

    def of(self, word: Word) -> int | None:
        """The index of a word's counterpart, the same stem before another word for it; None without one."""
        place = self._by_stem.get(word.stem)
        if place is not None:
            return place
        places = [self._by_root.get(self._known.root(word.word))]
        if not word.number:
            beside = self._by_beginning.get(word.stem[:SHORTEST_ROOT], ())
            places.append(next((index for index, other in beside if alike(word, other)), None))
            places.extend(map(self._by_group.get, self._known.groups.get(word.stem, _NO_NUMBERS)))
        return min((place for place in places if place is not None), default=None)


def place_of(word: Word, sentence: Sequence[Word], known: Table) -> int | None:
    """The index of the counterpart of a word, the same stem before another word for it; None without one."""
    for index, other in enumerate(sentence):
        if other.stem == word.stem:
            return index
    return next((index for index, other in enumerate(sentence) if known.same(word, other)), None)
