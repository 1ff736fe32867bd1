"""A document laid out by changes of its lines is what ``fmt`` makes of it."""

from __future__ import annotations

import pytest

from gate.example import FACTS
from onrecord.language_server.formatting import layout_edits
from onrecord.layout import laid_out
from onrecord.text import Text
from test_fmt import written

PATH = "facts/dam.yml"


@pytest.mark.parametrize("seed", range(40))
def test_the_changes_come_to_what_fmt_makes(seed: int) -> None:
    content = written(seed)
    text = Text(PATH, content)
    made = content
    for edit in reversed(layout_edits(text, is_metadata=False)):
        made = made[: edit.span.start] + edit.replacement + made[edit.span.end :]
    assert made == laid_out(PATH, content.encode(), is_metadata=False).content.decode()


def test_lines_that_stay_are_not_touched() -> None:
    text = Text(PATH, FACTS.replace("answer: [visited]\n", "answer: [visited] \n"))
    (edit,) = layout_edits(text, is_metadata=False)
    assert edit.replacement == "answer: [visited]\n"
    assert text.content[slice(*edit.span)] == "answer: [visited] \n"
