"""The names that stand in places beside words, looked up by word and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from onrecord.ground.alignment import alike
from onrecord.ground.comparison import Comparison
from onrecord.ground.known_names import KnownNames
from onrecord.ground.names import Name
from onrecord.ground.predications import NAMED, OF, Phrase, Role, roles
from onrecord.ground.reading import Reading
from onrecord.ground.wording import synonym_groups
from onrecord.language import Language

_SHORTEST_ROOT = 4
_MOST_ALIKE = 24


def has_name(known: KnownNames, name: Name) -> bool:
    """Whether any telling part of a name is known."""
    telling = [unit for unit in name.units if unit.key not in known.naming.generic] or name.units
    return any(known.has(unit) for unit in telling)


def in_phrase(name: Name, phrase: Phrase, comparison: Comparison) -> bool:
    """Whether a name stands in a phrase, in this form or another."""
    kept = comparison.once(_known_by_phrase)
    found = kept.get(id(phrase))
    if found is None:
        known = KnownNames(comparison.language)
        for word in phrase.words:
            known.words.add(word.word)
            known.stems.add(word.stem)
        for other in phrase.names:
            known.add_name(other)
        found = kept[id(phrase)] = phrase, known
    return has_name(found[1], name)


def _known_by_phrase(_: Comparison) -> dict[int, tuple[Phrase, KnownNames]]:
    """The names of each phrase, by its identity, together with the phrase: it must not go before."""
    return {}


class _Placed(NamedTuple):
    """The roles of a text by their place, and by the word, its beginning, or its groups of synonyms."""

    by_base: dict[tuple[str, str], list[int]]
    by_root: dict[tuple[str, str], list[int]]
    by_stem: dict[tuple[str, str], list[int]]


def _placed(reading: Reading) -> _Placed:
    placed = _Placed(defaultdict(list), defaultdict(list), defaultdict(list))
    for number, role in enumerate(roles(reading)):
        placed.by_base[role.role, role.base].append(number)
        if role.role not in (OF, NAMED):
            placed.by_stem[role.role, role.governor.stem].append(number)
            if not role.verb:
                placed.by_root[role.role, role.governor.stem[:_SHORTEST_ROOT]].append(number)
    return placed


def roles_beside(role: Role, reading: Reading) -> Iterator[Role]:
    """The first roles of a text in the same place beside the same word, in their order."""
    placed, found = reading.once(_placed), roles(reading)
    numbers = set(placed.by_base.get((role.role, role.base), ()))
    if role.role not in (OF, NAMED):
        numbers.update(
            number
            for stem in _same_meaning(reading.language).get(role.governor.stem, ())
            for number in placed.by_stem.get((role.role, stem), ())
            if found[number].verb == role.verb
        )
        if not role.verb:
            near = placed.by_root.get((role.role, role.governor.stem[:_SHORTEST_ROOT]), ())
            numbers.update(number for number in near if alike(role.governor, found[number].governor))
    return (found[number] for number in sorted(numbers)[:_MOST_ALIKE])


def roles_of_word(role: Role, reading: Reading) -> list[Role]:
    """The roles beside one word, of which this is one."""
    return reading.once(_by_word)[role.governor.start]


def _by_word(reading: Reading) -> dict[int, list[Role]]:
    found: dict[int, list[Role]] = defaultdict(list)
    for role in roles(reading):
        found[role.governor.start].append(role)
    return found


@lru_cache
def _same_meaning(language: Language) -> dict[str, frozenset[str]]:
    """The stems of the synonyms of each stem."""
    groups = synonym_groups(language)
    members: dict[int, set[str]] = defaultdict(set)
    for stem, numbers in groups.items():
        for number in numbers:
            members[number].add(stem)
    return {
        stem: frozenset().union(*(members[number] for number in numbers)) for stem, numbers in groups.items()
    }
