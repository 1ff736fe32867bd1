"""One changed claim as Markdown: what became of it, what it rests on, what is left to judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from onrecord.claims_diff.compared import ClaimChange
from onrecord.claims_diff.fields import Field
from onrecord.claims_diff.inert import code, shown
from onrecord.claims_diff.passage import AROUND, rests_on
from onrecord.claims_diff.worded import worded
from onrecord.finding import Finding
from onrecord.history import Correction
from onrecord.model import Claim, Explainer
from onrecord.revision_rules import REVISION_RULES
from onrecord.view.relations import relations
from onrecord.view.words import STATUS_SENTENCES


class Judged(Struct, frozen=True):
    """What the check found about each claim, by the ids of its explainer and its own."""

    findings: Mapping[tuple[str, str], list[Finding]]
    waived: Mapping[tuple[str, str], list[Finding]]


def claim_block(change: ClaimChange, judged: Judged) -> str:
    """Heading, account, text, changes, evidence and what is left to judge, with blank lines between."""
    parts = [f"#### {code(change.id)}: {inert_kinds(change)}"]
    if change.is_breaking:
        parts.append(breaking(change))
    parts.append(_text(change))
    if fields := _fields(change.fields):
        parts.append(fields)
    known = change.after or change.before
    assert known is not None
    for entry in change.evidence:
        parts.extend(rests_on(entry, known.claim))
    undecided = [] if change.after is None else list(_undecided(change.after.claim, change, judged))
    for title, lines in (
        ("What a program could not decide:", undecided),
        ("What the check found:", list(found_lines(judged, change.explainer.id, change.id))),
        ("Look again at what leans on it:", list(_leaning(change.explainer, change.id))),
    ):
        if lines:
            parts.append("\n".join([title, "", *(f"- {line}" for line in lines)]))
    return "\n\n".join(part for part in parts if part)


def inert_kinds(change: ClaimChange) -> str:
    """What became of a claim, in words: ``reworded; quotation changed``."""
    return shown("; ".join(change.kinds))


def breaking(change: ClaimChange) -> str:
    """Whether something says in the open what became of a published claim, in sentences."""
    if change.after is not None and change.after.claim.withdrawn and "withdrawn" in change.kinds:
        entry = change.after.claim.withdrawn
        return f"**Published before.** Withdrawn on {shown(entry.date)}: {shown(entry.why)}"
    if change.account is None:
        missing = "correction" if change.after is not None else "entry under " + code("retired")
        return f"**Published before, and no {missing} accounts for it.**"
    kind = "Removed" if not isinstance(change.account, Correction) else "Corrected"
    if isinstance(change.account, Correction) and change.account.minor:
        kind = "Reworded (minor)"
    return f"**Published before.** {kind} on {shown(change.account.date)}: {shown(change.account.why)}"


def _text(change: ClaimChange) -> str:
    old, new = ("" if one is None else one.claim.text for one in (change.before, change.after))
    language = change.explainer.language
    if change.before is None:
        return f"<strong>{shown(new, language)}</strong>"
    if change.after is None and any(entry.taken_down for entry in change.evidence):
        return "What it said is not repeated here: its source was taken down."
    if change.after is None:
        return f"<del>{shown(old, language)}</del>"
    return worded(old, new, language)


def _fields(fields: tuple[Field, ...]) -> str:
    lines = (f"- {code(field.key)}: {worded(field.old, field.new, around=AROUND)}" for field in fields)
    return "\n".join(lines)


def _undecided(claim: Claim, change: ClaimChange, judged: Judged) -> Iterator[str]:
    """What is left to the reviewer: readings of ours, workings, exceptions."""
    if claim.status in STATUS_SENTENCES:
        yield shown(STATUS_SENTENCES[claim.status])
    if claim.derived is not None:
        others = ", ".join(map(code, claim.derived.claims))
        yield f"worked out from {others}: {shown(claim.derived.how)}"
    if claim.date_basis == "inferred":
        note = f": {shown(claim.date_note)}" if claim.date_note else ""
        yield f"the date {code(claim.date or '')} is inferred{note}"
    if claim.note:
        yield f"the author\u2019s note: {shown(claim.note)}"
    if any(entry.after and _reads(entry.after) for entry in change.evidence):
        yield "words of a quotation stand for something else, or cover the claim in part: see above"
    waived = judged.waived.get((change.explainer.id, change.id), [])
    for waiver in claim.waivers:
        against = "; ".join(shown(one.message) for one in waived if one.rule == waiver.rule)
        objection = f" (it takes out: {against})" if against else ""
        yield f"exception to {code(waiver.rule)}: {shown(waiver.reason)}{objection}"


def found_lines(judged: Judged, explainer: str, claim: str = "") -> Iterator[str]:
    """Errors and warnings about a claim or, without one, a page; what the diff tells itself is left out."""
    for finding in judged.findings.get((explainer, claim), []):
        if finding.rule not in REVISION_RULES:
            yield f"{finding.severity} {code(finding.rule)}: {shown(finding.message)}"


def _reads(outcome: object) -> bool:
    quotation = getattr(outcome, "quotation", None)
    return quotation is not None and bool(quotation.refers or quotation.stance == "partly")


def _leaning(explainer: Explainer, changed: str) -> Iterator[str]:
    """The claims that lean on a changed one, and those that lean on these."""
    claims = {str(claim.id): claim for claim in explainer.claims}
    leaning = relations(explainer.claims).leaning
    waiting, seen = [changed], {changed}
    while waiting:
        for name in leaning.get(waiting.pop(0), ()):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
                yield f"{code(name)}: {shown(claims[name].text)}"
