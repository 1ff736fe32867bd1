"""An open document laid out as `onrecord fmt` does it, as changes of some of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from onrecord.finding import Edit
from onrecord.layout import bare, laid_out
from onrecord.text import Span, Text

_Stretch = tuple[slice, slice]


def layout_edits(text: Text, *, is_metadata: bool) -> list[Edit]:
    """What lays ``text`` out, in its order; nothing where it cannot be read."""
    made = laid_out(text.path, text.content.encode("utf-8", "surrogatepass"), is_metadata=is_metadata)
    if made.problems:
        return []
    before, after = _lines(text), _lines(Text(text.path, made.content.decode()))
    starts = [0, *accumulate(map(len, before))]
    return [
        Edit(text, Span(starts[old.start], starts[old.stop]), "".join(after[new]))
        for old, new in _joined(_changed(before, after))
    ]


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[_Stretch]:
    """The shortest stretches of lines that differ, and hold the same in another order but for blank lines.

    Takes time in proportion to the lines, as a search for what two texts have in common does not.
    """
    old = new = 0
    while old < len(before) or new < len(after):
        if before[old : old + 1] == after[new : new + 1]:
            old, new = old + 1, new + 1
            continue
        stop, new_stop, counts = old, new, Counter[str]()
        while True:
            stop, line = _next(before, stop)
            new_stop, new_line = _next(after, new_stop)
            counts[line] += 1
            counts[new_line] -= 1
            for each in (line, new_line):
                if not counts[each]:
                    del counts[each]
            if not counts or not (line and new_line):
                break
        yield _without_ends(before, after, slice(old, stop), slice(new, new_stop))
        old, new = stop, new_stop


def _joined(stretches: Iterator[_Stretch]) -> Iterator[_Stretch]:
    """Stretches, those that follow each other at once as one."""
    last: _Stretch | None = None
    for old, new in stretches:
        if last is not None and (last[0].stop, last[1].stop) == (old.start, new.start):
            last = slice(last[0].start, old.stop), slice(last[1].start, new.stop)
            continue
        if last is not None:
            yield last
        last = old, new
    if last is not None:
        yield last


def _next(lines: Sequence[str], at: int) -> tuple[int, str]:
    """Where the next line that holds something ends, from the line ``at`` on, and what it holds."""
    while at < len(lines):
        at += 1
        if line := bare(lines[at - 1]):
            return at, line
    return at, ""


def _without_ends(before: Sequence[str], after: Sequence[str], old: slice, new: slice) -> _Stretch:
    """Two stretches without the lines at their ends that are the same."""
    stop, new_stop = old.stop, new.stop
    while stop > old.start and new_stop > new.start and before[stop - 1] == after[new_stop - 1]:
        stop, new_stop = stop - 1, new_stop - 1
    return slice(old.start, stop), slice(new.start, new_stop)


def _lines(text: Text) -> list[str]:
    """The lines of a text with their ends."""
    starts = [*(text.line_start(number + 1) for number in range(text.line_count())), len(text.content)]
    return [text.content[start:end] for start, end in pairwise(starts)]
