"""Between claims: other numbers for the same thing, one quotation for many, dependants, repeated sources."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dam import write_project
from onrecord.app import check_project
from onrecord.finding import Finding, Severity
from onrecord.ground.repeating import independent, origins
from onrecord.model import Source
from onrecord.text import Location, Scalar, Text

SEED = (
    "The dam was built in 1962 and holds back 2,100 tons of water. A plate says that it was built in 1964. "
    "The clerk counted 30 boats, and later 40 boats. The gate was opened on 3 May, or on 4 May.\n"
)
QUOTE = SEED.strip()
METADATA = "id: report\nfile: report.txt\nsha256: \u2026\ntitle: Report on the dam\n"


def claim(id: str, text: str, more: str = "", quote: str = QUOTE) -> str:
    evidence = f"    evidence:\n      - quote: >-\n          {quote}\n"
    return f"  - id: {id}\n    text: >-\n      {text}\n{more}{evidence}"


def findings(root: Path, rule: str, *claims: str, head: str = "", tail: str = "") -> list[Finding]:
    facts = f"title: The dam\nsource: report\n{head}claims:\n{''.join(claims)}{tail}"
    write_project(root, {"facts/dam.yml": facts, "seeds/report.txt": SEED, "seeds/report.yml": METADATA})
    outcome = check_project(root)
    unreadable = {"broken-yaml", "unknown-key", "wrong-shape", "malformed-date", "quotation-not-found"}
    assert not unreadable & {finding.rule for finding in outcome.findings}
    return [finding for finding in outcome.findings if finding.rule == rule]


DISAGREEING = [
    ("The dam was built in 1962.", "The dam was built in 1964.", "1964"),
    ("The dam holds back 2,100 tons of water.", "The dam holds back 2100.5 tons of water.", "2100.5"),
    ("The clerk counted thirty boats.", "The clerk counted 40 boats.", "40"),
    ("The gate was opened on 3 May.", "The gate was opened on 4 May.", "4"),
    ("The gate was opened in May 1962.", "The gate was opened in June 1962.", "June"),
    ("The article says that the dam was built in 1962.", "The dam was built in 1964.", "1964"),
    ("The dam was built in 1962.", "The dams were built in 1964.", "1964"),
]
AGREEING = [
    ("The dam was built in 1962.", "The dam was built in 1962 by hand."),
    ("The dam holds back 2,100 tons of water.", "The dam holds back 2100 tons of water."),
    ("The clerk counted thirty boats.", "The clerk counted 30 boats."),
    ("The dam was built in 1962.", "The gate was built in 1964."),
    ("The dam was built before 1962.", "The dam was built after 1961."),
    ("The dam holds more than 2,000 tons.", "The dam holds 2,100 tons."),
    ("The clerk counted about 30 boats.", "The clerk counted 32 boats."),
    ("In 1962, the clerk counted 30 boats.", "In 1963, the clerk counted 40 boats."),
    ("In 1962, the clerk counted 30 boats.", "In 1963, the clerk counted 30 boats."),
    ("The dam was not built in 1962.", "The dam was not built in 1964."),
    ("Chapter 3 tells of the dam and its wall.", "Chapter 4 tells of the dam and its wall."),
    ("The crew of Apollo 11 saw the dam.", "The crew of Apollo 12 saw the dam."),
    ("This was the 20th boat on the lake.", "This was the 21st boat on the lake."),
    ("The first gate was opened in May.", "The second gate was opened in May."),
    ("The dam was opened.", "The dam was opened."),
]


@pytest.mark.parametrize(("one", "other", "words"), DISAGREEING)
def test_another_number_for_the_same_is_told(tmp_path: Path, one: str, other: str, words: str) -> None:
    (found,) = findings(tmp_path, "claims-disagree", claim("one", one), claim("other", other))
    assert found.severity is Severity.WARNING
    assert found.claim == "other"
    assert found.location.span is not None
    assert found.location.text.content[slice(*found.location.span)] == words
    assert "conflicts_with: [one]" in found.help
    assert found.related


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_what_can_both_be_so_is_not_told(tmp_path: Path, one: str, other: str) -> None:
    assert findings(tmp_path, "claims-disagree", claim("one", one), claim("other", other)) == []


@pytest.mark.parametrize("key", ["conflicts_with", "supersedes"])
@pytest.mark.parametrize("teller", ["one", "other"])
def test_a_conflict_that_is_told_is_no_finding(tmp_path: Path, key: str, teller: str) -> None:
    told = {teller: f"    {key}: [{'other' if teller == 'one' else 'one'}]\n"}
    one, other, _ = DISAGREEING[0]
    made = claim("one", one, told.get("one", "")), claim("other", other, told.get("other", ""))
    assert findings(tmp_path, "claims-disagree", *made) == []


def test_a_withdrawn_claim_disagrees_with_none(tmp_path: Path) -> None:
    one, other, _ = DISAGREEING[0]
    gone = "    withdrawn: {date: 2026-12-01, why: It was wrong.}\n"
    assert findings(tmp_path, "claims-disagree", claim("one", one, gone), claim("other", other)) == []


PARAPHRASES = [f"The dam has use number {word}." for word in "abcdefgh"]


@pytest.mark.parametrize(("claims", "told"), [(6, 0), (7, 1), (8, 1)])
def test_a_quotation_may_carry_six_claims(tmp_path: Path, claims: int, told: int) -> None:
    quote = "The dam was built in 1962 and holds back 2,100 tons of water."
    made = [claim(f"c{n}", PARAPHRASES[n], quote=quote) for n in range(claims)]
    found = findings(tmp_path, "quotation-overused", *made)
    assert [finding.claim for finding in found] == ["c6"] * told
    for finding in found:
        assert finding.message.startswith(f"{claims} claims")


def test_a_long_quotation_may_carry_more(tmp_path: Path) -> None:
    assert len(QUOTE.split()) > 40
    made = [claim(f"c{n}", PARAPHRASES[n]) for n in range(8)]
    assert findings(tmp_path, "quotation-overused", *made) == []


BASE_CORRECTED = "    corrections: [{date: 2026-12-05, was: It was., why: A slip.}]\n"
REVIEWS = [
    (BASE_CORRECTED, "", True),
    (BASE_CORRECTED, "    reread: 2026-12-04\n", True),
    (BASE_CORRECTED, "    reread: 2026-12-05\n", False),
    (BASE_CORRECTED, "    corrections: [{date: 2026-12-06, was: It was., why: Follows.}]\n", False),
    (BASE_CORRECTED, "    corrections: [{date: 2026-12-01, was: It was., why: Earlier.}]\n", True),
    ("    status: contested\n", "", True),
    ("    status: contested\n", "    status: contested\n", False),
    ("    status: contested\n", "    status: interpretation\n", False),
    ("    status: contested\n", "    reread: 2026-12-01\n", False),
    ("", "", False),
]


@pytest.mark.parametrize(("base", "own", "told"), REVIEWS)
def test_a_dependant_is_read_again(tmp_path: Path, base: str, own: str, *, told: bool) -> None:
    made = (
        claim("base", "The dam was built in 1962.", base),
        claim("leaning", "The dam stood in 1963.", f"    depends_on: [base]\n{own}"),
    )
    found = findings(tmp_path, "dependant-needs-review", *made)
    assert [finding.claim for finding in found] == ["leaning"] * told
    for finding in found:
        assert "'base'" in finding.message
        assert finding.related


def test_what_is_worked_out_is_read_again_too(tmp_path: Path) -> None:
    derived = (
        "  - id: old\n    text: The dam is more than sixty years old.\n"
        "    derived: {from: [base], how: It was built in 1962.}\n"
    )
    made = claim("base", "The dam was built in 1962.", BASE_CORRECTED), derived
    assert len(findings(tmp_path, "dependant-needs-review", *made)) == 1


SUPERSEDED = (
    claim("old", "The dam was built in 1962."),
    claim("new", "A plate says that the dam was built in 1964.", "    supersedes: [old]\n"),
)


@pytest.mark.parametrize(
    ("head", "tail", "told"),
    [
        ("answer: [old]\n", "", 1),
        ("answer: [new]\n", "", 0),
        ("rests_on: [old]\n", "", 1),
        ("", "sections: [{heading: What?, rests_on: [old], body: [{claims: [old, new]}]}]\n", 1),
        ("", "sections: [{heading: What?, body: [{claims: [old, new]}]}]\n", 0),
        ("", "entities: [{name: the dam, kind: place, role: old}]\n", 1),
    ],
)
def test_a_superseded_claim_is_no_answer(tmp_path: Path, head: str, tail: str, told: int) -> None:
    found = findings(tmp_path, "superseded-claim-in-use", *SUPERSEDED, head=head, tail=tail)
    assert len(found) == told
    assert all("'new'" in finding.help for finding in found)


def test_no_claim_that_stands_leans_on_a_superseded_one(tmp_path: Path) -> None:
    leaning = claim("leaning", "The dam stood in 1963.", "    depends_on: [old]\n")
    found = findings(tmp_path, "superseded-claim-in-use", *SUPERSEDED, leaning)
    assert [finding.claim for finding in found] == ["leaning"]


def source(id: str, *derived_from: str) -> Source:
    text = Text("seeds/x.yml", "")

    def scalar(value: str) -> Scalar:
        return Scalar(value, text, 0, 0)

    repeated = tuple(map(scalar, derived_from))
    return Source(scalar(id), scalar(id), scalar(""), scalar(id), Location(text), derived_from=repeated)


def own(*sources: Source, used: str = "") -> int:
    known = origins({str(one.id): one for one in sources})
    names = used.split() or [str(one.id) for one in sources]
    return len(set(independent(names, known).values()))


@pytest.mark.parametrize(
    ("sources", "used", "count"),
    [
        ((source("a"), source("b")), "", 2),
        ((source("a"), source("b", "a")), "", 1),
        ((source("wire"), source("a", "wire"), source("b", "wire")), "a b", 1),
        ((source("wire"), source("a", "wire"), source("b", "a")), "wire b", 1),
        ((source("a"), source("b"), source("both", "a", "b")), "", 2),
        ((source("a"), source("b"), source("both", "a", "b")), "both a", 1),
        ((source("a", "b"), source("b", "a")), "", 1),
        ((source("a", "a"),), "", 1),
        ((source("a", "lost"), source("b", "lost")), "", 1),
    ],
)
def test_sources_that_repeat_others_count_once(sources: tuple[Source, ...], used: str, count: int) -> None:
    for order in permutations(sources):
        assert own(*order, used=used) == count


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefg"), max_size=3)))
def test_there_are_never_more_own_sources_than_sources(repeats: dict[str, list[str]]) -> None:
    sources = [source(id, *others) for id, others in repeats.items()]
    assert min(len(sources), 1) <= own(*sources) <= len(sources)


@pytest.mark.parametrize(("support", "told"), [("each", 1), ("together", 0)])
@pytest.mark.parametrize("repeats", [True, False])
def test_a_repeating_source_is_no_second_one(
    tmp_path: Path, support: str, told: int, *, repeats: bool
) -> None:
    facts = (
        "title: The dam\nclaims:\n  - id: built\n    text: The dam was built in 1962.\n"
        f"    support: {support}\n    evidence:\n"
        "      - {quote: The dam was built in 1962, source: report}\n"
        "      - {quote: It was built in 1962., source: paper}\n"
    )
    said = "derived_from: [report]\n" if repeats else ""
    write_project(
        tmp_path,
        {
            "facts/dam.yml": facts,
            "seeds/report.txt": SEED,
            "seeds/report.yml": METADATA,
            "seeds/paper.txt": "Our dam is old. It was built in 1962.\n",
            "seeds/paper.yml": f"id: paper\nfile: paper.txt\nsha256: \u2026\ntitle: The paper\n{said}",
        },
    )
    found = [f for f in check_project(tmp_path).findings if f.rule == "repeated-source-counted-twice"]
    assert len(found) == (told if repeats else 0)
