"""Readers of dates: days of the calendar, dates as far as they are known, and the time of a source."""

from __future__ import annotations

from onrecord.loaders.edtf import wrong_date, wrong_day
from onrecord.loaders.nodes import Node, YamlMapping
from onrecord.loaders.readers import word
from onrecord.loaders.walk import Walk
from onrecord.text import Scalar


def day(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """A day of the calendar, ``2025-04-17``."""
    found = word(walk, value, under, key)
    if found is None or not (wrong := wrong_day(found)):
        return found
    _refuse(walk, found, under, key, wrong, "write year, month and day: 2025-04-17")
    return None


def date(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """A date in the Extended Date/Time Format, levels 0 and 1."""
    found = word(walk, value, under, key)
    if found is None or not (wrong := wrong_date(found)):
        return found
    help = "write what is known: 2025, 2025-04 or 2025-04-17, with ? where uncertain, 2021-08/.. for since"
    _refuse(walk, found, under, key, wrong, help)
    return None


def date_or_source(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """A date, or the word ``source``: when the source was written."""
    found = word(walk, value, under, key)
    return found if found is None or found == "source" else date(walk, value, under, key)


def _refuse(walk: Walk, value: Scalar, under: YamlMapping, key: str, wrong: str, help: str) -> None:
    walk.add("malformed-date", f"{value[:40]!r} is no date: {wrong}", walk.place(value, under, key), help)
