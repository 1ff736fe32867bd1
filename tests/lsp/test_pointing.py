"""What is shown over a value, and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from gate.example import FACTS
from lsp.desk import CURSOR as C
from lsp.desk import DAM, NEW, Desk
from onrecord.language_server.hover import Run, markdown, plain, shown

OPENED = "The gate was opened twice in the spring, before the snow had melted in the hills."
MARKUP = MarkdownIt("gfm-like", {"linkify": False})
REPORT, METADATA = "seeds/report.txt", "seeds/report.yml"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def over(desk: Desk, marked: str) -> str:
    found = desk.pointed(marked)
    return plain(shown(found.means)) if found is not None else ""


@pytest.mark.parametrize(
    ("marked", "path", "line", "column"),
    [
        (FACTS.replace("quote: It was", f"quote: It {C}was"), REPORT, 5, 1),
        (FACTS.replace("quote: It was built", f"quote: >-\n          was{C} built"), REPORT, 5, 4),
        (FACTS.replace("[visited]", f"[visi{C}ted]"), DAM, 7, 9),
        (FACTS + f"    depends_on: [{C}cost]\n", DAM, 11, 9),
        (FACTS + f"    derived: {{from: [cost, {C}visited], how: x}}\n", DAM, 7, 9),
        (FACTS + f"sections:\n  - heading: What?\n    body:\n      - claims: [cost{C}]\n", DAM, 11, 9),
        (FACTS + f"entities:\n  - {{name: The dam, kind: place, role: co{C}st}}\n", DAM, 11, 9),
        (FACTS.replace("        source: report", f"        source: rep{C}ort"), METADATA, 1, 5),
        (FACTS.replace("source: report\nans", f"source: rep{C}ort\nans"), METADATA, 1, 5),
        (FACTS.replace("quote: It was built for $7", f"quote: It {C}was constructed for $7"), REPORT, 5, 1),
    ],
)
def test_where_it_leads(desk: Desk, marked: str, path: str, line: int, column: int) -> None:
    found = desk.pointed(marked)
    assert found is not None
    assert found.leads_to is not None
    assert (found.leads_to.path, found.leads_to.start) == (path, (line, column))


@pytest.mark.parametrize(
    "marked",
    [
        FACTS.replace("title: What", f"title: Wh{C}at"),
        FACTS.replace("[visited]", f"[visi{C}tors]"),
        FACTS.replace(f"quote: {OPENED}", f"quote: No {C}helicopter flew over it, said nobody at all."),
        FACTS.replace("claims:\n", f"claims:\n{C}\n"),
        f"title: [{C}",
        C,
    ],
)
def test_what_leads_nowhere(desk: Desk, marked: str) -> None:
    found = desk.pointed(marked)
    assert found is None or found.leads_to is None


def test_a_quotation_in_its_passage(desk: Desk) -> None:
    said = over(
        desk, FACTS.replace("quote: It was built for $7 billion", f"quote: was built for{C} $7 billion")
    )
    assert said.startswith("seeds/report.txt, line 5: Report on the dam\n")
    assert "It »was built for $7 billion by the county" in said


def test_whose_words_and_what_was_passed_over(desk: Desk) -> None:
    desk.put_source("The keeper said: \u201cThe gate is open all day.\u201d\n")
    quote = f"      - quote: '\"The gate{C} is open all day.\"'\n        speaker: The keeper\n"
    said = over(desk, NEW + quote)
    assert "Said by The keeper." in said
    assert "Quotation marks and apostrophes may be straight or curly" in said


def test_a_miss_shows_the_passage_most_like_it(desk: Desk) -> None:
    said = over(desk, FACTS.replace("quote: It was built for", f"quote: It was{C} constructed for"))
    assert said.startswith("These words were not found in the source. The passage most like them:")
    assert "line 5" in said


def test_a_claim_a_source_and_a_rule(desk: Desk) -> None:
    assert over(desk, FACTS.replace("[visited]", f"[visi{C}ted]")).startswith("The committee visited the dam")
    assert "Report on the dam" in over(desk, FACTS.replace("source: report\nans", f"source: re{C}port\nans"))
    rule = over(desk, FACTS + f"    waivers: [{{rule: cause-ad{C}ded, reason: x}}]\n")
    assert rule.startswith("»cause-added (")
    assert "The claim makes one thing the reason for another" in rule


HOSTILE = [
    "[x](javascript:alert(1)) <img src=x onerror=alert(1)> &lt; `code` **b** _i_ ~~s~~ # h",
    "1. list\n2. list\n\n    code\n\n| a | b |\n|---|---|\n",
    "![](https://example.org/x.png) <https://example.org> www.example.org a@example.org",
    "\\[x\\](command:run) \x1b[31m \u202e ::error::",
    "- a\n+ b\n> c\n```\nd\n```\n---\n",
]


@pytest.mark.parametrize("written", HOSTILE)
@pytest.mark.parametrize("is_strong", [False, True])
def test_nothing_written_by_others_is_markup(written: str, is_strong: bool) -> None:
    lines = [(Run("a "), Run(written, is_strong), Run(" b"))]
    tokens = MARKUP.parse(markdown(lines))
    kinds = {child.type for token in tokens for child in token.children or ()} | {t.type for t in tokens}
    allowed = {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert kinds <= allowed | ({"strong_open", "strong_close"} if is_strong else set())
    seen = "".join(child.content for token in tokens for child in token.children or ())
    assert "".join(seen.split()) == "".join(plain(lines).replace("»", "").replace("«", "").split())
    assert "\x1b" not in seen
    assert "\u202e" not in seen
