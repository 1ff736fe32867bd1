"""Words in quotation marks in a claim, and how the source has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ground.comparison import Comparison, Passage, compared
from onrecord.ground.quoted_spans import quoted_spans
from onrecord.ground.quoted_words import added_marks, altered_quotes
from onrecord.ground.reading import Reading
from onrecord.languages import language_of
from onrecord.model import Claim, Explainer
from onrecord.text import Location, Scalar, Span, Text

LETTER = 'Anna Berg wrote, "The gate has to be mended before the frost, or we all go under." Nobody came.'
SAID = '"Nobody came," Anna Berg said, "and the gate broke."'
PLAIN = "Villagers called the gate a public disgrace. The wall is sound."


def errors(claim: str, *passages: str) -> list[str]:
    return [found.message for found in altered_quotes(compared(claim, passages))]


def warnings(claim: str, *passages: str) -> list[str]:
    return [found.message for found in added_marks(compared(claim, passages))]


@pytest.mark.parametrize(
    "claim",
    [
        'Anna Berg wrote: "The gate has to be mended before the frost."',
        "Anna Berg wrote that the gate \u201chas to be mended before the frost\u201d.",
        "Anna Berg wrote that the gate \u2018has to be mended\u2019.",
        'Anna Berg wrote that "the gate" was in danger.',
        'Anna Berg wrote: "The gate has to be mended ... or we all go under."',
        'Anna Berg wrote: "The gate has to be mended [...] or we all go under."',
        'Anna Berg wrote: "The gate has to be mended before the frost, or [the village will] go under."',
        "Anna Berg wrote that the gate has to be mended.",
        'Anna Berg wrote about the "Long Gate".',
        'Anna Berg said that "nobody came and the gate broke".',
    ],
)
def test_words_that_the_source_quotes_pass(claim: str) -> None:
    assert errors(claim, LETTER, SAID) == []
    assert warnings(claim, LETTER, SAID) == []


@pytest.mark.parametrize(
    "claim",
    [
        'Anna Berg wrote that the gate "must be mended before the frost".',
        'Anna Berg wrote that the gate "has to be mended before the winter".',
        'Anna Berg called the frost "dangerous".',
        'The gate "has to be repaired at once".',
        'Anna Berg wrote: "We all go under ... before the frost."',
    ],
)
def test_words_that_were_altered_are_told(claim: str) -> None:
    (message,) = errors(claim, LETTER)
    assert "does not have these words" in message
    assert warnings(claim, LETTER) == []


@pytest.mark.parametrize(
    "passage",
    [
        'the gate was described as " bright and tall " by the clerk .',
        "the gate was described as ' bright and tall ' by the clerk .",
        "the gate was described as `` bright and tall '' by the clerk .",
        "the gate was described as ` bright and tall ' by the clerk .",
        "the clerk said : \u201c it is bright and tall \u201d .",
        "the girls ' gate was described as ' bright and tall ' .",
    ],
)
def test_marks_that_stand_alone_are_marks(passage: str) -> None:
    assert errors('The gate is described as "bright and tall".', passage) == []
    assert warnings('The gate is described as "bright and tall".', passage) == []


def test_an_apostrophe_that_stands_alone_is_none() -> None:
    language = language_of("en")
    assert language is not None
    assert quoted_spans(Reading("the girls ' cup and the boys ' team were sold .", language)) == ()


def test_a_claim_may_say_which_words_do_not_occur() -> None:
    assert errors('The word "bright gate" does not occur in the report.', PLAIN) == []
    assert warnings('The word "drought" does not occur in the report.', PLAIN) == []
    assert len(errors('The report has the words "bright gate".', PLAIN)) == 1


def test_what_is_made_so_by_being_declared_may_have_marks() -> None:
    claim = 'The board declared the shore a "closed zone".'
    assert errors(claim, "The board declared the shore a closed zone.") == []


def test_marks_around_a_paraphrase_are_told() -> None:
    (message,) = errors('Villagers called the gate "a public disgrace".', PLAIN)
    assert "the source has these words without" in message


def test_marks_around_the_sources_own_words_are_a_warning() -> None:
    claim = 'The wall is "sound".'
    assert errors(claim, PLAIN) == []
    assert len(warnings(claim, PLAIN)) == 1
    assert len(warnings('The wall is "rotten".', PLAIN)) == 1


@pytest.mark.parametrize(
    "claim",
    [
        'The article speaks of "a public disgrace".',
        'The phrase "a public disgrace" stands in it.',
        'In the words of the report, the wall "is sound".',
    ],
)
def test_a_claim_about_the_wording_may_have_marks(claim: str) -> None:
    assert errors(claim, PLAIN) == []
    assert warnings(claim, PLAIN) == []


def test_a_claim_about_the_wording_may_not_alter_it() -> None:
    assert len(errors('The article speaks of "a public nuisance".', PLAIN)) == 1


def test_any_passage_will_do() -> None:
    assert errors('Anna Berg wrote that the gate "has to be mended".', PLAIN, LETTER) == []


def test_the_marks_may_stand_outside_the_passage() -> None:
    language = language_of("en")
    assert language is not None
    words = "has to be mended before the frost"
    start = LETTER.index(words)
    text, facts = Text("seeds/letter.txt", LETTER), Text("facts/x.yml", "")
    claim_text = Scalar('Anna Berg wrote that the gate "has to be mended".', facts, 0, 0)
    at = Location(facts)
    claim = Claim(id=claim_text, text=claim_text, evidence=(), at=at)
    page = Explainer(id="x", title=claim_text, claims=(claim,), at=at)
    passage = Passage(Reading(words, language), Location(text, Span(start, start + len(words))))
    assert not list(altered_quotes(Comparison(page, claim, (passage,), language)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', ['"no"']),
        ("they wrote `` no answer '' twice", ["`` no answer ''"]),
        ("they wrote ` no answer ' twice", ["` no answer '"]),
        ('they wrote " no answer " twice', ['" no answer "']),
        ("the clerk's and the keepers' gate", []),
        ('One "first".\n\nTwo "second".', ['"first"', '"second"']),
    ],
)
def test_stretches_in_marks(text: str, expected: list[str]) -> None:
    language = language_of("en")
    assert language is not None
    assert [text[start:end] for start, end in quoted_spans(Reading(text, language))] == expected


@given(st.text(alphabet="ab \"'\u201c\u201d`.\n[]", max_size=40))
def test_a_text_has_its_own_words(text: str) -> None:
    comparison = compared(text, (text,))
    assert not [found for found in altered_quotes(comparison) if "does not have" in found.message]
    assert not list(added_marks(comparison))


def test_long_texts_take_time_in_proportion() -> None:
    claim = '"a b" ' * 50
    assert errors(claim, "a b c " * 20_000) == []
