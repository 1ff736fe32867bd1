"""An open document laid out as `onrecord fmt` does it, as changes of some of its lines."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from onrecord.finding import Edit
from onrecord.layout import laid_out
from onrecord.text import Span, Text


def layout_edits(text: Text, *, is_metadata: bool) -> list[Edit]:
    """What lays ``text`` out, in its order; nothing where it cannot be read."""
    made = laid_out(text.path, text.content.encode("utf-8", "surrogatepass"), is_metadata=is_metadata)
    if made.problems:
        return []
    before, after = _lines(text), _lines(Text(text.path, made.content.decode()))
    starts = [0, *accumulate(map(len, before))]
    matched = SequenceMatcher(None, before, after, autojunk=False)
    return [
        Edit(text, Span(starts[first], starts[last]), "".join(after[new:new_last]))
        for kind, first, last, new, new_last in matched.get_opcodes()
        if kind != "equal"
    ]


def _lines(text: Text) -> list[str]:
    """The lines of a text with their ends."""
    starts = [*(text.line_start(number + 1) for number in range(text.line_count())), len(text.content)]
    return [text.content[start:end] for start, end in pairwise(starts)]
