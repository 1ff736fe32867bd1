"""C1: every rule explains itself, and its examples run: the first is found, the second passes.

What is found is exactly the marked words, and where a fix is offered, it makes the check pass.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from dam import CLAIMS, REPORT, REPORT_METADATA, write_project
from onrecord import rules
from onrecord.app import check_project
from onrecord.check import Verified, all_rules
from onrecord.finding import Finding, Severity
from onrecord.rule import Rule
from onrecord.second_opinion import Opinion, SecondOpinion
from onrecord.view.explanation import Block, body, title
from source_tree import HOOKS, modules

RULES = all_rules()
HEADINGS = ["What it does", "Why it matters", "Example", "Use instead"]


def _as_a_model_would(passages: str, claim: str) -> Opinion:
    """What stands in for a model, which no test can bring along: it doubts reasons that nobody gave."""
    return Opinion(0.12 if ", so " in claim and ", so " not in passages else 0.97)


SECOND = SecondOpinion("stand-in", _as_a_model_would)


def parts(rule: Rule) -> dict[str, dict[str, str]]:
    """The files (content by path) of the fenced blocks under each heading."""
    found: dict[str, dict[str, str]] = {}
    heading = ""
    for block in body(rule.explanation):
        if block.kind == "heading":
            heading = "".join(run.text for run in block.runs)
            assert heading not in found, f"two parts are called {heading}"
            found[heading] = {}
        elif block.kind == "code" and heading:
            assert block.file not in found[heading], f"{block.file} is shown twice"
            found[heading][block.file] = f"{block.code}\n"
    return found


def reported(rule: Rule) -> list[Block]:
    """The fenced blocks of the example that say what the rule reports in them."""
    heading, found = "", []
    for block in body(rule.explanation):
        heading = "".join(run.text for run in block.runs) if block.kind == "heading" else heading
        if block.mark or block.whole:
            assert heading == "Example", "only what is reported is marked"
            found.append(block)
    return found


def run(root: Path, files: dict[str, str]) -> tuple[Finding, ...]:
    write_project(root, files)
    return check_project(root, SECOND).findings


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.rule, finding.location.path, finding.message) for finding in findings]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_example_is_found_and_nothing_else(rule: Rule, tmp_path: Path) -> None:
    files = parts(rule)["Example"]
    findings = run(tmp_path, files)
    assert [finding.rule for finding in findings] == [rule.id], told(findings)
    finding = findings[0]
    assert finding.severity is rule.severity
    (block,) = reported(rule)
    if block.mark is None:
        assert (finding.location.path, finding.location.span) == (block.whole, None)
        assert block.whole in {*files, "facts", "seeds"}
    else:
        assert finding.location.path == block.file
        content = finding.location.text.content
        assert finding.location.span is not None
        assert content[slice(*finding.location.span)] == block.mark.words
        assert finding.location.span == block.mark.span(content)
    assert finding.message
    assert finding.help
    for text in (finding.message, finding.help):
        assert text == text.strip()
        assert not text.endswith((".", "!")), "a message is no sentence of a paragraph"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_to_use_instead_passes(rule: Rule, tmp_path: Path) -> None:
    write_project(tmp_path, parts(rule)["Use instead"])
    outcome = check_project(tmp_path, SECOND)
    assert told(outcome.findings) == []
    assert isinstance(outcome, Verified)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_explanation_has_its_parts_in_order(rule: Rule) -> None:
    found = parts(rule)
    assert list(found) == HEADINGS
    assert found["Example"]
    assert found["Use instead"]
    for heading in ("What it does", "Why it matters"):
        assert not found[heading], "what is run stands under Example and Use instead"
    files = [file for heading in ("Example", "Use instead") for file in found[heading]]
    assert all(re.fullmatch(r"(?:facts|seeds)/[\w.-]+", file) for file in files), files


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_first_line_says_the_pattern(rule: Rule) -> None:
    lines = rule.explanation.split("\n")
    assert lines[1] == "", "the first paragraph is one line"
    sentence = title(rule.explanation)
    assert sentence == lines[0]
    assert re.fullmatch(r"[A-Z][^.!?]*\.", re.sub(r"``[^`]*``", "x", sentence)), sentence
    assert len(sentence) <= 100


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_name_is_the_file_and_names_the_pattern(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", rule.id)
    assert (Path(rules.__path__[0]) / f"{rule.id.replace('-', '_')}.py").is_file()
    assert not {"no", "disallow", "banned", "check"} & {rule.id.partition("-")[0]}


def test_every_file_is_a_rule_and_every_rule_a_file() -> None:
    files = {path.stem.replace("_", "-") for path in Path(rules.__path__[0]).glob("[a-z]*.py")}
    assert files == set(RULES)
    assert all(name == rule.id for name, rule in RULES.items())


def test_a_rule_that_only_warns_is_no_error() -> None:
    assert {rule.severity for rule in RULES.values()} == {Severity.ERROR, Severity.WARNING}


def test_the_report_on_the_dam_is_as_the_recipe_says() -> None:
    paragraphs = REPORT.strip().split("\n\n")
    assert len(paragraphs) == 3
    assert "The committee found that the dam was safe." in REPORT
    assert "In May, the committee examined it and found no cracks." in REPORT


def test_a_rule_knows_no_other_rule() -> None:
    for module in modules():
        if module.path.parent == HOOKS / "onrecord" / "rules":
            assert not any(name.startswith("onrecord.rules") for name in module.imported()), module.name


# More cases: a file each in tests/rules/<the rule's name>/, found by being there.

CASES = sorted((Path(__file__).parent / "rules").glob("*/*.yml"))
LETTER = "The mason's letter.\n\nThe gauge by the lower bridge was broken all summer.\n"
SECOND_SOURCE = "id: letter\nfile: letter.txt\nsha256: \u2026\ntitle: Letter\n"
OTHER_PAGE = CLAIMS.replace("source: report", "source: letter").replace(
    "The committee found that the dam was safe.", "The gauge by the lower bridge was broken all summer."
)


def test_the_cases_are_of_rules_that_exist() -> None:
    assert len(CASES) > 30
    assert {case.parent.name for case in CASES} <= set(RULES)


def files_of(case: Mapping[str, str]) -> dict[str, str]:
    """The files of the project that a case is about."""
    return {
        "facts/example.yml": case["facts"],
        "facts/other.yml": OTHER_PAGE,
        "seeds/report.txt": case.get("source", REPORT),
        "seeds/report.yml": REPORT_METADATA,
        "seeds/letter.txt": LETTER,
        "seeds/letter.yml": SECOND_SOURCE,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_case_is_found_where_it_says(case: Path, tmp_path: Path) -> None:
    """``facts`` is the fact file; ``source`` a text in place of the report on the dam.

    ``place`` is line and column of the one finding, or ``none``; ``words`` what its span covers; ``says`` are
    parts of what it tells.
    """
    wanted = yaml.load(case.read_text("utf-8"), yaml.BaseLoader)
    write_project(tmp_path, files_of(wanted))
    findings = check_project(tmp_path).findings
    if wanted["place"] == "none":
        assert told(findings) == []
        return
    assert [finding.rule for finding in findings] == [case.parent.name], told(findings)
    (finding,) = findings
    assert finding.location.path == "facts/example.yml"
    assert finding.location.start is not None
    assert finding.location.span is not None
    assert "{}:{}".format(*finding.location.start) == wanted["place"]
    assert finding.location.text.content[slice(*finding.location.span)] == wanted["words"]
    said = [finding.message, finding.help, *(note.text for note in finding.notes)]
    said += [related.message for related in finding.related]
    for part in wanted["says"]:
        assert any(part in line for line in said), said
