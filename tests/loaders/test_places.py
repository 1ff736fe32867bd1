"""A span of a value is found in the file, in whatever notation the value is written."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import yaml as pyyaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from onrecord.loaders import yaml
from onrecord.loaders.nodes import YamlMapping
from onrecord.loaders.places import YamlText, value_places
from onrecord.loaders.problems import Problems
from onrecord.text import Location, Scalar, Span


def value(content: str) -> Scalar:
    """The value of the key ``k`` in a file."""
    problems = Problems()
    node = yaml.parse(YamlText("facts/x.yml", content), problems)
    assert isinstance(node, YamlMapping), problems.told()
    found = node["k"]
    assert isinstance(found, Scalar)
    return found


def words(location: Location) -> str:
    assert location.span is not None
    return location.text.content[location.span.start : location.span.end]


WRITTEN = {
    "plain": ("k: the dam is safe\n", "dam", "dam"),
    "plain over lines": ("k: the\n  dam is\n\n  safe\n", "dam", "dam"),
    "a fold": ("k: the\n  dam is safe\n", "the dam", "the\n  dam"),
    "single quotation marks": ("k: 'the dam''s gate'\n", "dam's", "dam''s"),
    "single, over lines": ("k: 'the\n  dam''s\n\n  gate'\n", "dam's\ngate", "dam''s\n\n  gate"),
    "double quotation marks": (
        'k: "the \\u00e9t\\xe9 \\U0001F30A dam\\tis"\n',
        "été 🌊",
        "\\u00e9t\\xe9 \\U0001F30A",
    ),
    "double, an escaped line end": ('k: "the da\\\n  m is"\n', "dam", "da\\\n  m"),
    "double, escaped with lines": ('k: "the da\\\n\n  m is"\n', "da\nm", "da\\\n\n  m"),
    "literal": ("k: |\n  the dam\n   is safe\n", "dam\n is", "dam\n   is"),
    "literal, indented by number": ("k: |2\n    the dam\n  is\n", "  the dam\nis", "  the dam\n  is"),
    "literal, kept": ("k: |+\n  dam\n\n\n", "dam\n\n\n", "dam\n\n\n"),
    "folded": ("k: >-\n  the\n  dam is\n  safe\n", "dam is safe", "dam is\n  safe"),
    "folded, with a blank line": ("k: >\n  the\n\n  dam\n", "the\ndam", "the\n\n  dam"),
    "folded, indented deeper": ("k: >-\n  the\n    dam\n  is\n", "the\n  dam\nis", "the\n    dam\n  is"),
    "folded, after a comment": ("k: >- # said\n\n\n  dam\n", "dam", "dam"),
    "Windows lines, folded": ("k: >-\r\n  the\r\n  dam\r\n", "the dam", "the\r\n  dam"),
    "Windows lines, literal": ("k: |\r\n  the\r\n  dam\r\n", "the\ndam", "the\r\n  dam"),
    "Windows lines, plain": ("k: the\r\n  dam\r\n", "the dam", "the\r\n  dam"),
    "after a wide character": ("é: 🌊\nk: the dam\n", "dam", "dam"),
}


@pytest.mark.parametrize(("content", "part", "raw"), WRITTEN.values(), ids=WRITTEN)
def test_a_part_of_a_value(content: str, part: str, raw: str) -> None:
    found = value(content)
    start = found.index(part)
    assert words(found.at(Span(start, start + len(part)))) == raw


@pytest.mark.parametrize(
    ("content", "raw"),
    [
        ("k: the dam # of 1962\n", "the dam"),
        ("k: 'the dam'\n", "'the dam'"),
        ('k: "the\n  dam"\n', '"the\n  dam"'),
        ("k: >-\n\n  the\n  dam\n\n\nl: x\n", "the\n  dam"),
        ("k: |+\n  the dam\n\n\n", "the dam"),
        ("k: |\n  the dam", "the dam"),
        ("k: >-\n", ">-"),
    ],
)
def test_all_of_a_value(content: str, raw: str) -> None:
    assert words(value(content).at()) == raw


def test_a_place_between_characters() -> None:
    found = value("k: 'a''b'\n")
    assert [found.at(Span(at, at)).span for at in (0, 2, 3, 9)] == [(4, 4), (7, 7), (8, 8), (8, 8)]


PROSE = st.text(st.sampled_from("ab é🌊'\"\\#:,-[]{}&*!|>%@`?.\t\n"), min_size=1, max_size=40)
STYLES = st.sampled_from(["", "'", '"', "|", ">"])


def written(text: str, style: str, width: int, windows: bool) -> str:
    """``text`` as PyYAML writes it; which notation comes out is its choice where ``style`` will not do."""
    made = pyyaml.dump(
        {"k": text, "l": "end"}, default_style=style or None, width=width, allow_unicode=True, sort_keys=False
    )
    return made.replace("\n", "\r\n") if windows else made


@settings(max_examples=400)
@given(PROSE, STYLES, st.integers(4, 60), st.booleans())
@example("a\n", "|", 10, False)
@example("\n a\n\n", ">", 10, False)
def test_every_character_has_its_place(text: str, style: str, width: int, windows: bool) -> None:
    content = written(text, style, width, windows)
    found = value(content)
    places = value_places(content, found)
    assert places is not None
    assert "".join(place.char for place in places) == found
    assert [place.start for place in places] == sorted({place.start for place in places})
    assert all(place.start < place.end for place in places)
    assert all(one.end <= next_one.start for one, next_one in pairwise(places))


@settings(max_examples=400)
@given(PROSE, STYLES, st.integers(4, 60), st.booleans(), st.data())
def test_what_is_pointed_at_reads_as_the_part_of_the_value(
    text: str, style: str, width: int, windows: bool, data: st.DataObject
) -> None:
    content = written(text, style, width, windows)
    found = value(content)
    seen = [at for at, char in enumerate(found) if not char.isspace()]
    assume(seen)
    start, end = sorted(data.draw(st.lists(st.sampled_from(seen), min_size=2, max_size=2)))
    part = found[start : end + 1]
    raw = words(found.at(Span(start, end + 1)))
    if found.style == "|":
        margin = found.at().start
        assert margin is not None
        indent = margin.column - 1 if not found[0].isspace() else None
        assert indent is None or re.sub(f"\r?\n(?: {{{indent}}}|(?=\r?\n))", "\n", raw) == part
    if found.style in ("|", ">"):
        assert raw.split() == part.split()
    else:
        mark = found.style or "'"
        inside = raw if found.style else raw.replace("'", "''")
        assert pyyaml.load(f"{mark}{inside}{mark}", pyyaml.CBaseLoader) == part


BLOCK_LINES = st.lists(
    st.sampled_from(["a b", "  deeper", "", "\ttab", "x ", "# no comment"]), min_size=1, max_size=6
)


@settings(max_examples=300)
@given(
    BLOCK_LINES,
    st.sampled_from("|>"),
    st.sampled_from(["", "-", "+", "2", "2-", "+2", "1", "4+"]),
    st.integers(1, 5),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_blocks_with_every_header(
    lines: list[str], style: str, header: str, indent: int, line_end: str, ends: bool
) -> None:
    content = line_end.join([f"k: {style}{header}", *(" " * indent + line if line else "" for line in lines)])
    content += line_end if ends else ""
    problems = Problems()
    node = yaml.parse(YamlText("facts/x.yml", content), problems)
    if not isinstance(node, YamlMapping):
        assert len(problems)
        return
    found = node["k"]
    assert isinstance(found, Scalar)
    places = value_places(content, found)
    assert places is not None
    for place in places:
        raw = content[place.start : place.end]
        assert raw == place.char or (place.char in " \n" and "\n" in raw and not raw.strip())


def test_a_value_that_cannot_be_followed_is_pointed_at_as_a_whole() -> None:
    found = value("k: 'dam'\n")
    moved = Scalar("another text", found.text, found.start, found.end, "'")
    assert words(moved.at(Span(0, 3))) == "'dam'"
