"""Names: which a text has, which are the same, and which stand where a passage has another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ground.comparison import compared
from onrecord.ground.dateline_places import datelines_as_places
from onrecord.ground.name_comparison import absent_names
from onrecord.ground.names import names
from onrecord.ground.pronoun_comparison import names_for_others, undeclared_names
from onrecord.ground.swapped_names import swapped_names
from onrecord.ground.unknown_names import partly_absent_names, strange_names


def shown(text: str) -> list[str]:
    return [text[slice(*name.span)] for name in names(compared(text, (text,)).reading) if name.sure]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On Monday the bank of Anna Berg opened.", ["Anna Berg"]),
        ("The mayor came from South Korea in May.", ["South Korea"]),
        ("Girls played in the garden.", []),
        ("Norway's team met the U.S. team.", ["Norway's", "U.S."]),
    ],
)
def test_the_names_of_a_text(text: str, wanted: list[str]) -> None:
    assert shown(text) == wanted


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The UAE sent a ship.", "The United Arab Emirates sent a ship."),
        ("The American team won.", "The team of the United States won."),
        ("A ship came from São Paulo.", "A ship came from Sao Paulo."),
        ("The judge praised Berg.", "The judge praised Anna Berg."),
        ("The judge praised Bill Marsh.", "The judge praised William Marsh."),
        ("The team is from France.", "The team is from Lyon."),
        ("The report by Oslo was read.", "The report by Norway was read."),
    ],
)
def test_the_same_name_in_another_form_is_no_new_name(claim: str, passage: str) -> None:
    assert not list(absent_names(compared(claim, (passage,))))


@pytest.mark.parametrize(
    ("claim", "passage", "word"),
    [
        ("The ship came from Chile.", "The ship came late.", "Chile"),
        ("The judge praised Anna Berg.", "The judge praised the witness.", "Anna Berg"),
        ("They met in Lyon.", "They met in France.", "Lyon"),
    ],
)
def test_a_name_that_nothing_has_is_told(claim: str, passage: str, word: str) -> None:
    (found,) = absent_names(compared(claim, (passage,)))
    assert claim[slice(*found.words)] == word


def test_what_the_page_is_about_may_be_named() -> None:
    claim = "Anna Berg opened the bridge."
    assert not list(absent_names(compared(claim, ("The bridge was opened.",), ("Anna Berg",))))


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The engineers met in Lisbon.", "The engineers met in Madrid."),
        ("The film was directed by Anna Berg.", "The film was directed by Carl Lund in two weeks."),
        ("Norway freezes the money.", "Sweden freezes the money."),
        ("She is a Danish writer.", "She is a Swedish writer."),
        ("The border was closed by Chile.", "Peru closed the border."),
        ("The judge praised Karl Marsh.", "The judge praised Peter Marsh."),
    ],
)
def test_a_name_in_the_place_of_another_is_told(claim: str, passage: str) -> None:
    assert list(swapped_names(compared(claim, (passage,))))


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The engineers met in Spain.", "The engineers met in Madrid."),
        ("The engineers met in Lisbon.", "The engineers met in Madrid and Lisbon."),
        ("The film was not directed by Anna Berg.", "The film was directed by Carl Lund."),
        ("The film was directed by Lund.", "The film was directed by Carl Lund."),
        ("Berg wrote the letter.", "She wrote the letter."),
    ],
)
def test_another_form_or_a_list_is_no_swap(claim: str, passage: str) -> None:
    assert not list(swapped_names(compared(claim, (passage,))))


def test_a_name_for_a_group_that_means_another_is_told() -> None:
    passage = "The Lindholm Trust and Greenwater wrote. The ministry removed the group from its list."
    subject = ("the Lindholm Trust",)
    wrong = compared("The ministry removed Greenwater from its list.", (passage,), subject)
    assert list(names_for_others(wrong))
    undeclared = compared("The ministry removed the Lindholm Trust from its list.", (passage,), subject)
    assert not list(names_for_others(undeclared))
    assert list(undeclared_names(undeclared))


def test_a_place_is_no_group() -> None:
    passage = "The ministry removed the group from its list."
    assert list(names_for_others(compared("The ministry removed Chile from its list.", (passage,))))


def test_a_pronoun_whose_name_stands_before_it_is_clear() -> None:
    passage = "Until the Lindholm Trust pays, the banks will not trust them."
    comparison = compared("The banks will not trust the Lindholm Trust.", (passage,), ("the Lindholm Trust",))
    assert not list(names_for_others(comparison))
    assert not list(undeclared_names(comparison))


UNKNOWN = [
    ("The talks in Doha ended in May.", "The talks ended in May.", "Doha"),
    ("The letter was signed by Anna Berg.", "The letter was signed by two engineers.", "Anna Berg"),
    ("The drug was tested at Lindholm University.", "The drug was tested on mice.", "Lindholm University"),
    ("The treaty was signed with Iran.", "The treaty with Iraq was signed.", "Iran"),
    ("The BBC bought the film.", "A broadcaster bought the film.", "BBC"),
]


@pytest.mark.parametrize(("claim", "passage", "word"), UNKNOWN)
def test_a_name_out_of_nowhere_is_told_once(claim: str, passage: str, word: str) -> None:
    comparison = compared(claim, (passage,), ("the letter",))
    (found,) = strange_names(comparison)
    assert claim[slice(*found.words)] == word
    assert not list(partly_absent_names(comparison))


@pytest.mark.parametrize(("claim", "passage", "word"), UNKNOWN)
def test_where_nobody_says_what_a_page_is_about_it_is_only_warned_of(
    claim: str, passage: str, word: str
) -> None:
    comparison = compared(claim, (passage,))
    assert not list(strange_names(comparison))
    assert [claim[slice(*found.words)] for found in partly_absent_names(comparison)] == [word]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("They heard Rhiannon Wolfe sing.", "They heard Rhianon Wolf sing."),
        ("The village of the Kurds was rebuilt.", "The Kurdish village was rebuilt."),
        ("The island is in the Southern Hemisphere.", "The island lies off Chile."),
        ("The island is in North America.", "The island lies in the northern part of the continent."),
        ("The song was not written by Anna Berg.", "The song was written by Olga Lind."),
        ("The bank raised the rates of the Fed.", "The Federal Reserve raised its rates."),
        ("It was paid by the LGA.", "It was paid by a local government association."),
        ("The factory in Hamar, Norway, closed.", "The factory in Hamar closed."),
        ("The plant in Norway closed.", "The plant in Hamar closed."),
        ("The hall was heated to 20 degrees Celsius.", "The hall was heated to 20 degrees."),
        ("Then the crowd cried STOP THE DAM.", "Then the crowd cried."),
    ],
)
def test_what_may_be_known_is_no_name_out_of_nowhere(claim: str, passage: str) -> None:
    assert not list(strange_names(compared(claim, (passage,), ("the mayor",))))


def test_a_middle_name_that_the_quotation_has_not_is_told() -> None:
    claim, passage = "Anna Karin Berg was born in May.", "Anna Maria Berg was born in May. Berg sings."
    (found,) = partly_absent_names(compared(claim, (passage,), ("the singer",)))
    assert "'Karin'" in found.message


@pytest.mark.parametrize(
    ("claim", "passage", "is_told"),
    [
        ("The gate was opened in Lisbon.", "Lisbon, July 4: The gate in Norway was opened.", True),
        ("The gate was opened in Lisbon.", "Lisbon (Portugal) July 4: The gate in Oslo was opened.", True),
        ("The gate was opened in Lisbon.", "Lisbon, July 4: The gate was opened.", False),
        (
            "The gate was opened in Lisbon.",
            "Lisbon, July 4: The gate in Lisbon and one in Oslo opened.",
            False,
        ),
        ("The gate was opened in Lisbon.", "Lisbon, July 4: The gate in Portugal was opened.", False),
        ("The report is from a desk in Lisbon.", "Lisbon, July 4: The gate in Norway was opened.", False),
        ("The gate was opened in Norway.", "Lisbon, July 4: The gate in Norway was opened.", False),
        ("The gate was opened.", "Lisbon, July 4: The gate in Norway was opened.", False),
    ],
)
def test_where_something_was_reported_is_not_where_it_was(claim: str, passage: str, is_told: bool) -> None:
    assert bool(list(datelines_as_places(compared(claim, (passage,))))) is is_told


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        # another of the family, in another place
        ("Anna Berg sings.", "Her sister Olga Berg paints."),
        # a name that only says of which kind something is
        ("The former Lisbon mayor praised the book.", "Olga Lind praised the book. She was mayor of Lisbon."),
        # a name and its short form
        ("It was the meeting of the Lindholm Panel.", "It was the meeting of the LPCC Assessment."),
        # the name owns what the other name is
        ("She is chair of Lindholm's Regional Trade Council.", "She is chair of the RTC."),
        # a noun is from there, not what the page is about
        ("It is a play from a country that was a Danish colony.", "It is an Icelandic play."),
    ],
)
def test_a_name_in_another_place_is_not_swapped(claim: str, passage: str) -> None:
    assert not list(swapped_names(compared(claim, (passage,), ("the play",))))


@given(st.lists(st.sampled_from(("Berg", "Oslo", "the", "met", "in", "of", "Lind", ",", "and")), min_size=1))
def test_a_claim_knows_its_own_names(parts: list[str]) -> None:
    text = " ".join(parts) + "."
    comparison = compared(text, (text,), ("the dam",))
    assert not list(strange_names(comparison))
    assert not list(partly_absent_names(comparison))
    assert not list(swapped_names(comparison))
