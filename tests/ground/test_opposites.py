"""Words of a claim in the place where its passage has the opposite, or another thing of the kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ground.comparison import Comparison, Disagreement, compared
from onrecord.ground.excluding import table
from onrecord.ground.opposites import opposite_words, other_words, possible_opposites, possible_others
from onrecord.ground.reading import Reading
from onrecord.language import Language
from onrecord.languages import language_of
from onrecord.languages.en.opposites import CONVERSES, KINDS, LOOSE_KINDS, OPPOSITES

WORDS = [
    "the",
    "a",
    "gate",
    "was",
    "opened",
    "closed",
    "not",
    "his",
    "her",
    "old",
    "new",
    "first",
    "last",
    "north",
    "south",
    "wood",
    "stone",
    "king",
    "queen",
    "by",
]


def english() -> Language:
    language = language_of("en")
    assert language is not None
    return language


def told(found: list[Disagreement], comparison: Comparison) -> list[tuple[str, str]]:
    """The words of the claim and of the passage that each disagreement points at."""
    content = str(comparison.claim.text)
    pairs = []
    for one in found:
        assert one.passage is not None
        place = one.places[0]
        other = one.passage.reading.content[place.start : place.end]
        pairs.append((content[one.words.start : one.words.end], other))
    return pairs


@pytest.mark.parametrize(
    ("claim", "passage", "pair"),
    [
        ("The mayor praised the new road.", "The mayor criticised the new road.", ("praised", "criticised")),
        ("The harbour is shut to ships.", "The harbour is open to ships.", ("shut", "open")),
        ("The clerk bought the mill in May.", "The clerk sold the mill in May.", ("bought", "sold")),
        ("The mill is south of the lake.", "The mill is north of the lake.", ("south", "north")),
        ("Rents rose in the valley.", "Rents fell in the valley.", ("rose", "fell")),
        ("The visit was unofficial.", "The visit was official.", ("unofficial", "official")),
        ("The well is safe for children.", "The well is unsafe for children.", ("safe", "unsafe")),
        ("The law allows boats on the lake.", "The law forbids boats on the lake.", ("allows", "forbids")),
        ("The clerk gave his key away.", "The clerk gave her key away.", ("his", "her")),
        ("It was the last mill on the river.", "It was the first mill on the river.", ("last", "first")),
        ("The miller lost the race.", "The miller won the race.", ("lost", "won")),
    ],
)
def test_an_opposite_in_the_same_place_is_told(claim: str, passage: str, pair: tuple[str, str]) -> None:
    comparison = compared(claim, (passage,))
    assert told(list(opposite_words(comparison)), comparison) == [pair]
    assert not list(possible_opposites(comparison))


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council did not reject the plan.", "The council accepted the plan."),
        ("The council accepted the plan.", "The council did not reject the plan."),
        ("The law does not forbid boats.", "The law allows boats."),
        ("The clerk sold the mill to the baker.", "The baker bought the mill from the clerk."),
        ("Ann is the mother of Tom.", "Tom is the son of Ann."),
        ("The lake is north of the mill.", "The mill is south of the lake."),
        ("A new bridge replaced the old one.", "The old bridge was replaced by a new one."),
        ("The gate was opened.", "The gate was opened in May and closed in June."),
        ("The small dam holds.", "The little dam holds; the large one broke."),
        ("The New Mill opened in May.", "The Old Mill Inn opened in May."),
        ("The clerk is under the bridge.", "The clerk is uncle to the bridge keeper."),
        ("The road is long.", "The weather was short of rain, the committee wrote."),
    ],
)
def test_what_is_no_opposite_is_not_told(claim: str, passage: str) -> None:
    comparison = compared(claim, (passage,))
    assert not list(opposite_words(comparison))


def test_an_opposite_near_to_the_place_is_warned_of() -> None:
    comparison = compared(
        "The dam had a weak wall.", ("The dam had a gate, a lake and a strong inner wall.",)
    )
    assert not list(opposite_words(comparison))
    assert told(list(possible_opposites(comparison)), comparison) == [("weak", "strong")]


@pytest.mark.parametrize(
    ("claim", "passage", "pair"),
    [
        ("The wall is made of wood.", "The wall is made of brick.", ("wood", "brick")),
        ("The clerk wore a blue coat.", "The clerk wore a red coat.", ("blue", "red")),
        ("The clerk won a silver medal.", "The clerk won a bronze medal.", ("silver", "bronze")),
        ("She plays the violin in the choir.", "She plays the trumpet in the choir.", ("violin", "trumpet")),
    ],
)
def test_another_of_a_kind_in_the_same_place_is_told(claim: str, passage: str, pair: tuple[str, str]) -> None:
    comparison = compared(claim, (passage,))
    assert told(list(other_words(comparison)), comparison) == [pair]
    assert not list(possible_others(comparison))


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The wall is made of timber.", "The wall is made of wood."),
        ("The wall is made of brick.", "The wall is made of wood and brick."),
        ("The clerk did not wear a blue coat.", "The clerk wore a red coat."),
        ("The Red Lion closed in May.", "The Black Horse closed in May."),
    ],
)
def test_what_is_not_another_of_a_kind_is_not_told(claim: str, passage: str) -> None:
    assert not list(other_words(compared(claim, (passage,))))


def test_a_name_that_the_page_is_about_is_no_word_of_a_kind() -> None:
    claim, passage = "The film of the mill was shown in May.", "The novel of the mill was shown in May."
    assert list(other_words(compared(claim, (passage,))))
    assert not list(other_words(compared(claim, (passage,), ("The Film",))))


def test_something_called_otherwise_is_warned_of() -> None:
    comparison = compared("Ann Berg was a politician.", ("Ann Berg was a painter from Riga.",))
    assert told(list(possible_others(comparison)), comparison) == [("politician", "painter")]
    assert not list(other_words(comparison))
    assert not list(possible_others(compared("Ann Berg was a novelist.", ("Ann Berg was a writer.",))))


def test_opposites_hold_both_ways_and_never_of_a_word_itself() -> None:
    known = table(english())
    assert known is not None
    for against in (known.against, known.converse):
        for root, others in against.items():
            assert root not in others
            assert all(root in against[other] for other in others), root


def test_the_tables_hold_base_forms_in_small_letters() -> None:
    sides = [side for pair in (*OPPOSITES, *CONVERSES) for side in pair]
    groups = [group for kind in (*KINDS, *LOOSE_KINDS) for group in kind]
    words = [word for side in (*sides, *groups) for word in side]
    assert len(OPPOSITES) > 500
    assert all(word == word.lower() and word.strip() for word in words)
    assert all(sides)


def test_of_a_kind_a_word_stands_in_one_group() -> None:
    for kind in (*KINDS, *LOOSE_KINDS):
        words = [word for group in kind for word in group]
        assert len(words) == len(set(words)), kind


def test_a_language_without_opposites_tells_nothing() -> None:
    bare = Language(name="Bare")
    assert table(bare) is None
    comparison = compared("The gate is open.", ("The gate is closed.",))
    other = Comparison(comparison.explainer, comparison.claim, comparison.passages, bare)
    for tell in (opposite_words, possible_opposites, other_words, possible_others):
        assert not list(tell(other))
    assert Reading("The gate", bare).words


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_a_text_never_disagrees_with_itself(words: list[str]) -> None:
    text = f"{' '.join(words)}."
    comparison = compared(text, (text,))
    for tell in (opposite_words, possible_opposites, other_words, possible_others):
        assert not list(tell(comparison))
