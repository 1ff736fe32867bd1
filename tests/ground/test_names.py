"""Names: which a text has, which are the same, and which stand where a passage has another."""

from __future__ import annotations

import pytest

from onrecord.ground.comparison import compared
from onrecord.ground.name_comparison import absent_names
from onrecord.ground.names import names
from onrecord.ground.pronoun_comparison import names_for_others, undeclared_names
from onrecord.ground.swapped_names import swapped_names


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
