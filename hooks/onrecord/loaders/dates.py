"""Readers of dates: days of the calendar, dates as far as they are known, and the time of a source."""

from __future__ import annotations

from onrecord.loaders.edtf import likely_day, wrong_date, wrong_day
from onrecord.loaders.nodes import Node, YamlMapping
from onrecord.loaders.readers import word
from onrecord.loaders.walk import Walk
from onrecord.mending import instead
from onrecord.text import Scalar


def day(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """A day of the calendar, ``2025-04-17``."""
    found = word(walk, value, under, key)
    if found is None or not (wrong := wrong_day(found)):
        return found
    meant = likely_day(found)
    _refuse(
        walk,
        found,
        under,
        key,
        wrong,
        "write year, month and day: 2025-04-17",
        meant if not wrong_day(meant) else "",
    )
    return None


def date(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """A date in the Extended Date/Time Format, levels 0 and 1."""
    found = word(walk, value, under, key)
    if found is None or not (wrong := wrong_date(found)):
        return found
    help = "write what is known: 2025, 2025-04 or 2025-04-17, with ? where uncertain, 2021-08/.. for since"
    _refuse(walk, found, under, key, wrong, help, likely_day(found))
    return None


def date_or_source(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """A date, or the word ``source``: when the source was written."""
    found = word(walk, value, under, key)
    return found if found is None or found == "source" else date(walk, value, under, key)


def _refuse(
    walk: Walk, value: Scalar, under: YamlMapping, key: str, wrong: str, help: str, meant: str
) -> None:
    """Add a problem; ``meant`` is the one way in which the value can be read, empty where there is none."""
    fix = instead(value, meant) if meant else None
    help = f"write {meant!r}, if that is what is meant" if meant else help
    message = f"{value[:40]!r} is no date: {wrong}"
    walk.add("malformed-date", message, walk.place(value, under, key), help, fix=fix)
