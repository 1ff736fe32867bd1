"""The matching policy: what is found, and the one reason why something is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages import language_of
from onrecord.lookup import Lookup
from onrecord.match import match
from onrecord.model import Quotation
from onrecord.outcome import Match, Miss, Reason
from onrecord.text import Location, Scalar, Text

ENGLISH = language_of("en")
DAM = Text(
    "seeds/report.txt",
    """The dam at Ashby

The committee met in May and after a long debate approved the dam.
It found no cracks, \u201cbut the gate sticks.\u201d
The members, all of them engineers, praised the masons and the carpenters of the town.

The gate was not opened before June. Mr Byron (the keeper) said that 2,100 people came.
They ate [with their fingers]
and were happy. Sales fell sharply in spring. Later that year, sales fell sharply in spring. He slept.

The weir is old. The mill is older. The bridge by the mill is the oldest of the three, and the widest.
""",
)
LOOKUP = Lookup(DAM)


def scalar(value: str) -> Scalar:
    return Scalar(value, Text("facts/dam.yml", value), 0, len(value))


def quoted(exact: str, text: Text = DAM, **rest: str) -> Match | Miss:
    quotation = Quotation(
        exact=scalar(exact),
        source=None,
        at=Location(text),
        **{name: scalar(value) for name, value in rest.items()},
    )
    lookup = LOOKUP if text is DAM else Lookup(text)
    return match(quotation, text, lookup, ENGLISH)


def found(exact: str, **rest: str) -> list[str]:
    outcome = quoted(exact, **rest)
    assert isinstance(outcome, Match), outcome
    return [DAM.content[span.start : span.end] for span in outcome.spans]


def reason(exact: str, **rest: str) -> Reason:
    outcome = quoted(exact, **rest)
    assert isinstance(outcome, Miss), outcome
    return outcome.reason


@pytest.mark.parametrize(
    ("exact", "places", "foldings"),
    [
        ("The committee met in May", ["The committee met in May"], ()),
        ("but the gate sticks", ["but the gate sticks"], ()),
        (
            'It found no cracks, "but the gate sticks."',
            ["It found no cracks, \u201cbut the gate sticks.\u201d"],
            ("quotation-marks",),
        ),
        ("They ate [with their fingers] and were", ["They ate [with their fingers]\nand were"], ("spaces",)),
        ("approved the dam.", ["approved the dam."], ()),
    ],
)
def test_found(exact: str, places: list[str], foldings: tuple[str, ...]) -> None:
    outcome = quoted(exact)
    assert isinstance(outcome, Match)
    assert [DAM.content[span.start : span.end] for span in outcome.spans] == places
    assert outcome.foldings == foldings


@pytest.mark.parametrize("dots", ["...", "\u2026", ". . .", "[...]", "[\u2026]", "[ ... ]"])
def test_an_ellipsis_leaves_words_out(dots: str) -> None:
    outcome = quoted(f"The committee met in May {dots} approved the dam.")
    assert isinstance(outcome, Match)
    assert [DAM.content[span.start : span.end] for span in outcome.spans] == [
        "The committee met in May",
        "approved the dam.",
    ]
    assert [DAM.content[span.start : span.end] for span in outcome.omitted] == ["and after a long debate"]


@pytest.mark.parametrize(
    ("exact", "places"),
    [
        ("... approved the dam.", ["approved the dam."]),
        ("The committee met in May ...", ["The committee met in May"]),
        ("\u2026 met in May \u2026 approved the dam \u2026", ["met in May", "approved the dam"]),
        (
            "The members ... praised the masons ... of the town.",
            ["The members", "praised the masons", "of the town."],
        ),
        (
            "The weir is old.... The bridge by the mill is the oldest",
            ["The weir is old.", "The bridge by the mill is the oldest"],
        ),
        ("[T]he committee met in May", ["The committee met in May"]),
        ("[t]he committee met in May", ["The committee met in May"]),
        ("[The committee] found no cracks", ["It found no cracks"]),
        ("It [the committee] found no cracks", ["It found no cracks"]),
        (
            "[The visitors] ate [with their fingers] and were happy",
            ["They ate [with their fingers]\nand were happy"],
        ),
        ("The gate [sic] was not opened", ["The gate was not opened"]),
        (
            "The committee met in May ... approved [the] dam.",
            ["The committee met in May", "approved the dam."],
        ),
    ],
)
def test_ellipses_and_brackets(exact: str, places: list[str]) -> None:
    assert found(exact) == places


@pytest.mark.parametrize(
    ("exact", "why"),
    [
        ("The committee met in June", Reason.NOT_FOUND),
        ("the committee met in May", Reason.NOT_FOUND),
        ("The committee met, in May", Reason.NOT_FOUND),
        ("100 people came", Reason.CUT_INSIDE_WORD),
        ("mittee met in May", Reason.CUT_INSIDE_WORD),
        ("The committee met in Ma", Reason.CUT_INSIDE_WORD),
        ("the dam", Reason.TOO_SHORT),
        ("", Reason.TOO_SHORT),
        ("?!", Reason.TOO_SHORT),
        ("...", Reason.TOO_SHORT),
        ("[a remark of ours] ...", Reason.TOO_SHORT),
        ("and of the and the of the", Reason.TOO_SHORT),
        ("fell sharply in spring", Reason.AMBIGUOUS),
        ("and the widest. The dam", Reason.NOT_FOUND),
        ("carpenters of the town. The gate was not opened", Reason.ACROSS_PARAGRAPHS),
        ("approved the dam ... The committee met in May", Reason.ELLIPSIS_OUT_OF_ORDER),
        ("The gate was ... opened before June.", Reason.ELLIPSIS_HIDES_WORDS),
        ("The committee met in May ... the masons and the carpenters", Reason.ELLIPSIS_HIDES_WORDS),
        ("The committee met in May ... Mr Byron (the keeper)", Reason.ELLIPSIS_HIDES_WORDS),
        ("The committee met ... ... approved the dam.", Reason.ELLIPSIS_HIDES_WORDS),
        ("The members ... praised the ... and the ... of the town.", Reason.ELLIPSIS_HIDES_WORDS),
        ("The committee ... approved ... the dam.", Reason.TOO_SHORT),
        ("The committee met in May ... rejected the dam.", Reason.NOT_FOUND),
        ("The gate was [never] opened before June.", Reason.BRACKET_CHANGES_SENSE),
        ("It [never] found no cracks", Reason.BRACKET_CHANGES_SENSE),
        ("The committee [of engineers] met in May", Reason.BRACKET_CHANGES_SENSE),
        ("[The masons] met in May and after a long debate", Reason.BRACKET_CHANGES_SENSE),
        ("The committee [and [later] the town] met in May", Reason.BRACKET_CHANGES_SENSE),
        ("said that [2,200] people came", Reason.BRACKET_CHANGES_SENSE),
    ],
)
def test_not_found(exact: str, why: Reason) -> None:
    assert reason(exact) is why


def test_prefix_suffix_and_line_choose_among_several_places() -> None:
    first = DAM.content.index("Sales")
    second = DAM.content.index("sales fell")
    by_prefix = quoted("fell sharply in spring", prefix="Later that year, sales")
    by_suffix = quoted("fell sharply in spring.", suffix="Later that")
    by_line = quoted("sales fell sharply in spring", line="9")
    assert isinstance(by_prefix, Match)
    assert by_prefix.spans[0].start == second + 6
    assert isinstance(by_suffix, Match)
    assert by_suffix.spans[0].start == first + 6
    assert isinstance(by_line, Match)
    assert by_line.spans[0].start == second


@pytest.mark.parametrize(
    ("rest", "what"),
    [
        ({"prefix": "The masons"}, "prefix"),
        ({"suffix": "in June"}, "suffix"),
        ({"prefix": "dam at Ashby", "suffix": "in June"}, "suffix"),
        ({"line": "5"}, "line"),
        ({"prefix": "t Ashby"}, "prefix"),
    ],
)
def test_a_wrong_neighbour_is_an_error_even_for_one_place(rest: dict[str, str], what: str) -> None:
    outcome = quoted("The committee met", **rest)
    assert isinstance(outcome, Miss)
    assert (outcome.reason, outcome.detail) == (Reason.WRONG_NEIGHBOURS, what)


def test_a_neighbour_may_stand_in_another_paragraph() -> None:
    assert found("The committee met in May", prefix="dam at Ashby") == ["The committee met in May"]


def test_an_ambiguous_quotation_names_every_place() -> None:
    outcome = quoted("fell sharply in spring")
    assert isinstance(outcome, Miss)
    assert [DAM.content[span.start : span.end] for span in outcome.places] == ["fell sharply in spring"] * 2


def test_the_part_at_fault_is_named() -> None:
    exact = "The committee met in May ... rejected the dam."
    outcome = quoted(exact)
    assert isinstance(outcome, Miss)
    assert outcome.part is not None
    assert exact[slice(*outcome.part)] == "rejected the dam."
    exact = "The gate was [never] opened before June."
    outcome = quoted(exact)
    assert isinstance(outcome, Miss)
    assert outcome.part is not None
    assert exact[slice(*outcome.part)] == "[never]"


def test_what_is_left_out_is_short() -> None:
    long = Text("seeds/long.txt", f"The mayor walked {'slowly ' * 41}to the mill of the town.")
    outcome = quoted("The mayor walked ... to the mill of the town.", long)
    assert isinstance(outcome, Miss)
    assert outcome.reason is Reason.ELLIPSIS_HIDES_WORDS
    assert "41 words" in outcome.detail
    short = Text("seeds/short.txt", f"The mayor walked {'slowly ' * 40}to the mill of the town.")
    assert isinstance(quoted("The mayor walked ... to the mill of the town.", short), Match)


def test_scripts_without_spaces_count_characters() -> None:
    text = Text(
        "seeds/zh.txt",
        "\u59d4\u5458\u4f1a\u8ba4\u4e3a\u5927\u575d\u662f\u5b89\u5168\u7684\u3002\u95f8\u95e8\u6ca1\u6709\u88ab\u63d0\u5230\u3002\n",
    )
    assert isinstance(quoted("\u5927\u575d\u662f\u5b89\u5168\u7684", text), Match)
    short = quoted("\u5927\u575d\u662f\u5b89\u5168", text)
    assert isinstance(short, Miss)
    assert short.reason is Reason.TOO_SHORT


def test_an_ellipsis_and_a_bracket_of_the_source_are_its_words() -> None:
    text = Text("seeds/x.txt", 'The witness said, "I think... I was at home," and [laughter] stopped.')
    for exact in ('"I think... I was at home,"', "and [laughter] stopped", "I think\u2026 I was at home"):
        outcome = quoted(exact, text)
        assert isinstance(outcome, Match), exact
        assert outcome.omitted == ()


def test_two_ways_to_leave_words_out_are_ambiguous() -> None:
    text = Text("seeds/x.txt", "The red mill and the red mill near the old bridge burned.")
    outcome = quoted(
        "the red mill ... old bridge burned",
        Text("seeds/y.txt", text.content.replace("The red", "See the red")),
    )
    assert isinstance(outcome, Miss)
    assert outcome.reason is Reason.AMBIGUOUS


@settings(max_examples=300)
@given(st.text(alphabet="The committee met.[]\u2026 \u201c\u2014-'019\n", max_size=60))
def test_any_quotation_has_an_outcome_whose_spans_are_in_the_source(exact: str) -> None:
    outcome = quoted(exact)
    if isinstance(outcome, Match):
        assert outcome.spans
    spans = (*outcome.spans, *outcome.omitted) if isinstance(outcome, Match) else outcome.places
    assert all(0 <= span.start <= span.end <= len(DAM.content) for span in spans)
    if isinstance(outcome, Miss) and outcome.part:
        assert 0 <= outcome.part.start < outcome.part.end <= len(exact)
