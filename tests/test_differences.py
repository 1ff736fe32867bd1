"""What is said of a quotation that differs a little from its passage: exactly what differs, and where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dam import REPORT
from onrecord.differences import Difference, Kind, differences, fault, kind_of_difference
from onrecord.text import Span

Told = list[tuple[Kind, str, str]]


def told(typed: str, printed: str) -> Told:
    return [
        (one.kind, typed[slice(*one.typed)], printed[slice(*one.printed)])
        for one in differences(typed, printed)
    ]


ONE_THING: list[tuple[str, str, Kind, Told]] = [
    ("the moscow talks", "the Moscow talks", Kind.CASE, [(Kind.CASE, "moscow", "Moscow")]),
    ("a cafe there", "a caf\u00e9 there", Kind.ACCENTS, [(Kind.ACCENTS, "cafe", "caf\u00e9")]),
    ("a Cafe there", "a caf\u00e9 there", Kind.ACCENTS, [(Kind.ACCENTS, "Cafe", "caf\u00e9")]),
    ("CO2 rose", "CO\u2082 rose", Kind.SCRIPT_DIGIT, [(Kind.SCRIPT_DIGIT, "CO2", "CO\u2082")]),
    ("5 m of it", "5 m\u00b2 of it", Kind.SCRIPT_DIGIT, [(Kind.SCRIPT_DIGIT, "m", "m\u00b2")]),
    ("no cracks. It", "no cracks[3]. It", Kind.FOOTNOTE, [(Kind.FOOTNOTE, "", "[3]")]),
    ("no cracks here", "no cracks\u00b3 here", Kind.FOOTNOTE, [(Kind.FOOTNOTE, "cracks", "cracks\u00b3")]),
    ("no cracks[3] here", "no cracks here", Kind.FOOTNOTE, [(Kind.FOOTNOTE, "[3]", "")]),
    ("A&amp;B met", "A&B met", Kind.ENTITY, [(Kind.ENTITY, "&amp;", "&")]),
    ("A&B met", "A&amp;B met", Kind.ENTITY, [(Kind.ENTITY, "&", "&amp;")]),
    ("it&#39;s so", "it's so", Kind.ENTITY, [(Kind.ENTITY, "it&#39;s", "it's")]),
    ("2100 tons", "2,100 tons", Kind.NUMBER_FORM, [(Kind.NUMBER_FORM, "2100", "2,100")]),
    ("$7 here", "$9 here", Kind.NUMBER, [(Kind.NUMBER, "7", "9")]),
    ("1.5 tons", "15.5 tons", Kind.NUMBER, [(Kind.NUMBER, "1.5", "15.5")]),
    ("-5 degrees", "5 degrees", Kind.SIGN, [(Kind.SIGN, "-", "")]),
    ("it is >5 now", "it is <5 now", Kind.SIGN, [(Kind.SIGN, ">", "<")]),
    ("$7 here", "\u20ac7 here", Kind.CURRENCY, [(Kind.CURRENCY, "$", "\u20ac")]),
    ("7 of it", "7% of it", Kind.UNIT, [(Kind.UNIT, "", "%")]),
    ("7 million people", "7 billion people", Kind.UNIT, [(Kind.UNIT, "million", "billion")]),
    ("In May the dam", "In May, the dam", Kind.PUNCTUATION, [(Kind.PUNCTUATION, "", ",")]),
    ("safe; it", "safe. it", Kind.PUNCTUATION, [(Kind.PUNCTUATION, ";", ".")]),
    ("foot note", "footnote", Kind.SPACE, [(Kind.SPACE, "foot note", "footnote")]),
    ("a 5 % share", "a 5% share", Kind.SPACE, [(Kind.SPACE, "5 %", "5%")]),
    ("wellknown dam", "well-known dam", Kind.HYPHEN, [(Kind.HYPHEN, "wellknown", "well-known")]),
    ("well known dam", "well-known dam", Kind.HYPHEN, [(Kind.HYPHEN, "well known", "well-known")]),
    ("it saw cracks", "it found cracks", Kind.WORD, [(Kind.WORD, "saw", "found")]),
    ("it is true", "it is not true", Kind.WORD, [(Kind.WORD, "", "not")]),
    ("it is not true", "it is true", Kind.WORD, [(Kind.WORD, "not", "")]),
    ("大坝很安全", "大坝不安全", Kind.WORD, [(Kind.WORD, "很", "不")]),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "printed", "kind", "wanted"), ONE_THING)
def test_one_thing_that_differs_is_named(typed: str, printed: str, kind: Kind, wanted: Told) -> None:
    assert told(typed, printed) == wanted
    assert kind_of_difference(differences(typed, printed)) is kind


def test_every_kind_is_told() -> None:
    assert {kind for _, _, kind, _ in ONE_THING} == set(Kind)


def test_two_things_that_differ_have_no_one_kind() -> None:
    found = differences("the dam; it is", "the dam. It is")
    assert {one.kind for one in found} == {Kind.PUNCTUATION, Kind.CASE}
    assert kind_of_difference(found) is None


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("found that the dam was safe", "The committee found that the dam was safe, wrote the clerk."),
        ("\u201cthe dam\u201d", '"the dam"'),
        ("the dam\u2019s gate", "the dam's gate"),
        ("the dam  was\nsafe", "the dam was safe"),
        ("consti\u00adtution", "constitution"),
        ("", "the dam"),
        ("the dam", ""),
    ],
)
def test_what_does_not_count_is_no_difference(typed: str, printed: str) -> None:
    assert differences(typed, printed) == ()
    assert kind_of_difference(()) is None
    assert fault((), typed) is None


@pytest.mark.parametrize(
    ("typed", "printed", "words"),
    [
        ("In May, the committee saw no cracks.", "In May, the committee found no cracks.", "saw"),
        ("It is true that", "It is not true that", "is true"),
        ("the big old dam", "the small new dam", "big old"),
        ("true enough", "not true enough and more", None),
        (
            "A word, and now and then here and there it is so.",
            "A ward, and now and then here and there it was so.",
            "word",
        ),
    ],
)
def test_the_first_words_that_differ_are_at_fault(typed: str, printed: str, words: str | None) -> None:
    span = fault(differences(typed, printed), typed)
    assert (span and typed[slice(*span)]) == words


SENTENCES = [sentence for part in REPORT.split("\n\n") for sentence in part.split(". ")]


@settings(max_examples=200)
@given(st.sampled_from(SENTENCES), st.data())
def test_spans_are_where_the_texts_differ(sentence: str, draw: st.DataObject) -> None:
    """All that is left when the differences are taken out of both texts is the same."""
    words = sentence.split()
    at = draw.draw(st.integers(1, len(words) - 2))
    other = draw.draw(st.sampled_from([[], ["heron"], ["heron", "lake"], [words[at].upper() + "x"]]))
    typed = " ".join([*words[:at], *other, *words[at + 1 :]])
    found = differences(typed, sentence)
    assert found

    def rest(text: str, spans: list[tuple[int, int]]) -> str:
        for start, end in reversed(spans):
            text = text[:start] + text[end:]
        return "".join(text.split())

    assert rest(typed, [one.typed for one in found]) == rest(sentence, [one.printed for one in found])
    span = fault(found, typed)
    assert span is not None
    assert 0 <= span.start < span.end <= len(typed)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_give_spans_in_order(typed: str, printed: str) -> None:
    found = differences(typed, printed)
    for before, after in pairwise(found):
        assert before.typed.end <= after.typed.start
        assert before.printed.end <= after.printed.start
    for one in found:
        assert 0 <= one.typed.start <= one.typed.end <= len(typed)
        assert 0 <= one.printed.start <= one.printed.end <= len(printed)
    span = fault(found, typed)
    assert span is None or 0 <= span.start <= span.end <= len(typed)


def test_texts_too_long_to_compare_are_not() -> None:
    assert differences("a b " * 2000, "a c " * 2000) == ()


def test_a_difference_is_plain_data() -> None:
    (one,) = differences("it saw it", "it found it")
    assert one == Difference(Kind.WORD, Span(3, 6), Span(3, 8))
