"""What a claim asserts and its passage denies, and what it denies and its passage asserts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ground.comparison import Comparison, compared
from onrecord.ground.denials import denials
from onrecord.ground.polarity import added_denials, lost_denials
from onrecord.ground.reading import Reading
from onrecord.language import Language
from onrecord.languages import language_of

WORDS = [
    "the",
    "gate",
    "did",
    "not",
    "open",
    "nobody",
    "failed",
    "to",
    "clerk",
    "never",
    "was",
    "forbids",
    "without",
    "lake",
    "unable",
    "no",
    "dam",
    "until",
]


def read(text: str) -> list[tuple[str, str]]:
    """The words that deny in a sentence, and what each denies first."""
    language = language_of("en")
    assert language is not None
    return [
        (" ".join(word.text for word in denial.cue), denial.head.text)
        for denial in denials(Reading(text, language), 0)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gate did not open.", [("not", "open")]),
        ("The gate didn't open.", [("didn't", "open")]),
        ("No other town has formally asked.", [("No other", "town")]),
        ("The clerk has yet to answer.", [("has yet to", "answer")]),
        ("The clerk failed to quickly answer.", [("failed to", "answer")]),
        ("The clerk is not allowed to fish.", [("not", "fish")]),
        ("The law forbids fishing and protects birds.", [("forbids", "fishing")]),
        ("The clerk did not answer and left.", [("not", "answer")]),
        ("The clerk was not unable to answer.", []),
        ("It is not only a mill.", []),
        ("There is no doubt that it leaks.", []),
        ("The gate opens.", []),
        ("It is a no-frills mill.", []),
        ("The ship No Regrets sank.", []),
        ("They do not think that it leaks.", [("not", "leaks")]),
        ("They did not know that it leaks.", [("not", "know")]),
    ],
)
def test_what_is_denied(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def told(comparison: Comparison) -> list[str]:
    """The rules, by the first letter of what they look for, that tell something of a claim."""
    return [
        name
        for name, tell in (
            ("lost", lost_denials),
            ("added", added_denials),
        )
        if list(tell(comparison))
    ]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The gate leaks in autumn.", "The gate does not leak in autumn."),
        ("The council approved the plan.", "The council refused to approve the plan."),
        ("The council approved the plan.", "The council never approved the plan."),
        ("Other towns have asked the council.", "No other town has asked the council."),
        ("Children fish in the lake.", "The law forbids children to fish in the lake."),
        ("The gate leaks.", "I don't think the gate leaks."),
        (
            "The council will fill the lake once it has rained.",
            "The council will not fill the lake until it has rained.",
        ),
        ("There are trout in the lake.", "There are no trout in the lake."),
    ],
)
def test_a_denial_that_is_lost_is_told(claim: str, passage: str) -> None:
    assert told(compared(claim, (passage,))) == ["lost"]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council has not approved the plan.", "The council approved the plan in May."),
        ("The council failed to approve the plan.", "The council approved the plan in May."),
        ("The council has yet to approve the plan.", "The council approved the plan in May."),
        ("The council was unable to approve the plan.", "The council approved the plan in May."),
        ("Nobody approved the plan of the council.", "All approved the plan of the council."),
        ("Ann Berg is not a painter.", "Ann Berg (born 1950) is a Norwegian painter and sculptor."),
        ("Ann Berg is incapable of being a painter.", "Ann Berg is a Norwegian painter."),
        ("Ann Berg refused to be a painter.", "Ann Berg is a Norwegian painter."),
        ("The Mill is not a film.", "The Mill is a drama film directed by Ann Berg."),
        ("There is not a film called The Mill.", "The Mill is a drama film directed by Ann Berg."),
        ("The clerk hardly ever visited the dam.", "The clerk visited the dam on Mondays."),
        ("The clerk did not resign.", "The clerk resigned on Monday."),
    ],
)
def test_a_denial_that_is_added_is_told(claim: str, passage: str) -> None:
    assert told(compared(claim, (passage,))) == ["added"]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Girls may not fish in the lake.", "The law forbids girls to fish in the lake."),
        (
            "The law protects birds in the valley.",
            "The law forbids fishing and protects birds in the valley.",
        ),
        ("The council did not approve the plan.", "The council rejected the plan."),
        ("The council rejected the plan.", "The council did not approve the plan."),
        ("The clerk did not win the race.", "The clerk failed to win the race."),
        ("The clerk stopped fishing in May.", "The clerk no longer fished after May."),
        ("The clerk no longer fishes.", "The clerk fished in the lake for years."),
        ("Only Riga has signed the treaty.", "No other town than Riga has signed the treaty."),
        ("The mill is a museum.", "The mill is not only a museum but also a school."),
        ("The dam was opened in May.", "The dam was not opened until May."),
        (
            "The council will not fill the lake until it rains.",
            "The council will fill the lake once it rains.",
        ),
        ("The clerk was able to answer.", "The clerk was not unable to answer."),
        ("It is impossible to open the gate.", "The gate cannot be opened."),
        ("The gate leaks.", "They did not know that the gate leaks."),
        (
            "The clerk visited the dam in May.",
            "The clerk did not visit the mill, but in May visited the dam.",
        ),
        ("The mill is not painted by Tom Roe.", "The mill is painted by Ann Berg."),
        ("Tom Roe never won the medal.", "Ann Berg won the medal."),
        ("The plan is new.", "No mill leaks."),
    ],
)
def test_what_says_the_same_or_something_else_passes(claim: str, passage: str) -> None:
    assert not {"lost", "added"} & set(told(compared(claim, (passage,))))


def test_what_another_passage_says_is_taken_in() -> None:
    claim = "The council approved the plan for the dam."
    denied = "In May the council did not approve the plan for the dam."
    assert told(compared(claim, (denied,))) == ["lost"]
    assert not told(compared(claim, (denied, "In June the council approved the plan for the dam.")))


def test_the_message_names_both_and_points_at_both() -> None:
    claim, passage = "The gate leaks in autumn.", "The clerk wrote that the gate does not leak in autumn."
    (lost,) = lost_denials(compared(claim, (passage,)))
    assert lost.message == "the claim says 'leaks', the quotation 'not leak'"
    assert claim[lost.words.start : lost.words.end] == "leaks"
    assert [passage[place.start : place.end] for place in lost.places] == ["not leak"]
    (added,) = added_denials(compared(passage, (claim,)))
    assert added.message == "the claim says 'not leak', the quotation 'leaks'"
    assert passage[added.words.start : added.words.end] == "not leak"


def test_a_language_without_denials_tells_nothing() -> None:
    comparison = compared("The gate leaks.", ("The gate does not leak.",))
    other = Comparison(comparison.explainer, comparison.claim, comparison.passages, Language(name="Bare"))
    assert not told(other)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_a_text_never_disagrees_with_itself(words: list[str]) -> None:
    text = f"{' '.join(words)}."
    assert not told(compared(text, (text,)))
