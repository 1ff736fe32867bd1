"""Topics and entities are shared by all explainers: what each may hold, and when two are at odds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.files import FACTS, files, load, told
from onrecord.check import check
from onrecord.loaders.facts import LONGEST_TOPIC
from onrecord.loaders.names import wrong_id
from onrecord.loaders.project import load_files
from onrecord.resolve import resolve
from onrecord.text import name_key, slug


def both(first: str, second: str) -> list[tuple[str, str, str, str]]:
    """The problems of two explainers that each have a further line: rule, explainer, words, message."""
    made = files(FACTS + first) | {"facts/other.yml": (FACTS + second).encode()}
    found = []
    for problem in load_files(made).problems:
        span = problem.location.span
        assert span is not None
        words = problem.location.text.content[span.start : span.end]
        found.append((problem.rule, problem.explainer, words, problem.message))
    return found


def test_topics_are_read() -> None:
    assert list(map(str, load(FACTS + "topics: [The dam, safety]\n").explainers[0].topics)) == [
        "The dam",
        "safety",
    ]


def test_a_topic_is_a_few_words() -> None:
    long = "a" * (LONGEST_TOPIC + 1)
    (problem,) = told(load(FACTS + f"topics: [{long}]\n"))
    assert (problem.rule, problem.words) == ("excessive-size", long)
    assert told(load(FACTS + f"topics: [{long[1:]}]\n")) == []


@pytest.mark.parametrize("topic", ["Norway", "The dam of 1962", "Mr Byron’s dam", "The “unsafe” dam"])
def test_a_topic_brings_in_nothing_that_no_claim_has(topic: str) -> None:
    outcome = check(resolve(load(FACTS + f"topics: ['{topic}']\n")))
    assert [finding.rule for finding in outcome.findings] == ["prose-not-covered"]
    assert "the topic has" in outcome.findings[0].message


def test_a_topic_of_the_page_s_own_words_is_free() -> None:
    assert check(resolve(load(FACTS + "topics: [Dam safety, The committee]\n"))).findings == ()


def test_the_same_topic_may_be_written_in_capitals_or_not() -> None:
    assert both("topics: [Dam safety]\n", "topics: [dam  Safety]\n") == []


def test_two_topics_cannot_have_one_address() -> None:
    assert both("topics: [C]\n", "topics: [C++]\n") == [
        ("duplicate-id", "other", "C++", "the topic 'C++' would have the address of 'C'")
    ]


def test_a_topic_is_given_once() -> None:
    assert both("topics: [Dams, dams]\n", "") == [
        ("duplicate-id", "dam", "dams", "the topic 'dams' is given twice")
    ]


def test_one_id_cannot_be_a_person_here_and_a_place_there() -> None:
    person, place = (
        "entities: [{name: Georgia, kind: person}]\n",
        "entities: [{name: Georgia, kind: place}]\n",
    )
    assert both(person, person) == []
    assert both(person, place) == [
        ("duplicate-id", "other", "Georgia", "'georgia' is a place here and a person elsewhere")
    ]
    assert both(person, place.replace("kind", "id: georgia-state, kind")) == []


@pytest.mark.parametrize(
    "entities",
    [
        "[{name: The dam, kind: place}, {name: the Dam, kind: place}]",
        "[{name: Dam, id: the-dam, kind: place}, {name: The dam, kind: place}]",
        "[{name: The dam, kind: place}, {name: Dam, id: the-dam, kind: place}]",
    ],
)
def test_an_entity_stands_once_on_a_page(entities: str) -> None:
    ((rule, explainer, words, message),) = both(f"entities: {entities}\n", "")
    assert (rule, explainer, words.casefold()) == ("duplicate-id", "dam", "the dam")
    assert message == "there is another entity 'the-dam' on this page"


# ---- Ids made of names ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Diplomatic recognition", "diplomatic-recognition"),
        ("  The   TALIBAN ", "the-taliban"),
        ("Women’s rights", "womens-rights"),
        ("São Tomé & Príncipe", "sao-tome-principe"),
        ("2024", "2024"),
        ("ISIS-K", "isis-k"),
    ],
)
def test_an_id_is_made_of_the_letters_of_a_name(name: str, id: str) -> None:
    assert slug(name) == id


@pytest.mark.parametrize(
    "name", ["index", "Con", "COM1", "Ødegaard", "السد", "水坝 dam", "?!", "a" * 60, "ℂ水"]
)
def test_an_id_that_lacks_something_of_the_name_ends_in_its_fingerprint(name: str) -> None:
    made = slug(name)
    assert made.rpartition("-")[2] != made or len(made) == 8
    assert len(made.rpartition("-")[2]) == 8
    assert wrong_id(made) == ""


@given(st.text(min_size=1, max_size=80))
def test_every_name_has_an_id_that_may_be_one(name: str) -> None:
    assert wrong_id(slug(name)) == ""
    assert slug(name) == slug(f" {name_key(name)}  ")


@given(st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=1), min_size=2, max_size=2))
def test_names_of_other_letters_have_other_ids(names: list[str]) -> None:
    """But for accents and compatibility forms, which only look otherwise."""
    one, other = names
    same = slug(one) == slug(other)
    assert not same or plain(one) == plain(other)


def plain(name: str) -> str:
    import unicodedata

    decomposed = unicodedata.normalize("NFKD", name_key(name)).casefold()
    return "".join(char for char in decomposed if not unicodedata.combining(char) and char.isalnum())
