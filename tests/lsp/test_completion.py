"""What is offered at the cursor, and that what is taken is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from gate.example import FACTS
from lsp.desk import CURSOR as C
from lsp.desk import NEW, Desk, taken
from onrecord.language_server.completion import MOST, Kind, proposals


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    "entry",
    [
        f"      - quote: keeper gate{C}\n",
        f"      - quote: 'keeper gate{C}'\n",
        f'      - quote: "keeper gate{C}\n',
        f"      - quote: {C}lives beside\n",
        f"      - quote: keeper{C} ga\n        source: report\n",
        f"      - source: report\n        quote: keeper gate{C}\n",
        f"      - quote: >-\n          keeper gate{C}\n",
        f"      - quote: |\n          keeper gate{C}\n        source: report\n",
        f"      - quote:\n          keeper gate{C}\n",
        f"      - {{quote: keeper gate{C}, source: report}}\n",
    ],
)
def test_a_sentence_taken_is_found(desk: Desk, entry: str) -> None:
    marked = NEW + entry
    (keeper,) = [each for each in desk.offered(marked) if "keeper" in each.label]
    assert keeper.kind is Kind.SENTENCE
    assert keeper.detail == "line 5 of seeds/report.txt"
    written = taken(marked, keeper)
    assert not [rule for rule in desk.rules(written) if not rule.startswith(("name-", "words-", "excerpts-"))]
    assert written.count("It was built for $7 billion by the county, and the keeper lives") == 2


def test_all_sentences_are_offered_before_anything_is_typed(desk: Desk) -> None:
    offered = desk.offered(NEW + f"      - quote: {C}\n")
    assert [each.detail.split()[1] for each in offered] == ["1", "3", "5", "7"]


def test_typing_leaves_fewer(desk: Desk) -> None:
    assert len(desk.offered(NEW + f"      - quote: the gat{C}\n")) == 2
    assert len(desk.offered(NEW + f"      - quote: THE gate twice{C}\n")) == 1
    assert desk.offered(NEW + f"      - quote: helicopter{C}\n") == []


@pytest.mark.parametrize("source", ["nowhere", "''", "re"])
def test_no_sentence_of_an_unknown_source(desk: Desk, source: str) -> None:
    assert desk.offered(NEW + f"      - quote: the{C}\n        source: {source}x\n") == []


def test_at_most_so_many(desk: Desk) -> None:
    desk.put_source("".join(f"The gate number {number} was opened.\n\n" for number in range(300)))
    assert len(desk.offered(NEW + f"      - quote: gate{C}\n")) == MOST
    assert len(desk.offered(NEW + f"      - quote: number 257{C}\n")) == 1


ODD = [
    "He said: \u201cThe dam\u2019s gate \u2013 all of it \u2013 was opened on 3\u00a0May.\u201d",
    "- 'The gate' # was opened: twice, it's said.",
    "@keeper opened the {gate} and the [door], he said.",
    "The gate was\nopened in the\r\nspring of the year 1998.",
    "The com\u00admittee saw the \ufb01rst dam\u200b in the valley.",
    "\U0001f4dc The keeper wrote of the great dam.",
    "The keeper said %s and %TAG and &anchor and *alias.",
    "? The gate was closed for the winter.",
    "The keeper: he lives beside the gate of the dam:",
]


@pytest.mark.parametrize("sentence", ODD)
@pytest.mark.parametrize("entry", ["      - quote: {}\n", "      - quote: |-\n          {}\n",
                                   "      - {{quote: {}, source: report}}\n"])  # fmt: skip
def test_odd_sentences_are_written_so_that_they_are_found(desk: Desk, sentence: str, entry: str) -> None:
    desk.put_source(f"Report on the dam at Ashby\n\n{sentence}\n")
    claim = "  - id: a\n    text: Something is said.\n    evidence:\n"
    marked = f"title: What is said?\nsource: report\nclaims:\n{claim}{entry.format(C)}"
    offered = desk.offered(marked)
    _, _, view = desk.put(taken(marked, offered[-1]))
    (evidence,) = view.resolution.claims[0].evidence
    assert type(evidence).__name__ == "Evidence", view.findings
    assert not set(evidence.foldings) & {"quotation-marks", "dashes", "spaces-of-other-kinds"}


def test_hostile_sentences_are_shown_harmless(desk: Desk) -> None:
    desk.put_source("The keeper \x1b[31m opened \u202e the gate of the dam.\n")
    for proposal in desk.offered(NEW + f"      - quote: {C}\n"):
        assert "\x1b" not in proposal.label + proposal.written
        assert "\u202e" not in proposal.label + proposal.written


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (FACTS.replace("[visited]", f"[visited, op{C}]"), ["opened"]),
        (FACTS.replace("[visited]", f"[{C}]"), ["visited", "cost", "opened"]),
        (FACTS.replace("[visited]", f"\n  - visited\n  - co{C}"), ["cost"]),
        (FACTS.replace("[visited]", f"[\n  visited,\n  co{C}]"), ["cost"]),
        (FACTS + f"    depends_on: [c{C}\n", ["cost"]),
        (FACTS + f"    depends_on: [{C}]\n", ["visited", "cost"]),
        (FACTS + f"    derived: {{from: [vis{C}, cost], how: x}}\n", ["visited"]),
        (FACTS + f"    derived:\n      from:\n        - {C}\n", ["visited", "cost", "opened"]),
        (FACTS + f"sections:\n  - heading: What?\n    body:\n      - claims: [vis{C}]\n", ["visited"]),
        (FACTS + f"entities:\n  - {{name: The dam, kind: place, role: c{C}}}\n", ["cost"]),
        (FACTS + f"    waivers:\n      - rule: source-chan{C}\n", []),
        (FACTS + f"    waivers: [{{rule: name-for, reason: {C}}}]\n", []),
        (FACTS + f"    waivers: [{{rule: name-for-p{C}, reason: x}}]\n", ["name-for-pronoun"]),
        (FACTS.replace("source: report\nans", f"source: {C}\nans"), ["report"]),
        (FACTS.replace("        source: report", f"        source: por{C}"), ["report"]),
        (FACTS.replace("claims:\n", f"claims: {C}\n"), []),
        (FACTS.replace("title: ", f"title: {C}"), []),
        (FACTS + f"# quote: {C}\n", []),
    ],
)
def test_names(desk: Desk, content: str, names: list[str]) -> None:
    assert [each.written for each in desk.offered(content)] == names


def test_a_rule_is_offered_with_what_it_says(desk: Desk) -> None:
    (rule,) = desk.offered(FACTS + f"    waivers:\n      - rule: cause-{C}\n")
    assert rule.kind is Kind.RULE
    assert rule.detail.startswith("The claim makes one thing the reason for another")


def test_a_name_taken_leaves_the_rest_of_the_line(desk: Desk) -> None:
    marked = FACTS.replace("[visited]", f"[op{C}, visited]  # both")
    (opened,) = desk.offered(marked)
    assert "answer: [opened, visited]  # both\n" in taken(marked, opened)


def test_every_place_of_every_half_of_a_file_is_answered(desk: Desk) -> None:
    """Whatever is typed, something is answered, and in the file's own extent."""
    broken = "    waivers: [[{rule: x\n      ]]]}, rule: y]\n  - - - id: y\n"
    content = f"{NEW}      - {{quote: 'a, b', source: report\n{broken}"
    text, _, view = desk.put(content)
    for offset in range(len(content) + 1):
        for proposal in proposals(text, offset, view):
            assert 0 <= proposal.span.start <= offset <= proposal.span.end <= len(content)
            assert "\n" not in content[proposal.span.start : proposal.span.end]
