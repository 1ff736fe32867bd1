"""Ids and file names that are the same in every address and on every disk; words that were meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.loaders.names import is_passed_over, likely_id, wrong_file_name, wrong_id
from onrecord.loaders.suggest import did_you_mean


@pytest.mark.parametrize("id", ["a", "a1", "first-country", "2021-08", "a" * 64, "con-man", "indexes"])
def test_an_id(id: str) -> None:
    assert wrong_id(id) == ""


@pytest.mark.parametrize(
    "id",
    [
        *(
            "",
            " ",
            "-a",
            "a-",
            "a--b",
            "A",
            "a_b",
            "a.b",
            "a/b",
            "../a",
            "a b",
            "é",
            "\u0441",
            "a\n",
            "100%",
            "a" * 65,
        ),
        *("con", "nul", "aux", "prn", "com1", "lpt9", "index", "\uff41", "١"),
    ],
)
def test_no_id(id: str) -> None:
    assert wrong_id(id)


@pytest.mark.parametrize(
    ("text", "id"), [("Dam_Safe", "dam-safe"), ("a--b", "a-b"), ("éé", ""), ("x" * 99, "x" * 64)]
)
def test_an_id_that_was_meant(text: str, id: str) -> None:
    assert likely_id(text) == id


@pytest.mark.parametrize(
    "name", ["report.txt", "000_a6a44bd857a37829.txt", "A-1.b.txt", "_x", "context.txt", "readme"]
)
def test_a_file_name(name: str) -> None:
    assert wrong_file_name(name) == ""


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            ".",
            "..",
            ".x",
            "-rf",
            "x.",
            "x ",
            "a b.txt",
            "a/b",
            "a\\b",
            "/etc/passwd",
            "C:x",
            "~",
            "$HOME",
            "*.txt",
        ),
        *(
            "con",
            "Con.txt",
            "nul.tar.gz",
            "cafe\u0301.txt",
            "\u200bx",
            "a\0",
            "a\n",
            "\uff0e\uff0e",
            "a" * 101,
            "git~1",
        ),
    ],
)
def test_no_file_name(name: str) -> None:
    assert wrong_file_name(name)


@given(st.text(max_size=8))
def test_no_name_is_both_usable_and_passed_over(name: str) -> None:
    assert wrong_file_name(name) or not is_passed_over(name) or name.lower() in ("thumbs.db", "desktop.ini")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *(("txt", "text"), ("Text", "text"), ("ttile", "title"), ("title_", "title"), ("tittle", "title")),
        *(("x", ""), ("", ""), ("evidence", ""), ("t" * 1000, ""), ("id", "")),
    ],
)
def test_what_was_meant(word: str, meant: str) -> None:
    assert did_you_mean(word, ["text", "title"]) == (f"did you mean {meant!r}?" if meant else "")
