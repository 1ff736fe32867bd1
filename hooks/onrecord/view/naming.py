"""Names for links: one name never stands for two addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from onrecord.model import Explainer, Source


class Names(Struct, frozen=True):
    """What explainers and sources are called in links, by id: their titles, told apart where alike."""

    explainers: dict[str, str]
    sources: dict[str, str]


def names(explainers: Iterable[Explainer], sources: Iterable[Source]) -> Names:
    """The names of ``explainers`` and ``sources``; those whose title is taken have their id behind it."""
    explainers, sources = list(explainers), list(sources)
    titles = [str(explainer.title) for explainer in explainers]
    times = Counter(titles) + Counter(str(source.title) for source in sources)
    taken = Counter(titles)
    return Names(
        {e.id: f"{e.title} ({e.id})" if taken[str(e.title)] > 1 else str(e.title) for e in explainers},
        {
            str(source.id): f"{source.title} (source {source.id})"
            if times[str(source.title)] > 1
            else str(source.title)
            for source in sources
        },
    )
