"""The names that a claim may use: those of its passages, and those its author has declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import add

from rapidfuzz.distance import OSA

from onrecord.ground.comparison import Comparison
from onrecord.ground.names import Name, Unit, folded, initials, is_acronym, names
from onrecord.ground.reading import Reading
from onrecord.language import Language
from onrecord.languages import language_of
from onrecord.lexicon.naming import Naming

_LONG_ENOUGH = 5


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
        comparison.language, (declared(str(one), comparison) for one in comparison.explainer.subject)
    )


def _known(comparison: Comparison) -> KnownNames:
    known = passage_names(comparison).copied()
    for text in declared_names(comparison):
        known.add(declared(text, comparison))
    for entity in comparison.explainer.entities:
        forms = [declared(str(form), comparison) for form in (entity.name, *entity.aliases)]
        if any(all(folded(word.word) in known.words for word in form.words) for form in forms):
            for form in forms:
                known.add(form)
    return known


def declared(text: str, comparison: Comparison) -> Reading:
    """An author's words read; the same words are read once for all claims."""
    return _declared(text, comparison.explainer.language, comparison.language.name)


@lru_cache(maxsize=4096)
def _declared(text: str, tag: str, name: str) -> Reading:
    language = language_of(tag)
    assert language is not None, name
    return Reading(text, language)


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
        for reading in readings:
            self.add(reading)

    def copied(self) -> KnownNames:
        """The same words and names, to add others to."""
        other = KnownNames.__new__(KnownNames)
        other.naming = self.naming
        for field in ("words", "stems", "containing", "initials", "acronyms", "bare"):
            setattr(other, field, set(getattr(self, field)))
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

    def _has_word(self, key: str, unit: Unit, *, loosely: bool) -> bool:
        if key in self.words or unit.words[0].stem in self.stems:
            return True
        if key in self.initials or any(
            all(part in self.words for part in full) for full in self.naming.spelt_out.get(key, ())
        ):
            return True
        if any(form in self.words for form in self.naming.forms_of_given.get(key, ())):
            return True
        if any(key in full and short in self.words for short, full in self._acronyms()):
            return True
        return (
            loosely
            and len(key) >= _LONG_ENOUGH
            and any(
                abs(len(other) - len(key)) <= 1 and other[0] == key[0] and OSA.distance(key, other) <= 1
                for other in self.words
                if other
            )
        )

    def _acronyms(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for short, fulls in self.naming.spelt_out.items():
            if short in self.words:
                for full in fulls:
                    yield short, full


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
