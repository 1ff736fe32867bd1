"""What a reviewer has seen when granting a waiver: the fingerprint of a claim and of what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from onrecord.model import Claim, Quotation
from onrecord.resolve import Resolution
from onrecord.text import Scalar

_LENGTH = 8
_ByName = dict[tuple[str, str], Claim]


def fingerprint(resolution: Resolution, explainer: str, claim: Claim) -> str:
    """The fingerprint that a waiver of ``claim`` (of the explainer with that id) has to carry.

    It is made of the words of the claim and of what it rests on: the first 8 hexadecimal digits of the
    SHA-256 of the claim's text, its quotations and absent words and, where it is worked out from other
    claims, of the working and of the same words of those claims; in this order, one a line, with single
    spaces, in UTF-8.
    """
    claims = resolution.once(_claims_by_name)
    lines = (" ".join(part.split()) for part in _seen(explainer, claim, claims))
    return sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _claims_by_name(resolution: Resolution) -> _ByName:
    return {(found.explainer.id, str(found.claim.id)): found.claim for found in resolution.claims}


def _seen(explainer: str, claim: Claim, claims: Mapping[tuple[str, str], Claim]) -> Iterator[Scalar]:
    yield from _words(claim)
    if claim.derived is not None:
        yield claim.derived.how
        for id in claim.derived.claims:
            other = claims.get((explainer, str(id)))
            if other is not None:
                yield from _words(other)


def _words(claim: Claim) -> Iterator[Scalar]:
    yield claim.text
    for entry in claim.evidence:
        if isinstance(entry, Quotation):
            yield entry.exact
        else:
            yield from entry.terms
