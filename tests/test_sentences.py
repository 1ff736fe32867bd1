"""Paragraphs and sentences: where they begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages import language_of
from onrecord.sentences import paragraph, sentence, sentences
from onrecord.speech import quoted_speech
from onrecord.text import Span

ENGLISH = language_of("en")

# A bar stands where a sentence ends.
ONE_AFTER_ANOTHER = (
    "The dam held.| The wall fell.",
    "Was the dam safe?| Nobody knew.| It fell!| People fled.",
    '"It is good for relations."| He left.',
    "\u201cIt is good for relations.\u201d| He left.",
    "(It was late.)| He left.",
    "The policy was reversed.[3]| It held.",
    "*It held.*| He left.",
    "We have no such plan.| [Laughter.]| The session was then closed.",
    "He waited...| Then he left.",
    "He waited\u2026| Then he left.",
    "The rate was 3.| 5 cases were fatal.",
    "The rate was 3.5 per cent.| It fell.",
    "He said no.| The dam held.",
    "He works at Acme Inc.| The firm is small.",
    "He lives in Washington, D.C.| She does not.",
    "It ended at 5 p.m.| The clerk left.",
    "He took vitamin C.| The clerk did not.",
    "The mayor left.| \u201cNobody stayed,\u201d she said.",
    "She met the Rev. Jones at the Mt. Pleasant mill.| They spoke.",
    "\u8fd9\u5ea7\u535a\u7269\u9986\u5f00\u653e\u3002|\u6e38\u5ba2\u5f88\u591a\u3002",
)
ONLY_ONE = (
    "Mr. Smith met Dr. Jones on Monday.",
    "The U.S. Senate met in Washington.",
    "J. R. R. Tolkien wrote it.",
    "See No. 5 and Fig. 3 for details.",
    "On Jan. 5, 1950, the dam was opened.",
    "The group, e.g. the board of the U.N. Office, met.",
    "It cost $5 million (about \u00a33 m.) in all.",
    "I think... I was at home.",
    "He waited ... and left.",
    '"Was it safe?" asked the mayor.',
    '"Never!" said the clerk.',
    "The site example.com is old.",
    "1. The wall was built in 1950.",
    "It was Smith et al. who found it.",
)


def parts(marked: str) -> list[str]:
    source = marked.replace("|", "")
    whole = paragraph(source, 0)
    assert whole == Span(0, len(source))
    return [source[one.start : one.end] for one in sentences(source, whole, ENGLISH)]


@pytest.mark.parametrize("marked", ONE_AFTER_ANOTHER)
def test_a_sentence_ends_at_its_stop(marked: str) -> None:
    assert [part.strip() for part in parts(marked)] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("source", ONLY_ONE)
def test_a_stop_inside_a_sentence_ends_nothing(source: str) -> None:
    assert parts(source) == [source]


def test_without_a_language_no_abbreviation_is_known() -> None:
    assert len(sentences("Gen. Smith met Prof. Jones.", Span(0, 27))) == 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_wrapped_line_goes_on_and_a_heading_ends(end: str) -> None:
    wrapped = f"The engineers of the board say that the old wall above{end}Upper Valley is cracked."
    assert len(parts(wrapped)) == 1
    heading = f"The old wall{end}The engineers of the board say that the old wall is cracked."
    assert parts(heading)[0].strip() == "The old wall"


def test_the_items_of_a_list_are_sentences() -> None:
    assert len(parts("We need:\n- a wall\n- a gate\n\u2022 a lake")) == 4


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\n\n\n", "\r\n \r\n"])
def test_blank_lines_part_paragraphs(end: str) -> None:
    source = f"one two{end}three four"
    assert paragraph(source, 3) == Span(0, 7)
    assert paragraph(source, len(source) - 1) == Span(7 + len(end), len(source))
    assert paragraph(source, 8) == Span(0, 7)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028\u2028", "\x85\x85", "\x0b\x0b", " \n "])
def test_nothing_else_parts_paragraphs(end: str) -> None:
    source = f"one two{end}three four"
    assert paragraph(source, 3) == Span(0, len(source))


def test_the_sentence_around_a_place() -> None:
    source = "The dam held. The wall fell. Nobody came.\n\nIt rained."
    assert sentence(source, Span(18, 22), ENGLISH) == Span(14, 29)
    assert sentence(source, Span(4, 22), ENGLISH) == Span(0, 29)
    assert sentence(source, Span(14, 28), ENGLISH) == Span(14, 29)
    assert sentence(source, Span(30, 46), ENGLISH) == Span(29, len(source))


@pytest.mark.parametrize("source", ["", " ", "\n\n", "\n\nx", "x\n\n", "."])
def test_at_the_edges_there_is_always_a_sentence(source: str) -> None:
    for offset in range(len(source) + 1):
        assert sentence(source, Span(offset, offset), ENGLISH).start <= max(offset, 0)


TEXTS = st.text(alphabet=st.sampled_from("aB. \n\r\"'\u201c\u201d!?\u2026\u3002,\u2028()1-"), max_size=80)


@given(TEXTS, st.integers(0, 80))
def test_the_sentences_of_a_paragraph_are_all_of_it(source: str, offset: int) -> None:
    whole = paragraph(source, min(offset, len(source)))
    assert 0 <= whole.start <= whole.end <= len(source)
    every = sentences(source, whole, ENGLISH)
    assert every[0].start == whole.start
    assert every[-1].end == whole.end
    assert all(before.end == after.start for before, after in pairwise(every))
    assert all(before.start < before.end for before in every[:-1])


@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_the_sentence_around_a_place_holds_it(source: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(source)), min(end, len(source))))
    around = sentence(source, Span(start, end), ENGLISH)
    assert around.start <= start
    assert around.end >= min(end, len(source))


# Quotation marks. Brackets stand round what is found.

SPEECH = (
    'He said ["no"] twice.',
    "He said [\u201cno\u201d] twice.",
    "He said [\u2018no\u2019] twice.",
    "He said ['no'] twice.",
    "He said [''no''] twice.",
    "He said [``no''] twice.",
    'He said ["no\u201d] twice.',
    'He said [\u201cno"] twice.',
    "Er sagt [\u201enein\u201c] und geht.",
    "Il dit [\u00ab non \u00bb] et part.",
    '["The wall is old. It will fall,"] he said. ["We must act."]',
    "[\u201cHe told me \u2018never\u2019 to come,\u201d] she said.",
    "[\u2018He told me \u201cnever\u201d to come,\u2019] she said.",
    '[("No.")]'.replace("[(", "([").replace(")]", "])"),
    "The villages' rights and the board's plan of the '50s.",
    "Rock 'n' roll, and 'em all, 'til the nations' end.",
    "A pipe of 6\" and a wall of 5' held.",
    'It was ["a mess] and so on.\n\nNext'.replace('["a mess] and so on.', '["a mess and so on.]'),
    "[\u201cThe wall is old. It will fall.]\n\n\u201cWe must act.\u201d",
    "He said [\u201cno.] Then he said [\u201cyes\u201d] again.",
)


@pytest.mark.parametrize("marked", SPEECH)
def test_what_stands_in_quotation_marks(marked: str) -> None:
    source = marked.replace("[", "").replace("]", "")
    wanted, removed = [], 0
    for offset, character in enumerate(marked):
        if character in "[]":
            wanted.append(offset - removed)
            removed += 1
    assert ENGLISH is not None
    found = quoted_speech(source, paragraph(source, 0), ENGLISH.elided)
    assert [offset for speech in found for offset in speech] == wanted


@given(
    st.text(alphabet=st.sampled_from("aB. \n\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e`,"), max_size=80)
)
def test_stretches_lie_in_the_paragraph_and_apart(source: str) -> None:
    whole = paragraph(source, 0)
    found = quoted_speech(source, whole)
    assert all(whole.start <= speech.start < speech.end <= whole.end for speech in found)
    assert all(before.start < after.start for before, after in pairwise(found))
