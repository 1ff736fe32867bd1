"""Run the rules: verified, or rejected with every finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from onrecord import rules
from onrecord.discover import discover
from onrecord.finding import Finding, Severity
from onrecord.ground.uncompared import not_compared
from onrecord.languages import language_of
from onrecord.model import Source
from onrecord.resolve import AbsenceOutcome, Evidence, Resolution, Unresolved
from onrecord.rule import Rule
from onrecord.second_opinion import NOBODY, RULE_ID, Asked, SecondOpinion, ask
from onrecord.text import Span
from onrecord.waivers import waive


class Summary(Struct, frozen=True):
    """What a check looked at and found; ``foldings`` counts the evidence that needed each folding.

    ``errors`` and ``warnings`` do not count what was ``waived``. ``languages_without_rules`` has the ids of
    the sources in each language (its BCP 47 tag) whose words that deny, restrict or report are not known,
    ``not_compared`` how many claims were not compared with some of their quotations, by the reason.
    ``model`` names the model that was asked for a second opinion, empty where none was.
    """

    explainers: int
    claims: int
    quotations: int
    absences: int
    sources: int
    foldings: dict[str, int]
    errors: int
    warnings: int
    waived: int = 0
    languages_without_rules: dict[str, tuple[str, ...]] = {}
    not_compared: dict[str, int] = {}
    model: str = ""
    claims_put_to_model: int = 0


class Verified(Struct, frozen=True):
    """A project without an error: the only thing that pages and exports accept.

    That every quotation is in its source is what was checked, not that the source is right.
    ``findings`` are the warnings, ``waived`` those that a reviewed exception took out.
    """

    resolution: Resolution
    findings: tuple[Finding, ...]
    summary: Summary
    waived: tuple[Finding, ...] = ()


class Rejected(Struct, frozen=True):
    """A project with at least one error; ``findings`` holds errors and warnings, sorted."""

    resolution: Resolution
    findings: tuple[Finding, ...]
    summary: Summary
    waived: tuple[Finding, ...] = ()


def all_rules() -> dict[str, Rule]:
    """Every rule by id, sorted."""
    return {rule.id: rule for rule in discover(rules, "RULE", Rule).values()}


def check(resolution: Resolution, second: SecondOpinion | None = None) -> Verified | Rejected:
    """Run every rule over ``resolution``, and ask ``second`` about the claims that no error was found in.

    Raises whatever a rule raises, with the rule's name as a note; and RuntimeError where a claim lacks
    evidence, or a problem names no rule (fail closed: that is our bug, not the author's).
    """
    known = all_rules()
    findings: list[Finding] = []
    for rule in known.values():
        try:
            findings.extend(rule.check(resolution))
        except Exception as error:
            error.add_note(f"in rule {rule.id}")
            raise
    unreported = {problem.rule for problem in resolution.project.problems} - known.keys()
    if unreported:
        raise RuntimeError(f"problems of rules that do not exist: {sorted(unreported)}")
    asked = _ask(second, resolution, findings, known) if second else NOBODY
    findings.extend(asked.findings)
    kept, waived = waive(_one_a_fault(findings, known), resolution, known, asked)
    summary = _summary(resolution, kept, waived, asked)
    if summary.errors:
        return Rejected(resolution, kept, summary, waived)
    _assert_supported(resolution)
    return Verified(resolution, kept, summary, waived)


def _ask(
    second: SecondOpinion, resolution: Resolution, findings: list[Finding], known: dict[str, Rule]
) -> Asked:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    faulty = {(finding.explainer, finding.claim) for finding in errors}
    return ask(second, resolution, known[RULE_ID], faulty)


def _one_a_fault(findings: list[Finding], known: dict[str, Rule]) -> list[Finding]:
    """The findings without the warnings of grounding about words of a claim that an error is about too."""
    errors: dict[tuple[str, str], list[Span]] = {}
    for finding in findings:
        span = finding.location.span
        if known[finding.rule].compare and finding.severity is Severity.ERROR and span:
            errors.setdefault((finding.explainer, finding.claim), []).append(span)
    return [
        finding
        for finding in findings
        if finding.severity is Severity.ERROR
        or not known[finding.rule].compare
        or not _touches(finding.location.span, errors.get((finding.explainer, finding.claim), ()))
    ]


def _touches(span: Span | None, others: Iterable[Span]) -> bool:
    return span is not None and any(span.start < other.end and other.start < span.end for other in others)


def _summary(
    resolution: Resolution, findings: tuple[Finding, ...], waived: tuple[Finding, ...], asked: Asked
) -> Summary:
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
    every = resolution.project.corpus.sources
    sources = {id: source for id, source in every.items() if source.taken_down is None}
    return Summary(
        explainers=len(resolution.project.explainers),
        claims=len(resolution.claims),
        quotations=quotations,
        absences=absences,
        sources=len(sources),
        foldings=dict(sorted(foldings.items())),
        errors=errors,
        warnings=len(findings) - errors,
        waived=len(waived),
        languages_without_rules=_without_rules(sources.values()),
        not_compared=not_compared(resolution),
        model=asked.model,
        claims_put_to_model=len(asked.claims),
    )


def _without_rules(sources: Iterable[Source]) -> dict[str, tuple[str, ...]]:
    """The ids of the sources in each language that there are no rules for, both sorted."""
    found: dict[str, list[str]] = {}
    for source in sources:
        if language_of(source.language) is None:
            found.setdefault(source.language, []).append(str(source.id))
    return {language: tuple(sorted(found[language])) for language in sorted(found)}


def _assert_supported(resolution: Resolution) -> None:
    """Fail closed: nothing is verified unless every claim stands on something that was found."""
    if not resolution.claims or not resolution.project.corpus.sources:
        raise RuntimeError("nothing was checked, and no rule said so")
    for resolved in resolution.claims:
        claim = resolved.claim
        is_bare = claim.taken_down_source is not None
        supported = bool(resolved.evidence) or claim.derived is not None or is_bare
        if not supported or not all(map(_holds, resolved.evidence)):
            raise RuntimeError(f"claim {resolved.claim.id!r} has no evidence, and no rule said so")


def _holds(outcome: Evidence | Unresolved | AbsenceOutcome) -> bool:
    """Whether a quotation was found, or words said to be absent were searched for and not found."""
    match outcome:
        case Evidence():
            return True
        case AbsenceOutcome():
            return outcome.source is not None and outcome.source.text is not None and not outcome.present
        case Unresolved():
            return False
