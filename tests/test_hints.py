"""What findings suggest: text that can be pasted, neighbours that tell places apart, the likeliest name."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dam import REPORT
from onrecord.excerpts import as_yaml, beside, cut_word, excerpt, pointed, whole_sentence
from onrecord.finding import Finding, Severity
from onrecord.hints import crossing, did_you_mean, left_out, telling_neighbours
from onrecord.misses import of_miss
from onrecord.model import Quotation, Source
from onrecord.outside import CutOff, Outside
from onrecord.report import Style
from onrecord.reports.text import finding_as_text
from onrecord.resolve import Closest, Evidence, Reason, Unresolved
from onrecord.text import Location, Scalar, Span, Text

FACTS = Text("facts/example.yml", "")
AT = Location(FACTS)


def scalar(value: str) -> Scalar:
    return Scalar(value, FACTS, 0, len(value))


def source(content: str = REPORT, name: str = "report") -> Source:
    text = Text(f"seeds/{name}.txt", content)
    return Source(
        id=scalar(name), file=scalar(name), sha256=scalar(name), title=scalar(name), at=AT, text=text
    )


def unresolved(
    exact: str, reason: Reason, content: str = REPORT, *, part: Span | None = None, detail: str = ""
) -> Unresolved:
    places = []
    at = content.find(exact)
    while at >= 0:
        places.append(Span(at, at + len(exact)))
        at = content.find(exact, at + 1)
    quotation = Quotation(exact=scalar(exact), source=scalar("report"), at=AT)
    return Unresolved(quotation, reason, source(content), part, tuple(places), detail)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_what_can_be_pasted_is_read_as_it_was_meant(value: str) -> None:
    assert yaml.load(as_yaml("suffix", value), yaml.BaseLoader) == {"suffix": " ".join(value.split())}


@pytest.mark.parametrize(
    ("exact", "content", "wanted"),
    [
        ("the gate was opened by hand.", REPORT, ["prefix: In March,", "prefix: In June,"]),
        ("It leaks.", "It leaks. In May.\n\nIt leaks. In June.", ["suffix: In May.", "suffix: In June."]),
        ("a dam", "see a dam\n\nbut a dam", ["prefix: see", "prefix: dam but"]),
        ("it leaks", '"it leaks" and: it leaks', ["prefix: '\"'", "prefix: 'leaks\" and:'"]),
        ("x", "\n\n".join(["x"] * 40), None),
    ],
)
def test_neighbours_tell_places_apart(exact: str, content: str, wanted: list[str] | None) -> None:
    found = telling_neighbours(unresolved(exact, Reason.AMBIGUOUS, content))
    if wanted is None:
        assert found[20] == "line: 41"
        assert found[0].startswith("suffix: ") or found[0].startswith("line: ")
    else:
        assert found == wanted


@pytest.mark.parametrize(
    ("exact", "content", "whole", "own"),
    [
        ("100 tons of water", REPORT, "2,100", "100"),
        ("The dam was built in 19", REPORT, "1962", "19"),
        ("effective it was", "It was said how ineffective it was.", "ineffective", "effective"),
        ("cost about 9", "It cost about 9 million to mend.", "9 million", "9"),
        ("cost about $9", "It cost about $9m to mend.", "$9m", "$9"),
        ("000 tons", "It holds 35 000 tons.", "35 000", "000"),
    ],
)
def test_the_word_that_is_cut_is_named(exact: str, content: str, whole: str, own: str) -> None:
    cut = cut_word(unresolved(exact, Reason.CUT_INSIDE_WORD, content))
    assert (cut.whole, exact[slice(*cut.part)]) == (whole, own)
    assert content[slice(*cut.place)] == whole


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        ("opened by hand. People had asked", "hand. People"),
        ("hand. hand. People had asked", "hand. People"),
        ("by hand.\nPeople had asked", "hand.\nPeople"),
        ("something else", None),
    ],
)
def test_the_end_of_a_paragraph_is_found_in_the_quotation(exact: str, words: str | None) -> None:
    at = REPORT.index("\n\n")
    outcome = Unresolved(
        Quotation(exact=scalar(exact), source=None, at=AT),
        Reason.ACROSS_PARAGRAPHS,
        source(),
        places=(Span(at, at + 2),),
    )
    span = crossing(outcome)
    assert (span and exact[slice(*span)]) == words


def test_words_beside_a_place() -> None:
    start = REPORT.index("the committee examined")
    span = Span(start, start + len("the committee examined"))
    assert beside(source(), span, 2, before=True) == "In May,"
    assert beside(source(), span, 3, before=False) == "it and found"
    assert beside(source(), Span(0, 3), 3, before=True) == ""


def test_excerpts_are_one_line_and_not_too_long() -> None:
    assert excerpt(source("a\n  b"), Span(0, 5)) == "a b"
    long = excerpt(source("word " * 500), Span(0, 2500))
    assert len(long) <= 320
    assert "(...)" in long
    assert len(excerpt(source("x" * 5000), Span(0, 5000))) <= 320
    assert pointed(source(), Span(REPORT.index("People"), 200)) == "seeds/report.txt:3:1"


def test_a_sentence_is_shown_without_the_spaces_around_it() -> None:
    start = REPORT.index("found no cracks")
    span = whole_sentence(source(), Span(start, start + 5))
    assert REPORT[slice(*span)] == "In May, the committee examined it and found no cracks."


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("raport", "did you mean 'report'?"),
        ("lettre", "did you mean 'letter'?"),
        ("zzz", "name one that there is, or give up"),
    ],
)
def test_the_likeliest_name_is_suggested(name: str, wanted: str) -> None:
    assert did_you_mean(name, ["report", "letter"], "one", "give up") == wanted
    assert did_you_mean(name, [], "one", "give up") == "name one that there is, or give up"


def test_what_a_cut_leaves_out_is_told_with_or_without_a_reason() -> None:
    at = REPORT.index("It is not true that")
    evidence = Evidence(Quotation(exact=scalar("x"), source=None, at=AT), source(), (Span(at + 20, at + 30),))
    cut = CutOff(Outside.NEGATION, Span(at, at + 19), Span(at, at + 45))
    assert left_out(evidence, cut) == ("the quotation leaves out 'It is not true that', which govern it")
    why = CutOff(Outside.NEGATION, cut.words, cut.sentence, "deny it")
    assert left_out(evidence, why).endswith("'It is not true that': these words deny it")


def test_many_changes_are_not_all_listed() -> None:
    typed = " ".join(f"same{n} old{n}" for n in range(20))
    printed = " ".join(f"same{n} new{n}" for n in range(20))
    other = source(printed)
    outcome = Unresolved(
        Quotation(exact=scalar(typed), source=None, at=AT),
        Reason.ALTERED,
        other,
        closest=Closest(other, Span(0, len(printed)), 0.9),
    )
    hint = of_miss(outcome)
    assert hint.message == "the source has other words"
    change = next(note.text for note in hint.notes if note.label == "change")
    assert change.count(" to ") == 8
    assert change.endswith("; and 12 more")
    assert hint.part is not None
    assert typed[slice(*hint.part)].startswith("old0")


def test_the_text_report_names_the_closest_place_once() -> None:
    other = source()
    span = whole_sentence(other, Span(REPORT.index("In May"), REPORT.index("In May") + 6))
    typed = "In May, the committee examined it and saw no cracks."
    outcome = Unresolved(
        Quotation(exact=scalar(typed), source=None, at=AT),
        Reason.ALTERED,
        other,
        closest=Closest(other, span, 0.9),
    )
    hint = of_miss(outcome)
    finding = Finding("some-rule", Severity.ERROR, hint.message, AT, notes=hint.notes, related=hint.related)
    assert finding_as_text(finding, Style()).count("seeds/report.txt:3:44") == 1
    assert len(hint.related) == 1


def test_a_passage_that_is_not_near_is_not_suggested() -> None:
    far = Closest(source(), Span(0, 20), 0.7)
    outcome = Unresolved(
        Quotation(exact=scalar("quite other words"), source=None, at=AT),
        Reason.NOT_FOUND,
        source(),
        closest=far,
    )
    hint = of_miss(outcome)
    assert hint.related == ()
    assert [note.text for note in hint.notes] == ["nothing in the source (report) is like these words"]
