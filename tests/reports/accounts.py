"""Accounts to report: findings in made-up files, and Hypothesis' idea of anything that may stand in them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from onrecord.check import Summary
from onrecord.finding import Edit, Finding, Fix, Note, Related, Severity
from onrecord.report import Account
from onrecord.text import Location, Span, Text

FACTS = Text("facts/dam.yml", "title: The dam\nclaims:\n  - quote: They saw no cracks.\n")
SUMMARY = Summary(
    *(1, 2, 3, 1, 1, {"quotation-marks": 2}, 0, 0),
    languages_without_rules={"fa": ("report",)},
    not_compared={"words of the language fa are not known": 2},
)


def at(words: str, text: Text = FACTS) -> Location:
    start = text.content.index(words)
    return Location(text, Span(start, start + len(words)))


def finding(
    message: str = "the words are not in the source", place: Location | None = None, **rest: Any
) -> Finding:
    severity = rest.pop("severity", Severity.ERROR)
    assert isinstance(severity, Severity)
    return Finding("quotation-not-found", severity, message, place or at("saw"), **rest)


def account(*findings: Finding, **rest: object) -> Account:
    return Account(findings, SUMMARY, **rest)


WICKED = [
    *(
        "\n::error file=README.md,line=1::All checks passed",
        "\r\n::add-mask::x",
        "%0A::notice::ok",
        "##[add-mask]x",
    ),
    *(
        "###[group]",
        "##vso[task.complete]",
        "\x1b[2J\x1b[1;1HOK",
        "\x9b8m",
        "\u202eeslaf\u2066",
        "\u2028::stop",
        "\ud800",
    ),
    *(
        "<script>alert(1)</script>",
        "![x](https://e.example/p.gif)",
        "@maintainers #1",
        "| a | b |",
        "`code`",
        "\x00\x07\x7f",
    ),
    *(
        "   \t::warning::x",
        "\x85::error::x",
        "\x0b::error::x",
        "\x0c::error::x",
        "&lt;b&gt;",
        "a\tb",
        "漢字" * 60,
        "e\u0301",
    ),
]
anything = st.one_of(
    st.text(max_size=60),
    st.sampled_from(WICKED),
    st.lists(st.sampled_from(WICKED), min_size=1, max_size=4).map(" ".join),
    st.text(alphabet="\n\r\t :#[]%,\u2028\x1b<>&\"'`*|@!", max_size=40),
)


@st.composite
def locations(draw: st.DrawFn) -> Location:
    text = Text("facts/" + draw(anything), draw(anything))
    if draw(st.booleans()):
        return Location(text)
    size = len(text.content)
    start = draw(st.integers(0, size))
    return Location(text, Span(start, draw(st.integers(start, size))))


findings = st.builds(
    Finding,
    rule=anything,
    severity=st.sampled_from(Severity),
    message=anything,
    location=locations(),
    help=anything,
    related=st.lists(st.builds(Related, anything, locations()), max_size=2).map(tuple),
    notes=st.lists(st.builds(Note, anything, anything), max_size=2).map(tuple),
    fix=st.none() | st.builds(Fix, anything, st.just((Edit(FACTS, Span(0, 5), "::x\n"),)), st.booleans()),
    explainer=anything,
    claim=anything,
)
accounts = st.builds(
    Account,
    findings=st.lists(findings, max_size=13).map(tuple),
    summary=st.builds(
        Summary,
        *[st.integers(0, 5000)] * 5,
        foldings=st.dictionaries(anything, st.integers(1, 9), max_size=2),
        errors=st.just(0),
        warnings=st.just(0),
        languages_without_rules=st.dictionaries(
            anything, st.lists(anything, max_size=2).map(tuple), max_size=2
        ),
        not_compared=st.dictionaries(anything, st.integers(1, 9), max_size=2),
    ),
    waived=st.lists(findings, max_size=1).map(tuple),
    elsewhere=st.integers(0, 2),
    deeds=st.lists(anything, max_size=2).map(tuple),
)
