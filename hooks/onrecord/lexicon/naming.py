"""What a language knows of names: places and their people, titles, words that names are made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct


class Place(Struct, frozen=True):
    """A country, a region or a continent. All names in small letters, without accents.

    ``kind`` is ``country``, ``region`` or ``continent``; ``people`` are its adjectives and its
    people's names; ``capital`` and ``cities`` lie in it.
    """

    kind: str
    names: tuple[str, ...]
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    within: str = ""
    """The first name of the place that it is a part of, or nothing."""


def places(kind: str, within: str, *lines: str) -> Iterator[Place]:
    """The places of some lines: names; people; capital; cities, each parted by commas."""
    for line in lines:
        parts = [tuple(name.strip() for name in part.split(",") if name.strip()) for part in line.split(";")]
        parts += [()] * (4 - len(parts))
        yield Place(kind, parts[0], parts[1], parts[2], parts[3], within)


class Naming(Struct, frozen=True, dict=True):
    """The words of names. All in small letters, without accents."""

    places: tuple[Place, ...] = ()
    acronyms: tuple[tuple[str, str], ...] = ()
    """Short forms and what they stand for, where the letters do not say so or are seldom spelt out."""
    linking: frozenset[str] = frozenset()
    """Little words inside a name (*of*, *van*)."""
    unnamed: frozenset[str] = frozenset()
    """Words that often have a capital and are no name (*Monday*, *President*, *I*)."""
    generic: frozenset[str] = frozenset()
    """Words of a name that may be left out or put in (*Inc*, *University*, *Mr*)."""
    given: frozenset[str] = frozenset()
    """Given names of persons."""
    nicknames: tuple[tuple[str, ...], ...] = ()
    """Forms of one given name (*Bill*, *William*)."""
    personal: frozenset[str] = frozenset()
    """Pronouns that stand for a person (*he*, *her*)."""
    plural: frozenset[str] = frozenset()
    """Pronouns that stand for several (*they*)."""
    neuter: frozenset[str] = frozenset()
    """Pronouns that stand for a thing (*it*)."""
    owning: frozenset[str] = frozenset()
    """Pronouns that say whose something is (*his*)."""
    pointing: frozenset[str] = frozenset()
    """Words before a noun that say it was named before (*the*, *this*)."""
    groups: frozenset[str] = frozenset()
    """Nouns that stand for a group named before (*group*, *movement*)."""
    about_sources: frozenset[str] = frozenset()
    """Words by which a claim speaks of its source (*article*)."""
    locating: frozenset[str] = frozenset()
    """Prepositions before the place where something happened (*in*)."""
    months: frozenset[str] = frozenset()
    """The months."""
    expanses: frozenset[str] = frozenset()
    """Last words of names of parts of the earth that everything in them lies in (*hemisphere*)."""

    # Titles of persons

    offices: tuple[tuple[str, ...], ...] = ()
    """Titles of offices, each as its words; the longest counts (*foreign minister*, *minister*)."""
    highest: frozenset[str] = frozenset()
    """Titles of which a person holds one at a time (*president*, *prime minister*), each a string."""
    qualifiers: frozenset[str] = frozenset()
    """Words before a title that make it another (*deputy*, *former*)."""
    same_office: tuple[tuple[str, ...], ...] = ()
    """Titles that are one, or may be called by one another, each title a string (*premier*)."""
    same_qualifier: tuple[tuple[str, ...], ...] = ()
    """Qualifiers that say the same (*former*, *ex*)."""
    destinations: frozenset[str] = frozenset()
    """Prepositions before the one that somebody of an office is sent to (*to*)."""

    @cached_property
    def known(self) -> dict[str, tuple[tuple[int, str], ...]]:
        """The places by each of their names: the number of the place, and what the name is of it."""
        found: dict[str, list[tuple[int, str]]] = {}
        for number, place in enumerate(self.places):
            for role in ("names", "people", "capital", "cities"):
                for name in getattr(place, role):
                    found.setdefault(name, []).append((number, role))
        return {name: tuple(found_ones) for name, found_ones in found.items()}

    @cached_property
    def longest(self) -> int:
        """The number of words in the longest name of a place."""
        return max((name.count(" ") + 1 for name in self.known), default=1)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words of the places whose names have more than one."""
        return frozenset(name.split(" ")[0] for name in self.known if " " in name)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each place by its first name."""
        return {place.names[0]: number for number, place in enumerate(self.places)}

    @cached_property
    def forms_of_given(self) -> dict[str, frozenset[str]]:
        """The other forms of each given name that has some."""
        found: dict[str, set[str]] = {}
        for forms in self.nicknames:
            for form in forms:
                found.setdefault(form, set()).update(forms)
        return {form: frozenset(forms) for form, forms in found.items()}

    @cached_property
    def spelt_out(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """What each short form stands for, as words."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for short, full in self.acronyms:
            found.setdefault(short, []).append(tuple(full.split()))
        return {short: tuple(fulls) for short, fulls in found.items()}

    @cached_property
    def spelling_out(self) -> dict[str, tuple[str, ...]]:
        """The short forms that each word may be a part of."""
        found: dict[str, list[str]] = {}
        for short, full in self.acronyms:
            for word in full.split():
                found.setdefault(word, []).append(short)
        return {word: tuple(shorts) for word, shorts in found.items()}

    @cached_property
    def offices_by_first(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The titles by their first word, the longest first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for office in self.offices:
            found.setdefault(office[0], []).append(office)
        return {first: tuple(sorted(same, key=len, reverse=True)) for first, same in found.items()}

    @cached_property
    def office_class(self) -> dict[str, frozenset[str]]:
        """The titles that each title may be called by."""
        return _classes(self.same_office)

    @cached_property
    def qualifier_class(self) -> dict[str, frozenset[str]]:
        """The qualifiers that each qualifier may be replaced by."""
        return _classes(self.same_qualifier)


def _classes(same: tuple[tuple[str, ...], ...]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in same:
        for word in group:
            found.setdefault(word, set()).update(group)
    return {word: frozenset(group) for word, group in found.items()}
