"""One changed source as Markdown: where it comes from, what of its text and its metadata is another."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims_diff.compared import SourceChange
from onrecord.claims_diff.fields import in_a_line
from onrecord.claims_diff.inert import code, shown
from onrecord.claims_diff.passage import AROUND
from onrecord.claims_diff.worded import worded
from onrecord.history import Takedown
from onrecord.model import Source
from onrecord.text import Text

_NOT_SHOWN = frozenset(("id", "at", "text", "sha256"))
_MOST_LINES = 5
_MOST_CLAIMS = 20
_LONGEST = 8000
"""Lines: longer texts are not compared line by line."""


def source_block(change: SourceChange) -> str:
    """Heading, what is new or another, and the claims that rest on it, with blank lines between."""
    source = change.after or change.before
    assert source is not None
    parts = [f"#### {code(source.id)}: {source_kind(change)}"]
    if change.after is None or change.before is None:
        parts.append("\n".join(_whole(source)))
    elif change.takedown is not None:
        parts.append(_taken_down(change.before, change.takedown))
    elif change.is_other_text:
        parts.append("\n".join(_lines(change.before, change.after)))
    if change.fields:
        told = (f"- {code(one.key)}: {worded(one.old, one.new, around=AROUND)}" for one in change.fields)
        parts.append("\n".join(told))
    parts.append(f"Claims on it: {_named(change.claims)}" if change.claims else "No claim rests on it.")
    if change.lost and change.after is not None:
        parts.append(f"**Not found in it now**, words of: {_named(change.lost)}")
    return "\n\n".join(parts)


def _named(claims: tuple[str, ...]) -> str:
    rest = len(claims) - _MOST_CLAIMS
    return ", ".join(map(code, claims[:_MOST_CLAIMS])) + (f" and {rest:,} more" if rest > 0 else "")


def source_kind(change: SourceChange) -> str:
    """What became of a source, in words."""
    if change.before is None:
        return "added"
    if change.after is None:
        return "removed"
    if change.is_other_text:
        return "text changed"
    if change.takedown is not None:
        return "taken down"
    return "renamed" if change.before.id != change.after.id else "metadata changed"


def _taken_down(before: Source, takedown: Takedown) -> str:
    """Since when and why, and its digest; nothing of the text, which is not to be spread any further."""
    lines = [f"- {code('taken_down')}: since {shown(takedown.date)}. {shown(takedown.why)}"]
    lines.append(f"- {code('sha256')}: {shown(before.sha256)}; its text is not repeated here")
    return "\n".join(lines)


def _whole(source: Source) -> Iterator[str]:
    """Every key of a source, and the size of its text."""
    for key in source.__struct_fields__:
        value = in_a_line(getattr(source, key))
        if key not in _NOT_SHOWN and value:
            yield f"- {code(key)}: {shown(value)}"
    if source.text is not None:
        yield f"- {len(source.text.content):,} characters in {source.text.line_count():,} lines"


def _lines(before: Source, after: Source) -> Iterator[str]:
    """The digests and, of texts of no more than 8,000 lines, the first lines that are not the same."""
    yield f"- {code('digest')}: {worded(before.digest, after.digest)}"
    old, new = _of(before.text), _of(after.text)
    if max(len(old), len(new)) > _LONGEST:
        return
    from rapidfuzz.distance import Levenshtein

    steps = [step for step in Levenshtein.opcodes(old, new) if step.tag != "equal"]
    for step in steps[:_MOST_LINES]:
        one, other = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        place = f"line {(step.src_start if one else step.dest_start) + 1:,}"
        yield f"- {place}: {worded(' '.join(one), ' '.join(other), after.language, AROUND)}"
    if len(steps) > _MOST_LINES:
        yield f"- and {len(steps) - _MOST_LINES:,} more places"


def _of(text: Text | None) -> list[str]:
    return [] if text is None else [text.line(number) for number in range(1, text.line_count() + 1)]
