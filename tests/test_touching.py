"""What a change touches: the claims that changed, and what depends on them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from gate.example import change, write
from onrecord.check import check
from onrecord.cli import main
from onrecord.loaders.project import load_files
from onrecord.resolve import resolve
from onrecord.touching import findings_touched, touched
from own_git import committed
from test_fixing import project

SOURCE = """The weir was built of oak in the spring. The gate was mended by the mason.

The keeper counted the sails every day. The bridge was painted green last summer.
"""
SENTENCES = [sentence.strip() for sentence in SOURCE.replace("\n", " ").replace(". ", ".|").split("|")]


def claim(name: str, number: int, more: str = "", source: str = "report") -> str:
    words = SENTENCES[number]
    text = f"  - id: {name}\n    text: {words}\n    evidence: [{{quote: {words}, source: {source}}}]\n"
    return f"{text}    {more}\n" if more else text


def page(*claims: str, title: str = "The weir", more: str = "") -> str:
    return f"title: {title}\n{more}claims:\n{''.join(claims)}"


BEFORE = [page(claim("a", 0), claim("b", 1)), page(claim("c", 2), claim("d", 3), title="The sails")]
LEANING = page(
    claim("a", 0),
    claim("on-a", 1, "depends_on: [a]"),
    claim("on-that", 2, "depends_on: [on-a]"),
    claim("alone", 3),
)


def names(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    return {"/".join(name) for name in touched(load_files(before), load_files(after)).claims}


def changed(*facts: str) -> set[str]:
    return names(project(SOURCE, *BEFORE), project(SOURCE, *facts))


@pytest.mark.parametrize(
    ("facts", "claims"),
    [
        (BEFORE, set()),
        ([f"# moved\n{BEFORE[0]}", BEFORE[1].replace("text: ", "text:    ")], set()),
        ([BEFORE[0].replace("text: The weir", "text: A weir"), BEFORE[1]], {"page-0/a"}),
        ([BEFORE[0] + "    note: Seen.\n", BEFORE[1]], {"page-0/b"}),
        ([page(claim("new", 2), claim("a", 0), claim("b", 1)), BEFORE[1]], {"page-0/new"}),
        ([BEFORE[0]], set()),
        ([*BEFORE, page(claim("e", 0), title="More")], {"page-2/e"}),
        ([page(claim("a", 0), claim("b", 1), title="Another title"), BEFORE[1]], set()),
        (
            [page(claim("a", 0), claim("b", 1), more="subject: [the weir]\n"), BEFORE[1]],
            {"page-0/a", "page-0/b"},
        ),
    ],
)
def test_claims_that_changed(facts: list[str], claims: set[str]) -> None:
    assert changed(*facts) == claims


def test_what_leans_on_a_changed_claim() -> None:
    before = project(SOURCE, LEANING)
    other = LEANING.replace("text: The weir was", "text: A weir was")
    assert names(before, project(SOURCE, other)) == {"page-0/a", "page-0/on-a", "page-0/on-that"}
    gone = LEANING.replace(claim("a", 0), "")
    assert names(before, project(SOURCE, gone)) == {"page-0/on-a", "page-0/on-that"}


@pytest.mark.parametrize("key", ["conflicts_with", "supersedes"])
def test_claims_that_dispute_or_replace_each_other(key: str) -> None:
    facts = page(claim("a", 0), claim("b", 1, f"{key}: [a]"), claim("c", 2))
    for word in ("The weir", "The gate"):
        other = facts.replace(f"text: {word}", "text: It")
        assert names(project(SOURCE, facts), project(SOURCE, other)) == {"page-0/a", "page-0/b"}


def test_what_is_worked_out_from_a_changed_claim() -> None:
    derived = "  - id: sum\n    text: Both.\n    derived: {from: [a, b], how: a and b}\n"
    facts = page(claim("a", 0), claim("b", 1), claim("c", 2), derived)
    other = facts.replace("text: The gate", "text: A gate")
    assert names(project(SOURCE, facts), project(SOURCE, other)) == {"page-0/b", "page-0/sum"}


def test_all_claims_that_rest_on_a_changed_source() -> None:
    def files(title: str) -> dict[str, bytes]:
        both = page(claim("a", 0), claim("b", 1, source="letter"), claim("c", 2))
        made = project(SOURCE, both)
        made["seeds/letter.txt"] = made["seeds/report.txt"]
        metadata = made["seeds/report.yml"].replace(b"report", b"letter")
        made["seeds/letter.yml"] = metadata.replace(b"Report", title.encode())
        return made

    assert names(files("Letter"), files("Letter")) == set()
    assert names(files("Letter"), files("Letters")) == {"page-0/b"}
    assert names(files("Letter"), files("Letter") | {"seeds/letter.txt": b"Nothing.\n"}) == {"page-0/b"}


def told(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[tuple[str, str]]:
    earlier, later = load_files(before), load_files(after)
    findings = check(resolve(later)).findings
    shown = findings_touched(findings, check(resolve(earlier)).findings, touched(earlier, later))
    return [(finding.rule, finding.claim) for finding in shown]


def test_findings() -> None:
    wrong = [BEFORE[0].replace("quote: The gate", "quote: A gate"), BEFORE[1]]
    before = project(SOURCE, *wrong)
    assert told(before, before) == []
    assert told(before, project(SOURCE, f"# moved\n{wrong[0]}", wrong[1])) == []
    assert told(before, project(SOURCE, wrong[0] + "    note: Seen.\n", wrong[1])) == [
        ("quotation-altered", "b")
    ]
    worse = wrong[1].replace("quote: The keeper", "quote: A keeper")
    assert told(before, project(SOURCE, wrong[0], worse)) == [("quotation-altered", "c")]


def test_a_finding_that_the_change_brought_to_what_did_not_change() -> None:
    left = project(SOURCE, BEFORE[1])
    letter = {"seeds/letter.txt": b"The letter.\n", "seeds/letter.yml": left["seeds/report.yml"]}
    before, after = project(SOURCE, BEFORE[0]), project(SOURCE, BEFORE[0]) | letter
    assert told(before, before) == []
    assert ("duplicate-id", "") in told(before, after)


def test_what_cannot_be_read_is_always_shown() -> None:
    broken = project(SOURCE, "title: [\n", BEFORE[1])
    assert [rule for rule, _ in told(broken, broken)] == ["broken-yaml"]


@pytest.fixture
def repository(plain_environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write(tmp_path / "project")
    change(root / "facts" / "dam.yml", "quote: The committee", "quote: A committee")
    committed(root)
    monkeypatch.chdir(root)
    return root


def test_the_command(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = repository / "facts" / "dam.yml"
    assert main(["check"]) == 1
    capsys.readouterr()
    assert main(["check", "--diff", "HEAD"]) == 0
    out = capsys.readouterr().out
    assert "touched by the change since HEAD: 0 claims\n" in out
    assert "not shown: 1 error outside what changed since HEAD\n" in out
    change(facts, "quote: The gate was opened twice", "quote: The gate was opened thrice")
    assert main(["check", "--diff", "HEAD"]) == 1
    out = capsys.readouterr().out
    assert "facts/dam.yml:20:" in out
    assert "facts/dam.yml:10:" not in out
    assert "touched by the change since HEAD: 1 claim\n" in out
    assert main(["check", "--diff", "nowhere"]) == 2
    assert "git knows no revision" in capsys.readouterr().err
