"""What stands at the cursor, and where that leads: to a passage of a source, a claim, a source's metadata."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import fields

from onrecord.history import Retired, Update
from onrecord.language_server.bench import View
from onrecord.language_server.rules import rules
from onrecord.model import (
    Claim,
    ClaimsParagraph,
    Derivation,
    Entity,
    Explainer,
    Quotation,
    Section,
    Source,
    Waiver,
)
from onrecord.resolve import AbsenceOutcome, Evidence, Unresolved
from onrecord.rule import Rule
from onrecord.text import Location, Scalar

Meant = Evidence | Unresolved | Claim | Source | Rule
_NAMES_CLAIMS: tuple[tuple[type[Struct], frozenset[str]], ...] = (
    (Explainer, frozenset({"answer", "rests_on"})),
    (Section, frozenset({"rests_on"})),
    (ClaimsParagraph, frozenset({"claims"})),
    (Update, frozenset({"claims"})),
    (Derivation, frozenset({"claims"})),
    (Entity, frozenset({"role"})),
    (Retired, frozenset({"replaced_by"})),
    (Claim, frozenset({"id", "depends_on", "conflicts_with", "supersedes"})),
)
_WORDS_OF_A_QUOTATION = {"exact", "prefix", "suffix", "line"}


class Pointed(Struct, frozen=True):
    """A value that an author wrote, what it means, and the place it leads to, where it leads anywhere."""

    scalar: Scalar
    means: Meant
    leads_to: Location | None


def pointed(view: View, offset: int) -> Pointed | None:
    """What is written at ``offset`` of the file that ``view`` is of; None where that means nothing more."""
    roots: list[Struct] = [source for source in view.sources.values() if source.at.path == view.path]
    if view.explainer is not None:
        roots.append(view.explainer)
    for root in roots:
        for owner, field, scalar in _scalars(root):
            if scalar.start <= offset <= scalar.end and scalar.text.path == view.path:
                meant = _meant(view, owner, field, scalar)
                if meant is not None:
                    return Pointed(scalar, meant, _place(meant))
    return None


def _scalars(owner: Struct) -> Iterator[tuple[Struct, str, Scalar]]:
    for field in fields(owner):
        value = getattr(owner, field.name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Scalar):
                yield owner, field.name, each
            elif isinstance(each, Struct):
                yield from _scalars(each)


def _meant(view: View, owner: Struct, field: str, scalar: Scalar) -> Meant | None:
    if isinstance(owner, Quotation) and field in _WORDS_OF_A_QUOTATION:
        return _outcome(view, owner)
    if field in ("source", "derived_from") or (isinstance(owner, Source) and field in ("id", "file")):
        return view.sources.get(str(owner.id) if isinstance(owner, Source) and field == "file" else scalar)
    if isinstance(owner, Waiver) and field == "rule":
        return rules().get(scalar)
    if any(isinstance(owner, kind) and field in names for kind, names in _NAMES_CLAIMS):
        claims = view.explainer.claims if view.explainer else ()
        return next((claim for claim in claims if claim.id == scalar), None)
    return None


def _outcome(view: View, quotation: Quotation) -> Evidence | Unresolved | None:
    for resolved in view.resolution.claims:
        for outcome in resolved.evidence:
            if not isinstance(outcome, AbsenceOutcome) and outcome.quotation is quotation:
                return outcome
    return None


def _place(meant: Meant) -> Location | None:
    match meant:
        case Evidence():
            text = meant.source.text
            return Location(text, meant.spans[0]) if text is not None else None
        case Unresolved():
            near = meant.closest
            if near is None or not near.is_near or near.source.text is None:
                return None
            return Location(near.source.text, near.span)
        case Claim() | Source():
            return meant.id.at()
    return None
