"""How widely, how strongly and since when a claim says what its quotations say, and why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ground.comparison import compared
from onrecord.ground.course import revived, shifted
from onrecord.ground.degree import strengthened
from onrecord.ground.how_many import denial_moved, quantity_dropped, widened
from onrecord.ground.phrases import found, sentences_of, side_by_side
from onrecord.ground.reasons import causes_invented, comparisons_added
from onrecord.ground.scope import (
    absolutes_added,
    exclusives_added,
    kinds_widened,
    only_for_especially,
    qualifiers_dropped,
    superlatives_added,
)
from onrecord.lexicon.phrases import Phrases

ALL = (
    widened,
    denial_moved,
    quantity_dropped,
    absolutes_added,
    exclusives_added,
    superlatives_added,
    only_for_especially,
    qualifiers_dropped,
    kinds_widened,
    strengthened,
    shifted,
    revived,
    causes_invented,
    comparisons_added,
)
NAMES = {compare.__name__: compare for compare in ALL}

TOLD = [
    ("widened", "All members voted for it.", "Most members voted for it."),
    ("widened", "Every school in town was closed.", "Several schools in town were closed."),
    ("widened", "Few voters support the plan.", "Many voters support the plan."),
    ("widened", "The whole city lost power.", "Parts of the city lost power."),
    ("denial_moved", "No other town has bridges.", "Although Ulm has bridges, no other town has paid."),
    ("quantity_dropped", "Doctors oppose the reform.", "Some doctors oppose the reform."),
    ("absolutes_added", "Ulm has exactly three bridges.", "Ulm has bridges in the north, west and south."),
    ("absolutes_added", "Ulm rejects it in any form.", "Ulm rejects it."),
    ("exclusives_added", "Norway is the only buyer.", "Norway is a buyer."),
    ("exclusives_added", "She was the first to sign.", "She signed the paper."),
    ("superlatives_added", "She is the best pianist in Ulm.", "She is a pianist in Ulm."),
    ("only_for_especially", "They argue solely over pay.", "They argue over many things, especially pay."),
    ("qualifiers_dropped", "He has not read the report.", "He has not fully read the report."),
    ("qualifiers_dropped", "The town bans dogs from beaches.", "The town bans large dogs from beaches."),
    ("kinds_widened", "The rule bars people from voting.", "The rule bars prisoners from voting."),
    ("strengthened", "Ten people were killed in the explosion.", "Ten people were injured in the explosion."),
    ("strengthened", "The mayor condemned the decision.", "The mayor criticised the decision."),
    ("strengthened", "He was convicted of fraud.", "He was charged with fraud."),
    ("shifted", "He is now the head of the fort.", "He was formerly the head of the fort."),
    ("shifted", "The army started shelling the town.", "The army continued shelling the town."),
    ("shifted", "The strike has ended.", "The strike continues."),
    ("shifted", "No state will ever sign the pact.", "No state has signed the pact so far."),
    ("revived", "He is the head of the fort.", "He used to be the head of the fort."),
    ("causes_invented", "Prices rose because the port shut.", "Prices rose in May. The port shut in April."),
    ("causes_invented", "Due to the drought, farmers left.", "Farmers left. The region had a drought."),
    ("comparisons_added", "Ulm's army is larger than Jena's.", "Ulm has an army. Jena has an army too."),
]
PASSES = [
    ("Some members voted for it.", "Most members voted for it."),
    ("Most doctors oppose the reform.", "The majority of doctors oppose the reform."),
    ("Nearly all schools were closed.", "Almost every school was closed."),
    ("Norway is the sole buyer.", "No other country buys it but Norway."),
    ("It happened in the first season.", "It happened early on."),
    ("At least ten were there.", "Ten were there."),
    ("The church was badly damaged.", "The fire damaged the church."),
    ("The army kept shelling the town.", "The army continued shelling the town."),
    ("She previously ran the fort.", "She formerly ran the fort."),
    ("Prices rose because the port shut.", "Prices rose as a result of this. The port shut in April."),
    ("Ulm's army is larger than Jena's.", "Ulm's army has 20,000 soldiers and Jena's 15,000."),
    ("No one was hurt.", "Nobody was injured."),
    ("He has not read the whole report.", "He has not read the report in full."),
]


@pytest.mark.parametrize(("name", "claim", "passage"), TOLD)
def test_a_change_is_told(name: str, claim: str, passage: str) -> None:
    comparison = compared(claim, (passage,))
    assert list(NAMES[name](comparison))


@pytest.mark.parametrize(("name", "claim", "passage"), TOLD)
def test_the_passage_itself_is_no_change(name: str, claim: str, passage: str) -> None:
    assert not list(NAMES[name](compared(passage, (passage,))))


@pytest.mark.parametrize(("claim", "passage"), PASSES)
def test_another_way_to_say_it_passes(claim: str, passage: str) -> None:
    comparison = compared(claim, (passage,))
    assert {name: told for name, compare in NAMES.items() if (told := list(compare(comparison)))} == {}


def test_every_comparison_has_a_case() -> None:
    assert {name for name, _, _ in TOLD} == set(NAMES)


def test_the_longest_phrase_counts() -> None:
    phrases = Phrases((("one", "all"), ("two", "all but/except a few, nearly all")))
    (forms,) = sentences_of(compared("Nearly all but not all except a few.", ("x",)).reading)
    assert [(place.start, place.end, place.sense) for place in found(forms.words, phrases)] == [
        (0, 2, "two"),
        (4, 8, "two"),
    ]


def test_many_sentences_are_laid_beside_few() -> None:
    passage = " ".join(f"The clerk opened gate {number}." for number in range(300))
    pairs = side_by_side(compared("The clerk opened gate 7 in town.", (passage,)))
    assert 0 < len(pairs) <= 12
    assert any("7" in {word.text for word in pair.said.words} for pair in pairs)


def test_a_text_without_full_stops_is_read_in_parts() -> None:
    parts = sentences_of(compared("x", ("word " * 1000,)).passages[0].reading)
    assert max(len(forms.words) for forms in parts) <= 200
    assert sum(len(forms.words) for forms in parts) == 1000


WORDS = st.lists(
    st.sampled_from(
        [
            "all",
            "some",
            "most",
            "no",
            "nobody",
            "only",
            "first",
            "the",
            "girls",
            "children",
            "not",
            "fully",
            "ban",
            "bans",
            "killed",
            "injured",
            "now",
            "formerly",
            "still",
            "began",
            "because",
            "than",
            "larger",
            ".",
            ",",
            "and",
            "12",
            "never",
            "best",
        ]
    ),
    min_size=1,
    max_size=40,
).map(" ".join)


@given(WORDS)
@settings(max_examples=80, deadline=None)
def test_a_claim_says_no_more_than_itself(text: str) -> None:
    comparison = compared(text, (text,))
    for compare in (absolutes_added, exclusives_added, superlatives_added, qualifiers_dropped, kinds_widened):
        assert not list(compare(comparison))
