"""What is known of each language: well formed, found by being there, and used."""

from __future__ import annotations

from itertools import chain

import msgspec
import pytest

from onrecord.language import ANY, Cue, Language, Reach, Sense, cues, words
from onrecord.languages import all_languages, language_of
from onrecord.tokens import find_cues, tokens

LANGUAGES = all_languages()
ENGLISH = LANGUAGES["en"]


def test_english_is_there() -> None:
    assert "en" in LANGUAGES
    assert language_of("en") is language_of("en-GB") is ENGLISH


def test_english_has_its_words() -> None:
    assert len(every_word(ENGLISH)) > 1000


def test_a_language_without_a_file_has_no_rules() -> None:
    assert language_of("tlh") is None


def test_alternatives_of_a_phrase_are_written_with_strokes() -> None:
    found = list(cues(Sense.DENIES, Reach.NEXT, "fail/fails to", "not"))
    assert [cue.words for cue in found] == [("fail", "to"), ("fails", "to"), ("not",)]
    assert set(found) == {Cue(cue.words, Sense.DENIES, Reach.NEXT) for cue in found}


def test_words_stand_in_lines() -> None:
    assert words("a b", "b c") == {"a", "b", "c"}


def every_word(language: Language) -> set[str]:
    listed = [field for field in msgspec.structs.astuple(language) if isinstance(field, frozenset)]
    listed += msgspec.structs.astuple(language.abbreviations)
    return {*chain(*listed), *(word for cue in language.cues for word in cue.words)}


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_words_are_as_they_are_compared(language: Language) -> None:
    found = every_word(language)
    assert found
    assert [word for word in found if word != word.lower().strip() or "\u2019" in word or not word] == []


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_cue_can_be_found(language: Language) -> None:
    """No cue is hidden by a longer one, misspelt, or made of what never is one word."""
    for cue in language.cues:
        assert cue.words[0] != ANY
        if cue.sense is Sense.NOTHING:
            continue
        sentence = " ".join("thing" if word == ANY else word for word in cue.words)
        found = find_cues(tokens(sentence, 0, len(sentence)), language)
        assert cue in [one.cue for one in found], sentence


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_no_cue_is_listed_twice(language: Language) -> None:
    seen = set()
    twice = [cue for cue in language.cues if cue in seen or seen.add(cue)]
    assert twice == []


def test_a_phrase_that_governs_nothing_hides_the_word_in_it() -> None:
    sentence = "The law not only protects them, and nobody minds."
    assert [one.cue.words for one in find_cues(tokens(sentence, 0, len(sentence)), ENGLISH)] == [("nobody",)]


def test_a_month_and_a_house_number_are_no_cues() -> None:
    sentence = "In May the house at No. 10 was sold."
    assert list(find_cues(tokens(sentence, 0, len(sentence)), ENGLISH)) == []


def test_a_word_with_a_hidden_hyphen_or_a_curly_apostrophe_is_the_word() -> None:
    sentence = "It was ne\u00adver safe and isn\u2019t."
    found = [one.cue.words for one in find_cues(tokens(sentence, 0, len(sentence)), ENGLISH)]
    assert found == [("never",), ("isn't",)]
