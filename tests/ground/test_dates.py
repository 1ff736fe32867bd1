"""Dates: what a text names, and what a claim says of them that its passages do not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.check import all_rules
from onrecord.ground.comparison import Comparison, compared
from onrecord.ground.dates import dates
from onrecord.lexicon.calendar import When
from onrecord.model import Quotation
from onrecord.text import Scalar, Text

RULES = (
    "date-contradicted",
    "full-date-not-in-evidence",
    "date-not-in-evidence",
    "dateline-taken-as-date",
    "weekday-not-on-date",
    "date-finer-than-evidence",
    "moment-without-as-of",
)


def scalar(value: str) -> Scalar:
    return Scalar(value, Text("facts/claim.yml", value), 0, len(value))


def declaring(claim: str, passage: str, **fields: Any) -> Comparison:
    """A comparison whose claim has more fields, on a passage that is a quotation."""
    plain = compared(claim, (passage,))
    found = plain.passages[0]
    quoted = replace(found, quotation=Quotation(scalar(passage), None, plain.claim.at))
    return replace(plain, claim=replace(plain.claim, **fields), passages=(quoted,))


def told_of(comparison: Comparison) -> list[tuple[str, str]]:
    claim = str(comparison.claim.text)
    found = []
    for id in RULES:
        compare = all_rules()[id].compare
        assert compare is not None
        found += [(id, claim[told.words.start : told.words.end]) for told in compare(comparison)]
    return found


def told(claim: str, *passages: str) -> list[tuple[str, str]]:
    """The rules about dates that say something, each with the words of the claim it points at."""
    return told_of(compared(claim, passages))


READ: dict[str, tuple[int | None, int | None, int | None, int | None]] = {
    "on 12 March 2023": (2023, 3, 12, None),
    "on March 12, 2023": (2023, 3, 12, None),
    "on the 4th of July 1999": (1999, 7, 4, None),
    "on Friday, 4 July 2025": (2025, 7, 4, 4),
    "2019-07-04": (2019, 7, 4, None),
    "in April 2025": (2025, 4, None, None),
    "in May": (None, 5, None, None),
    "on July 4": (None, 7, 4, None),
    "on Thursday": (None, None, None, 3),
    "on thursday": (None, None, None, 3),
    "in 1962": (1962, None, None, None),
    "in summer 1962": (1962, None, None, None),
    "in 44 BC": (-44, None, None, None),
    "in the 1980s": (1980, None, None, None),
    "in the 19th century": (1800, None, None, None),
}


@pytest.mark.parametrize(("text", "wanted"), READ.items(), ids=READ)
def test_a_date_is_read(text: str, wanted: tuple[int | None, ...]) -> None:
    (found,) = dates(compared(text, ("",)).reading)
    assert (found.year, found.month, found.day, found.weekday) == wanted


@pytest.mark.parametrize(
    "text", ["He may march on.", "more than 2000 goats", "$1962", "flight 1549", "1,962 goats", "1962 km"]
)
def test_what_is_no_date(text: str) -> None:
    assert dates(compared(text, ("",)).reading) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("from 1961 to 1962", 1961, 1962), ("2014\u201315", 2014, 2015), ("between 1991 and 1993", 1991, 1993)],
)
def test_a_range_has_two_ends(text: str, first: int, last: int) -> None:
    (found,) = dates(compared(text, ("",)).reading)
    assert found.until is not None
    assert (found.year, found.until.year) == (first, last)


def test_a_birth_and_a_death_are_two_dates() -> None:
    assert len(dates(compared("(12 June 1875 -- 1 December 1947)", ("",)).reading)) == 2


def test_words_say_how_a_date_is_meant() -> None:
    meant = [
        dates(compared(f"{word} 1962.", ("",)).reading)[0].when for word in ("in", "before", "after", "by")
    ]
    assert meant == [When.AT, When.BEFORE, When.AFTER, When.BY]


SAID = [
    ("The law was passed in 1994.", "The law was passed on 3 May 1994."),
    ("The law was passed in the 1990s.", "The law was passed in 1994."),
    ("The law was passed in the twentieth century.", "The law was passed in 1994."),
    ("The law was passed after 1990.", "The law was passed in May 1994."),
    ("The law passed before June 1995.", "The law passed on 3 May 1995."),
    ("The talks were held on a Thursday.", "The talks were held on 3 July 2025."),
    ("The talks were held on July 3rd.", "The talks were held on Thursday 3 July 2025."),
    ("He served from 1999 until 2004.", "He served as mayor between 1999 and 2004."),
    ("On 4 May 1950, the mill burned.", "The year 1950 was dry. On 4 May, the mill burned."),
]


@pytest.mark.parametrize(("claim", "passage"), SAID)
def test_a_date_that_is_said_otherwise_passes(claim: str, passage: str) -> None:
    assert told(claim, passage) == []


CONTRADICTED = [
    ("The law was passed in 1984.", "The law was passed in 1994.", "1984"),
    ("The law was passed after 1995.", "The law was passed in May 1994.", "1995"),
    ("The law passed before May 1995.", "The law passed on 3 June 1995.", "May 1995"),
    ("The talks were held on 4 July 2025.", "The talks were held on Thursday 3 July 2025.", "4 July 2025"),
    ("The talks were held on Friday.", "The talks were held on Thursday.", "Friday"),
    (
        "The gang robbed a northern bank in 2020.",
        "The gang robbed a bank in the northern town in 2019. In May 2020, the judge freed its cook.",
        "2020",
    ),
]


@pytest.mark.parametrize(("claim", "passage", "words"), CONTRADICTED)
def test_another_date_of_the_same_event_is_told(claim: str, passage: str, words: str) -> None:
    assert told(claim, passage) == [("date-contradicted", words)]


def test_a_date_that_is_only_about_right_is_no_contradiction() -> None:
    assert told("The mill was built about 1905.", "The mill was built around 1900.") == [
        ("date-not-in-evidence", "1905")
    ]


def test_dates_that_no_passage_has_are_told() -> None:
    passage = "The mill was sold."
    assert told("The mill was sold on 2 May 1962.", passage) == [("full-date-not-in-evidence", "2 May 1962")]
    assert told("The mill was sold in 1962.", passage) == [("date-not-in-evidence", "1962")]


def test_a_sentence_that_counts_from_today_contradicts_no_year() -> None:
    assert told(
        "The team won the cup in 2019.", "The team won the cup this year, as it won the cup in 2018."
    ) == [("date-not-in-evidence", "2019")]


def test_a_date_that_was_declared_as_inferred_is_not_told() -> None:
    claim, passage = "The mill was sold on 2 May 1962.", "The mill was sold."
    inferred = {"date": scalar("1962-05-02"), "date_basis": "inferred", "date_note": scalar("from the diary")}
    assert told_of(declaring(claim, passage, **inferred)) == []


def test_a_dateline_dates_the_report() -> None:
    passage = "Springfield, July 4: The mill is closed. The owner was met by the clerk on Thursday."
    assert told("The owner was met by the clerk on July 4.", passage) == [
        ("dateline-taken-as-date", "July 4")
    ]
    assert told("The article is datelined Springfield, July 4.", passage) == []


def test_a_weekday_must_fall_on_its_date() -> None:
    passage = "The mill was sold on 3 July 2025."
    assert told("The mill was sold on Thursday, 3 July 2025.", passage) == []
    assert told("The mill was sold on Friday, 3 July 2025.", passage) == [
        ("weekday-not-on-date", "Friday, 3 July 2025")
    ]


@pytest.mark.parametrize(("date", "rules"), [("2025-07-03", []), ("2025-07-04", ["weekday-not-on-date"])])
def test_a_declared_day_must_fall_on_the_weekday_that_is_quoted(date: str, rules: list[str]) -> None:
    claim = "The mill was sold on a Thursday."
    note = {"date_basis": "inferred", "date_note": scalar("from the diary")}
    told_in_claim = told_of(declaring(claim, "The mill was sold on Thursday.", date=scalar(date), **note))
    assert [rule for rule, _ in told_in_claim] == rules
    quoted = declaring("The mill was sold.", "The mill was sold on Thursday.", date=scalar(date), **note)
    assert [rule for rule, _ in told_of(quoted)] == rules


@pytest.mark.parametrize(
    ("date", "stated"),
    [
        ("1962", True),
        ("1962-05", True),
        ("1962-05/..", True),
        ("196X", True),
        ("1962-05-02", False),
        ("1963", False),
        ("1962-06", False),
    ],
)
def test_a_date_that_is_stated_is_no_finer_than_the_passage(date: str, stated: bool) -> None:
    comparison = declaring(
        "The mill was sold.", "In May 1962, the mill was sold.", date=scalar(date), date_basis="stated"
    )
    assert (told_of(comparison) == []) is stated


@pytest.mark.parametrize(
    "passage", ["Right now the mill is shut.", "The mill is still shut.", "The mill is shut today."]
)
def test_what_is_true_for_a_moment_needs_a_time(passage: str) -> None:
    claim = "The mill is shut."
    assert [rule for rule, _ in told_of(declaring(claim, passage))] == ["moment-without-as-of"]
    assert told_of(declaring(claim, passage, as_of=scalar("source"))) == []
    assert told_of(declaring("The mill is shut at present.", passage)) == []
    assert told_of(declaring(claim, "The mill is shut.")) == []


_YEARS = st.integers(min_value=1900, max_value=2099)
_FORMS = st.sampled_from(
    ["in {}", "on 3 May {}", "in May {}", "before {}", "after June {}", "since {}", "by {}"]
)


@given(_YEARS, _FORMS)
def test_a_claim_agrees_with_itself(year: int, form: str) -> None:
    claim = f"The mill was sold {form.format(year)}."
    assert told(claim, claim) == []


@given(st.text(alphabet="19 025-/May,3rdst Jul:(ofBC", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    for found in dates(compared(text, (text,)).reading):
        assert 0 <= found.words.start < found.words.end <= len(text)
    told(text, text)


def test_the_same_date_with_and_without_itself_is_no_contradiction() -> None:
    assert not told(
        "The mill and its gate stood long before 1200 BC.", "The mill and its gate stood by 1200 BC."
    )
