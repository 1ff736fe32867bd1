"""What is said beside a claim wherever it is printed: whose reading it is, when it was, when it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model import Claim
from onrecord.view.dates import When, when
from onrecord.view.words import EXCEPTED, STATUSES, SUPERSEDED, capitalised


class Tag(NamedTuple):
    """Words that belong to a claim wherever it is printed: ``kind`` is status, date or as-of."""

    kind: str
    text: str


def tags_of(claim: Claim, date: When | None, as_of: str, *, superseded: bool) -> Iterator[Tag]:
    """The tags of ``claim``, whose date in words and time of holding are given."""
    if superseded:
        yield Tag("status", SUPERSEDED)
    if claim.status in STATUSES:
        yield Tag("status", STATUSES[claim.status])
    if date and is_inferred(claim):
        yield Tag("date", f"date inferred: {date.words}")
    if claim.derived is not None:
        yield Tag("status", "worked out from other claims")
    if as_of:
        yield Tag("as-of", as_of)
    if claim.waivers:
        yield Tag("status", EXCEPTED)


def is_inferred(claim: Claim) -> bool:
    """Whether a claim's date is our inference: said to be, or uncertain in its notation."""
    return bool(claim.date) and (claim.date_basis == "inferred" or any(c in str(claim.date) for c in "?~%"))


def as_of_what(claim: Claim) -> str:
    """As of when a claim holds (``as of the source``), empty where it is not bound to a time."""
    if not claim.as_of:
        return ""
    return "as of the source" if claim.as_of == "source" else f"as of {when(claim.as_of).words}"


def how_dated(claim: Claim, date: When | None) -> str:
    """How the date was got, as a sentence."""
    words = f" The source says “{claim.date_words}”." if claim.date_words else ""
    if date is None:
        return f"Not dated.{words}" if words or claim.date_basis == "none" else ""
    if is_inferred(claim):
        return f"{capitalised(date.words)}, inferred by us.{words} {claim.date_note or ''}".rstrip()
    basis = ", stated in the source." if claim.date_basis == "stated" else "."
    note = f" {claim.date_note}" if claim.date_note else ""
    return f"{capitalised(date.words)}{basis}{words}{note}"
