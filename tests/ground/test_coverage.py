"""Coverage: what a page says beside its claims has its numbers, names and quoted words from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dam import write_project
from onrecord.app import check_project
from onrecord.finding import Finding, Severity
from onrecord.ground.plain_numbers import plain_numbers
from onrecord.ground.reading import Reading
from onrecord.languages import language_of
from onrecord.lexicon.quantities import QuantityWords

SEED = (
    "In May 1962, Ada Byron opened the dam at Ashby. It holds back 2,100 tons of water and cost 7 million "
    'pounds. She called it "a gift to the valley". Four men had died.\n'
)
METADATA = (
    "id: report\nfile: report.txt\nsha256: \u2026\ntitle: Report of the Ashby Water Board\n"
    "author: Charles Norton\npublished: 1963-02-04\n"
)
CLAIMS = (
    "  - id: opened\n    text: Ada Byron opened the dam at Ashby in May 1962.\n    date: 1962-05\n"
    "    evidence:\n      - quote: In May 1962, Ada Byron opened the dam at Ashby.\n"
    "  - id: holds\n    text: The dam holds back 2,100 tons of water and cost 7 million pounds.\n"
    "    evidence:\n      - quote: It holds back 2,100 tons of water and cost 7 million pounds.\n"
    '  - id: gift\n    text: Ada Byron called the dam "a gift to the valley".\n'
    '    evidence:\n      - quote: She called it "a gift to the valley".\n'
    "  - id: no-fish\n    text: No fish is named.\n    note: Neither Salmo nor trout occurs.\n"
    "    evidence:\n      - absent: [fish*, trout, Salmo]\n"
)


def page(remark: str, *, title: str = "The dam", heading: str = "What is said?", head: str = "") -> str:
    return (
        f"title: {title}\nsource: report\n{head}claims:\n{CLAIMS}"
        f"sections:\n  - heading: {heading}\n    body:\n"
        f"      - claims: [opened, holds, gift, no-fish]\n      - editor: >-\n          {remark}\n"
    )


def findings(root: Path, facts: str, rule: str = "prose-not-covered") -> list[Finding]:
    write_project(root, {"facts/dam.yml": facts, "seeds/report.txt": SEED, "seeds/report.yml": METADATA})
    found = check_project(root).findings
    unreadable = {"broken-yaml", "unknown-key", "wrong-shape", "missing-key", "quotation-not-found"}
    assert not unreadable & {finding.rule for finding in found}
    return [finding for finding in found if finding.rule == rule]


def words(finding: Finding) -> str:
    assert finding.location.span is not None
    return finding.location.text.content[slice(*finding.location.span)]


NOT_COVERED = {
    "It holds 3,000 tons.": "3,000",
    "It cost nine million pounds.": "nine million",
    "It cost \u00a38m.": "8m",
    "Seven men had died.": "Seven",
    "Twenty-one men had died.": "Twenty-one",
    "It was repaired in 1987.": "1987",
    "It was opened in June.": "June",
    "It was 3 May when it was opened.": "3 May",
    "It was opened on a Tuesday.": "Tuesday",
    "It is the work of the 1980s.": "1980s",
    "Then came John Smith with others.": "John Smith",
    "Others speak of the Severn.": "Severn",
    "The BBC was there.": "BBC",
    "Minister Barrow was there.": "Barrow",
    "Some call it \u201ca gift of God\u201d.": "\u201ca gift of God\u201d",
    'Some call it "the wall".': '"the wall"',
}
COVERED = [
    "It holds 2100 tons, which is much.",
    "It cost seven million pounds; those were 7,000,000.",
    "In 1962, and in May 1962, and in the 1960s.",
    "The report is of 4 February 1963, which was a Monday.",
    "Byron opened it; Ada Byron's words are quoted.",
    "The Ashby Water Board printed it. Norton wrote it.",
    'She calls it "a gift", even "a gift to the valley."',
    "Two readings are possible, and we prefer the first.",
    "Three of these sentences are ours; the other five claims are not.",
    "See line 2 and page 12.",
    "Readers may ask why. Unlike the wall, the gate is not mentioned.",
    "Nobody asks: Why was it built?",
    "It's the one that we don't know.",
    "Is it no. #7?",
]


@pytest.mark.parametrize(("remark", "fault"), NOT_COVERED.items())
def test_what_no_claim_has_is_an_error(tmp_path: Path, remark: str, fault: str) -> None:
    (found,) = findings(tmp_path, page(remark))
    assert words(found) == fault
    assert found.severity is Severity.ERROR
    assert found.message.startswith("the editor's remark has ")
    assert found.explainer == "dam"


@pytest.mark.parametrize("remark", COVERED)
def test_what_a_claim_has_may_be_said(tmp_path: Path, remark: str) -> None:
    assert [words(found) for found in findings(tmp_path, page(remark))] == []


@pytest.mark.parametrize(
    ("facts", "what"),
    [
        (page("So.", title="Did it cost 9 million?"), "the title"),
        (page("So.", head="description: What John Smith saw.\n"), "the description"),
        (page("So.", heading="What did Barrow say?"), "the heading"),
        (page("So.", head="updates: [{date: 2026-12-01, what: A letter of 1901.}]\n"), "the update"),
        (page("So.", head="entities: [{name: John Smith, kind: person}]\n"), "the name of an entity"),
        (
            page("So.", head="entities: [{name: Byron, kind: person, aliases: [Ada Lovelace]}]\n"),
            "the name of an entity",
        ),
        (page("So.").replace("    date: 1962", "    note: It was 1961.\n    date: 1962"), "the note"),
        (
            page("So.").replace("    date: 1962", "    date_note: So says Barrow.\n    date: 1962"),
            "the note on the date",
        ),
        (
            page("So.").replace(
                '      - quote: She called it "a gift to the valley".\n',
                '      - quote: She called it "a gift to the valley".\n'
                "        refers: [{words: She, means: Ada Byron, why: So says Barrow.}]\n",
            ),
            "the reason for a reading",
        ),
    ],
)  # fmt: skip
def test_all_prose_is_looked_at(tmp_path: Path, facts: str, what: str) -> None:
    (found,) = findings(tmp_path, facts)
    assert found.message.startswith(what)


def test_a_working_may_come_to_numbers_and_to_no_names(tmp_path: Path) -> None:
    def derived(how: str) -> str:
        made = f"  - id: old\n    text: It is old.\n    derived: {{from: [opened], how: {how}}}\nsections"
        return page("So.").replace("sections", made, 1).replace("no-fish]", "no-fish, old]")

    assert findings(tmp_path / "a", derived("From 1962 to 2026 are 64 years.")) == []
    (found,) = findings(tmp_path / "b", derived("From 1962 to 2026 are 64 years. So says Barrow."))
    assert words(found) == "Barrow"
    assert found.claim == "old"


def test_the_reason_for_a_reading_may_name_what_stands_in_the_source(tmp_path: Path) -> None:
    quote = '      - quote: She called it "a gift to the valley".\n'
    why = "Ada Byron, not one of the Four men, is meant."
    refers = f"        refers: [{{words: She, means: Ada Byron, why: '{why}'}}]\n"
    assert findings(tmp_path / "a", page("So.").replace(quote, quote + refers)) == []
    (found,) = findings(tmp_path / "b", page("So.").replace(quote, quote + refers.replace("Four", "Five")))
    assert words(found) == "Five"
    assert found.claim == "gift"


def test_the_subject_and_the_entities_may_be_named(tmp_path: Path) -> None:
    head = "subject: [the Severn]\nentities: [{name: Byron, kind: person, role: opened}]\n"
    assert findings(tmp_path, page("The river is the Severn, the person Byron.", head=head)) == []


def test_words_that_were_searched_for_belong_to_their_claim_alone(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, page("There is no Salmo in it."))
    assert words(found) == "Salmo"


def test_a_heading_in_capitals_tells_nothing_of_names(tmp_path: Path) -> None:
    assert findings(tmp_path, page("So.", heading="What Was Really Built There")) == []
    (found,) = findings(tmp_path / "b", page("So.", heading="What Was Built In Paris"))
    assert words(found) == "Paris"


def test_withdrawn_claims_cover_nothing(tmp_path: Path) -> None:
    gone = "    withdrawn: {date: 2026-12-01, why: It was wrong.}\n    date: 1962-05"
    facts = page("So it was in 1962.").replace("    date: 1962-05", gone).replace("[opened, ", "[")
    assert [words(found) for found in findings(tmp_path, facts)] == ["1962"]


def test_in_a_language_without_words_numbers_and_quotations_are_held_to_all_the_same(tmp_path: Path) -> None:
    facts = page('Der Damm "am Fluss" kostete 9 Pfund, sagt Herr Schmidt.', head="language: tlh\n")
    assert [words(found) for found in findings(tmp_path, facts)] == ['"am Fluss"', "9"]


PLACES = [
    ("sections: [{heading: What?, body: [{claims: [opened, holds, gift, no-fish]}]}]\n", []),
    ("", []),
    ("sections: [{heading: What?, body: [{claims: [holds]}]}]\n", ["gift"]),
    ("answer: [gift]\nsections: [{heading: What?, body: [{claims: [holds]}]}]\n", []),
    ("sections: [{heading: What?, body: [{claims: [holds]}, {show: words}]}]\n", ["gift"]),
    (
        "entities: [{name: Ada Byron, kind: person, role: gift}]\n"
        "sections: [{heading: What?, body: [{claims: [holds]}]}]\n",
        [],
    ),
]


@pytest.mark.parametrize(("tail", "told"), PLACES)
def test_a_claim_that_stands_nowhere_is_told(tmp_path: Path, tail: str, told: list[str]) -> None:
    """The dated claim stands in the timeline, the one about absent words among the absences."""
    facts = f"title: The dam\nsource: report\nclaims:\n{CLAIMS}{tail}"
    found = findings(tmp_path, facts, "claim-in-no-section")
    assert [finding.claim for finding in found] == told
    assert all(finding.severity is Severity.WARNING for finding in found)


def numbers(text: str) -> list[str]:
    language = language_of("en")
    assert language is not None
    assert language.lexicon is not None
    return [
        worth
        for _, worth in plain_numbers(Reading(text, language), language.lexicon.quantities or QuantityWords())
    ]


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("2,100 tons", ["2100"]),
        ("twenty-one tons, seven million men", ["21", "7000000"]),
        ("7 million and 5m and 2.5 billion", ["7000000", "5000000", "2500000000"]),
        ("007 and 0.50", ["7", "0.5"]),
        ("In May 1962 and on 3 May", []),
        ("millions of them", ["million"]),
        ("1.2.3 and 1/2", ["1.2.3", "1", "2"]),
    ],
)
def test_numbers_are_read_by_what_they_are_worth(text: str, worth: list[str]) -> None:
    assert numbers(text) == worth


@given(st.text(alphabet="0123456789.,- millonbt\u00a0\u0663twenyoe#%", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for worth in numbers(text):
        assert worth
