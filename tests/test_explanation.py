"""Explanations of rules: what a fenced block marks, on the rule's page and in the terminal."""

from __future__ import annotations

import pytest
from markupsafe import escape

from dam import write_project
from onrecord.app import check_project
from onrecord.check import Verified, all_rules
from onrecord.cli import main
from onrecord.page import Page, Settings
from onrecord.pages.rule import PAGE_KIND
from onrecord.printable import cells
from onrecord.rule import Rule
from onrecord.view.explanation import Block, Mark, body
from onrecord.view.links import rule_path

RULES = all_rules()


def block(fence: str, *code: str) -> Block:
    (found,) = body("\n".join(["What it is.", "", f"```{fence}", *code, "```"]))
    return found


def test_words_are_marked_where_they_stand() -> None:
    found = block('yaml facts/a.yml mark="safe" place=2', "id: safe", "text: It is safe.")
    assert (found.language, found.file, found.whole) == ("yaml", "facts/a.yml", "")
    assert found.mark == Mark("safe", 2)
    assert found.pieces == ("id: safe\ntext: It is ", "safe", ".")
    assert found.line == 2


@pytest.mark.parametrize(
    ("fence", "pieces"),
    [
        ("yaml facts/a.yml mark='\"a\"'", ("b: ", '"a"', "")),
        ('yaml facts/a.yml mark="b: "', ("", "b: ", '"a"')),
        ("yaml facts/a.yml", ('b: "a"', "", "")),
        ("yaml facts/a.yml whole=facts", ('b: "a"', "", "")),
    ],
)
def test_what_is_marked(fence: str, pieces: tuple[str, str, str]) -> None:
    assert block(fence, 'b: "a"').pieces == pieces


def test_words_that_touch_are_counted_one_by_one() -> None:
    assert Mark("aa", 2).span("aaa") == (1, 3)
    assert Mark("aa", 3).span("aaa") is None
    assert Mark("b").span("aaa") is None


@pytest.mark.parametrize(
    "fence",
    [
        "yaml facts/a.yml mark=safe",
        'yaml facts/a.yml mark=""',
        'yaml facts/a.yml mark="a" place=0',
        'yaml facts/a.yml mark="a" whole=facts',
        'yaml facts/a.yml place=2 mark="a"',
        "yaml facts/a.yml hl_lines=2",
        'yaml mark="a"  facts/a.yml',
    ],
)
def test_a_fence_that_says_something_else_is_refused(fence: str) -> None:
    with pytest.raises(ValueError, match="a fence that nobody reads"):
        block(fence, "a: a")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    root = tmp_path_factory.mktemp("dam")
    write_project(root, {})
    verified = check_project(root)
    assert isinstance(verified, Verified)
    return {page.path: page for page in PAGE_KIND.pages(verified, Settings("2026-01-01"))}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_page_of_a_rule_marks_what_it_reports(rule: Rule, pages: dict[str, Page]) -> None:
    html = pages[rule_path(rule.id)].html
    (found,) = [each for each in body(rule.explanation) if each.mark or each.whole]
    assert html.count("<mark>") == (found.mark is not None)
    if found.mark is not None:
        before, marked, after = map(escape, found.pieces)
        assert f"<code>{before}<mark>{marked}</mark>{after}</code>" in html
        assert f"{found.file}, line {found.line}: <code>{marked}</code> is reported</p>" in html
    else:
        assert "is reported as a whole</p>" in html


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_terminal_underlines_what_a_rule_reports(rule: Rule, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", rule.id]) == 0
    told = capsys.readouterr().out
    assert "mark=" not in told
    assert "whole=" not in told
    lines = told.splitlines()
    at = [number for number, line in enumerate(lines) if line.endswith("^ reported")]
    (found,) = [each for each in body(rule.explanation) if each.mark or each.whole]
    if found.mark is None:
        assert at == []
        assert f"^ {found.whole} is reported as a whole" in lines
        return
    (number,) = at
    carets = lines[number].removesuffix(" reported")
    column = len(carets) - carets.count("^")
    before = found.pieces[0].rpartition("\n")[2]
    assert lines[number - 1].startswith(before + found.mark.words)
    assert (column, carets.count("^")) == (cells(before), cells(found.mark.words))
