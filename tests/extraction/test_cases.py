"""Files of ``cases/``: what people see in one is found in the text that is taken out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.reading import missing
from onrecord.extractor import Extracted, cleaned
from onrecord.intake import extractor_of

CASES = sorted((Path(__file__).parent / "cases").glob("*.quotations"))


def test_there_are_cases() -> None:
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_people_see_is_found(case: Path) -> None:
    file = case.with_suffix("")
    extracted = extractor_of(file).extract(file.read_bytes())
    assert isinstance(extracted, Extracted), "an archive holds several documents: take one of them out"
    text = cleaned(extracted.text)
    quotations = case.read_text("utf-8").splitlines()
    assert quotations
    assert missing(text, quotations) == {}
