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


def test_changes_of_lines_that_follow_each_other_are_one() -> None:
    (edit,) = layout_edits(Text(PATH, FACTS.replace("\n", "\r\n")), is_metadata=False)
    assert edit.replacement == FACTS


def test_each_claim_is_changed_on_its_own_in_a_long_file() -> None:
    """So the changes of a file of many claims are found in one pass: nothing compares all of it with all."""
    claim = "  - text: The dam is old.\n    id: c{0}\n  - id: d{0}\n    text: The dam is new.\n"
    content = "title: The dam\nclaims:\n" + "".join(claim.format(number) for number in range(3000))
    edits = layout_edits(Text(PATH, content), is_metadata=False)
    assert len(edits) == 3000
    assert all(edit.replacement.count("\n") == 2 for edit in edits)
