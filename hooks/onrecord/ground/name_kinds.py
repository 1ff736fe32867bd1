"""Whether two names can only mean two things: kinds of names, and places apart."""

from __future__ import annotations

from itertools import product

from onrecord.ground.known_names import outer
from onrecord.ground.names import Name, Unit, folded, initials, is_acronym
from onrecord.lexicon.naming import Naming

_NEARLY = 0.6
_ROOT = 3
_PLACE_NAMES = ("names", "people")


def same_kind(name: Name, other: Name, naming: Naming) -> bool:
    """Whether two names are of one kind, so that only one of them can be meant."""
    if name.is_place != other.is_place or _nearly(name, other):
        return False
    if name.is_place and name.units[-1].key == other.units[-1].key:
        return False
    if name.is_place:
        return apart(name.units[-1], other.units[-1], naming)
    return True


def _nearly(name: Name, other: Name) -> bool:
    """Whether two names may be one in two spellings."""
    if name.is_place:
        return False
    if _shortens(name, other) or _shortens(other, name):
        return True
    mine, theirs = ({unit.key for unit in one.units} for one in (name, other))
    return (
        mine <= theirs
        or theirs <= mine
        or any(_alike(one, two) for one, two in product(mine, theirs) if one != two)
    )


def _shortens(name: Name, other: Name) -> bool:
    """Whether a name has a short form that begins as the words of the other do: *IPCC*."""
    letters = initials(other)
    return len(letters) > 1 and any(
        is_acronym(word) and folded(word.word).startswith(letters) for word in name.words
    )


def _alike(one: str, two: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # loaded only where there is something to compare

    if one[:_ROOT] == two[:_ROOT] and len(one) >= _ROOT <= len(two):
        return True
    return one[:1] == two[:1] and Levenshtein.normalized_similarity(one, two) >= _NEARLY


def apart(unit: Unit, other: Unit, naming: Naming) -> bool:
    """Whether two places lie apart: neither is the other, or a part of it."""
    one, two = _around(unit, naming), _around(other, naming)
    return not (_own(unit) & two or _own(other) & one)


def _own(unit: Unit) -> set[int]:
    return {number for number, role in unit.places if role in _PLACE_NAMES} or {
        -number - 1 for number, _ in unit.places
    }


def _around(unit: Unit, naming: Naming) -> set[int]:
    found = _own(unit)
    for number, _ in unit.places:
        found.add(number)
        found.update(outer(naming, number))
    return found
