"""The names that a claim may use: those of its passages, and those its author has declared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from math import ceil
from operator import add

from onrecord.ground.comparison import Comparison
from onrecord.ground.names import Name, Unit, folded, initials, is_acronym, names
from onrecord.ground.reading import Reading, read
from onrecord.language import Language
from onrecord.lexicon.naming import Naming

_LONG_ENOUGH = 5
_MOST_LETTERS = 2
_ROOT = 4
_SHORT = 3
_ACRONYM = 3
_MOST_OF_A_WORD = 0.7


def known_names(comparison: Comparison) -> KnownNames:
    """All names that the claim may use."""
    return comparison.once(_known)


def passage_names(comparison: Comparison) -> KnownNames:
    """The names that the passages have."""
    return comparison.once(_of_passages)


def subject_names(comparison: Comparison) -> KnownNames:
    """The names the page is about."""
    return comparison.once(_of_subject)


def _of_passages(comparison: Comparison) -> KnownNames:
    return KnownNames(comparison.language, (passage.reading for passage in comparison.passages))


def _of_subject(comparison: Comparison) -> KnownNames:
    return KnownNames(
        comparison.language, (read(str(one), comparison.language) for one in comparison.explainer.subject)
    )


def _known(comparison: Comparison) -> KnownNames:
    known = passage_names(comparison).copied()
    for text in declared_names(comparison):
        known.add(read(text, comparison.language))
    for entity in comparison.explainer.entities:
        forms = [read(str(form), comparison.language) for form in (entity.name, *entity.aliases)]
        if any(all(folded(word.word) in known.words for word in form.words) for form in forms):
            for form in forms:
                known.add(form)
    return known


def declared_names(comparison: Comparison) -> Iterator[str]:
    """The names an author has declared: the subject, speakers, and what words refer to."""
    explainer = comparison.explainer
    yield from map(str, explainer.subject)
    if comparison.claim.attributed_to is not None:
        yield str(comparison.claim.attributed_to)
    for quotation in comparison.quotations:
        if quotation.speaker is not None:
            yield str(quotation.speaker)
        for reference in quotation.refers:
            yield str(reference.means)
    if speaks_of_source(comparison):
        yield from _of_sources(comparison)


def speaks_of_source(comparison: Comparison) -> bool:
    """Whether the claim speaks of its source rather than of the world."""
    lexicon = comparison.language.lexicon
    if lexicon is None or lexicon.naming is None:
        return False
    return any(word.word in lexicon.naming.about_sources for word in comparison.reading.words)


def _of_sources(comparison: Comparison) -> Iterator[str]:
    for passage in comparison.passages:
        if passage.source is not None:
            source = passage.source
            for part in (source.title, source.author, source.publisher, source.dateline):
                if part is not None:
                    yield str(part)


class KnownNames:
    """The words and names of some texts, to look names up in."""

    def __init__(self, language: Language, readings: Iterable[Reading] = ()) -> None:
        self.naming: Naming = (language.lexicon.naming if language.lexicon else None) or Naming()
        self.words: set[str] = set()
        self.stems: set[str] = set()
        self.places: dict[int, set[str]] = {}
        self.containing: set[int] = set()
        self.initials: set[str] = set()
        self.acronyms: set[str] = set()
        self.bare: set[str] = set()
        """Names of one word."""
        self._sorted = _Sorted()
        for reading in readings:
            self.add(reading)

    def copied(self) -> KnownNames:
        """The same words and names, to add others to."""
        other = KnownNames.__new__(KnownNames)
        other.naming = self.naming
        for field in ("words", "stems", "containing", "initials", "acronyms", "bare"):
            setattr(other, field, set(getattr(self, field)))
        other._sorted = _Sorted()
        other.places = {number: set(found) for number, found in self.places.items()}
        return other

    def add(self, reading: Reading) -> None:
        """Add what a text names."""
        words, acronyms = reading.once(_words)
        self.words |= words
        self.acronyms |= acronyms
        self.stems |= reading.stems
        for name in names(reading):
            self.add_name(name)

    def add_name(self, name: Name) -> None:
        """Add one name."""
        if len(name.words) > 1:
            self.initials.add(initials(name))
        if len(name.units) == 1:
            self.bare.add(name.units[0].key)
        for unit in name.units:
            self.words.update(unit.key.split())
            for number, role in unit.places:
                self.places.setdefault(number, set()).add(role)
                self.containing.update(outer(self.naming, number))

    def has(self, unit: Unit, *, loosely: bool = True) -> bool:
        """Whether a part of a name is known, by its own words, another name for it, or a part of it."""
        if self._has_place(unit):
            return True
        parts = unit.key.split()
        if unit.places and len(parts) > 1:
            return all(part in self.words for part in parts)
        return all(self._has_word(part, unit, loosely=loosely) for part in parts)

    def has_acronym(self, name: Name) -> bool:
        """Whether the first letters of a name's words are known as a name."""
        letters = initials(name)
        return any(letters[:size] in self.acronyms for size in range(2, len(letters) + 1))

    def _has_place(self, unit: Unit) -> bool:
        for number, role in unit.places:
            if role in ("names", "people") and (number in self.places or number in self.containing):
                return True
            if role == "capital" and self.places.get(number, set()) & {"capital"}:
                return True
        return False

    def has_like(self, unit: Unit) -> bool:
        """Whether a word may be a part of a name, spelt or ending otherwise: *Rhianna*, *Kurds*."""
        if unit.key in self.naming.known:
            return False
        return all(
            self._has_near(part, _most_letters(part))
            or any(_grows(part, other) for other in self._in_order().by_root.get(part[:_SHORT], ()))
            for part in unit.key.split()
        )

    def _has_near(self, key: str, most: int) -> bool:
        """Whether a word with the same first letter differs in no more than so many letters."""
        if not most:
            return False
        found = self._in_order().by_letter
        return any(
            _distance(key, other) <= most
            for length in range(len(key) - most, len(key) + most + 1)
            for other in found.get((key[:1], length), ())
        )

    def _has_word(self, key: str, unit: Unit, *, loosely: bool) -> bool:
        words = self.words
        if key in words or unit.words[0].stem in self.stems or key in self.initials:
            return True
        naming = self.naming
        if any(
            all(part in words for part in full) for full in naming.spelt_out.get(key, ())
        ) or not words.isdisjoint(naming.forms_of_given.get(key, ())):
            return True
        if any(
            short in self.acronyms or (len(short) > _ACRONYM and short in words)
            for short in naming.spelling_out.get(key, ())
        ):
            return True
        return loosely and len(key) >= _LONG_ENOUGH and self._has_near(key, 1)

    def _in_order(self) -> _Sorted:
        """The words by their beginnings; worked out anew where words were added."""
        if self._sorted.count != len(self.words):
            self._sorted = _Sorted(self.words)
        return self._sorted


class _Sorted:
    """Words by their beginnings, as of the time there were ``count`` of them."""

    def __init__(self, words: Collection[str] = ()) -> None:
        self.count = len(words)
        self.by_letter: dict[tuple[str, int], list[str]] = {}
        self.by_root: dict[str, list[str]] = {}
        for word in words:
            self.by_letter.setdefault((word[:1], len(word)), []).append(word)
            self.by_root.setdefault(word[:_SHORT], []).append(word)


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA  # loaded only where there is something to compare

    return OSA.distance(one, other, score_cutoff=_MOST_LETTERS)


def _most_letters(word: str) -> int:
    """In how many letters a word may differ from another and be the same name, ill spelt."""
    return _MOST_LETTERS if len(word) > _LONG_ENOUGH else 1 if len(word) >= _LONG_ENOUGH - 1 else 0


def _grows(one: str, other: str) -> bool:
    """Whether two words have a root in common: *Kurds*, *Kurdish*."""
    shorter = min(len(one), len(other))
    root = max(_ROOT, ceil(_MOST_OF_A_WORD * shorter))
    return one[:root] == other[:root] if shorter >= root else shorter == _SHORT and other.startswith(one)


def _words(reading: Reading) -> tuple[set[str], set[str]]:
    """The words of a text without accents, two and two written as one as well, and those in capitals."""
    keys = [folded(word.word) for word in reading.words]
    found = set(keys)
    found.update(map(add, keys, keys[1:]))
    acronyms = {
        key for key, word in zip(keys, reading.words, strict=True) if word.capital and is_acronym(word)
    }
    return found, acronyms


def outer(naming: Naming, number: int) -> Iterator[int]:
    """The places that a place lies in."""
    within = naming.places[number].within
    seen = 0
    while within and seen < 4:
        seen += 1
        found = naming.numbers.get(within)
        if found is None:
            return
        yield found
        within = naming.places[found].within
