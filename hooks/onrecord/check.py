"""Run the rules: verified, or rejected with every finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from onrecord import rules
from onrecord.discover import discover
from onrecord.finding import Finding, Severity
from onrecord.model import Problem
from onrecord.resolve import AbsenceOutcome, Evidence, Resolution, Unresolved
from onrecord.rule import Rule


class Summary(Struct, frozen=True):
    """What a check looked at and found; ``foldings`` counts the evidence that needed each folding."""

    explainers: int
    claims: int
    quotations: int
    absences: int
    sources: int
    foldings: dict[str, int]
    errors: int
    warnings: int


class Verified(Struct, frozen=True):
    """A project without an error: the only thing that pages and exports accept.

    That every quotation is in its source is what was checked, not that the source is right.
    ``findings`` are the warnings.
    """

    resolution: Resolution
    findings: tuple[Finding, ...]
    summary: Summary


class Rejected(Struct, frozen=True):
    """A project with at least one error; ``findings`` holds errors and warnings, sorted."""

    resolution: Resolution
    findings: tuple[Finding, ...]
    summary: Summary


def all_rules() -> dict[str, Rule]:
    """Every rule by id, sorted."""
    return {rule.id: rule for rule in discover(rules, "RULE", Rule).values()}


def check(resolution: Resolution) -> Verified | Rejected:
    """Run every rule over ``resolution``.

    Raises whatever a rule raises, with the rule's name as a note; and RuntimeError where a claim lacks
    evidence and no rule said so (fail closed: that is our bug, not the author's).
    """
    known = all_rules()
    findings: list[Finding] = []
    for rule in known.values():
        try:
            findings.extend(rule.check(resolution))
        except Exception as error:
            error.add_note(f"in rule {rule.id}")
            raise
    findings.extend(_from_problems(resolution.project.problems, known))
    findings.sort(key=Finding.sort_key)
    summary = _summary(resolution, findings)
    if summary.errors:
        return Rejected(resolution, tuple(findings), summary)
    _assert_supported(resolution)
    return Verified(resolution, tuple(findings), summary)


def _from_problems(problems: Iterable[Problem], known: dict[str, Rule]) -> Iterable[Finding]:
    for problem in problems:
        yield known[problem.rule].finding(
            problem.message,
            problem.location,
            help=problem.help,
            related=problem.related,
            notes=problem.notes,
            explainer=problem.explainer,
            claim=problem.claim,
        )


def _summary(resolution: Resolution, findings: list[Finding]) -> Summary:
    foldings: Counter[str] = Counter()
    quotations = absences = 0
    for resolved in resolution.claims:
        for outcome in resolved.evidence:
            match outcome:
                case Evidence():
                    quotations += 1
                    foldings.update(outcome.foldings)
                case Unresolved():
                    quotations += 1
                case AbsenceOutcome():
                    absences += 1
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return Summary(
        explainers=len(resolution.project.explainers),
        claims=len(resolution.claims),
        quotations=quotations,
        absences=absences,
        sources=len(resolution.project.corpus.sources),
        foldings=dict(sorted(foldings.items())),
        errors=errors,
        warnings=len(findings) - errors,
    )


def _assert_supported(resolution: Resolution) -> None:
    """Fail closed: nothing is verified unless every claim stands on something that was found."""
    if not resolution.claims or not resolution.project.corpus.sources:
        raise RuntimeError("nothing was checked, and no rule said so")
    for resolved in resolution.claims:
        supported = bool(resolved.evidence) or resolved.claim.derived is not None
        if not supported or any(isinstance(outcome, Unresolved) for outcome in resolved.evidence):
            raise RuntimeError(f"claim {resolved.claim.id!r} has no evidence, and no rule said so")
