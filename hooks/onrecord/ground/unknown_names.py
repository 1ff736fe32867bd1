"""Names of a claim that neither its passages nor its page know at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.known_names import KnownNames, known_names
from onrecord.ground.name_comparison import absent_names, missing_units, unknown_names
from onrecord.ground.names import Name, Unit, is_acronym, names
from onrecord.ground.reading import read
from onrecord.ground.swapped_names import is_denied

_VAST = "continent"
_MOST_INITIALS = 8


def strange_names(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each name of which neither a passage nor the page has a part."""
    for name in wholly_unknown(comparison):
        told = comparison.reading.content[name.span.start : name.span.end]
        yield Disagreement(
            f"nothing that is quoted names '{told}', nor does the page",
            name.span,
            "quote a passage that has the name, or declare under 'refers' or 'entities' who is meant",
        )


def partly_absent_names(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each other name of the claim that its passages have not, or not whole."""
    told = {name.span for name in wholly_unknown(comparison)}
    for found in absent_names(comparison):
        if found.words not in told:
            yield found


def wholly_unknown(comparison: Comparison) -> tuple[Name, ...]:
    """The claim's names that are surely strange to its passages and to its page.

    A page whose author has not said what it is about may know whom it speaks of; it has none.
    """
    return comparison.once(_wholly_unknown)


def _wholly_unknown(comparison: Comparison) -> tuple[Name, ...]:
    if not comparison.explainer.subject or not unknown_names(comparison):
        return ()
    known = known_names(comparison)
    around = comparison.once(_around)
    return tuple(
        name
        for name in unknown_names(comparison)
        if len(missing_units(name, known, comparison)) == len(name.units)
        and not _is_shouted(name)
        and not is_denied(name, comparison.reading)
        and not any(_may_be_known(unit, name, known, comparison) for unit in name.units)
        and not any(around.has(unit) for unit in name.units)
    )


def _around(comparison: Comparison) -> KnownNames:
    """What stands right around the passages in their sources, and in the title of the page."""
    known = KnownNames(comparison.language, (passage.surroundings for passage in comparison.passages))
    if comparison.explainer.title is not comparison.claim.text:
        known.add(read(str(comparison.explainer.title), comparison.language))
    return known


def _is_shouted(name: Name) -> bool:
    """Whether some words are written in capitals, and are no name for it."""
    return len(name.words) > 1 and all(is_acronym(word) for word in name.words)


def _may_be_known(unit: Unit, name: Name, known: KnownNames, comparison: Comparison) -> bool:
    """Whether a part of a name may be what the passages call otherwise."""
    naming = known.naming
    if name.words[-1].word in naming.expanses or (unit.places and _is_vast(unit, known)):
        return True
    if unit.key in naming.unnamed or known.has_like(unit):
        return True
    if len(unit.words) == 1 and is_acronym(unit.words[0]):
        return any(number in known.places for number, _ in unit.places) or _stands_for(
            unit.key.replace(".", ""), comparison
        )
    return bool(unit.places) and _may_lie_in(unit, comparison)


def _is_vast(unit: Unit, known: KnownNames) -> bool:
    return all(known.naming.places[number].kind == _VAST for number, _ in unit.places)


def _stands_for(letters: str, comparison: Comparison) -> bool:
    """Whether words that follow each other in a passage begin with these letters, little words left out."""
    if len(letters) > _MOST_INITIALS:
        return False
    stops = comparison.language.stop_words
    wanted = letters.rstrip("s")
    for passage in comparison.passages:
        words = passage.reading.words
        if wanted in "".join(word.word[0] for word in words) or wanted in "".join(
            word.word[0] for word in words if word.word not in stops
        ):
            return True
    return False


def _may_lie_in(unit: Unit, comparison: Comparison) -> bool:
    """Whether a passage names where something is, and not the country: nobody knows all places."""
    if not any(role == "names" for _, role in unit.places):
        return False
    locating = comparison.once(_locating)
    for passage in comparison.passages:
        starts = {name.words[0].start: name for name in names(passage.reading) if name.sure}
        for before, word in pairwise(passage.reading.words):
            name = starts.get(word.start)
            if name is not None and before.word in locating and not any(part.places for part in name.units):
                return True
    return False


def _locating(comparison: Comparison) -> frozenset[str]:
    lexicon = comparison.language.lexicon
    return lexicon.naming.locating if lexicon and lexicon.naming else frozenset()
