"""The hostile explainer with dates that are dates: what a loader would let through to feeds and citations."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from onrecord.history import Correction
from onrecord.model import Claim
from pages import hostile
from pages.example import Made, words

PUBLISHED = "1872-01-01"
CORRECTED = "1872-02-01"
WITHDRAWN = "1872-02-02"
REMOVED = "1872-02-03"
UPDATED = "1872-02-04"


def _claim(made: Claim) -> Claim:
    def corrected(correction: Correction) -> Correction:
        return replace(correction, date=words(CORRECTED))

    gone = replace(made.withdrawn, date=words(WITHDRAWN)) if made.withdrawn else None
    return replace(made, corrections=tuple(map(corrected, made.corrections)), withdrawn=gone)


def explainer() -> Made:
    made, claims = hostile.explainer()
    dated: list[tuple[Claim, tuple[Any, ...]]] = [(_claim(one), outcomes) for one, outcomes in claims]
    entry = replace(
        made,
        claims=tuple(one for one, _ in dated),
        published=words(PUBLISHED),
        updates=tuple(replace(one, date=words(UPDATED)) for one in made.updates),
        retired=tuple(replace(one, date=words(REMOVED)) for one in made.retired),
    )
    return entry, dated
