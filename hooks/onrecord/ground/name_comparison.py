"""Where the names of a claim disagree with those of its passages."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.known_names import KnownNames, known_names
from onrecord.ground.names import Name, Unit, names

_OPENING = 4


def absent_names(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each name of the claim that neither a passage nor a declaration has."""
    known = known_names(comparison)
    for name in unknown_names(comparison):
        told = _shown(name, comparison)
        missing = missing_units(name, known, comparison)
        yield Disagreement(
            f"the quotation does not name '{told}'"
            if len(missing) == len(name.units)
            else f"the quotation does not have '{_text(missing, comparison)}' of the name '{told}'",
            name.span,
            "quote a passage that has the name, or declare under 'refers' or 'entities' who is meant",
        )


def unknown_names(comparison: Comparison) -> tuple[Name, ...]:
    """The claim's names that have a part which nothing it may draw on has."""
    return comparison.once(_unknown_names)


def _unknown_names(comparison: Comparison) -> tuple[Name, ...]:
    if not names(comparison.reading):
        return ()
    known = known_names(comparison)
    found = names(comparison.reading)
    if not comparison.explainer.subject and not found[0].is_place and _begins_with_pronoun(comparison):
        found = found[1:]
    return tuple(name for name in found if name.sure and missing_units(name, known, comparison))


def _begins_with_pronoun(comparison: Comparison) -> bool:
    """Whether a passage speaks of somebody it does not name: nobody has said who the page is about."""
    pronouns = comparison.language.pronouns
    return any(
        word.word in pronouns for passage in comparison.passages for word in passage.reading.words[:_OPENING]
    )


def missing_units(name: Name, known: KnownNames, comparison: Comparison) -> tuple[Unit, ...]:
    """The parts of a name that nothing has.

    A given name before a surname that stands alone in the passages is none of them, nor is a word that says
    what kind of thing a known name is of.
    """
    missing = tuple(
        unit
        for unit in name.units
        if len(unit.key) > 1 and not known.has(unit) and not _is_government(unit, name, known, comparison)
    )
    if missing and len(name.words) > 1 and known.has_acronym(name):
        return ()
    if missing and len(missing) < len(name.units):
        if all(unit.key in known.naming.generic for unit in missing):
            return ()
        last = name.units[-1]
        if name.units[0] in missing and last not in missing and last.key in known.bare and not last.places:
            return ()
    return missing


def _is_government(unit: Unit, name: Name, known: KnownNames, comparison: Comparison) -> bool:
    """Whether a capital stands for the government of a country that the passages name."""
    if not any(role == "capital" and number in known.places for number, role in unit.places):
        return False
    before = [word for word in comparison.reading.words if word.end <= name.span.start]
    return not before or before[-1].word not in known.naming.locating


def _shown(name: Name, comparison: Comparison) -> str:
    return comparison.reading.content[name.span.start : name.span.end]


def _text(units: tuple[Unit, ...], comparison: Comparison) -> str:
    return " ".join(comparison.reading.content[unit.words[0].start : unit.words[-1].end] for unit in units)
