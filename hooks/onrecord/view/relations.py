"""How the claims of an explainer hang together: which leans on which, disagrees, takes whose place."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from onrecord.model import Claim

Names = dict[str, tuple[str, ...]]
"""Ids of claims by the id of the claim they belong to."""


class Relations(Struct, frozen=True):
    """The other claims that belong to each published claim of one explainer, in the author's order.

    ``leaning`` are worked out from it or fall with it, ``disagreeing`` conflict with it (said by either of
    the two), ``superseding`` took its place.
    """

    leaning: Names
    disagreeing: Names
    superseding: Names


def relations(claims: Iterable[Claim]) -> Relations:
    """The relations of ``claims``, withdrawn ones left out."""
    live = {str(claim.id): claim for claim in claims if claim.withdrawn is None}
    leaning: dict[str, dict[str, None]] = {}
    disagreeing: dict[str, dict[str, None]] = {}
    superseding: dict[str, dict[str, None]] = {}
    for name, claim in live.items():
        for other in (*claim.depends_on, *(claim.derived.claims if claim.derived else ())):
            leaning.setdefault(str(other), {})[name] = None
        for other in claim.conflicts_with:
            disagreeing.setdefault(name, {})[str(other)] = None
            disagreeing.setdefault(str(other), {})[name] = None
        for other in claim.supersedes:
            superseding.setdefault(str(other), {})[name] = None
    return Relations(_plain(leaning, live), _plain(disagreeing, live), _plain(superseding, live))


def _plain(found: dict[str, dict[str, None]], live: dict[str, Claim]) -> Names:
    return {name: tuple(other for other in others if other in live) for name, others in found.items()}
