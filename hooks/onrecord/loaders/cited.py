"""Which sources claims cite, and what stands in for those that could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.model import Claim, Explainer, Source
from onrecord.text import Scalar


def cited(explainers: Iterable[Explainer]) -> Iterator[tuple[Claim, Scalar]]:
    """Yield each source that a claim cites (its id, where it is written), once for each piece of evidence."""
    for explainer in explainers:
        for claim in explainer.claims:
            for entry in claim.evidence:
                source = entry.source or explainer.source
                if source is not None:
                    yield claim, source


def stand_ins(explainers: Iterable[Explainer]) -> dict[str, Source]:
    """A source without a text in the place of each that is cited."""
    by_name = {str(id): id for _, id in cited(explainers)}
    return {name: Source(id=id, file=id, sha256=id, title=id, at=id.at()) for name, id in by_name.items()}
