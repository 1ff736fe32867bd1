"""The first explainer, on the real source: what its pages promise, and what its source refuses."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from onrecord.app import check_project
from onrecord.check import Rejected, Verified
from onrecord.finding import Severity
from onrecord.model import ClaimsParagraph, Explainer, GeneratedBlock
from onrecord.resolve import AbsenceOutcome, Evidence

ROOT = Path(__file__).parent.parent
FACTS = Path("facts/russia-recognises-taliban.yml")
SEED = Path("seeds/000_a6a44bd857a37829.txt")


@pytest.fixture(scope="module")
def verified() -> Verified:
    outcome = check_project(ROOT)
    assert isinstance(outcome, Verified), [finding.message for finding in outcome.findings]
    return outcome


@pytest.fixture(scope="module")
def explainer(verified: Verified) -> Explainer:
    return next(e for e in verified.resolution.project.explainers if e.id == FACTS.stem)


@pytest.fixture(scope="module")
def seed() -> str:
    return (ROOT / SEED).read_bytes().decode("utf-8")


def found(verified: Verified) -> list[tuple[str, Evidence]]:
    return [(str(resolved.claim.id), evidence) for resolved, evidence in verified.resolution.found()]


def test_it_has_no_finding_at_all(verified: Verified) -> None:
    assert [(f.rule, f.message) for f in verified.findings] == []


def test_it_is_as_large_as_it_was_meant_to_be(verified: Verified) -> None:
    assert verified.summary.claims >= 40
    assert verified.summary.quotations >= 41
    assert verified.summary.absences == 11
    assert verified.summary.sources == 1


def test_no_quotation_needs_a_folding(verified: Verified) -> None:
    assert verified.summary.foldings == {}
    for claim, evidence in found(verified):
        assert [evidence.quotation.exact] == [
            evidence.source.text.content[span.start : span.end]
            for span in evidence.spans
            if evidence.source.text
        ], claim


def test_nine_tenths_of_the_source_are_quoted(verified: Verified, seed: str) -> None:
    quoted = {offset for _, evidence in found(verified) for span in evidence.spans for offset in range(*span)}
    assert len(quoted) >= 0.9 * len(seed)


def test_every_sentence_that_needs_a_speaker_is_quoted_with_its_marks(seed: str) -> None:
    """The source holds four passages in quotation marks; the page names a speaker for each."""
    assert seed.count('"') + seed.count("\u201d") == 8


def test_the_short_answer_is_short_and_names_its_source(explainer: Explainer) -> None:
    texts = {str(claim.id): claim.text for claim in explainer.claims}
    answer = [texts[claim] for claim in explainer.answer]
    assert len(answer) == 4
    assert len(" ".join(answer).split()) <= 60
    assert answer[0].startswith("According to the article,")
    assert "one article" in answer[-1]


def test_every_claim_is_printed(explainer: Explainer) -> None:
    """By a paragraph, or by the block that collects its kind: roles, words of speakers, absences."""
    printed = Counter(
        str(claim)
        for section in explainer.sections
        for block in section.body
        if isinstance(block, ClaimsParagraph)
        for claim in block.claims
    )
    assert max(printed.values()) == 1
    roles = {str(entity.role) for entity in explainer.entities}
    for claim in explainer.claims:
        absence = any(not hasattr(entry, "exact") for entry in claim.evidence)
        assert claim.id in printed or claim.id in roles or claim.attributed_to or absence, claim.id


def test_the_blocks_of_the_outline_are_there(explainer: Explainer) -> None:
    blocks = [b.kind for s in explainer.sections for b in s.body if isinstance(b, GeneratedBlock)]
    assert blocks == ["timeline", "people", "words", "absences", "source"]


def test_inferred_dates_print_their_reasoning(explainer: Explainer) -> None:
    inferred = [claim for claim in explainer.claims if claim.date_basis == "inferred"]
    assert {str(claim.id) for claim in inferred} == {"ambassador-welcomed", "dateline"}
    for claim in inferred:
        assert claim.date is not None
        assert claim.date.endswith("?")
        assert claim.date_note is not None
        assert "April 2025" in claim.date_note
    derived = next(claim for claim in explainer.claims if claim.id == "year-worked-out")
    assert derived.derived is not None
    assert "Friday" in derived.derived.how
    assert "In 2024, 4 July was itself a Thursday" in derived.derived.how


def test_what_is_true_only_for_now_says_as_of_when(explainer: Explainer) -> None:
    for claim in explainer.claims:
        if claim.id in {
            "no-other-formally", "no-other-fully", "ambassadors", "waiting", "western-condition",
            "girls-school", "women-work", "us-sanctions", "us-assets", "embassy-kabul",
        }:  # fmt: skip
            assert claim.as_of == "source", claim.id


def test_marks_in_a_claim_stand_round_words_that_stand_in_marks_in_the_source(
    explainer: Explainer, seed: str
) -> None:
    spoken = [part for index, part in enumerate(seed.replace("\u201d", '"').split('"')) if index % 2]
    for claim in explainer.claims:
        for words in claim.text.split('"')[1::2]:
            assert any(words.rstrip(".") in part for part in spoken), claim.id


def test_a_pronoun_that_a_claim_resolves_says_how(explainer: Explainer) -> None:
    by_id = {str(claim.id): claim for claim in explainer.claims}
    for claim, words in {
        "terror-list": "the group", "sectors": "They", "putin-allies": "them", "credentials": "his",
        "interacting": "It", "turning-point": "it",
    }.items():  # fmt: skip
        refers = [r for entry in by_id[claim].evidence for r in getattr(entry, "refers", ())]
        assert [str(reference.words) for reference in refers] == [words]
        assert all(reference.why for reference in refers)


def test_absent_words_do_not_occur(verified: Verified) -> None:
    searched = [
        outcome
        for resolved in verified.resolution.claims
        for outcome in resolved.evidence
        if isinstance(outcome, AbsenceOutcome)
    ]
    assert len(searched) == 11
    assert all(len(outcome.absence.terms) >= 4 and not outcome.present for outcome in searched)


# What a careless writer might do: the claim, the rules that may refuse it, and edits to the real facts.

NOT_IN_SOURCE = {"quotation-not-found", "quotation-altered"}
CARELESS: dict[str, tuple[str, set[str], list[tuple[str, str]]]] = {
    "paraphrase offered as a quotation": (
        "turning-point",
        NOT_IN_SOURCE,
        [("leaders called it a significant turning point.", 'leaders declared it "a major turning point."')],
    ),
    "milestone and turning point merged": (
        "muttaqi-quote",
        NOT_IN_SOURCE,
        [('"This is a major milestone', '"This is a significant turning point')],
    ),
    "another sum": ("us-assets", NOT_IN_SOURCE, [("and freeze $7 billion", "and freeze $9 billion")]),
    "currency cut off": (
        "us-assets",
        {"quotation-cut-inside-word"},
        [("quote: The United States continues to impose sanctions and freeze $7", "quote: 7")],
    ),
    "another owner": (
        "us-assets",
        NOT_IN_SOURCE,
        [("billion in Afghan assets", "billion in Taliban assets")],
    ),
    "condition cut off": (
        "western-condition",
        {"cut-from-condition"},
        [("quote: Until the Taliban restore women's rights, Western", "quote: Western")],
    ),
    "negation hidden by dots": (
        "western-condition",
        {"ellipsis-hides-words"},
        [("countries will not recognize them.", "countries will ... recognize them.")],
    ),
    "one letter, the opposite": (
        "western-condition",
        NOT_IN_SOURCE,
        [("countries will not recognize them.", "countries will now recognize them.")],
    ),
    "negation cut off": (
        "no-other-formally",
        {"cut-from-negation"},
        [("quote: No other nation", "quote: other nation")],
    ),
    "ambassadors made recognition": (
        "ambassadors",
        NOT_IN_SOURCE,
        [("Although the Taliban have ambassadors in China", "Although the Taliban are recognized by China")],
    ),
    "intention made deed": ("sectors", NOT_IN_SOURCE, [("They also intend to develop", "They develop")]),
    "slogan without its speaker": (
        "muttaqi-quote",
        {"cut-from-speaker"},
        [
            ("    attributed_to: Amir Khan Muttaqi\n    mode: quoted\n", ""),
            ('Taliban acting foreign minister Amir Khan Muttaqi declared, "This', "This"),
            ('relations."\n        speaker: Amir Khan Muttaqi\n', "relations.\n"),
        ],
    ),
    "prospects without their speaker": (
        "trade-prospects",
        {"cut-from-speaker"},
        [
            ("    attributed_to: the Russian government\n    mode: quoted\n", ""),
            ('According to the Russian government, there are "significant', "significant"),
            ('areas."\n        speaker: the Russian government\n', "areas.\n"),
        ],
    ),
    "acting dropped": (
        "muttaqi-role",
        NOT_IN_SOURCE,
        [("quote: >-\n          Taliban acting", "quote: Taliban")],
    ),
    "deputy dropped": (
        "rudenko-role",
        NOT_IN_SOURCE,
        [("Russia's Deputy\n          Foreign", "Russia's Foreign")],
    ),
    "high school made school": (
        "girls-school",
        NOT_IN_SOURCE,
        [("forbids girls from attending high", "forbids girls from")],
    ),
    "restricts made bans": (
        "women-work",
        NOT_IN_SOURCE,
        [("high school and restricts", "high school and bans")],
    ),
    "pronoun replaced in the quotation": (
        "terror-list",
        NOT_IN_SOURCE,
        [
            (
                "        refers:\n          - words: the group\n",
                "        refers:\n          - words: Moscow\n",
            ),
            ("Moscow removed the group from", "Moscow removed the Taliban from"),
        ],
    ),
    "a year put to the dateline": (
        "dateline",
        NOT_IN_SOURCE,
        [('(India) July 4:"', '(India) July 4, 2025:"')],
    ),
    "headline without its neighbours": (
        "rule-or-government",
        {"quotation-ambiguous"},
        [("        suffix: Russia is the first country to officially acknowledge\n", "")],
    ),
    "headline with wrong neighbours": (
        "rule-or-government",
        {"prefix-or-suffix-wrong"},
        [("suffix: Russia is the first country", "suffix: Russia is the last country")],
    ),
    "two paragraphs as one": (
        "no-other-fully",
        {"quotation-across-paragraphs"},
        [("fully recognized them.", "fully recognized them. Until the Taliban restore women's rights")],
    ),
}


def in_claim(facts: str, claim: str, edits: list[tuple[str, str]]) -> str:
    """The facts with each edit made at its last place in one claim, where the evidence stands."""
    start = facts.index(f"  - id: {claim}\n")
    end = facts.index("\n\n", start)
    block = facts[start:end] + "\n"
    for old, new in edits:
        assert old in block
        block = new.join(block.rsplit(old, 1))
    return facts[:start] + block + facts[end + 1 :]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("facts", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def rewrite(project: Path, claim: str, edits: list[tuple[str, str]]) -> Verified | Rejected:
    facts = (project / FACTS).read_text("utf-8")
    (project / FACTS).write_text(in_claim(facts, claim, edits), "utf-8")
    return check_project(project)


@pytest.mark.parametrize(("claim", "rules", "edits"), CARELESS.values(), ids=CARELESS.keys())
def test_careless_writing_is_refused(
    project: Path, claim: str, rules: set[str], edits: list[tuple[str, str]]
) -> None:
    outcome = rewrite(project, claim, edits)
    assert isinstance(outcome, Rejected)
    errors = [f for f in outcome.findings if f.severity is Severity.ERROR]
    assert [(f.claim, f.rule in rules) for f in errors] == [(claim, True)], errors


@pytest.mark.parametrize("word", ["Kabul", "ambassad*", "turning point", "Taliban"])
def test_a_word_that_does_occur_is_not_absent(project: Path, word: str) -> None:
    outcome = rewrite(project, "hall-name", [("absent: [", f"absent: [{word}, ")])
    assert isinstance(outcome, Rejected)
    assert [f.claim for f in outcome.findings] == ["hall-name"]
