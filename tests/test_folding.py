"""What folds, what never folds, and that every folded character knows its place."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fold import fold
from onrecord.folding import FOLDING_BY_NAME, FOLDINGS
from onrecord.lookup import Lookup, Words
from onrecord.text import Text

SPECIAL = (
    "\u2018\u2019\u201c\u201d\u00ab\u00bb`'\"-\u2010\u2013\u2014\u2212"
    "\u2026. *_\t\n\r\u00a0\u2009\u00ad\u200b\u200d\ufeff"
)
LETTERS = (
    "abcXYZ019 \u00e9e\u0301\ufb01\ufb03\uff12\uff0c\u4e2d\u6587\u0915\u094d\u1112\u1161\u11ab\u0644\ufefb"
)
TEXTS = st.text(alphabet=SPECIAL + LETTERS, max_size=60)


@pytest.mark.parametrize("folding", FOLDINGS, ids=lambda folding: folding.name)
def test_each_folding_does_what_its_example_shows(folding: object) -> None:
    assert folding.printed != folding.typed
    printed = f"Before {folding.printed} after."
    (place,) = Lookup(Text("seeds/x.txt", printed)).places(Words(f"Before {folding.typed} after."))
    assert place.span == (0, len(printed))
    used = {name for name, _ in place.folded.used(place.start, place.end)} | set(place.names or ())
    used |= {name for name, _ in Words(folding.typed).folded.used(0, len(folding.typed))}
    assert folding.name in used


def test_names_are_unique_and_sentences_are_sentences() -> None:
    assert len(FOLDING_BY_NAME) == len(FOLDINGS)
    for folding in FOLDINGS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", folding.name)
        assert folding.sentence.endswith(".")
        assert folding.sentence[0].isupper()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 percent", "-5 percent"),
        ("-5 degrees", "\u20135 degrees"),
        ("p < 0.05", "p = 0.05"),
        ("\u226512 years", "12 years"),
        ("$50", "\u20ac50"),
        ("5%", "5"),
        ("1,000", "1000"),
        ("1.5", "15"),
        ("3. 5", "3.5"),
        ("CO\u2082", "CO2"),
        ("x\u00b2", "x2"),
        ("\u00bd", "1/2"),
        ("caf\u00e9", "cafe"),
        ("The", "the"),
        ("canal", "c\u0430nal"),
        ("housing policy[3]", "housing policy"),
        ("Smith &amp; Sons", "Smith & Sons"),
        ("a word", "aword"),
        ("well-known", "wellknown"),
        ("well\u2014known", "well-known"),
        ("left. Not", "left, not"),
        ("stra\u00dfe", "strasse"),
        ("5\u2032", "5'"),
        ("\u212b\u2126", "A\u03a9"),
        ("x \u2212 5", "x - 5"),
        ("*", ""),
        ("5*3*2", "532"),
    ],
)
def test_what_never_folds(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("a\u00a0 \t b", "a b"),
        ("a\nb", "a b"),
        ("a\r\nb", "a b"),
        ("a\r\rb", "a\nb"),
        ("a\n \t\nb", "a\nb"),
        ("a\u2028b\x85c", "a b c"),
        ("\u00abmot\u00bb", '"mot"'),
        ("\u00ab\u00a0mot\u00a0\u00bb dit", '"mot" dit'),
        ("sagte \u00bbmot\u00ab und", 'sagte "mot" und'),
        ("\u201edas\u201c \u201adas\u2018", "\"das\" 'das'"),
        ("a\u2014b -- c --- d", "a\u2014b \u2014 c \u2014 d"),
        ("a \u2013 b", "a \u2014 b"),
        ("Paris\u2013London 1990\u20131995", "Paris-London 1990-1995"),
        ("at \u22125\u00b0", "at -5\u00b0"),
        ("and so on. . .", "and so on..."),
        ("\u4e2d\n\u6587", "\u4e2d\u6587"),
        ("\u0645\u06cc\u200c\u0631\u0648\u062f", "\u0645\u06cc\u200c\u0631\u0648\u062f"),
        ("wo\u200brd wo\u200crd \ufeffword", "word word word"),
        ("govern\u00ad\nment", "government"),
        ("\ufb01rst \ufefb", "first \u0644\u0627"),
        ("\uff76\uff9e", "\u30ac"),
        ("***very*** *clear*, 2*3*4, * item", "very clear, 2*3*4, * item"),
        ("A\u030a \u212b", "\u00c5 \u00c5"),
    ],
)
def test_what_folds(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


def test_an_author_s_asterisks_and_line_breaks_stay() -> None:
    assert fold("*very* clear", authored=True).text == "*very* clear"
    assert (
        Lookup(Text("seeds/x.txt", "The case was very clear.")).places(Words("The case was *very* clear."))
        == []
    )
    assert (
        Lookup(Text("seeds/x.txt", "The case was *very* clear.")).places(Words("The case was *very* clear."))
        != []
    )


@given(TEXTS)
def test_every_folded_character_comes_from_where_it_says(raw: str) -> None:
    folded = fold(raw)
    end = 0
    for offset in range(len(folded.text)):
        span = folded.raw_span(offset, offset + 1)
        assert 0 <= span.start < span.end <= len(raw)
        assert span.start >= end or span == folded.raw_span(offset - 1, offset)
        end = span.end


@given(TEXTS)
def test_nothing_that_nobody_sees_is_left(raw: str) -> None:
    once = fold(raw).text
    assert not any(unicodedata.category(char) == "Cf" for char in once if char not in "\u200c\u200d")
    assert not any(char.isspace() and char not in " \n" for char in once)


@given(st.text(max_size=80))
def test_any_text_folds(raw: str) -> None:
    folded = fold(raw)
    if folded.text:
        span = folded.raw_span(0, len(folded.text))
        assert 0 <= span.start < span.end <= len(raw)
