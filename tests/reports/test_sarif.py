"""The SARIF report: the published schema, what the standard asks beyond it, and that nothing in it acts."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from gate.example import change, write
from onrecord import __version__
from onrecord.cli import main
from onrecord.finding import Edit, Fix, Note, Related, Severity
from onrecord.printable import is_shown
from onrecord.report import Account, Style
from onrecord.reports.sarif import FINGERPRINT, LONGEST_SNIPPET, REPORT
from onrecord.text import Location, Span, Text
from reports.accounts import FACTS, account, accounts, at, finding

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"


@cache
def validator() -> jsonschema.Draft4Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def log_of(told: Account) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(REPORT.write(told, Style()))
    validator().validate(log)
    return log


def run_of(told: Account) -> dict[str, Any]:
    (run,) = log_of(told)["runs"]
    assert isinstance(run, dict)
    return run


def result_of(told: Account) -> dict[str, Any]:
    (result,) = run_of(told)["results"]
    assert isinstance(result, dict)
    return result


def marks(told: Account) -> list[str]:
    return [result["partialFingerprints"][FINGERPRINT] for result in run_of(told)["results"]]


def everywhere(value: Any, name: str) -> list[Any]:
    """Every value under a key ``name``, wherever it stands in ``value``."""
    if isinstance(value, list):
        return [found for each in value for found in everywhere(each, name)]
    if not isinstance(value, dict):
        return []
    return [*([value[name]] if name in value else []), *everywhere([*value.values()], name)]


@settings(max_examples=40, deadline=None)
@given(told=accounts)
def test_any_account_fits_the_schema_and_the_standard(told: Account) -> None:
    run = run_of(told)
    assert len(run["results"]) == len(told.findings) + len(told.waived)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len({one.rule for one in (*told.findings, *told.waived)})
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [r["ruleId"] for r in run["results"]]
    assert all(isinstance(result["suppressions"], list) for result in run["results"])
    assert sum(bool(result["suppressions"]) for result in run["results"]) == len(told.waived)
    for region in [*everywhere(run, "region"), *everywhere(run, "deletedRegion")]:
        place = (region["startLine"], region["startColumn"])
        assert (1, 1) <= place <= (region["endLine"], region["endColumn"])
    assert len(set(marks(told))) == len(run["results"])


@settings(max_examples=40, deadline=None)
@given(told=accounts)
def test_no_text_becomes_a_link_or_a_gap(told: Account) -> None:
    text = REPORT.write(told, Style())
    assert text.isascii()
    json.dumps(json.loads(text), ensure_ascii=False).encode()  # fails on half a character
    for result in json.loads(text)["runs"][0]["results"]:
        message = result["message"]["text"]
        assert "](" not in message
        assert re.fullmatch(r"(?:[^{}]|\{\{|\}\})*", message)
        assert all(char == "\n" or is_shown(char) for char in message)


def test_a_run_in_full() -> None:
    run = run_of(account(finding(), finding("b", severity=Severity.WARNING)))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("On Record", __version__)
    (rule,) = driver["rules"]
    assert rule["id"] == "quotation-not-found"
    assert rule["shortDescription"]["text"] == "The quoted words are not in the source."
    assert rule["fullDescription"]["text"].startswith("Reports a quotation whose words do not stand in")
    assert "## Use instead\n\n```yaml" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    assert run["columnKind"] == "unicodeCodePoints"
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    notes = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert notes[0].startswith("checked: 1 explainer, 2 claims, 3 quotations, 1 source")
    assert not any(note.startswith("not checked: whether the sources") for note in notes)
    green = run_of(account())
    assert (green["results"], green["tool"]["driver"]["rules"]) == ([], [])
    notes = [note["message"]["text"] for note in green["invocations"][0]["toolExecutionNotifications"]]
    assert notes[-1].startswith("not checked: whether the sources are right")


def test_a_result_in_full() -> None:
    told = account(
        finding(
            notes=(Note("closest", "there"),),
            related=(Related("here", at("The dam")),),
            help="mend it",
            explainer="dam",
            claim="no-cracks",
        )
    )
    result = result_of(told)
    assert result["message"]["text"].splitlines() == [
        *("the words are not in the source", "closest: there", "help: mend it")
    ]
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "facts/dam.yml", "uriBaseId": "%SRCROOT%"},
                "region": {
                    **{"startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 20},
                    "snippet": {"text": "saw"},
                },
            },
            "logicalLocations": [
                {"name": "no-cracks", "fullyQualifiedName": "dam/no-cracks", "kind": "claim"}
            ],
        }
    ]
    (related,) = result["relatedLocations"]
    assert (related["id"], related["message"]["text"]) == (1, "here")
    assert related["physicalLocation"]["region"]["snippet"]["text"] == "The dam"
    assert "fixes" not in result
    assert result["suppressions"] == []


@pytest.mark.parametrize("safe", [True, False])
def test_a_fix_says_whether_it_changes_words(safe: bool) -> None:
    edits = (Edit(FACTS, Span(11, 14), "D"), Edit(FACTS, Span(7, 10), ""))
    (fix,) = result_of(account(finding(fix=Fix("retype it", edits, safe=safe))))["fixes"]
    assert fix["description"] == {"text": "retype it"}
    assert fix["properties"] == {"safe": safe}
    (changed,) = fix["artifactChanges"]
    assert changed["artifactLocation"]["uri"] == "facts/dam.yml"
    assert [one["insertedContent"]["text"] for one in changed["replacements"]] == ["", "D"]
    region = {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 11}
    assert changed["replacements"][0]["deletedRegion"] == region


def test_waived_findings_are_suppressed() -> None:
    run = run_of(account(finding(), waived=(finding("waived", severity=Severity.WARNING),)))
    assert [result["suppressions"] for result in run["results"]] == [
        [],
        [{"kind": "inSource", "status": "accepted"}],
    ]


def test_fingerprints_stay_when_lines_move() -> None:
    moved = Text(FACTS.path, "# a line\n" + FACTS.content)
    about = {"explainer": "dam", "claim": "no-cracks"}
    there, here = account(finding(**about)), account(finding(place=at("saw", moved), **about))
    assert marks(there) == marks(here)
    others = [finding("other", **about), finding(explainer="dam", claim="two"), finding(), finding(**about)]
    assert len({*marks(there), *(mark for one in others[:3] for mark in marks(account(one)))}) == 4
    twice = marks(account(finding(**about), finding(**about)))
    assert [mark.partition(":")[2] for mark in twice] == ["1", "2"]


def test_places_that_are_odd() -> None:
    def place(told: Location) -> dict[str, Any]:
        physical: dict[str, Any] = result_of(account(finding(place=told)))["locations"][0]["physicalLocation"]
        return physical

    assert place(Location(Text("facts", ""))) == {
        "artifactLocation": {"uri": "facts", "uriBaseId": "%SRCROOT%"}
    }
    odd = place(Location(Text("facts/a b:ü%#.yml", "x"), Span(0, 1)))
    assert odd["artifactLocation"]["uri"] == "facts/a%20b%3A%C3%BC%25%23.yml"
    outside = place(Location(Text("/srv/site/x.html", "")))
    assert outside == {"artifactLocation": {"uri": "file:///srv/site/x.html"}}
    long = "x" * (LONGEST_SNIPPET + 1)
    assert "snippet" not in place(Location(Text("facts/a.yml", long), Span(0, len(long))))["region"]
    wide = place(Location(Text("facts/a.yml", "\U0001f600\r\n\U0001f600\U0001f600 b"), Span(5, 7)))["region"]
    assert (wide["startLine"], wide["startColumn"], wide["endColumn"]) == (2, 3, 5)


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    monkeypatch.chdir(write(tmp_path))
    assert main(["check", "--format", "sarif"]) == 0
    green = json.loads(capsys.readouterr().out)
    validator().validate(green)
    assert green["runs"][0]["results"] == []
    change(tmp_path / "facts/dam.yml", "quote: The committee", "quote: A committee")
    assert main(["check", "--format", "sarif"]) == 1
    out = capsys.readouterr().out
    red = json.loads(out)
    validator().validate(red)
    (result,) = red["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 10
    assert main(["check", "--format", "sarif"]) == 1
    assert capsys.readouterr().out == out


def applied(fix: dict[str, Any], text: str) -> str:
    """``text`` with a fix to one file put in by its lines and columns, as an editor does it."""
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]
    (changed,) = fix["artifactChanges"]
    for one in reversed(changed["replacements"]):
        region = one["deletedRegion"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        text = text[:start] + one["insertedContent"]["text"] + text[end:]
    return text


def test_a_fix_applied_makes_the_check_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.chdir(write(tmp_path))
    file = tmp_path / "facts/dam.yml"
    change(file, "title: What", "# \U0001f600\ntitle: What")
    whole = file.read_text("utf-8")
    change(file, "quote: The committee visited", "quote: The commit\u200btee visi\u200bted")
    assert main(["check", "--format", "sarif"]) == 1
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    fixes = [fix for result in results for fix in result["fixes"]]
    text = file.read_text("utf-8")
    for fix in reversed(fixes):
        text = applied(fix, text)
    assert text == whole
    file.write_text(text, "utf-8")
    assert main(["check"]) == 0
