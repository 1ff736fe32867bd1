"""Sources that only repeat others: how many independent ones there are among several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.model import Source

Origins = Mapping[str, frozenset[str]]
"""By a source's id, the ids of the sources that what it says comes from in the end (its own, as a rule)."""


def origins(sources: Mapping[str, Source]) -> dict[str, frozenset[str]]:
    """Where each of ``sources`` has what it says from; of those that repeat one another, the first by id."""
    return {id: _origins(id, sources) for id in sources}


def _origins(id: str, sources: Mapping[str, Source]) -> frozenset[str]:
    met: set[str] = set()
    first: set[str] = set()
    waiting = [str(id)]
    while waiting:
        name = waiting.pop()
        if name in met:
            continue
        met.add(name)
        repeated = sources[name].derived_from if name in sources else ()
        if repeated:
            waiting.extend(map(str, repeated))
        else:
            first.add(name)
    return frozenset(first or {min(met)})


def independent(ids: Iterable[str], known: Origins) -> dict[str, str]:
    """For each source the one of ``ids`` that it counts as: itself, or one that it shares an origin with."""
    counted: dict[str, str] = {}
    by_origin: dict[str, str] = {}
    every = {str(id): known.get(str(id), frozenset((str(id),))) for id in ids}
    for id in sorted(every, key=lambda one: (len(every[one]), every[one] != {one}, one)):
        shared = min((by_origin[origin] for origin in every[id] if origin in by_origin), default=id)
        counted[id] = shared
        for origin in every[id]:
            by_origin.setdefault(origin, shared)
    return counted
