"""The outcome of a check: what rejects, what a waiver takes out, and that nothing else goes through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from dam import CLAIMS, REPORT, REPORT_METADATA, write_project
from onrecord import check as checking
from onrecord.app import check_project
from onrecord.check import Rejected, Verified, all_rules, check
from onrecord.finding import Finding, Severity
from onrecord.ground import uncompared
from onrecord.language import Language
from onrecord.languages import language_of
from onrecord.lexicon import Lexicon
from onrecord.model import (
    Absence,
    Claim,
    Corpus,
    Derivation,
    Explainer,
    Problem,
    Project,
    Quotation,
    Source,
    Waiver,
)
from onrecord.outside import CutOff, Outside
from onrecord.report import Account, what_was_done
from onrecord.resolve import AbsenceOutcome, Evidence, Reason, Resolution, ResolvedClaim, Unresolved
from onrecord.rule import Rule
from onrecord.text import Location, Scalar, Span, Text

FACTS = Text("facts/example.yml", "waived and quoted")
SEED = Text("seeds/report.txt", REPORT)
AT = Location(FACTS, Span(0, 6))


def scalar(value: str) -> Scalar:
    return Scalar(value, FACTS, 0, 6)


def source(name: str = "report", language: str = "en", *, text: Text | None = SEED) -> Source:
    return Source(
        id=scalar(name),
        file=scalar(f"{name}.txt"),
        sha256=scalar("0"),
        title=scalar(name),
        at=AT,
        text=text,
        language=language,
    )


def quotation() -> Quotation:
    return Quotation(exact=scalar("The wall is sound"), source=scalar("report"), at=AT)


def found(*kinds: Outside) -> Evidence:
    start = REPORT.index("The wall is sound")
    words, sentence = Span(start + 19, start + 38), Span(start, start + 40)
    cuts = tuple(CutOff(kind, words, sentence) for kind in kinds)
    return Evidence(quotation(), source(), (Span(start, start + 17),), cut_off=cuts)


Outcome = Evidence | Unresolved | AbsenceOutcome
REVIEWED = scalar(sha256(b"A claim.\nThe wall is sound").hexdigest()[:8])
"""The fingerprint of the claims below, which rest on one quotation."""


def claim(
    name: str,
    *outcomes: Outcome,
    waive: Iterable[str] = (),
    reviewed: Scalar | None = REVIEWED,
    derived: Derivation | None = None,
) -> ResolvedClaim:
    waivers = tuple(Waiver(scalar(rule), scalar("It is known."), AT, reviewed) for rule in waive)
    evidence = tuple(
        outcome.absence if isinstance(outcome, AbsenceOutcome) else outcome.quotation for outcome in outcomes
    )
    made = Claim(scalar(name), scalar("A claim."), evidence, AT, waivers=waivers, derived=derived)
    return ResolvedClaim(Explainer(id="e", title=scalar("T"), claims=(made,), at=AT), made, outcomes)


def resolution(
    *claims: ResolvedClaim, sources: Iterable[Source] = (source(),), problems: tuple[Problem, ...] = ()
) -> Resolution:
    corpus = Corpus({str(one.id): one for one in sources})
    explainers = tuple(one.explainer for one in claims)
    return Resolution(Project(explainers, corpus, problems, FACTS, FACTS), claims)


def told(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.claim) for finding in findings]


def one_rule(monkeypatch: pytest.MonkeyPatch, *findings: Finding, waivable: bool = False) -> None:
    """Let there be one rule, ``some-rule``, with these findings, beside those about waivers."""
    own = Rule("some-rule", Severity.ERROR, lambda _: findings, "It.", waivable)
    others = {name: rule for name, rule in all_rules().items() if name.endswith("-waiver")}
    monkeypatch.setattr(checking, "all_rules", lambda: {"some-rule": own, **others})


def finding(name: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("some-rule", severity, "it is so", AT, explainer="e", claim=name)


def test_what_is_supported_is_verified() -> None:
    outcome = check(resolution(claim("a", found())))
    assert isinstance(outcome, Verified)
    assert outcome.findings == outcome.waived == ()


def test_a_warning_does_not_reject() -> None:
    outcome = check(resolution(claim("a", found(Outside.CONTRAST))))
    assert isinstance(outcome, Verified)
    assert told(outcome.findings) == [("cut-before-contrast", "a")]
    assert (outcome.summary.warnings, outcome.summary.errors, outcome.summary.waived) == (1, 0, 0)


def test_an_error_rejects() -> None:
    outcome = check(resolution(claim("a", found(Outside.NEGATION)), claim("b", found())))
    assert isinstance(outcome, Rejected)
    assert told(outcome.findings) == [("cut-from-negation", "a")]


def test_one_cut_is_one_finding_the_gravest() -> None:
    outcome = check(resolution(claim("a", found(Outside.CONTRAST, Outside.SPEAKER, Outside.NEGATION))))
    assert told(outcome.findings) == [("cut-from-negation", "a")]


def test_a_waiver_moves_the_finding() -> None:
    outcome = check(
        resolution(
            claim("a", found(Outside.CONTRAST), waive=["cut-before-contrast"]),
            claim("b", found(Outside.CONTRAST)),
        )
    )
    assert isinstance(outcome, Verified)
    assert told(outcome.waived) == [("cut-before-contrast", "a")]
    assert told(outcome.findings) == [("cut-before-contrast", "b")]
    assert (outcome.summary.waived, outcome.summary.warnings) == (1, 1)


def test_a_waived_error_rejects_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    one_rule(monkeypatch, finding("a"), finding("a"), waivable=True)
    outcome = check(resolution(claim("a", found(), waive=["some-rule"])))
    assert isinstance(outcome, Verified)
    assert len(outcome.waived) == outcome.summary.waived == 2
    assert outcome.summary.errors == 0


def test_a_waiver_with_nothing_to_waive_is_an_error() -> None:
    outcome = check(resolution(claim("a", found(), waive=["cut-before-contrast"])))
    assert isinstance(outcome, Rejected)
    assert told(outcome.findings) == [("unused-waiver", "a")]
    assert outcome.findings[0].location == AT


def test_a_second_waiver_of_the_same_rule_has_nothing_to_waive() -> None:
    outcome = check(resolution(claim("a", found(Outside.CONTRAST), waive=["cut-before-contrast"] * 2)))
    assert told(outcome.findings) == [("unused-waiver", "a")]
    assert told(outcome.waived) == [("cut-before-contrast", "a")]


def test_what_cannot_be_waived_stays() -> None:
    outcome = check(resolution(claim("a", found(Outside.NEGATION), waive=["cut-from-negation"])))
    assert isinstance(outcome, Rejected)
    assert sorted(told(outcome.findings)) == [("cut-from-negation", "a"), ("impossible-waiver", "a")]
    assert outcome.waived == ()


@pytest.mark.parametrize(
    ("named", "help_"),
    [
        ("cut-before-contrst", "did you mean 'cut-before-contrast'?"),
        ("zzz", "name a rule that there is, or take the waiver out"),
    ],
)
def test_a_waiver_of_no_rule_says_which_is_meant(named: str, help_: str) -> None:
    outcome = check(resolution(claim("a", found(), waive=[named])))
    assert told(outcome.findings) == [("impossible-waiver", "a")]
    assert outcome.findings[0].message == f"there is no rule {named!r}"
    assert outcome.findings[0].help == help_


def test_only_what_needs_a_judgement_can_be_waived() -> None:
    reasons = {str(reason) for reason in Reason}
    waivable = {name for name, rule in all_rules().items() if rule.waivable}
    assert "cut-before-contrast" in waivable
    assert not waivable & reasons


def test_every_reason_has_its_rule() -> None:
    reported = {str(reason) for reason in Reason} - {str(Reason.SOURCE_UNAVAILABLE)}
    assert reported | {str(kind) for kind in Outside} <= set(all_rules())


ABSENT = Absence((scalar("flood"),), scalar("report"), AT)
UNSUPPORTED: dict[str, Resolution] = {
    "no claims": resolution(),
    "no sources": resolution(claim("a", found()), sources=()),
    "no evidence": resolution(claim("a")),
    "quotation not found": resolution(claim("a", Unresolved(quotation(), Reason.NOT_FOUND, source()))),
    "source that cannot be read": resolution(
        claim("a", Unresolved(quotation(), Reason.SOURCE_UNAVAILABLE, source(text=None)))
    ),
    "one of two quotations": resolution(
        claim("a", found(), Unresolved(quotation(), Reason.TOO_SHORT, source()))
    ),
    "search in no source": resolution(claim("a", AbsenceOutcome(ABSENT, None))),
    "search in a source that cannot be read": resolution(
        claim("a", AbsenceOutcome(ABSENT, source(text=None)))
    ),
    "absent word that is there": resolution(
        claim("a", AbsenceOutcome(ABSENT, source(), ((ABSENT.terms[0], Span(0, 3)),)))
    ),
}


@pytest.mark.parametrize("unsupported", UNSUPPORTED.values(), ids=UNSUPPORTED)
def test_what_no_rule_reports_is_our_bug_and_not_verified(
    unsupported: Resolution, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_rule(monkeypatch)
    with pytest.raises(RuntimeError, match="no rule said so"):
        check(unsupported)


def test_a_derived_claim_needs_no_quotation(monkeypatch: pytest.MonkeyPatch) -> None:
    one_rule(monkeypatch)
    derived = Derivation((scalar("a"),), scalar("by hand"), AT)
    assert isinstance(check(resolution(claim("a", found()), claim("b", derived=derived))), Verified)


def test_a_problem_of_no_rule_is_our_bug() -> None:
    with pytest.raises(RuntimeError, match="no-such-rule"):
        check(resolution(claim("a", found()), problems=(Problem("no-such-rule", "it is so", AT),)))


def test_a_rule_that_crashes_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_: Resolution) -> Iterator[Finding]:
        raise ZeroDivisionError

    monkeypatch.setattr(
        checking, "all_rules", lambda: {"some-rule": Rule("some-rule", Severity.ERROR, crash, "It.")}
    )
    with pytest.raises(ZeroDivisionError) as raised:
        check(resolution(claim("a", found())))
    assert raised.value.__notes__ == ["in rule some-rule"]


def test_findings_are_in_the_order_of_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    places = [Location(FACTS, Span(at, at + 1)) for at in (5, 2, 9)] + [Location(FACTS)]
    one_rule(monkeypatch, *(Finding("some-rule", Severity.WARNING, "it is so", place) for place in places))
    outcome = check(resolution(claim("a", found())))
    assert [place.span and place.span.start for place in (f.location for f in outcome.findings)] == [
        *(None, 2, 5, 9)
    ]


def test_the_summary_says_what_was_done(tmp_path: Path) -> None:
    curly = CLAIMS.replace("quote: The committee", "quote: The  committee")
    absent = "      - absent: [flood]\n"
    write_project(tmp_path, {"facts/dam.yml": curly + absent})
    summary = check_project(tmp_path).summary
    assert (summary.explainers, summary.claims, summary.quotations, summary.absences) == (1, 1, 1, 1)
    assert (summary.sources, summary.errors, summary.warnings, summary.waived) == (1, 0, 0, 0)
    assert summary.foldings == {"spaces": 1}
    assert summary.languages_without_rules == {}


def test_languages_without_rules_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    one_rule(monkeypatch)
    sources = [source(), source("b", "tlh"), source("a", "tlh"), source("c", "en-GB"), source("d", "qaa")]
    outcome = check(resolution(claim("a", found()), sources=sources))
    assert outcome.summary.languages_without_rules == {"qaa": ("d",), "tlh": ("a", "b")}


def test_claims_that_were_not_compared_are_told(tmp_path: Path) -> None:
    """Of a page in a language without words, of a source in one, and of a page and source in two."""
    persian = CLAIMS.replace("title:", "language: fa\ntitle:", 1)
    klingon = CLAIMS.replace("source: report", "source: foreign")
    withdrawn = klingon + "    withdrawn: {date: 2026-12-01, why: It was wrong.}\n"
    absent = CLAIMS + "  - id: none\n    text: No flood.\n    evidence:\n      - absent: [flood]\n"
    foreign = "id: foreign\nfile: foreign.txt\nsha256: \u2026\ntitle: F\nlanguage: tlh\n"
    write_project(
        tmp_path,
        {
            "facts/a.yml": persian,
            "facts/b.yml": klingon,
            "facts/c.yml": withdrawn,
            "facts/d.yml": absent,
            "seeds/report.txt": REPORT,
            "seeds/report.yml": REPORT_METADATA,
            "seeds/foreign.txt": REPORT,
            "seeds/foreign.yml": foreign,
        },
    )
    outcome = check_project(tmp_path)
    assert outcome.summary.not_compared == {
        "words of the language fa are not known": 1,
        "words of the language tlh are not known": 1,
    }
    (line,) = [
        line
        for line in what_was_done(Account(outcome.findings, outcome.summary))
        if line.startswith("not compared") and "tlh" in line
    ]
    assert line == "not compared with what it rests on: 1 claim; words of the language tlh are not known"


def test_claims_in_another_language_than_their_source_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    one_rule(monkeypatch)
    other = Language(name="Other", lexicon=Lexicon())
    tongues = {"en": language_of("en"), "xx": other}
    monkeypatch.setattr(uncompared, "language_of", tongues.get)
    evidence = replace(found(), source=source(language="xx"))
    assert check(resolution(claim("a", evidence))).summary.not_compared == {
        "the page is in en, the quotation in xx": 1
    }
    assert check(resolution(claim("a", found()))).summary.not_compared == {}
