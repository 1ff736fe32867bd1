"""How a disagreement between words of a claim and words of a passage is told."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.ground.comparison import Disagreement, Passage
from onrecord.ground.reading import Word
from onrecord.text import Span


def span(words: Sequence[Word]) -> Span:
    """From the first to the last of some words."""
    return Span(words[0].start, words[-1].end)


def quoted(words: Sequence[Word]) -> str:
    """Some words as they are written, in quotation marks; hyphens between them are kept."""
    text = "".join(("-" if word.joined and number else " ") + word.text for number, word in enumerate(words))
    return f"'{text.strip()}'"


def disagreement(
    words: Sequence[Word],
    others: Sequence[Word],
    passage: Passage,
    message: str,
    *,
    help: str,
    is_instead: bool = False,
) -> Disagreement:
    """A disagreement between words of the claim and words of one passage, which may be what to write."""
    place = span(others)
    instead = passage.reading.content[place.start : place.end] if is_instead else None
    return Disagreement(message, span(words), help, passage, (place,), instead=instead)
