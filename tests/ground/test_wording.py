"""Which words of a claim nothing in its quotations carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ground.comparison import compared
from onrecord.ground.wording import synonym_groups, unmatched, unsupported_words
from onrecord.languages import all_languages

REPORT = "The committee found that the dam was safe."


def missing(claim: str, *passages: str, subject: tuple[str, ...] = ()) -> list[str]:
    return [word.word for word in unmatched(compared(claim, passages or (REPORT,), subject))]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The dam was found safe by the committee.", []),
        ("The dams were safe.", []),
        ("The council found the dam secure.", []),
        ("The dam was cheap.", ["cheap"]),
        ("The painted dam was ugly.", ["painted", "ugly"]),
        ("The article says that the dam was safe.", []),
        ("The dam was safe in 1962.", []),
    ],
)
def test_words_without_a_counterpart(claim: str, expected: list[str]) -> None:
    assert missing(claim) == expected


def test_the_subject_of_the_page_may_be_named() -> None:
    assert missing("The Vyrnwy dam was safe.") == ["vyrnwy"]
    assert missing("The Vyrnwy dam was safe.", subject=("Vyrnwy",)) == []


def test_any_passage_will_do() -> None:
    assert missing("The dam was safe and cheap.", REPORT, "It was cheap to build.") == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The dam was cheap.", []),
        ("The painted dam was ugly.", ["painted", "ugly"]),
        ("The committee did not say so but found that the safe dam was ugly.", []),
        ("Painted, ugly and crooked, the dam was safe, the committee found.", ["painted", "ugly", "crooked"]),
        ("The dam at Vyrnwy in Powys was safe.", []),
    ],
)
def test_a_word_or_two_may_be_the_authors_own(claim: str, expected: list[str]) -> None:
    assert [word.word for word in unsupported_words(compared(claim, (REPORT,)))] == expected


def test_every_group_of_synonyms_has_two_stems_at_least() -> None:
    for language in all_languages().values():
        vocabulary = language.lexicon.vocabulary if language.lexicon else None
        if vocabulary is None:
            continue
        groups = synonym_groups(language)
        counted = [number for numbers in groups.values() for number in numbers]
        alone = [
            vocabulary.synonyms[number]
            for number in range(len(vocabulary.synonyms))
            if counted.count(number) < 2
        ]
        assert alone == []
        assert [word for group in vocabulary.synonyms for word in group if word != word.lower()] == []


@given(
    st.lists(
        st.sampled_from(["wall", "gate", "painted", "ugly", "clerk", "holds", "praised", "Vyrnwy"]),
        min_size=1,
    )
)
def test_a_claim_has_all_its_own_words(words: list[str]) -> None:
    text = " ".join(words)
    assert missing(text, text) == []
