"""What explainers share by name, topics and entities: one id must mean the same on all pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.finding import Related
from onrecord.model import Explainer, Problem
from onrecord.text import Scalar, name_key, slug

_KINDS = {"person": "a person", "organisation": "an organisation", "place": "a place"}


class _First(NamedTuple):
    """Who had an id first: the explainer, what it stands for there, and where that is written."""

    explainer: str
    meaning: str
    written: Scalar


def shared_name_problems(explainers: Iterable[Explainer]) -> Iterator[Problem]:
    """Yield a problem for each topic and entity whose id stands for something else already."""
    topics: dict[str, _First] = {}
    entities: dict[str, _First] = {}
    for explainer in explainers:
        yield from _topics(explainer, topics)
        yield from _entities(explainer, entities)


def _topics(explainer: Explainer, taken: dict[str, _First]) -> Iterator[Problem]:
    here: set[str] = set()
    for topic in explainer.topics:
        key = name_key(topic)
        first = taken.setdefault(slug(topic), _First(explainer.id, key, topic))
        if key in here:
            message = f"the topic {str(topic)!r} is given twice"
            yield _problem(explainer, topic, first, message, "take one of the two out")
        elif first.meaning != key:
            message = f"the topic {str(topic)!r} would have the address of {str(first.written)!r}"
            yield _problem(explainer, topic, first, message, "spell both alike, or rename one of the two")
        here.add(key)


def _entities(explainer: Explainer, taken: dict[str, _First]) -> Iterator[Problem]:
    here: set[str] = set()
    given = {str(entity.id) for entity in explainer.entities if entity.id is not None}
    for entity in explainer.entities:
        key, written = entity.key, entity.name if entity.id is None else entity.id
        first = taken.setdefault(key, _First(explainer.id, entity.kind, written))
        if entity.id is None and (key in here or key in given):
            message = f"there is another entity {key!r} on this page"
            yield _problem(explainer, written, first, message, "make one of the two, or give this one an id")
        elif first.meaning != entity.kind:
            message = f"{key!r} is {_KINDS[entity.kind]} here and {_KINDS[first.meaning]} elsewhere"
            yield _problem(explainer, written, first, message, "give one of the two another id")
        here.add(key)


def _problem(explainer: Explainer, written: Scalar, first: _First, message: str, help: str) -> Problem:
    related = (Related("the first one", first.written.at()),) if first.written is not written else ()
    return Problem("duplicate-id", message, written.at(), help, related, explainer=explainer.id)
