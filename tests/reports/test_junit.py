"""The JUnit report: the schema that Jenkins uses, what is a test and what fails, and that nothing acts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from lxml import etree

from gate.example import change, write
from onrecord.cli import main
from onrecord.finding import Severity
from onrecord.report import Account, Style
from onrecord.reports.junit import PROJECT, REPORT
from onrecord.text import Location, Text
from reports.accounts import WICKED, account, accounts, finding

SCHEMA = Path(__file__).parent / "schemas" / "junit-10.xsd"
ABOUT = {"explainer": "dam", "claim": "no-cracks"}


@cache
def schema():
    return etree.XMLSchema(etree.parse(SCHEMA))


def read(text: str) -> ElementTree.Element:
    assert text.isascii()
    schema().assertValid(etree.fromstring(text.encode()))
    return ElementTree.fromstring(text)


def suites_of(told: Account) -> dict[str, ElementTree.Element]:
    return {suite.attrib["name"]: suite for suite in read(REPORT.write(told, Style()))}


@settings(max_examples=60, deadline=None)
@given(told=accounts)
def test_any_account_fits_the_schema_and_its_own_counts(told: Account) -> None:
    root = read(REPORT.write(told, Style()))
    for element in (root, *root):
        cases = [*element.iter("testcase")]
        assert int(element.attrib["tests"]) == len(cases) >= 1
        failed = sum(case.find("failure") is not None for case in cases)
        assert int(element.attrib["failures"]) == failed
        assert element.attrib["time"] == "0"
        names = [(case.attrib["classname"], case.attrib["name"]) for case in element.findall("testcase")]
        assert all(len(case.findall("failure")) <= 1 for case in cases)
        assert len({name for _, name in names}) <= len(names)
    told_of = sum(text.count("error[") for text in (each.text or "" for each in root.iter("failure")))
    assert told_of >= told.errors
    assert bool([*root.iter("failure")]) == bool(told.errors)


@pytest.mark.parametrize("wicked", WICKED)
def test_hostile_text_stays_text(wicked: str) -> None:
    told = account(
        finding(
            wicked, Location(Text("facts/" + wicked, wicked)), help=wicked, claim=wicked, explainer="dam"
        ),
        finding(wicked, severity=Severity.WARNING, **ABOUT),
        waived=(finding(wicked, **ABOUT),),
        clean=((wicked, wicked),),
    )
    text = REPORT.write(told, Style())
    read(text)
    assert "<script" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def test_each_claim_is_a_test() -> None:
    told = account(
        finding("first", **ABOUT),
        finding("second", **ABOUT),
        finding("only a warning", severity=Severity.WARNING, explainer="dam", claim="height"),
        finding("no claim", explainer="dam"),
        waived=(finding("waived", explainer="dam", claim="height"),),
        clean=(("dam", "cost"), ("bridge", "length")),
    )
    suites = suites_of(told)
    assert [*suites] == [PROJECT, "bridge", "dam"]
    dam = suites["dam"]
    assert dam.attrib == {"name": "dam", "tests": "4", "failures": "2", "errors": "0", "time": "0"}
    cases = {case.attrib["name"]: case for case in dam}
    assert [*cases] == ["cost", "facts/dam.yml", "height", "no-cracks"]
    assert len(cases["cost"]) == 0
    failure = cases["no-cracks"].find("failure")
    assert failure is not None
    assert failure.attrib == {"type": "quotation-not-found", "message": "first (and 1 more)"}
    assert "error[quotation-not-found]: second\n --> facts/dam.yml:3:17\n" in (failure.text or "")
    said = cases["height"].findtext("system-out") or ""
    assert cases["height"].find("failure") is None
    assert "warning[quotation-not-found]: only a warning\n" in said
    assert (
        "\na reviewer granted an exception: facts/dam.yml:3:17: error[quotation-not-found]: waived\n" in said
    )


def test_no_run_is_without_a_test() -> None:
    (suite,) = suites_of(account(deeds=("compared: 3 pages",))).values()
    (case,) = suite
    said = case.findtext("system-out") or ""
    assert "checked: 1 explainer, 2 claims" in said
    assert "compared: 3 pages" in said
    assert "not checked: whether the sources are right" in said


def test_what_is_about_no_explainer_is_the_projects() -> None:
    suites = suites_of(account(finding(place=Location(Text("seeds/report.txt", "")))))
    assert [case.attrib["name"] for case in suites[PROJECT]] == ["what was checked", "seeds/report.txt"]
    assert suites[PROJECT].attrib["failures"] == "1"


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    def told(*arguments: str) -> dict[str, ElementTree.Element]:
        main([*arguments, "--format", "junit"])
        root = read(capsys.readouterr().out)
        return {case.attrib["name"]: case for case in root.iter("testcase")}

    monkeypatch.chdir(write(tmp_path))
    assert [*told("check")] == ["what was checked", "cost", "opened", "visited"]
    change(tmp_path / "facts/dam.yml", "quote: The committee", "quote: A committee")
    cases = told("check")
    assert [*cases] == ["what was checked", "cost", "opened", "visited"]
    failed = [name for name, case in cases.items() if case.find("failure") is not None]
    assert failed == ["visited"]
    assert "visited" not in told("check", "seeds/report.yml"), "an error that is not shown is no pass"
