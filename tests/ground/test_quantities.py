"""Numbers: what a text states, and what a claim says of them that its passages do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.check import all_rules
from onrecord.ground.comparison import compared
from onrecord.ground.quantities import Kind, quantities
from onrecord.lexicon.quantities import Bound

RULES = (
    "number-contradicted",
    "unit-changed",
    "comparator-changed",
    "limit-dropped",
    "number-not-in-evidence",
)


def told(claim: str, *passages: str, subject: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The rules about numbers that say something, each with the words of the claim it points at."""
    comparison = compared(claim, passages, subject)
    found = []
    for id in RULES:
        compare = all_rules()[id].compare
        assert compare is not None
        found += [(id, claim[told.words.start : told.words.end]) for told in compare(comparison)]
    return found


YEAR = 365.25

READ = {
    "seven billion dollars": (7e9, Kind.MONEY, Bound.PLAIN),
    "$7,000,000,000": (7e9, Kind.MONEY, Bound.PLAIN),
    "US$7bn": (7e9, Kind.MONEY, Bound.PLAIN),
    "two decades": (20 * YEAR, Kind.MEASURE, Bound.PLAIN),
    "20-year lease": (20 * YEAR, Kind.MEASURE, Bound.PLAIN),
    "two hundred and five goats": (205, Kind.COUNT, Bound.PLAIN),
    "twenty-one goats": (21, Kind.COUNT, Bound.PLAIN),
    "a hundred goats": (100, Kind.COUNT, Bound.PLAIN),
    "three dozen goats": (36, Kind.COUNT, Bound.PLAIN),
    "half a million goats": (5e5, Kind.COUNT, Bound.PLAIN),
    "half of the goats": (50, Kind.SHARE, Bound.PLAIN),
    "a quarter of the goats": (25, Kind.SHARE, Bound.PLAIN),
    "one in four goats": (25, Kind.SHARE, Bound.PLAIN),
    "5 per cent": (5, Kind.SHARE, Bound.PLAIN),
    "the twenty-first goat": (21, Kind.ORDINAL, Bound.PLAIN),
    "the 3rd goat": (3, Kind.ORDINAL, Bound.PLAIN),
    "a rating of 6/10": (6, Kind.SCORE, Bound.PLAIN),
    "in chapter 7": (7, Kind.LABEL, Bound.PLAIN),
    "an F-16": (16, Kind.LABEL, Bound.PLAIN),
    "more than 50 goats": (50, Kind.COUNT, Bound.MORE),
    "no fewer than 50 goats": (50, Kind.COUNT, Bound.AT_LEAST),
    "50 or more goats": (50, Kind.COUNT, Bound.AT_LEAST),
    "fewer than 50 goats": (50, Kind.COUNT, Bound.LESS),
    "up to 50 goats": (50, Kind.COUNT, Bound.AT_MOST),
    "almost 50 goats": (50, Kind.COUNT, Bound.NEARLY),
    "about 50 goats": (50, Kind.COUNT, Bound.ABOUT),
    "exactly 50 goats": (50, Kind.COUNT, Bound.EXACT),
    "a share of .271": (0.271, Kind.COUNT, Bound.PLAIN),
}


@pytest.mark.parametrize(("text", "wanted"), READ.items(), ids=READ)
def test_a_number_is_read(text: str, wanted: tuple[float, Kind, Bound]) -> None:
    (found,) = quantities(compared(text, ("",)).reading)
    value, kind, bound = wanted
    assert found.value == pytest.approx(value)
    assert (found.kind, found.bound) == (kind, bound)
    assert text[found.words.start : found.words.end] in text


def test_a_range_has_two_ends_and_the_scale_of_the_last() -> None:
    (found,) = quantities(compared("between 1.2 and 1.8 million goats", ("",)).reading)
    assert found.value == pytest.approx(1.2e6)
    assert found.upper == pytest.approx(1.8e6)


@pytest.mark.parametrize("text", ["a second of silence", "in 1962", "on 3 May", "an old goat", ""])
def test_what_is_no_number(text: str) -> None:
    assert quantities(compared(text, ("",)).reading) == ()


SAID = [
    ("The mill employs about 1.2 million people.", "The mill employs 1,234,567 people."),
    ("The mill employs over 1.2 million people.", "The mill employs 1,234,567 people."),
    ("The pier is 2 km long.", "The pier is 2,000 metres long."),
    ("The pier is about 3 miles long.", "The pier is 5 km long."),
    ("The strike lasted two weeks.", "The strike lasted 14 days."),
    ("Two thirds of voters back the plan.", "66.7 per cent of voters back the plan."),
    ("Three ministers resigned.", "The ministers of finance, trade and health resigned."),
    ("He was mayor for five years.", "He was mayor from 1999 to 2004."),
    ("Five people were hurt.", "Three men and two women were hurt."),
    ("Fewer than 60 people came.", "Some 53 people came."),
    ("Nearly 100 barns burned.", "97 barns burned."),
    ("The boy, 7, was found.", "The seven-year-old boy was found."),
    ("Around 1,500 people marched.", "Between 1,400 and 1,600 people marched."),
    ("The two brothers left the town.", "The brothers left the town in spring."),
    ("Six of the 15 members voted against.", "Nine of the 15 members voted for, six against."),
]


@pytest.mark.parametrize(("claim", "passage"), SAID)
def test_a_number_that_is_said_otherwise_passes(claim: str, passage: str) -> None:
    assert told(claim, passage) == []


CONTRADICTED = [
    ("The fund holds $9 million.", "The fund holds $7 million.", "$9 million"),
    ("The fund holds $7 million.", "The fund holds $7 billion.", "$7 million"),
    ("The pier is 3 km long.", "The pier is 2,000 metres long.", "3 km"),
    ("More than 50 people came.", "47 people came.", "More than 50"),
    ("At least 60 people came.", "53 people came.", "At least 60"),
    ("She came fourth in the race.", "She came 5th in the race.", "fourth"),
    ("About 300 people marched.", "About 3,000 people marched.", "About 300"),
    ("The vote was 55-45.", "The vote was 52-48.", "55-45"),
    (
        "After three years of drought, the farm was sold.",
        "After ten years of drought the farm was sold, which ended nearly three years of quarrels.",
        "three years",
    ),
]


@pytest.mark.parametrize(("claim", "passage", "words"), CONTRADICTED)
def test_another_number_of_the_same_thing_is_told(claim: str, passage: str, words: str) -> None:
    assert told(claim, passage) == [("number-contradicted", words)]


def test_another_number_of_something_else_is_only_absent() -> None:
    assert told("The choir sang for 90 guests.", "The mill has 12 wheels.") == [
        ("number-not-in-evidence", "90")
    ]


def test_a_number_of_the_other_sense_is_left_to_the_rules_on_denials() -> None:
    assert "number-contradicted" not in dict(
        told("The farm did not sell 40 goats.", "The farm sold 30 goats at the fair.")
    )


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("The repair cost 300 euros.", "300 euros"),
        ("The repair cost 300 roubles.", "300 roubles"),
    ],
)
def test_another_currency_is_told(claim: str, words: str) -> None:
    assert told(claim, "The repair cost 300 dollars.") == [("unit-changed", words)]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("More than four barns burned.", "Nearly four barns burned."),
        ("Exactly four barns burned.", "About four barns burned."),
        ("At least four barns burned.", "Up to four barns burned."),
        ("At most four barns burned.", "More than four barns burned."),
        ("More than four barns burned.", "Four barns burned."),
    ],
)
def test_words_before_a_number_that_contradict_are_told(claim: str, passage: str) -> None:
    assert [rule for rule, _ in told(claim, passage)] == ["comparator-changed"]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Almost four barns burned.", "Nearly four barns burned."),
        ("Four barns burned.", "Nearly four barns burned."),
        ("About four barns burned.", "Four barns burned."),
        ("At least four barns burned.", "Four barns burned."),
    ],
)
def test_words_before_a_number_that_agree_pass(claim: str, passage: str) -> None:
    assert told(claim, passage) == []


def test_a_limit_that_is_dropped_is_told() -> None:
    assert told("The repair takes 25 weeks.", "The repair takes up to 25 weeks.") == [
        ("limit-dropped", "25 weeks")
    ]


def test_a_number_in_the_name_of_the_subject_needs_no_quotation() -> None:
    claim, passage = "Bridge 41 was closed for repairs.", "It was closed for repairs."
    assert told(claim, passage, subject=("Bridge 41",)) == []


_COUNTS = st.integers(min_value=2, max_value=10**7)
_WORDS = st.sampled_from(["goats", "dollars", "years", "%", "per cent of voters", "km", "million euros"])
_BOUNDS = st.sampled_from(["", "more than ", "about ", "exactly ", "up to ", "fewer than ", "nearly "])


@given(_COUNTS, _WORDS, _BOUNDS)
def test_a_claim_agrees_with_itself(count: int, thing: str, bound: str) -> None:
    claim = f"The report of the board counted {bound}{count:,} {thing} in the valley."
    assert told(claim, claim) == []


@given(st.text(alphabet="a1 9,.-%$/k:three of nd", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    for found in quantities(compared(text, (text,)).reading):
        assert 0 <= found.words.start < found.words.end <= len(text)
    told(text, text)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council has more than 200 members.", "The council has between 200 and 210 members."),
        ("The council has fewer than 201 members.", "The council has about 199 or 200 members."),
    ],
)
def test_a_range_or_an_alternative_carries_what_holds_for_a_part_of_it(claim: str, passage: str) -> None:
    assert not told(claim, passage)
