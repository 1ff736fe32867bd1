"""Looking words up finds every place, by the quick way and by folding the whole source."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.lookup import Lookup, Place, Words
from onrecord.text import Text

PIECES = [
    *("the dam", "The dam", "of Ashby", "35\u00a0000", "\u201cgate\u201d", "gate", "'gate'"),
    *("consti-\ntutional", "well-known", "1990\u20131995", "a \u2014 b", "--", "caf\u00e9", "cafe\u0301"),
    *("\ufb01rst", "*very*", "word", " ", "  ", "\n", "\n\n", ". ", ", ", "\u00ad", "\u200b", "-5"),
    *("\u22125", "words", "\u2026", "...", "x" * 90, "\u4e2d\u6587"),
]
SOURCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)


def spans(places: list[Place]) -> list[tuple[int, int]]:
    return [tuple(place.span) for place in places]


def slowly(content: str, words: Words) -> list[tuple[int, int]]:
    """The places by folding the whole source, whatever the quick way would do."""
    lookup = Lookup(Text("seeds/x.txt", content))
    assert lookup.folded is not None
    return spans(lookup.places(words))


@settings(max_examples=400)
@given(SOURCES, st.data())
def test_the_quick_way_finds_what_the_slow_way_finds(content: str, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(content) - 1))
    end = draw.draw(st.integers(start + 1, len(content)))
    words = Words(content[start:end])
    assert spans(Lookup(Text("seeds/x.txt", content)).places(words)) == slowly(content, words)


@settings(max_examples=400)
@given(SOURCES, st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
@example("the dam" + " " * 400 + "of Ashby the dam of Ashby", "the dam of Ashby")
def test_it_finds_the_same_of_words_from_elsewhere(content: str, quotation: str) -> None:
    words = Words(quotation)
    assert spans(Lookup(Text("seeds/x.txt", content)).places(words)) == slowly(content, words)


@given(SOURCES, st.data())
def test_a_slice_is_found_where_it_was_taken_from(content: str, draw: st.DataObject) -> None:
    """Unless the slice ends inside what folds to one character, or is nothing but spaces."""
    start = draw.draw(st.integers(0, len(content) - 1))
    end = draw.draw(st.integers(start + 1, len(content)))
    if not (content[start].isascii() and content[start].isalnum() and content[end - 1].isalnum()):
        return
    if "\n\n" in content[start:end] or any(c in content for c in "*\u00ad\u200b\u0301-\u2013\u2014"):
        return
    assert (start, end) in spans(Lookup(Text("seeds/x.txt", content)).places(Words(content[start:end])))


@pytest.mark.parametrize(
    ("content", "typed"),
    [
        ("The parliament rejected the consti-\ntutional amendment.", "the constitutional amendment"),
        ("The team used cross-\nvalidation to test it.", "used cross-validation to test"),
        ("Both long-\nand short-term plans failed.", "long- and short-term plans"),
        ("A cross-\nvalidated consti-\ntutional text.", "A cross-validated constitutional text."),
        ("The years 1990-\n1995 were dry.", "The years 1990-1995 were dry"),
        ("The plan\u2014\nwhich nobody read\u2014passed.", "The plan\u2014which nobody read\u2014passed."),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_reads_in_every_way(content: str, typed: str) -> None:
    (place,) = Lookup(Text("seeds/x.txt", content)).places(Words(typed))
    assert not place.is_cut()


@pytest.mark.parametrize(
    ("content", "typed"),
    [
        ("The years 1990-\n1995 were dry.", "The years 19901995 were dry"),
        ("Type A-\nb was sold here.", "Type Ab was sold here"),
        ("The well-known dam of Ashby.", "The wellknown dam of Ashby."),
        ("The plan of Ash-\nby was dry.", "The planof Ashby was dry."),
    ],
)
def test_it_joins_no_more_than_a_line_break_can_part(content: str, typed: str) -> None:
    assert Lookup(Text("seeds/x.txt", content)).places(Words(typed)) == [] or "Type" in content


def test_repetitive_texts_are_looked_through_in_bounded_time() -> None:
    content = "a-\n" * 20000
    assert len(Lookup(Text("seeds/x.txt", content)).places(Words("a-" * 50 + "b"))) == 0
    assert len(Lookup(Text("seeds/x.txt", "na " * 50000)).places(Words("na na na"))) == 1000


def test_words_may_stand_across_paragraphs() -> None:
    lookup = Lookup(Text("seeds/x.txt", "The harbour was shut.\n\nShips waited outside."))
    words = Words("The harbour was shut. Ships waited outside.")
    assert lookup.places(words) == []
    (place,) = lookup.places_across_paragraphs(words)
    assert place.span == (0, 44)
