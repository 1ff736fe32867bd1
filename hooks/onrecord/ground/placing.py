"""Which claims stand in the blocks that are made from the claims: timeline, people, words, absences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.model import Absence, Claim, Explainer, Quotation


def block_claims(kind: str, explainer: Explainer, live: Mapping[str, Claim]) -> Iterable[str]:
    """The ids of the claims of ``live`` in a block of this kind, in the order of the block."""
    match kind:
        case "timeline":
            return [name for name, claim in live.items() if claim.date or claim.date_basis == "none"]
        case "people":
            roles = (str(entity.role) for entity in explainer.entities if entity.role in live)
            return list(dict.fromkeys(roles))
        case "words":
            return [name for name, claim in live.items() if speaker(claim)]
        case "absences":
            return [
                name for name, claim in live.items() if any(isinstance(e, Absence) for e in claim.evidence)
            ]
    return ()


def speaker(claim: Claim) -> str:
    """Who asserts a claim, where that is one speaker and not the source itself; empty otherwise."""
    if claim.attributed_to:
        return str(claim.attributed_to)
    speakers = {str(e.speaker or "") for e in claim.evidence if isinstance(e, Quotation)}
    return speakers.pop() if len(speakers) == 1 else ""
