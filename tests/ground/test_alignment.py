"""A claim laid beside the sentence of its passages that it is closest to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ground.alignment import aligned, alike
from onrecord.ground.comparison import compared
from onrecord.ground.reading import Reading
from onrecord.languages import all_languages

ENGLISH = all_languages()["en"]


def swaps(claim: str, *passages: str) -> list[tuple[str, str, int, int]]:
    return [
        (
            " ".join(word.text for word in swap.words),
            " ".join(word.text for word in swap.others),
            swap.before,
            swap.after,
        )
        for found in aligned(compared(claim, passages))
        for swap in found.swaps
    ]


def test_a_replaced_word_is_seen_in_its_frame() -> None:
    told = swaps("The clerk has blamed the masons.", "The clerk has praised the masons.")
    assert told == [("blamed", "praised", 3, 2)]


def test_other_forms_of_a_word_are_no_swap() -> None:
    assert swaps("The clerk praises the mason.", "The clerk praised the masons.") == []


def test_the_closest_sentence_of_all_passages_is_taken() -> None:
    (found,) = aligned(
        compared(
            "The gate was mended in May.",
            ("The wall was mended in June. The bridge fell.", "The lake froze. In May the gate was mended."),
        )
    )
    assert [word.word for word in found.sentence] == ["in", "may", "the", "gate", "was", "mended"]
    assert found.passage.reading.content.startswith("The lake")


def test_each_sentence_of_a_claim_has_its_own() -> None:
    found = aligned(compared("The wall holds. The gate sticks.", ("The gate sticks. The wall holds.",)))
    assert [one.sentence[1].word for one in found] == ["wall", "gate"]
    assert all(one.swaps == () for one in found)


def test_a_claim_with_nothing_in_common_lies_beside_nothing() -> None:
    assert aligned(compared("Birds sing.", ("The wall holds.",))) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("recognised", "recognition", True),
        ("wall", "walls", True),
        ("government", "govern", True),
        ("wall", "walk", False),
        ("2021", "2025", False),
        ("institute", "instruct", False),
        ("contract", "contrary", False),
    ],
)
def test_forms_of_one_word(one: str, other: str, *, expected: bool) -> None:
    (first,), (second,) = Reading(one, ENGLISH).words, Reading(other, ENGLISH).words
    assert alike(first, second) is alike(second, first) is expected


@given(
    st.lists(
        st.sampled_from(["the", "wall", "gate", "clerk", "holds", "praised", "in", "May", "1962", "not"]),
        min_size=1,
    )
)
def test_a_claim_beside_itself_has_no_swap(words: list[str]) -> None:
    text = " ".join(words)
    assert swaps(text, text) == []
