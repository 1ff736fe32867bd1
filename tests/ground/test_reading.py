"""A text read word by word: where each stands, what is left of it without its endings."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ground.reading import Reading, stem
from onrecord.languages import all_languages

ENGLISH = all_languages()["en"]


def read(content: str) -> Reading:
    return Reading(content, ENGLISH)


def words(content: str) -> list[str]:
    return [word.word for word in read(content).words]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("The clerk\u2019s gate, again.", ["the", "clerk", "gate", "again"]),
        ("The clerks' gate", ["the", "clerks", "gate"]),
        ("They don't know", ["they", "don't", "know"]),
        ("a well-built dam", ["a", "well", "built", "dam"]),
        ("the U.S. and the U.K.", ["the", "us", "and", "the", "uk"]),
        ("2,100 tons", ["2,100", "tons"]),
        ("7.5 per cent, 1980s, 20th", ["7.5", "per", "cent", "1980s", "20th"]),
        ("built in 1962.", ["built", "in", "1962"]),
        ("1961-1962", ["1961", "1962"]),
        ("", []),
        ("?!", []),
    ],
)
def test_words(content: str, expected: list[str]) -> None:
    assert words(content) == expected


def test_a_word_knows_what_it_is() -> None:
    the, dam, gate, two = read("The Dam\u2019s gate-2").words
    assert (the.capital, the.possessive) == (True, False)
    assert (dam.text, dam.word, dam.capital, dam.possessive) == ("Dam\u2019s", "dam", True, True)
    assert (gate.joined, two.joined, two.number) == (False, True, True)


def test_a_sign_belongs_to_its_number_and_a_range_has_none() -> None:
    assert words("it fell to -5 degrees") == ["it", "fell", "to", "-5", "degrees"]
    assert words("5-7 degrees") == ["5", "7", "degrees"]


def test_sentences_are_numbered_over_paragraphs() -> None:
    reading = read("The wall holds. Mr. Low says so.\n\nThe gate sticks.")
    assert len(reading.sentences) == 3
    assert [word.sentence for word in reading.words] == [0] * 3 + [1] * 4 + [2] * 3
    assert [word.word for word in reading.of_sentence(2)] == ["the", "gate", "sticks", "."]


@pytest.mark.parametrize(
    "forms",
    [
        ("recognise", "recognised", "recognizing", "recognizes"),
        ("colour", "colors", "coloured"),
        ("government", "governments"),
        ("travelled", "traveled", "travelling"),
        ("centre", "center", "centres"),
        ("organisation", "organizations"),
    ],
)
def test_forms_and_spellings_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form, ENGLISH) for form in forms}) == 1


def test_other_words_have_other_stems() -> None:
    assert stem("wall", ENGLISH) != stem("walk", ENGLISH)
    assert stem("2,100", ENGLISH) == "2,100"


def test_what_is_worked_out_is_kept() -> None:
    calls = []

    def count(reading: Reading) -> int:
        calls.append(reading)
        return len(reading.words)

    reading = read("The wall holds.")
    assert (reading.once(count), reading.once(count)) == (3, 3)
    assert len(calls) == 1


@given(st.text(alphabet=st.sampled_from("aB 1.,-'\u2019\n\"$%"), max_size=80))
def test_every_token_stands_where_it_says(content: str) -> None:
    tokens = read(content).tokens
    for token in tokens:
        assert content[token.start : token.end] == token.text
    for one, other in itertools.pairwise(tokens):
        assert one.end <= other.start
        assert one.sentence <= other.sentence


@given(st.text(max_size=200))
def test_the_sentences_are_in_order_and_lose_no_word(content: str) -> None:
    reading = read(content)
    spans = reading.sentences
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert sum(len(reading.of_sentence(number)) for number in range(len(spans))) == len(reading.tokens)
