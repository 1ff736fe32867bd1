"""Waivers: the findings they take out, and what is wrong with those that take out none."""

from __future__ import annotations

from onrecord.finding import Finding, Note
from onrecord.ground.waiving import fingerprint
from onrecord.hints import did_you_mean, likeliest
from onrecord.mending import instead, without_entry
from onrecord.model import Waiver
from onrecord.resolve import Resolution, ResolvedClaim
from onrecord.rule import Rule
from onrecord.second_opinion import RULE_ID, Asked


def waive(
    findings: list[Finding], resolution: Resolution, known: dict[str, Rule], asked: Asked
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that stay, those of waivers that do not work among them, and the waived; both sorted."""
    of_claims: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        of_claims.setdefault((finding.rule, finding.explainer, finding.claim), []).append(finding)
    waived: list[Finding] = []
    more: list[Finding] = []
    for resolved in resolution.claims:
        for waiver in resolved.claim.waivers:
            rule = known.get(waiver.rule)
            if rule is None or not rule.waivable:
                if not resolution.is_odd(waiver.rule):
                    more.append(_impossible(waiver, resolved, known))
                continue
            key = (resolved.explainer.id, resolved.claim.id)
            if rule.id == RULE_ID and key not in asked.claims:
                continue  # nobody knows whether it is needed
            taken = of_claims.pop((rule.id, *key), [])
            seen = fingerprint(resolution, resolved.explainer.id, resolved.claim) if taken else ""
            if not taken:
                more.append(_unused(waiver, resolved, known))
            elif waiver.reviewed == seen:
                waived.extend(taken)
            elif waiver.reviewed is None or not resolution.is_odd(waiver.reviewed):
                more.append(_expired(waiver, seen, taken, resolved, known))
    kept = [finding for group in of_claims.values() for finding in group]
    return tuple(sorted((*kept, *more), key=Finding.sort_key)), tuple(sorted(waived, key=Finding.sort_key))


def _impossible(waiver: Waiver, resolved: ResolvedClaim, known: dict[str, Rule]) -> Finding:
    exists = waiver.rule in known
    can_be_waived = [rule.id for rule in known.values() if rule.waivable]
    meant = "" if exists else likeliest(waiver.rule, can_be_waived)
    help_ = "take the waiver out, and mend what the rule says"
    return known["impossible-waiver"].finding(
        f"the rule {str(waiver.rule)!r} cannot be waived"
        if exists
        else f"there is no rule {str(waiver.rule)!r}",
        waiver.rule.at(),
        help=help_ if exists else did_you_mean(waiver.rule, can_be_waived, "a rule", "take the waiver out"),
        fix=instead(waiver.rule, meant) if meant else without_entry(waiver.at, "the waiver"),
        explainer=resolved.explainer.id,
        claim=resolved.claim.id,
    )


def _unused(waiver: Waiver, resolved: ResolvedClaim, known: dict[str, Rule]) -> Finding:
    return known["unused-waiver"].finding(
        f"there is nothing to waive: the rule {str(waiver.rule)!r} has nothing against this claim",
        waiver.rule.at(),
        help="take the waiver out",
        fix=without_entry(waiver.at, "the waiver"),
        explainer=resolved.explainer.id,
        claim=resolved.claim.id,
    )


def _expired(
    waiver: Waiver, seen: str, taken: list[Finding], resolved: ResolvedClaim, known: dict[str, Rule]
) -> Finding:
    """That a waiver is for other words than the claim has, and what it would have taken out."""
    told = waiver.reviewed
    return known["expired-waiver"].finding(
        "the waiver does not say for which words of the claim and its quotations it was granted"
        if told is None
        else "the claim, or what it rests on, is not what it was when the waiver was granted",
        (waiver.rule if told is None else told).at(),
        help="read the claim and its quotations again, and if the reason still holds, write "
        f"reviewed: '{seen}' in the waiver; it expires when their words change",
        notes=tuple(Note("waived", finding.message) for finding in taken),
        explainer=resolved.explainer.id,
        claim=resolved.claim.id,
    )
