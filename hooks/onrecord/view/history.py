"""What happened to one claim since it was published, as its own page tells it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.view.claims import PrintedClaim


class Step(NamedTuple):
    """One step: ``kind`` is published, corrected, reworded, reread or withdrawn, ``date`` ISO 8601.

    ``was`` and ``now`` are what the claim said before and after a change of its words.
    """

    date: str
    kind: str
    was: str = ""
    now: str = ""
    why: str = ""


def history(claim: PrintedClaim) -> list[Step]:
    """The steps of ``claim``, oldest first."""
    return sorted(_steps(claim), key=lambda step: step.date)


def _steps(printed: PrintedClaim) -> Iterator[Step]:
    claim, published = printed.claim, printed.explainer.published
    if published:
        yield Step(published, "published")
    corrections = sorted(claim.corrections, key=lambda correction: correction.date)
    said = [*(correction.was for correction in corrections[1:]), claim.text]
    for correction, now in zip(corrections, said, strict=False):
        kind = "reworded" if correction.minor else "corrected"
        yield Step(correction.date, kind, correction.was, now, correction.why)
    if claim.reread:
        yield Step(claim.reread, "reread")
    if claim.withdrawn:
        yield Step(claim.withdrawn.date, "withdrawn", why=claim.withdrawn.why)
