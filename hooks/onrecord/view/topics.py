"""Topics: explainers under the names that their authors gave for sorting them."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from onrecord.text import name_key
from onrecord.view.links import topic_path
from onrecord.view.published import Published, PublishedExplainer


class Topic(Struct, frozen=True):
    """A topic by the name it was given first, and its explainers, newest first."""

    name: str
    path: str
    explainers: tuple[PublishedExplainer, ...]


def topics(site: Published) -> list[Topic]:
    """Every topic by name; the spelling of the explainer that was published first is kept."""
    names: dict[str, str] = {}
    explainers: dict[str, dict[str, PublishedExplainer]] = {}
    for entry in site.explainers:
        for topic in entry.explainer.topics:
            key = name_key(topic)
            names[key] = str(topic)
            explainers.setdefault(key, {})[entry.path] = entry
    return [
        Topic(names[key], topic_path(names[key]), tuple(explainers[key].values()))
        for key in sorted(names, key=in_order)
    ]


def in_order(name: str) -> tuple[str, str]:
    """What names are sorted by: their letters without accents, and without a leading *the*."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return plain.casefold().removeprefix("the "), name
