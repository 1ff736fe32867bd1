"""How surely a claim says what its quotations say: plans, beliefs, conditions and doubts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ground.certainty import how_surely
from onrecord.ground.comparison import Comparison, compared
from onrecord.ground.conditions import lowered, supposed, turned, unconditional
from onrecord.ground.promotions import believed, likely_promoted, promoted

PLANS = [
    ("The city has opened three schools.", "The city plans to open three schools next year.", "opened"),
    ("The bank closed forty branches.", "The bank will close forty branches by March.", "closed"),
    ("The drug reduces the risk of stroke.", "The drug may reduce the risk of stroke.", "reduces"),
    ("The army seized the airport.", "The army tried to seize the airport.", "seized"),
    ("He killed two people.", "He is accused of killing two people.", "killed"),
    ("He robbed the bank.", "He allegedly robbed the bank.", "robbed"),
    ("The minister resigned.", "The minister offered to resign.", "resigned"),
    ("The court opened a new inquiry.", "Lawyers asked the court to open a new inquiry.", "opened"),
    (
        "The towns cooperate closely in trade.",
        "There are prospects for close cooperation in trade.",
        "cooperate",
    ),
]


@pytest.mark.parametrize(("claim", "passage", "verb"), PLANS)
def test_a_plan_is_no_fact(claim: str, passage: str, verb: str) -> None:
    (found,) = promoted(compared(claim, (passage,)))
    assert found.verb.word == verb
    assert found.hedged.cue


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The city intends to open three schools.", "The city plans to open three schools."),
        ("The city will open three schools.", "The city plans to open three schools."),
        ("The army seized the airport.", "The army managed to seize the airport."),
        ("She won the race in 2004.", "She would go on to win the race in 2004."),
        ("The film stars Ann Lee.", "The film will star Ann Lee."),
        (
            "The bank closed forty branches.",
            "It would close forty branches, it said. It closed them in June.",
        ),
        ("The primordial fire created the lake.", "The primordial fire must have created the lake."),
        ("Analysts had said that he needed a win.", "Analysts said that he will need a win."),
        ("A bridge was built in May.", "The road will be mended in May."),
    ],
)
def test_what_keeps_the_plan_or_was_done_passes(claim: str, passage: str) -> None:
    comparison = compared(claim, (passage,))
    assert promoted(comparison) == ()
    assert likely_promoted(comparison) == ()


@pytest.mark.parametrize(
    ("claim", "passage", "verb"),
    [
        (
            "The town has built roads, schools and bridges.",
            "They want to repair roads, schools and bridges.",
            "built",
        ),
        (
            "The company built a factory in Ohio.",
            "The company announced plans for a factory in Ohio.",
            "built",
        ),
    ],
)
def test_another_verb_makes_a_plan_no_fact_either(claim: str, passage: str, verb: str) -> None:
    (found,) = likely_promoted(compared(claim, (passage,)))
    assert found.verb.word == verb


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        ("The drug cures malaria.", "Researchers hope that the drug cures malaria.", True),
        ("The lake is deep and cold.", "I don't think the lake is deep and cold.", True),
        ("The drug cures malaria.", "Researchers know that the drug cures malaria.", False),
        ("They believe the drug cures malaria.", "They think that the drug cures malaria.", False),
        ("Mining was hard work.", "He had never imagined that mining was hard work.", False),
    ],
)
def test_a_belief_is_no_fact(claim: str, passage: str, told: bool) -> None:
    assert bool(believed(compared(claim, (passage,)))) is told


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        ("Norway will back the plan.", "Norway will back the plan if Sweden does.", True),
        ("Norway will not back the plan.", "Norway will not back the plan until Sweden does.", True),
        ("Visitors can enter the fort.", "Visitors can enter the fort only with a ticket.", True),
        (
            "Norway will back the plan as soon as Sweden does.",
            "Norway will back the plan once Sweden does.",
            False,
        ),
        (
            "Norway will back the plan if Sweden does.",
            "Norway will back the plan provided Sweden does.",
            False,
        ),
        ("He lived in the fort.", "He lived in the fort until 1990.", False),
        ("Norway will back the plan.", "Norway will back the plan. If asked, it will pay.", False),
    ],
)
def test_a_condition_is_not_left_out(claim: str, passage: str, told: bool) -> None:
    assert bool(unconditional(compared(claim, (passage,)))) is told


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        (
            "Norway will back the plan once Sweden pays.",
            "Norway will not back the plan unless Sweden pays.",
            True,
        ),
        (
            "Norway will not back the plan unless Sweden pays.",
            "Norway will not back it unless Sweden pays.",
            False,
        ),
        ("Norway will back the plan once Sweden pays.", "Norway will back the plan if Sweden pays.", False),
    ],
)
def test_a_refusal_is_no_promise(claim: str, passage: str, told: bool) -> None:
    assert bool(turned(compared(claim, (passage,)))) is told


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        ("The gate keeps the water out.", "If the gate keeps the water out, they fill the lake.", True),
        ("The gate keeps the water out.", "If they know that the gate keeps the water out, good.", False),
        ("The gate keeps the water out.", "The gate keeps the water out. If the gate keeps it, fine.", False),
    ],
)
def test_a_supposition_is_no_fact(claim: str, passage: str, told: bool) -> None:
    assert bool(supposed(compared(claim, (passage,)))) is told


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        ("Talks may have begun in Geneva.", "Talks began on Monday in Geneva.", True),
        ("The clerk possibly left the town.", "The clerk left the town in May.", True),
        ("Girls may not attend the school.", "The law forbids girls from attending the school.", False),
        ("Talks may begin in Geneva.", "Talks could begin in Geneva.", False),
        ("Talks began in Geneva in May.", "Talks began in Geneva in May.", False),
    ],
)
def test_a_fact_is_no_guess(claim: str, passage: str, told: bool) -> None:
    assert bool(lowered(compared(claim, (passage,)))) is told


def test_a_name_is_no_doubt() -> None:
    (sentence,) = how_surely(compared("The clerk met Theresa May in Leeds.", ("x",)).reading)
    assert sentence.hedged == ()


WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "clerk",
            "may",
            "will",
            "plans",
            "to",
            "open",
            "gate",
            "if",
            "until",
            "never",
            "hopes",
            "that",
            "lake",
            ".",
            ",",
            "said",
            "12",
            "May",
        ]
    ),
    min_size=1,
    max_size=40,
).map(" ".join)


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_a_claim_says_no_more_than_itself(text: str) -> None:
    comparison: Comparison = compared(text, (text,))
    for compare in (unconditional, turned, lowered):
        assert compare(comparison) == ()


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_what_is_told_stands_in_both(claim: str, passage: str) -> None:
    comparison = compared(claim, (passage,))
    for found in (*promoted(comparison), *believed(comparison)):
        assert claim[slice(*found.verb.span)] == found.verb.text
        assert passage[slice(*found.hedged.cue[0].span)] == found.hedged.cue[0].text
