"""Reports: what they say, and that nothing an author writes acts on a terminal, a log or a page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord import reports
from onrecord.discover import discover
from onrecord.finding import Edit, Fix, Note, Related, Severity
from onrecord.printable import cells, printable, safe_lines
from onrecord.report import Account, Report, Style
from onrecord.reports.text import finding_as_text
from onrecord.text import Location, Span, Text
from reports.accounts import FACTS, SUMMARY, account, accounts, anything, at, finding

REPORTS = discover(reports, "REPORT", Report)
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]"
)
COLOUR = re.compile("\x1b\\[[0-9;]*m")
COMMAND = re.compile(r"::(error|warning) [^:]*::.*")


def written(name: str, told: Account, style: Style | None = None) -> str:
    return REPORTS[name].write(told, style or Style())


def test_the_formats() -> None:
    assert set(REPORTS) >= {"concise", "github", "json", "junit", "sarif", "text"}


@pytest.mark.parametrize("name", REPORTS)
@settings(deadline=None)  # the first call of a report imports what it needs
@given(told=accounts, width=st.integers(20, 140))
@example(told=Account((), SUMMARY, deeds=("::error::x", " ::", "a " * 60 + "::error::x")), width=20)
def test_nothing_acts(name: str, told: Account, width: int) -> None:
    text = written(name, told, Style(width=width))
    assert text.endswith("\n")
    assert not FORBIDDEN.search(text)
    assert "##[" not in text
    assert "##vso" not in text
    commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    if name == "github":
        assert len(commands) == min(len(told.findings), 10)
        assert all(COMMAND.fullmatch(line) for line in commands)
    else:
        assert commands == []
    assert text == written(name, told, Style(width=width))


@given(told=accounts)
def test_colour_is_all_that_is_added(told: Account) -> None:
    coloured = written("text", told, Style(colour=True))
    assert COLOUR.sub("", coloured) == written("text", told)


@given(told=accounts)
def test_json_says_what_was_found(told: Account) -> None:
    text = written("json", told)
    assert text.isascii()
    parsed = json.loads(text)
    assert parsed["version"] == 1
    assert [entry["message"] for entry in parsed["findings"]] == [f.message for f in told.findings]
    assert [entry["path"] for entry in parsed["findings"]] == [f.location.path for f in told.findings]
    assert parsed["summary"]["errors"] + parsed["summary"]["warnings"] == len(told.findings)
    assert len(parsed["waived"]) == parsed["summary"]["waived"] == len(told.waived)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.cells: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert attrs == []
        self.tags.add(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


@given(told=accounts, limit=st.integers(200, 20_000))
def test_the_step_summary_is_inert_and_bounded(told: Account, limit: int) -> None:
    summary = REPORTS["github"].step_summary
    assert summary is not None
    text = summary(told, limit)
    assert len(text.encode()) <= limit
    assert not FORBIDDEN.search(text)
    tags = Tags()
    tags.feed(text)
    assert tags.tags <= {"h3", "ul", "li", "p", "table", "tr", "th", "td", "code"}
    bare = re.sub(r"</?(?:h3|ul|li|p|table|tr|th|td|code)>|&#\d+;", "", text)
    assert not set(bare) & set("<>&`*_[]()!|@\\~")
    everything = summary(told, 10**7)
    full = Tags()
    full.feed(everything)
    assert len(full.cells) == 4 * len(told.findings)


def test_a_thousand_findings_fit_in_a_step_summary() -> None:
    summary = REPORTS["github"].step_summary
    assert summary is not None
    told = account(*[finding("x" * 3000)] * 1000)
    text = summary(told, 100_000)
    assert len(text.encode()) <= 100_000
    shown = text.count("<tr>") - 1
    assert f"And {1000 - shown} more, which do not fit here." in text


@given(text=anything)
def test_printable_is_one_line_that_can_be_seen(text: str) -> None:
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert not FORBIDDEN.search(shown)
    assert printable(shown) == shown


@given(text=anything)
def test_another_programs_lines(text: str) -> None:
    safe = safe_lines(text)
    assert not FORBIDDEN.search(safe)
    assert not any(line.lstrip().startswith("::") for line in safe.split("\n"))


def test_plain_text_stays() -> None:
    for text in (
        "a plain sentence, with “marks” – and é",
        "漢字",
        "no-break\u00a0space",
        "C:\\x",
        "## Heading",
    ):
        assert printable(text) == text
    assert printable("a\x1b[2J\u202e\n\U000e0001") == r"a\x1b[2J\u202e\n\U000e0001"


def test_width_in_columns() -> None:
    assert [cells(text) for text in ("abc", "漢字", "e\u0301", "ｆ", "")] == [3, 4, 1, 2, 0]


def test_a_finding_as_text() -> None:
    told = account(
        finding(
            notes=(Note("closest", "seeds/report.txt:4:1"), Note("source", "They found no cracks.")),
            help="quote the source's own words, or drop the claim",
        )
    )
    assert written("text", told).partition("\n\n")[0].splitlines() == [
        "error[quotation-not-found]: the words are not in the source",
        " --> facts/dam.yml:3:17",
        "  |",
        "3 |   - quote: They saw no cracks.",
        "  |                 ^^^",
        "  = closest: seeds/report.txt:4:1",
        "  = source : They found no cracks.",
        "  = help   : quote the source's own words, or drop the claim",
    ]


def carets(content: str, start: int, end: int, width: int = 100) -> list[str]:
    """The source lines and carets that are shown for a span, without the gutter."""
    told = account(finding("x", Location(Text("facts/a.yml", content), Span(start, end))))
    lines = written("text", told, Style(width=width)).partition("\n\n")[0].splitlines()[3:]
    return [line.partition("|")[2][1:] for line in lines]


@pytest.mark.parametrize(
    ("content", "words", "shown", "before", "under"),
    [
        ("\tid: x", "x", "    id: x", "    id: ", "^"),
        ("漢字 word", "word", "漢字 word", "     ", "^^^^"),
        ("a 漢字 b", "漢字", "a 漢字 b", "  ", "^^^^"),
        ("e\u0301a\u0300 word", "word", "e\u0301a\u0300 word", "   ", "^^^^"),
        ("\u202e\x1b[0m word", "word", r"\u202e\x1b[0m word", "              ", "^^^^"),
        ("a \u200b b", "\u200b", r"a \u200b b", "  ", "^^^^^^"),
        ("##[x] word", "word", r"#\x23[x] word", "         ", "^^^^"),
    ],
)
def test_carets_stand_under_the_words(content: str, words: str, shown: str, before: str, under: str) -> None:
    start = content.index(words)
    assert carets(content, start, start + len(words)) == [shown, " " * cells(before) + under]


@given(
    before=st.text(max_size=300),
    words=st.text(min_size=1, max_size=30),
    after=st.text(max_size=300),
    width=st.integers(30, 120),
)
def test_carets_stand_under_the_words_in_any_line(before: str, words: str, after: str, width: int) -> None:
    before, words, after = (re.sub("[\r\n#]", " ", part) for part in (before, words, after))
    content = before + words + after
    line, under = carets(content, len(before), len(before) + len(words), width)
    assert cells(line) <= width
    assert set(under.strip()) == {"^"}
    assert len(under) <= width + 1
    if (
        before.isascii()
        and before.isprintable()
        and len(words) < width // 3
        and words.isalnum()
        and words.isascii()
    ):
        assert line[under.index("^") :].startswith(words)
        assert len(under.strip()) == len(words)


def test_a_very_long_line_is_shown_around_the_words() -> None:
    content = "a" * 5000 + " word " + "b" * 5000
    line, under = carets(content, 5001, 5005, 60)
    assert len(line) <= 60
    assert line.startswith("...")
    assert line.endswith("...")
    assert line[under.index("^") :].startswith("word")
    assert under.strip() == "^^^^"


def test_a_span_over_several_lines() -> None:
    content = "one two\n  three\n\nfour\nfive six\n"
    assert carets(content, 4, content.index(" six")) == [
        "one two",
        "    ^^^",
        "  three",
        "  ^^^^^",
        "...",
        "five six",
        "^^^^",
    ]
    assert carets(content, 4, 16) == ["one two", "    ^^^", "  three", "  ^^^^^"]


def test_the_end_of_a_file() -> None:
    assert carets("one\n", 4, 4) == ["", "^"]
    assert carets("one", 3, 3) == ["one", "   ^"]


def test_a_place_without_a_line() -> None:
    told = account(finding(place=Location(Text("facts", ""))))
    assert " --> facts\n" in written("text", told)
    assert "facts: error[quotation-not-found]: the words" in written("concise", told)
    assert written("github", told).startswith("::error file=facts,title=quotation-not-found::")
    entry = json.loads(written("json", told))["findings"][0]
    assert (entry["path"], entry["line"], entry["end_column"]) == ("facts", None, None)


def test_json_in_full() -> None:
    fix = Fix("retype the mark", (Edit(FACTS, Span(7, 10), "A"),), safe=True)
    told = account(
        finding(
            notes=(Note("closest", "there"),),
            related=(Related("here", at("The dam")),),
            help="mend it",
            fix=fix,
            explainer="dam",
            claim="no-cracks",
        ),
        waived=(finding(severity=Severity.WARNING),),
    )
    parsed = json.loads(written("json", told))
    assert parsed["summary"] == {
        **{"explainers": 1, "claims": 2, "quotations": 3, "absences": 1, "sources": 1},
        **{"foldings": {"quotation-marks": 2}, "errors": 1, "warnings": 0, "waived": 1},
        "languages_without_rules": {"fa": ["report"]},
        "not_compared": {"words of the language fa are not known": 2},
        **{"model": "", "claims_put_to_model": 0},
    }
    (entry,) = parsed["findings"]
    assert list(entry) == [
        *("rule", "severity", "message", "path", "line", "column", "end_line", "end_column"),
        *("explainer", "claim", "related", "notes", "help", "fix"),
    ]
    assert (entry["line"], entry["column"], entry["end_line"], entry["end_column"]) == (3, 17, 3, 20)
    assert entry["related"] == [
        {"message": "here", "path": "facts/dam.yml", "line": 1, "column": 8, "end_line": 1, "end_column": 15}
    ]
    assert entry["fix"]["safe"] is True
    assert entry["fix"]["edits"][0]["replacement"] == "A"
    assert parsed["waived"][0]["severity"] == "warning"


def test_annotations_are_few_and_errors_come_first() -> None:
    warnings = [finding(f"warning {n}", severity=Severity.WARNING) for n in range(8)]
    errors = [finding(f"error {n}") for n in range(5)]
    lines = written("github", account(*warnings, *errors)).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == 10
    assert [line.startswith("::error") for line in commands] == [True] * 5 + [False] * 4 + [True]
    assert commands[-1] == "::error title=And 4 more::4 more findings: see the summary of this step."
    assert (
        len([line for line in written("github", account(*errors)).splitlines() if line.startswith("::")]) == 5
    )


def test_an_annotation_in_full() -> None:
    told = account(finding("50%: a, b\nc", at("saw"), help="mend it"))
    assert written("github", told).splitlines()[0] == (
        "::error file=facts/dam.yml,line=3,endLine=3,col=17,endColumn=19,title=quotation-not-found"
        "::50%25: a, b\\nc%0Ahelp: mend it"
    )
    odd = account(finding(place=Location(Text("facts/a:b,c%.yml", "x"), Span(0, 1))))
    assert written("github", odd).startswith("::error file=facts/a%3Ab%2Cc%25.yml,line=1,")


def test_a_green_run_says_what_it_did_and_what_nobody_checked() -> None:
    for name in ("text", "concise", "github"):
        text = written(name, account(deeds=("compared: 3 pages",)))
        assert "checked: 1 explainer, 2 claims, 3 quotations, 1 source; 1 search" in text
        assert "quotation-marks in 2" in text
        assert "compared: 3 pages" in text
        assert "not checked in the language fa (report): words that deny, restrict or report" in text
        unknown = "words of the language fa are not known"
        assert f"not compared with what they rest on: 2 claims; {unknown}" in text
        assert "not checked: whether the sources are right" in text
    red = written("text", account(finding(), elsewhere=2))
    assert "not checked: whether" not in red
    assert "not shown: 2 errors outside the files that you named" in red


def test_reports_read_nothing_from_outside() -> None:
    for path in Path(reports.__path__[0]).glob("*.py"):
        assert not re.search(r"import (?:os|sys|pathlib|time)|open\(", path.read_text("utf-8")), path.name


@pytest.mark.parametrize("safe", [True, False])
def test_a_fix_is_told_where_check_makes_it(safe: bool) -> None:
    """``check --fix`` makes no other; of those, the help says what to do, and editors offer to do it."""
    fix = Fix("write 'A' instead of 'The'", (Edit(FACTS, Span(7, 10), "A"),), safe=safe)
    told = finding_as_text(finding(fix=fix), Style())
    assert bool(re.search(r"^ *= fix *: write 'A' instead of 'The'$", told, re.MULTILINE)) is safe
