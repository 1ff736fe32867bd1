"""Columns as editors count them, and offsets of code points: there and back, whatever stands before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language_server.positions import Point, extent, offset, point
from onrecord.text import Span, Text

ENCODINGS = ["utf-8", "utf-16", "utf-32"]
WRITTEN = st.text(st.sampled_from("aZ \n\ré\u2028\u0085\u0301\U0001f4dc\U00010348中"), max_size=30)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 7), ("utf-16", 5), ("utf-32", 4)])
def test_a_character_beyond_the_first_plane(encoding: str, column: int) -> None:
    text = Text("a.yml", 'first\nx="\U0001f60b"')
    assert point(text, 10, encoding) == Point(1, column)
    assert offset(text, Point(1, column), encoding) == 10


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(content=WRITTEN)
def test_there_and_back(encoding: str, content: str) -> None:
    text = Text("a.yml", content)
    for place in range(len(content) + 1):
        if content[place - 1 : place + 1] == "\r\n":
            continue  # no place of its own: the two end one line
        at = point(text, place, encoding)
        back = offset(text, at, encoding)
        assert back == place
        assert extent(text, Span(0, place), encoding).end == at


@given(content=WRITTEN)
def test_columns_are_what_the_encoding_says(content: str) -> None:
    text = Text("a.yml", content)
    for place in range(len(content) + 1):
        line, column = text.position(place)
        before = content[text.line_start(line) : text.line_start(line) + column - 1]
        assert point(text, place, "utf-16").column == len(before.encode("utf-16-le")) // 2
        assert point(text, place, "utf-8").column == len(before.encode())


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_is_no_place_is_the_nearest(encoding: str) -> None:
    text = Text("a.yml", "ab\n\U0001f4dcé\nc")
    assert offset(text, Point(0, 99), encoding) == 2
    assert offset(text, Point(1, 99), encoding) == 5
    assert offset(text, Point(9, 0), encoding) == len(text.content)


def test_inside_a_character_is_its_beginning() -> None:
    text = Text("a.yml", "a\U0001f4dcb")
    assert offset(text, Point(0, 2), "utf-16") == 1
    assert offset(text, Point(0, 3), "utf-8") == 1


def test_half_a_pair_is_a_character() -> None:
    text = Text("a.yml", "a\ud83db")
    assert point(text, 2, "utf-16") == Point(0, 2)
    assert offset(text, Point(0, 2), "utf-16") == 2
