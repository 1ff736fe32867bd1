"""Addresses of passages in the original: text directives (URL Fragment Text Directives, WICG).

A browser looks for the words of the directive in the page's text, whatever the letters' case and the white
space between words, and takes the first place it finds. So a directive holds the passage, or where that is
long its first and last words; and where the same words stand more than once, those beside the passage too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from urllib.parse import quote

from onrecord.model import Source
from onrecord.shown import sentences_around
from onrecord.text import Span

LONGEST = 300
"""Characters: of a longer passage only the first and the last words are named."""
_FEWEST_WORDS = 5
_MOST_BESIDE = 12
"""Words on one side of a passage, at most, that tell it from other places with the same words."""

_SPACES = re.compile(r"\s+")
# A word, or in scripts without spaces what ends with a stop or comma: a directive has to end where words do.
_WORD = re.compile(r"[^\s\u3001\u3002\uff0c\uff01\uff1b\uff1f]*[\u3001\u3002\uff0c\uff01\uff1b\uff1f]+|\S+")


def text_fragment(source: Source, span: Span) -> str:
    """The address of the passage at ``span`` in the original; empty where the source has none on the web.

    Words beside the passage are named only as far as the source's page shows them with it.
    """
    url = str(source.url or "")
    if source.text is None or not url.startswith(("https://", "http://")):
        return ""
    matched = _matched(source.text.content[span.start : span.end])
    before, after = _beside(source, span, matched)
    parts = [f"{_encoded(before)}-"] if before else []
    parts += map(_encoded, matched)
    parts += [f"-{_encoded(after)}"] if after else []
    return f"{url}{'' if '#' in url else '#'}:~:text={','.join(parts)}"


def _matched(passage: str) -> list[str]:
    """The passage, or of a long one its first words and its last, which stand nowhere else in it."""
    whole = " ".join(passage.split())
    if len(whole) <= LONGEST:
        return [whole]
    words = list(_WORD.finditer(whole))
    found = [whole]
    for count in range(_FEWEST_WORDS, len(words) // 2 + 1):
        first, last = whole[: words[count - 1].end()], whole[words[-count].start() :]
        if last.lower() in whole[len(first) : -1].lower():
            continue
        found = [first, last]
        if first.lower() not in whole[1:].lower():
            break
    return found


def _beside(source: Source, span: Span, matched: list[str]) -> tuple[str, str]:
    """The fewest words right before the passage, or else right after it, with which it stands only once."""
    assert source.text is not None
    content, first = source.text.content, matched[0]
    if _is_unique(first, content):
        return "", ""
    (shown,) = sentences_around(source, content, [span])
    before = list(_before(content, Span(shown.start, span.start)))
    for words in before:
        if _is_unique(words + first, content):
            return words.strip(), ""
    after = list(_after(content, Span(span.end, shown.end))) if len(matched) == 1 else []
    for words in after:
        if _is_unique(first + words, content):
            return "", words.strip()
    return "".join(before[-1:]).strip(), "".join(after[-1:]).strip()


def _before(content: str, span: Span) -> Iterator[str]:
    """The last word of ``span``, the last two, and so on, with the space after them."""
    starts = [found.start() for found in _WORD.finditer(content, span.start, span.end)]
    for start in reversed(starts[-_MOST_BESIDE:]):
        yield _collapsed(content[start : span.end])


def _after(content: str, span: Span) -> Iterator[str]:
    """The first word of ``span``, the first two, and so on, with the space before them."""
    for found in islice(_WORD.finditer(content, span.start, span.end), _MOST_BESIDE):
        yield _collapsed(content[span.start : found.end()])


def _is_unique(words: str, content: str) -> bool:
    folded, wanted = _folded(content), words.lower()
    at = folded.find(wanted)
    return at < 0 or folded.find(wanted, at + 1) < 0


@lru_cache(maxsize=4)
def _folded(content: str) -> str:
    return _collapsed(content).lower()


def _collapsed(text: str) -> str:
    return _SPACES.sub(" ", text)


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
