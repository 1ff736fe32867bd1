"""Fact files: every key, every kind of mistake, and the exact place of each."""

from __future__ import annotations

from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.files import FACTS, Told, changed, files, load, short, told
from onrecord.check import all_rules, check
from onrecord.loaders.claims import LONGEST_CLAIM
from onrecord.loaders.facts import SHAPES
from onrecord.loaders.metadata import METADATA
from onrecord.loaders.project import load_files, load_project
from onrecord.loaders.readers import LONGEST_VALUE
from onrecord.model import Absence, ClaimsParagraph, EditorNote, GeneratedBlock, Quotation
from onrecord.resolve import resolve
from source_tree import ROOT

EVERYTHING = """\
title: The dam
description: What the report says.
published: 2026-11-24
source: report
language: en
subject: [the dam]
rests_on: [safe]
answer: [safe]
draft: true
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
        source: report
        prefix: "Before:"
        suffix: After
        line: 12
        speaker: the committee
        stance: partly
        not_covered: the year
        translation: Sicher.
        translated_by: us
        refers:
          - {words: it, means: the dam, why: It is.}
          - {words: they, means: the committee}
      - absent: [crack*, "safety margin"]
        source: report
    support: each
    date: 2021-08/..
    date_basis: inferred
    date_note: By the report.
    date_words: last month
    as_of: source
    attributed_to: the committee
    mode: quoted
    status: contested
    note: A note.
    depends_on: [sound]
    conflicts_with: [sound]
    supersedes: [sound]
    waivers: [{rule: name-not-in-evidence, reason: We know., reviewed: 3f9a1c02}]
    corrections: [{date: 2026-12-01, was: Was., why: Why.}]
    reread: 2026-12-02
  - id: sound
    text: The dam is sound.
    derived: {from: [safe], how: What is safe is sound.}
  - id: gone
    text: The dam is gone.
    evidence: [{quote: The dam is gone.}]
    withdrawn: {date: 2026-12-01, why: It is not.}
entities:
  - {name: Ada Byron, kind: person, id: ada-byron, aliases: [Byron], role: safe}
sections:
  - heading: What was found?
    rests_on: [safe]
    body:
      - claims: [safe, sound]
      - editor: Our only source.
      - show: timeline
updates: [{date: 2026-12-01, what: More., claims: [gone]}]
retired:
  - {id: older, date: 2026-12-01, why: Merged., replaced_by: safe}
  - {id: weir, date: 2026-12-01, why: Renamed., replaced_by: dam}
"""


def test_every_key_is_read() -> None:
    project = load(EVERYTHING)
    assert told(project) == []
    (explainer,) = project.explainers
    assert (explainer.id, explainer.title, explainer.draft, explainer.language) == (
        "dam",
        "The dam",
        True,
        "en",
    )
    assert (explainer.subject, explainer.answer, explainer.rests_on) == (("the dam",), ("safe",), ("safe",))
    safe, sound, gone = explainer.claims
    quotation, absence = safe.evidence
    assert isinstance(quotation, Quotation)
    assert (quotation.stance, quotation.line, quotation.prefix) == ("partly", "12", "Before:")
    assert [reference.why for reference in quotation.refers] == ["It is.", None]
    assert isinstance(absence, Absence)
    assert absence.terms == ("crack*", "safety margin")
    assert (safe.date, safe.date_basis, safe.mode, safe.status, safe.support) == (
        *("2021-08/..", "inferred", "quoted", "contested", "each"),
    )
    assert (safe.waivers[0].reason, safe.waivers[0].reviewed) == ("We know.", "3f9a1c02")
    assert safe.reread == "2026-12-02"
    assert safe.corrections[0].was == "Was."
    assert sound.derived is not None
    assert sound.derived.claims == ("safe",)
    assert gone.withdrawn is not None
    assert gone.withdrawn.date == "2026-12-01"
    assert explainer.entities[0].kind == "person"
    body = explainer.sections[0].body
    assert [type(part) for part in body] == [ClaimsParagraph, EditorNote, GeneratedBlock]
    assert explainer.updates[0].claims == ("gone",)
    assert [entry.replaced_by for entry in explainer.retired] == ["safe", "dam"]


def test_an_update_need_not_touch_a_claim() -> None:
    project = load(EVERYTHING.replace("what: More., claims: [gone]", "what: More."))
    assert told(project) == []
    assert project.explainers[0].updates[0].claims == ()


def test_every_value_knows_where_it_stands() -> None:
    (explainer,) = load(EVERYTHING).explainers
    claim = explainer.claims[0]
    assert tuple(claim.at.start or ()) == (11, 5)
    assert tuple(claim.evidence[0].at.start or ()) == (14, 9)
    assert tuple(claim.evidence[1].at.start or ()) == (27, 9)
    assert tuple(explainer.sections[0].body[1].at.start or ()) == (59, 9)
    assert tuple(explainer.at.start or ()) == (1, 1)


ITEM = "      - quote: The committee found that the dam was safe.\n"


def more(text: str) -> str:
    return FACTS + text


WRONG = {
    "an unknown key": (more("    speeker: x\n"), ("unknown-key", "speeker", 8, 5)),
    "an unknown key at the top": (more("daft: x\n"), ("unknown-key", "daft", 8, 1)),
    "a comma inside braces": (
        more("        refers: [{words: it, means: the dam, the old one}]\n"),
        ("unknown-key", "the old one", 8, 46),
    ),
    "no title": (changed("title: The dam\n", ""), ("missing-key", "source", 1, 1)),
    "no claims": ("title: The dam\n", ("missing-key", "title", 1, 1)),
    "no text": (
        changed("    text: The committee found that the dam was safe.\n", ""),
        ("missing-key", "id", 4, 5),
    ),
    "no id": (changed("- id: safe\n    text", "- text"), ("missing-key", "text", 4, 5)),
    "no quote": (changed("quote: The", "speaker: The"), ("missing-key", "speaker", 7, 9)),
    "a list for a text": (changed("title: The dam", "title: [a, b]"), ("wrong-shape", "[a, b]", 1, 8)),
    "a mapping for a text": (changed("title: The dam", "title: {a: b}"), ("wrong-shape", "{a: b}", 1, 8)),
    "a text for a list": (more("subject: the dam\n"), ("wrong-shape", "the dam", 8, 10)),
    "a text for a mapping": (more("    withdrawn: yes\n"), ("wrong-shape", "yes", 8, 16)),
    "a text for evidence": (changed(ITEM, "        all of it\n"), ("wrong-shape", "all of it", 7, 9)),
    "a mapping for evidence": (
        changed("      - quote", "        quote"),
        ("wrong-shape", ITEM.strip()[2:], 7, 9),
    ),
    "a text for a claim": (changed("claims:\n", "claims:\n  - safe\n"), ("wrong-shape", "safe", 4, 5)),
    "a text for a paragraph": (
        more("sections: [{heading: x, body: [safe]}]\n"),
        ("wrong-shape", "safe", 8, 32),
    ),
    "another paragraph": (
        more("sections: [{heading: x, body: [{claim: safe}]}]\n"),
        ("missing-key", "claim", 8, 33),
    ),
    "a number for a sentence": (
        changed("text: The committee found that the dam was safe.", "text: 1962"),
        ("wrong-shape", "1962", 5, 11),
    ),
    "a wrong choice": (more("    status: contestd\n"), ("unknown-value", "contestd", 8, 13)),
    "a wrong truth": (more("draft: yes\n"), ("unknown-value", "yes", 8, 8)),
    "a wrong block": (
        more("sections: [{heading: x, body: [{show: all}]}]\n"),
        ("unknown-value", "all", 8, 39),
    ),
    "a wrong kind": (more("entities: [{name: x, kind: man}]\n"), ("unknown-value", "man", 8, 28)),
    "a wrong line": (more("        line: 0\n"), ("unknown-value", "0", 8, 15)),
    "a wrong language": (more("language: English\n"), ("unknown-value", "English", 8, 11)),
    "an empty text": (changed("title: The dam", "title:"), ("empty-value", "title", 1, 1)),
    "blanks": (changed("title: The dam", "title: '  '"), ("empty-value", "'  '", 1, 8)),
    "nothing": (changed("title: The dam", "title: ~"), ("empty-value", "~", 1, 8)),
    "an empty list": ("title: x\nclaims: []\n", ("empty-value", "claims", 2, 1)),
    "an empty entry": (more("subject: [the dam, '']\n"), ("empty-value", "''", 8, 20)),
    "a long text": (
        changed("title: The dam", f"title: {'a' * (LONGEST_VALUE + 1)}"),
        ("excessive-size", "a" * (LONGEST_VALUE + 1), 1, 8),
    ),
    "a long claim": (
        changed("text: The committee found that the dam was safe.", f"text: {'a' * (LONGEST_CLAIM + 1)}"),
        ("excessive-size", "a" * (LONGEST_CLAIM + 1), 5, 11),
    ),
    "long evidence": (
        more(f"      - quote: {'a' * LONGEST_VALUE}\n" * 2),
        ("excessive-size", "evidence", 6, 5),
    ),
    "a comment in a text": (
        changed("title: The dam", "title: No. #5 won"),
        ("cut-by-comment", "#5 won", 1, 12),
    ),
    "a comment in a list": (more("subject:\n  - The dam #2\n"), ("cut-by-comment", "#2", 9, 13)),
    "a malformed id": (changed("id: safe", "id: Safe_1"), ("malformed-id", "Safe_1", 4, 9)),
    "a long id": (changed("id: safe", f"id: {'a' * 65}"), ("malformed-id", "a" * 65, 4, 9)),
    "a reserved id": (changed("id: safe", "id: index"), ("malformed-id", "index", 4, 9)),
    "a device": (changed("id: safe", "id: com1"), ("malformed-id", "com1", 4, 9)),
    "two claims": (FACTS + FACTS.partition("claims:\n")[2], ("duplicate-id", "safe", 8, 9)),
    "two entities": (
        more("entities: [{name: x, kind: place, id: a}, {name: y, kind: place, id: a}]\n"),
        ("duplicate-id", "a", 8, 70),
    ),
    "a retired id": (
        more("retired: [{id: safe, date: 2026-12-01, why: x}]\n"),
        ("duplicate-id", "safe", 4, 9),
    ),
    "retired twice": (
        more("retired: [{id: b, date: 2026-12-01, why: x}, {id: b, date: 2026-12-02, why: y}]\n"),
        ("duplicate-id", "b", 8, 51),
    ),
    "no such day": (more("    date: 2026-02-30\n"), ("malformed-date", "2026-02-30", 8, 11)),
    "no date": (more("    date: in May\n"), ("malformed-date", "in May", 8, 11)),
    "a month for a day": (more("published: 2026-05\n"), ("malformed-date", "2026-05", 8, 12)),
    "no time of a source": (more("    as_of: sauce\n"), ("malformed-date", "sauce", 8, 12)),
    "an unreasoned date": (
        more("    date: 2026\n    date_basis: inferred\n"),
        ("inferred-date-without-note", "inferred", 9, 17),
    ),
    "no evidence": (FACTS.partition("    evidence")[0], ("claim-without-evidence", "safe", 4, 9)),
    "empty evidence": (
        changed(f"evidence:\n{ITEM}", "evidence: []\n"),
        ("claim-without-evidence", "safe", 4, 9),
    ),
    "only disputed": (more("        stance: disputes\n"), ("claim-without-evidence", "safe", 4, 9)),
    "quote and absent": (more("        absent: [leak*]\n"), ("quote-with-absent", "absent", 8, 9)),
    "a star alone": (more("      - absent: ['*']\n"), ("malformed-absent-term", "'*'", 8, 18)),
    "a star in a word": (more("      - absent: [le*k]\n"), ("malformed-absent-term", "le*k", 8, 18)),
    "no absent words": (more("      - absent: []\n"), ("empty-value", "absent", 8, 9)),
    "a claim twice": (more("answer: [safe, safe]\n"), ("repeated-claim", "safe", 8, 16)),
    "a claim twice in a paragraph": (
        more("sections: [{heading: x, body: [{claims: [safe, safe]}]}]\n"),
        ("repeated-claim", "safe", 8, 48),
    ),
}


@pytest.mark.parametrize(("facts", "problem"), WRONG.values(), ids=WRONG)
def test_what_is_wrong(facts: str, problem: tuple[Any, ...]) -> None:
    assert told(load(facts)) == [Told(*problem)]


NAMED = {
    "answer": "answer: [saef]\n",
    "title": "rests_on: [saef]\n",
    "section": "sections: [{heading: x, body: [{claims: [saef]}]}]\n",
    "heading": "sections: [{heading: x, rests_on: [saef], body: [{show: people}]}]\n",
    "entity": "entities: [{name: x, kind: place, role: saef}]\n",
    "update": "updates: [{date: 2026-12-01, what: x, claims: [saef]}]\n",
    "retired": "retired: [{id: old, date: 2026-12-01, why: x, replaced_by: saef}]\n",
    "depends_on": "    depends_on: [saef]\n",
    "conflicts_with": "    conflicts_with: [saef]\n",
    "supersedes": "    supersedes: [saef]\n",
    "derived": "    derived: {from: [saef], how: x}\n",
}
MAY_BE_WITHDRAWN = {"update", "conflicts_with", "supersedes"}


@pytest.mark.parametrize("name", NAMED)
def test_a_claim_that_is_not_there(name: str) -> None:
    (problem,) = load(more(NAMED[name])).problems
    assert short(problem)[:2] == ("unknown-claim", "saef")
    assert problem.help == "did you mean 'safe'?"
    assert problem.explainer == "dam"


@pytest.mark.parametrize("name", NAMED)
def test_a_claim_that_is_withdrawn(name: str) -> None:
    withdrawn = changed("id: safe", "id: gone").partition("claims:\n")[2]
    withdrawn += "    withdrawn: {date: 2026-12-01, why: x}\n"
    facts = changed("claims:\n", f"claims:\n{withdrawn}") + NAMED[name].replace("saef", "gone")
    problems = told(load(facts))
    wanted = [] if name in MAY_BE_WITHDRAWN else [("withdrawn-claim-in-use", "gone")]
    assert [one[:2] for one in problems] == wanted


def derived(id: str, *bases: str) -> str:
    return f"  - {{id: {id}, text: So., derived: {{from: [{', '.join(bases)}], how: x}}}}\n"


@pytest.mark.parametrize(
    ("claims", "at"),
    [
        (derived("a", "a"), ["a"]),
        (derived("a", "b") + derived("b", "a"), ["a"]),
        (derived("a", "b", "safe") + derived("b", "c") + derived("c", "b"), ["b"]),
        (derived("a", "b", "c") + derived("b", "safe") + derived("c", "b", "safe"), []),
        ("".join(derived(f"a{n}", f"a{n + 1}") for n in range(3000)) + derived("a3000", "a0"), ["a0"]),
    ],
)
def test_circles(claims: str, at: list[str]) -> None:
    assert [one[:2] for one in told(load(more(claims)))] == [("circular-derivation", words) for words in at]


def test_a_broken_claim_is_still_there_for_those_that_name_it() -> None:
    facts = changed("    text: The committee found that the dam was safe.\n", "") + "answer: [safe]\n"
    project = load(facts)
    assert [one.rule for one in told(project)] == ["missing-key"]
    assert project.explainers[0].claims == ()


def test_many_mistakes_are_told_at_once_and_the_rest_is_read() -> None:
    facts = changed("title: The dam\n", "").replace("id: safe", "id: Safe") + "    daet: 2026\nanswer: [x]\n"
    project = load(facts)
    assert sorted(one.rule for one in told(project)) == [
        *("malformed-id", "missing-key", "unknown-claim", "unknown-key"),
    ]
    assert [claim.id for claim in project.explainers[0].claims] == ["Safe"]


def test_a_problem_knows_its_claim() -> None:
    (problem,) = load(more("    status: x\n")).problems
    assert (problem.explainer, problem.claim) == ("dam", "safe")


@pytest.mark.parametrize(
    ("key", "meant"),
    [("txt", "text"), ("evidense", "evidence"), ("datebasis", "date_basis"), ("ntoe", "note")],
)
def test_did_you_mean(key: str, meant: str) -> None:
    (problem,) = load(more(f"    {key}: x\n")).problems
    assert problem.help == f"did you mean {meant!r}?"


def test_comments_after_ids_and_dates_are_welcome() -> None:
    facts = changed("source: report", "source: report # the first").replace("id: safe", "id: safe # so")
    assert told(load(more("    date: 2026 # stated\n").replace("source: report", "source: report # x"))) == []
    assert told(load(facts)) == []


def test_the_first_explainer_is_as_it_should_be() -> None:
    project = load_project(ROOT)
    assert project.problems == ()
    assert len(project.explainers[0].claims) >= 40


NODES = st.recursive(
    st.sampled_from(["safe", "", "x y", "2026-05", "~", "true", "*"]) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(sorted({key for shape in (*SHAPES, METADATA) for key in shape.fields})),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=300)
@given(NODES, NODES)
def test_any_structure_gives_values_or_findings(facts: Any, metadata: Any) -> None:
    project = load_files(files(pyyaml.dump(facts), pyyaml.dump(metadata)))
    rules = all_rules()
    assert {problem.rule for problem in project.problems} <= set(rules)
    for problem in project.problems:
        short(problem)
        assert problem.message
        assert problem.help
    check(resolve(project))
