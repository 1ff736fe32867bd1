"""``onrecord add``: the source's own words, in the right place, or nothing at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.talking import put_source, said
from gate.example import change, content_of
from onrecord import app
from onrecord.check import Verified

FACTS = "facts/dam.yml"
WORDS = "The gate was opened twice in the spring"
CLAIM = "The gate was opened twice in the spring."


def added(
    capsys: pytest.CaptureFixture[str], *more: str, quote: str = WORDS, text: str = CLAIM
) -> tuple[int, str, str]:
    return said(capsys, "add", "dam", f"--quote={quote}", f"--text={text}", *more)


def test_a_claim_is_put_at_the_end(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (project / FACTS).read_text("utf-8")
    status, out, err = added(capsys)
    assert (status, err) == (0, "")
    claim = (
        "  - id: gate-opened-twice-spring\n"
        f"    text: {CLAIM}\n"
        "    evidence:\n"
        "      - quote: The gate was opened twice in the spring\n"
    )
    assert (project / FACTS).read_text("utf-8") == before + claim
    assert out == f"added: gate-opened-twice-spring to {FACTS}:22\n\n{claim}"
    outcome = app.check_project(project)
    assert isinstance(outcome, Verified)
    assert not outcome.findings
    assert sorted(path.name for path in (project / "facts").iterdir()) == ["dam.yml"]


def test_the_quotation_is_cut_out_of_the_source(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_source(
        project, "diary", "The miller\u2019s lock \u2013 an old one \u2013 was\u00a0oiled in spring.\n"
    )
    text = "The miller's lock was oiled in spring."
    typed = "The  miller's lock -- an old one -- was oiled in spring."
    status, out, _ = added(capsys, "--source", "diary", "--id", "oiled", quote=typed, text=text)
    assert status == 0, out
    assert (
        "      - quote: The miller\u2019s lock \u2013 an old one \u2013 was oiled in spring.\n"
        "        source: diary\n" in (project / FACTS).read_text("utf-8")
    )


def test_a_section_gets_its_claim(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (project / FACTS).open("a", encoding="utf-8") as file:
        file.write(
            "sections:\n  - heading: What was seen?\n    body:\n      - claims: [visited, cost, opened]\n"
        )
    status, _, err = added(capsys)
    assert (status, "say with --section where" in err) == (2, True)
    status, out, _ = added(capsys, "--section", "what was seen?")
    assert status == 0
    assert "to the section 'what was seen?'" in out
    assert "      - claims: [visited, cost, opened, gate-opened-twice-spring]\n" in (
        project / FACTS
    ).read_text("utf-8")
    assert not app.check_project(project).findings


@pytest.mark.parametrize(
    ("quote", "text", "rule"),
    [
        ("the wall leaks in autumn", "The wall leaks in autumn.", "cut-from-negation"),
        ("The gate", "The gate was opened.", "quotation-too-short"),
    ],
)
def test_a_claim_that_would_not_pass_is_not_written(
    project: Path, capsys: pytest.CaptureFixture[str], quote: str, text: str, rule: str
) -> None:
    seeds = project / "seeds"
    put_source(
        project,
        "report",
        (seeds / "report.txt").read_text("utf-8") + ("\nIt is not true that the wall leaks in autumn.\n"),
    )
    before = content_of(project)
    status, out, err = added(capsys, quote=quote, text=text)
    assert (status, err) == (1, "")
    assert f"error[{rule}]" in out
    assert f"--> {FACTS}:2" in out
    assert f"nothing is written: {FACTS} would not pass the check" in out
    assert content_of(project) == before


def test_a_warning_is_told_and_keeps_the_claim_out_where_that_is_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content_of(project)
    text = "The gate was opened 30 times in the spring."
    status, out, _ = added(capsys, "--strict", text=text)
    assert (status, "nothing is written" in out) == (1, True)
    assert content_of(project) == before
    status, out, _ = added(capsys, text=text)
    assert status == 0
    assert "warning[number-not-in-evidence]" in out
    assert out.startswith("added: gate-opened-30-times-spring")


def test_other_errors_of_the_project_are_no_hindrance(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project / FACTS, "quote: The committee", "quote: A committee")
    assert said(capsys, "check")[0] == 1
    assert added(capsys)[0] == 0
    change(project / FACTS, "quote: A committee", "quote: The committee")
    assert said(capsys, "check")[0] == 0


@pytest.mark.parametrize(
    ("more", "quote", "words"),
    [
        ((), "The gate was open twice in spring", "not found; the closest passages"),
        ((), "Bananas are cheap this year", "nothing in the sources is like these words"),
        (("--source", "diary"), "the lock was oiled by hand", "say with --line or --source which place"),
    ],
)
def test_words_that_are_not_there_or_too_often(
    project: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], quote: str, words: str
) -> None:
    put_source(
        project, "diary", "In March the lock was oiled by hand.\n\nIn May the lock was oiled by hand.\n"
    )
    before = content_of(project)
    status, out, err = added(capsys, *more, quote=quote)
    assert (status, err) == (1, "")
    assert words in out
    assert "nothing is written" in out
    assert content_of(project) == before


def test_a_line_says_which_place_is_meant(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_source(
        project, "diary", "In March the lock was oiled by hand.\n\nIn May the lock was oiled by hand.\n"
    )
    arguments = {"quote": "the lock was oiled by hand", "text": "The lock was oiled by hand."}
    status, out, _ = added(capsys, "--source", "diary", "--line", "3", **arguments)
    assert status == 0, out
    assert "\n        source: diary\n        prefix: In May\n" in out
    assert isinstance(app.check_project(project), Verified)
    status, _, err = added(capsys, "--source", "diary", "--line", "2", **arguments)
    assert (status, "they stand on 1, 3" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "dam", "--quote", WORDS), "--text"),
        (("add", "none", "--quote", WORDS, "--text", CLAIM), "there is no explainer 'none'"),
        (("add", "dam", "--quote", WORDS, "--text", CLAIM, "--source", "x"), "there is no source 'x'"),
        (("add", "dam", "--quote", WORDS, "--text", CLAIM, "--section", "X"), "has no section 'X'"),
        (("add", "dam", "--quote", WORDS, "--text", CLAIM, "--id", "visited"), "an id is permanent"),
        (("add", "dam", "--quote", "\u200b", "--text", CLAIM), "--quote holds no words"),
        (("add", "dam", "--quote", WORDS, "--text", " "), "--text holds no words"),
        (("add", "dam", "--quote", WORDS, "--text", "A \x1b[2J\u202egate."), "that nobody sees"),
        (("add", "dam", "--quote", WORDS, "--text", "A \udcff gate."), "that nobody sees"),
    ],
)
def test_the_operators_mistake(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    before = content_of(project)
    status, out, err = said(capsys, *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1
    assert "\x1b" not in err
    assert content_of(project) == before


def test_hostile_words_cannot_break_the_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in (
        "The gate was opened twice: in the spring.",
        "The gate was opened #twice in the spring.",
        "'The gate' was \"opened twice\" in the spring\\",
        "- The gate was opened twice\nid: x\n- in the spring.",
        "::error::The gate was opened ##[twice] in the spring.",
        "*The gate was opened &twice in the spring.",
    ):
        before = content_of(project)
        status, out, _ = added(capsys, text=text)
        assert out.replace("\n", "").isprintable()
        assert "##[" not in out
        assert not any(line.lstrip().startswith("::") for line in out.splitlines())
        if status == 0:
            explainer = app.check_project(project).resolution.project.explainers[0]
            assert len(explainer.claims) == before[FACTS].count(b"  - id: ") + 1
            assert str(explainer.claims[-1].text) == " ".join(text.split())
        else:
            assert (status, content_of(project)) == (1, before)


def test_a_file_that_changes_in_the_meantime_is_left_alone(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check = app.check_configured
    other = (project / FACTS).read_text("utf-8") + "# somebody else\n"

    def check_and_change(*arguments: Any, **named: Any) -> object:
        outcome = check(*arguments, **named)
        if named:
            (project / FACTS).write_text(other, "utf-8")
        return outcome

    monkeypatch.setattr(app, "check_configured", check_and_change)
    status, out, err = added(capsys)
    assert (status, out, "changed in the meantime" in err) == (2, "", True)
    assert (project / FACTS).read_text("utf-8") == other
