"""Who did what to whom: participants in each other's places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ground.comparison import compared
from onrecord.ground.participants import swapped_participants

NAMES = ("Norway", "Chile", "Anna Berg", "Carl Lund", "the mayor", "the engineers")


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Norway praised Chile.", "Chile praised Norway."),
        ("Norway has praised Chile's plan.", "Chilean officials praised Norway's plan."),
        ("The gate was replaced by the bridge.", "The bridge was replaced by the gate."),
        ("Carl Lund was sued by Anna Berg.", "Carl Lund sued Anna Berg."),
        ("The bridge replaced the gate.", "The bridge was replaced by the gate."),
        ("Norway gave recognition to Chile.", "Norway received recognition from Chile."),
        ("Chile's new ambassador to Norway came.", "Norway's new ambassador to Chile came."),
        (
            "The rebels left when the soldiers took the town.",
            "The rebels took the town when the soldiers left.",
        ),
    ],
)
def test_participants_in_each_others_places_are_told(claim: str, passage: str) -> None:
    assert list(swapped_participants(compared(claim, (passage,))))


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Norway was praised by Chile.", "Chile praised Norway."),
        ("Chile gave recognition to Norway.", "Norway received recognition from Chile."),
        ("Anna Berg was sued by Carl Lund.", "Carl Lund sued Anna Berg."),
        ("Chile sold the ship to Norway.", "Norway bought the ship from Chile."),
        ("Norway praised the plan.", "Chile praised Norway."),
        ("Anna Berg met Carl Lund.", "Carl Lund met Anna Berg."),
        ("Norway did not praise Chile.", "Chile praised Norway."),
        ("The bridge was opened by the mayor.", "The mayor opened the bridge and the gate."),
    ],
)
def test_the_same_participants_are_no_swap(claim: str, passage: str) -> None:
    assert not list(swapped_participants(compared(claim, (passage,))))


@given(st.sampled_from(NAMES), st.sampled_from(("praised", "recognised", "attacked")), st.sampled_from(NAMES))
def test_a_claim_is_never_against_itself(one: str, verb: str, other: str) -> None:
    text = f"{one} {verb} {other} in May."
    assert not list(swapped_participants(compared(text, (text,))))
