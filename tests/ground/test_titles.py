"""Offices: who holds them, and which word makes another office of one."""

from __future__ import annotations

import pytest

from onrecord.ground.comparison import compared
from onrecord.ground.titles import changed_titles, other_holders

PASSAGE = "Anna Berg, Norway's deputy foreign minister, met acting president Carl Lund."


@pytest.mark.parametrize(
    "claim",
    [
        "Foreign Minister Anna Berg came.",
        "Norway's foreign minister Anna Berg came.",
        "President Carl Lund came.",
        "Anna Berg, the prime minister, came.",
        "Deputy Finance Minister Anna Berg came.",
        "Former president Carl Lund came.",
        "Anna Berg, the minister of defence, came.",
    ],
)
def test_another_office_is_told(claim: str) -> None:
    (found,) = changed_titles(compared(claim, (PASSAGE,)))
    assert found.passage is not None
    assert found.places


@pytest.mark.parametrize(
    "claim",
    [
        "Norwegian Deputy Foreign Minister Anna Berg came.",
        "Interim president Carl Lund came.",
        "Anna Berg met Carl Lund.",
        "Carl Lund, the acting president, came.",
        "President Ivar Holm came.",
        PASSAGE,
    ],
)
def test_the_same_office_in_other_words_is_none(claim: str) -> None:
    assert not list(changed_titles(compared(claim, (PASSAGE,))))


def test_an_office_given_to_another_is_told() -> None:
    passage = "Anna Berg, Norway's new ambassador to Chile, was welcomed. Carl Lund spoke."
    assert list(other_holders(compared("Carl Lund is Norway's new ambassador to Chile.", (passage,))))
    assert not list(other_holders(compared("Anna Berg is Norway's new ambassador to Chile.", (passage,))))
