"""Addresses of passages in the original: followed by the letter of the draft, they find the passage."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.model import Source
from onrecord.shown import sentences_around
from onrecord.text import Span
from onrecord.view.fragments import LONGEST, text_fragment
from pages.example import source

URL = "https://example.org/report?a=1&b=2"
LONG = " ".join(f"The keeper opened gate number {number} and wrote it down," for number in range(1, 20))


def text_of(content: str, url: str = URL, **rest: str) -> Source:
    return source("x", "X", content, url=url, **rest)


def span_of(content: str, piece: str, last: bool = False) -> Span:
    start = content.rindex(piece) if last else content.index(piece)
    return Span(start, start + len(piece))


def parts(address: str) -> dict[str, str]:
    """The parts of a text directive, as the draft takes it apart: at commas and the dashes beside them."""
    found = re.fullmatch(
        r"text=(?:(?P<prefix>[^,-]+)-,)?(?P<start>[^,-]+)(?:,(?P<end>[^,-]+))?(?:,-(?P<suffix>[^,-]+))?",
        address.partition(":~:")[2],
    )
    assert found is not None, address
    return {name: unquote(value) for name, value in found.groupdict().items() if value is not None}


def places(address: str, content: str) -> list[tuple[int, int]]:
    """Every place in ``content``, white space collapsed, that the directive of ``address`` matches."""
    given = {name: folded(value) for name, value in parts(address).items()}
    text = folded(content)
    found = []
    for match in re.finditer(f"(?={re.escape(given['start'])})", text):
        start = match.start()
        end = start + len(given["start"])
        if "end" in given:
            last = text.find(given["end"], end)
            if last < 0:
                continue
            end = last + len(given["end"])
        before, after = text[:start].rstrip(), text[end:].lstrip()
        if before.endswith(given.get("prefix", "")) and after.startswith(given.get("suffix", "")):
            found.append((start, end))
    return found


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).lower()


def test_a_source_that_is_not_on_the_web_has_no_address() -> None:
    content = "The gate stuck."
    for url in ("", "javascript:alert(1)", "ftp://example.org/x"):
        assert text_fragment(text_of(content, url), Span(0, 8)) == ""
    assert text_fragment(replace(text_of(content), text=None), Span(0, 8)) == ""


def test_a_short_passage_is_named_whole() -> None:
    content = "It rained. The gate stuck\nin May. It snowed."
    address = text_fragment(text_of(content), span_of(content, "The gate stuck\nin May."))
    assert address == f"{URL}#:~:text=The%20gate%20stuck%20in%20May."


def test_what_has_a_meaning_in_a_directive_is_encoded() -> None:
    piece = "Up-stream, A&B: 100% — «größer» #2 = 3/4?"
    address = text_fragment(text_of(f"So: {piece} End."), span_of(f"So: {piece} End.", piece))
    directive = address.partition("text=")[2]
    assert not set(directive) & set("-,&#?=/ <>\"'")
    assert unquote(directive) == piece


def test_an_address_with_a_fragment_keeps_it() -> None:
    address = text_fragment(text_of("The gate stuck.", f"{URL}#part-2"), Span(0, 15))
    assert address == f"{URL}#part-2:~:text=The%20gate%20stuck."


def test_of_a_long_passage_the_first_and_the_last_words_are_named() -> None:
    content = f"Before. {LONG} and went home. After."
    passage = f"{LONG} and went home."
    address = text_fragment(text_of(content), span_of(content, passage))
    given = parts(address)
    assert set(given) == {"start", "end"}
    assert len(given["start"]) + len(given["end"]) < LONGEST
    assert places(address, content) == [tuple(span_of(folded(content), folded(passage)))]


def test_the_last_words_of_a_long_passage_end_nothing_before_it() -> None:
    passage = f"{LONG} and went home at six. {LONG} but went home at six."
    address = text_fragment(text_of(passage), Span(0, len(passage)))
    assert places(address, passage)[0] == (0, len(passage))


@pytest.mark.parametrize("last", [False, True])
def test_words_that_stand_twice_are_told_apart_by_those_beside_them(last: bool) -> None:
    content = "In March the gate stuck for a day.\n\nIn autumn the gate stuck for a week.\n"
    span = span_of(content, "the gate stuck", last)
    address = text_fragment(text_of(content), span)
    assert set(parts(address)) == {"prefix", "start"}
    (found,) = places(address, content)
    assert folded(content[: span.start]) == folded(content)[: found[0]]


def test_where_nothing_stands_before_it_what_follows_tells() -> None:
    content = "The gate stuck for a day. The gate stuck for a week."
    address = text_fragment(text_of(content), span_of(content, "The gate stuck"))
    assert parts(address) == {"start": "The gate stuck", "suffix": "for a day."}


def test_no_word_is_named_that_the_page_does_not_show() -> None:
    content = (
        "A secret came first. The gate stuck. A secret followed.\n\nNo secret here. The gate stuck. End.\n"
    )
    letter = text_of(content)
    for last in (False, True):
        span = span_of(content, "The gate stuck.", last)
        assert "secret" not in text_fragment(letter, span)


def test_scripts_without_spaces_are_cut_where_a_sentence_or_clause_ends() -> None:
    passage = "".join(f"第{number}天，守堰人打开闸门，并把这件事写在账簿里。" for number in range(1, 30))
    address = text_fragment(text_of(f"前文。{passage}后文。", language="zh"), Span(3, 3 + len(passage)))
    given = parts(address)
    assert given["start"].endswith(("，", "。"))
    assert places(address, f"前文。{passage}后文。") == [(3, 3 + len(passage))]


@given(
    st.lists(
        st.sampled_from(["the", "gate", "The", "dam", "stuck.", "It", "a-b,", "x & y", "\n", "é"]), min_size=4
    ),
    st.data(),
)
def test_a_directive_names_its_passage_and_nothing_that_is_not_shown(
    parts_of: list[str], data: st.DataObject
) -> None:
    content = " ".join(parts_of)
    words_at = [found.span() for found in re.finditer(r"\S+", content)]
    if not words_at:
        return
    first = data.draw(st.integers(0, len(words_at) - 1))
    last = data.draw(st.integers(first, len(words_at) - 1))
    span = Span(words_at[first][0], words_at[last][1])
    letter = text_of(content)
    address = text_fragment(letter, span)
    start = len(folded(content[: span.start]))
    assert (start, start + len(folded(content[slice(*span)]))) in places(address, content)
    (shown,) = sentences_around(letter, content, [span])
    whole = folded(" ".join(parts(address).values()))
    assert set(whole.split()) <= set(folded(content[slice(*shown)]).split())
