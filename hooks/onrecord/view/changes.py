"""What was changed: corrections, withdrawals, removals and takedowns, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from onrecord.history import Retired, Withdrawal
from onrecord.model import Explainer
from onrecord.view.claims import PrintedClaim
from onrecord.view.links import claim_path, source_path
from onrecord.view.published import Published, PublishedExplainer
from onrecord.view.words import opening


class Change(Struct, frozen=True):
    """What a claim said before and says now, or since when it or a source is gone, and why.

    ``kind`` is corrected, withdrawn, removed or taken down; only a corrected claim says something ``now``,
    and a removed one is known by its id alone (``opening``). ``claim`` is its id and ``address`` the path of
    its page. ``replacement`` is the claim to look at instead of a removed one. What is taken down is a
    source: it has no explainer, and no claim.
    """

    kind: str
    date: str
    id: str
    explainer: PublishedExplainer | None
    claim: str
    address: str
    opening: str
    was: str
    now: str
    why: str
    replacement: PrintedClaim | None = None


def changes(site: Published) -> list[Change]:
    """Corrections, withdrawals and removals of all explainers and takedowns of sources, newest first."""
    of_claims = (change for entry in site.explainers for change in changes_of(entry))
    return _newest_first((*_taken_down(site), *of_claims))


def changes_of(entry: PublishedExplainer) -> list[Change]:
    """Corrections, withdrawals and removals of one explainer, newest first."""
    found: list[Change] = []
    for claim in entry.all_claims():
        found.extend(_corrected(entry, claim))
        if claim.claim.withdrawn:
            found.append(_withdrawn(entry, claim, claim.claim.withdrawn))
    removed = (one for one in entry.explainer.retired if not is_renaming(entry.explainer, one))
    found.extend(_removed(entry, retired) for retired in removed)
    return _newest_first(found)


def is_renaming(explainer: Explainer, retired: Retired) -> bool:
    """Whether an entry of ``retired`` is an old name of the explainer itself, not a removed claim."""
    return retired.replaced_by == explainer.id


def _newest_first(found: Iterable[Change]) -> list[Change]:
    return sorted(found, key=lambda change: change.date, reverse=True)


def _corrected(entry: PublishedExplainer, claim: PrintedClaim) -> Iterator[Change]:
    corrections = sorted(claim.claim.corrections, key=lambda correction: correction.date)
    said = [*(correction.was for correction in corrections), claim.claim.text]
    for number, correction in enumerate(corrections, 1):
        if correction.minor:
            continue
        yield Change(
            kind="corrected",
            date=str(correction.date),
            id=f"{entry.path}--{claim.id}--{number}",
            explainer=entry,
            claim=claim.id,
            address=claim.path,
            opening=claim.opening,
            was=str(correction.was),
            now=str(said[number]),
            why=str(correction.why),
        )


def _withdrawn(entry: PublishedExplainer, claim: PrintedClaim, withdrawal: Withdrawal) -> Change:
    return Change(
        kind="withdrawn",
        date=str(withdrawal.date),
        id=f"{entry.path}--{claim.id}--withdrawn",
        explainer=entry,
        claim=claim.id,
        address=claim.path,
        opening=opening(claim.claim.text),
        was=str(claim.claim.text),
        now="",
        why=str(withdrawal.why),
    )


def _taken_down(site: Published) -> Iterator[Change]:
    for name, former in site.former_sources.items():
        if former.source.taken_down is not None:
            yield Change(
                kind="taken down",
                date=str(former.source.taken_down.date),
                id=f"source--{name}--taken-down",
                explainer=None,
                claim="",
                address=source_path(name),
                opening=former.name,
                was="",
                now="",
                why=str(former.source.taken_down.why),
            )


def _removed(entry: PublishedExplainer, retired: Retired) -> Change:
    return Change(
        kind="removed",
        date=str(retired.date),
        id=f"{entry.path}--{retired.id}--removed",
        explainer=entry,
        claim=str(retired.id),
        address=claim_path(entry.path, retired.id),
        opening=str(retired.id),
        was="",
        now="",
        why=str(retired.why),
        replacement=entry.claims.get(str(retired.replaced_by or "")),
    )
