"""A claim that disagrees with its quotation is told with both places, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dam import write_project
from onrecord.app import check_project
from onrecord.report import Account, Style
from onrecord.reports import github, text
from onrecord.reports import json as as_json

FACTS = """\
title: The dam
source: report
claims:
  - id: water
    text: The dam holds back 2,300 tons of water.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
"""


@pytest.fixture
def account(tmp_path: Path) -> Account:
    write_project(tmp_path, {"facts/dam.yml": FACTS})
    outcome = check_project(tmp_path)
    assert [finding.rule for finding in outcome.findings] == ["number-contradicted"]
    return Account(outcome.findings, outcome.summary)


def test_as_text(account: Account) -> None:
    lines = text.REPORT.write(account, Style()).splitlines()
    assert "the claim says '2,300 tons', the quotation '2,100 tons'" in lines[0]
    assert lines[1].endswith("--> facts/dam.yml:5:30")
    assert "= source: The dam was built in 1962 and holds back 2,100 tons of water." in "\n".join(lines)
    assert "= see   : seeds/report.txt:1:42: the quotation says this" in "\n".join(lines)


def test_as_json(account: Account) -> None:
    (finding,) = json.loads(as_json.REPORT.write(account, Style()))["findings"]
    assert (finding["path"], finding["line"], finding["column"]) == ("facts/dam.yml", 5, 30)
    (other,) = finding["related"]
    assert (other["path"], other["line"], other["column"], other["end_column"]) == (
        "seeds/report.txt",
        1,
        42,
        52,
    )


def test_for_github(account: Account) -> None:
    annotation = github.REPORT.write(account, Style()).splitlines()[0]
    assert "file=facts/dam.yml,line=5,endLine=5,col=30" in annotation
    assert "%0Asee: seeds/report.txt:1:42: the quotation says this" in annotation
    assert github.REPORT.step_summary is not None
    summary = github.REPORT.step_summary(account, 10_000)
    assert "see seeds&#47;report&#46;txt&#58;1&#58;42" in summary
