"""Plain text: UTF-8 as it is, and no guessing at anything else."""

from __future__ import annotations

import pytest

from extraction.reading import read
from onrecord.extractor import cleaned
from onrecord.mistake import Mistake


def test_it_is_kept() -> None:
    content = "\ufeffCaf\u00e9  \r\n\r\n\r\n\u00ad\t x \n".encode()
    assert read("text", content).text.encode() == content


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_refused(encoding: str) -> None:
    with pytest.raises(Mistake, match="save it as UTF-8 and keep the original"):
        read("text", "The caf\u00e9 was shut.".encode(encoding))


def test_latin_1_is_refused_with_the_line() -> None:
    with pytest.raises(Mistake, match="line 2 is not UTF-8, perhaps Latin-1: save it as UTF-8"):
        read("text", "One.\nThe caf\u00e9.".encode("latin-1"))


def test_cleaning_changes_lines_and_no_words() -> None:
    text = "One \r\n\r\n \r\ntwo\fthree\v\x00four\u00ad  five\u00a0six\ud800"
    assert cleaned(text) == "One\n\ntwo\n\nthree\nfour\u00ad  five\u00a0six\n"
    assert cleaned(cleaned(text)) == cleaned(text)
