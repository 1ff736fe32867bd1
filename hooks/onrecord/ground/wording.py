"""Which words of a claim no passage has, in any form and by no other word for the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from onrecord.ground.alignment import alike
from onrecord.ground.comparison import Comparison
from onrecord.ground.reading import Reading, Word, read, stem
from onrecord.language import Language

_ROOT = 4
_SHARE_OF_TWO = 0.33
_SHARE_OF_MORE = 0.25


def unmatched(comparison: Comparison) -> tuple[Word, ...]:
    """The claim's words that carry a meaning and have no counterpart in its passages, in order.

    Numbers and words that say next to nothing are left out, and so are the names the page is about.
    """
    return comparison.once(_unmatched)


def _unmatched(comparison: Comparison) -> tuple[Word, ...]:
    vocabulary = comparison.language.lexicon.vocabulary if comparison.language.lexicon else None
    light = vocabulary.light if vocabulary else frozenset()
    known = _Known(comparison)
    return tuple(
        word
        for word in comparison.reading.content_words
        if not word.number and word.word not in light and not known.has(word)
    )


class _Known:
    """The words that a claim may use: those of its passages and of the page's subject, and synonyms."""

    def __init__(self, comparison: Comparison) -> None:
        self.language = comparison.language
        self.stems = set(comparison.stems)
        self.by_root: dict[str, list[Word]] = {}
        for passage in comparison.passages:
            self._add(passage.reading)
        for text in _declared(comparison):
            reading = read(text, comparison.language)
            self.stems |= reading.stems
            self._add(reading)
        groups = synonym_groups(comparison.language)
        self.groups = {group for stem_ in self.stems for group in groups.get(stem_, ())}

    def _add(self, reading: Reading) -> None:
        for word in reading.words:
            self.by_root.setdefault(word.stem[:_ROOT], []).append(word)

    def has(self, word: Word) -> bool:
        """Whether a word, a form of it or another word for it is among them."""
        if word.stem in self.stems:
            return True
        if not self.groups.isdisjoint(synonym_groups(self.language).get(word.stem, ())):
            return True
        return any(alike(word, other) for other in self.by_root.get(word.stem[:_ROOT], ()))


def _declared(comparison: Comparison) -> Iterator[str]:
    """What an author says of a page and its quotations: whom they are about, who speaks, what words mean."""
    yield from map(str, comparison.explainer.subject)
    for quotation in comparison.quotations:
        if quotation.speaker is not None:
            yield str(quotation.speaker)
        yield from (str(reference.means) for reference in quotation.refers)


@lru_cache
def synonym_groups(language: Language) -> dict[str, frozenset[int]]:
    """The numbers of the groups of synonyms that each stem stands in."""
    vocabulary = language.lexicon.vocabulary if language.lexicon else None
    found: dict[str, frozenset[int]] = {}
    for word, groups in (vocabulary.groups if vocabulary else {}).items():
        root = stem(word, language)
        found[root] = found.get(root, frozenset()) | groups
    return found


def unsupported_words(comparison: Comparison) -> tuple[Word, ...]:
    """The words of a claim that nothing carries, if there are too many of them; in order, without names.

    Two are too many if they are a third of the claim's words that carry a meaning, more if a quarter.
    A claim worked out from others says what they together do not: it has none.
    """
    if comparison.derived:
        return ()
    found = tuple(word for word in unmatched(comparison) if not _may_be_name(word))
    share = len(found) / max(len(comparison.reading.content_words), 1)
    too_many = (len(found) == 2 and share >= _SHARE_OF_TWO) or (len(found) > 2 and share >= _SHARE_OF_MORE)
    return found if too_many else ()


def _may_be_name(word: Word) -> bool:
    return word.capital and word.start > 0
