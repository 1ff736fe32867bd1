"""Plain text: it is kept byte for byte, so it has to be UTF-8; nothing is guessed."""

from __future__ import annotations

from onrecord.extractor import Extracted, Extractor
from onrecord.mistake import Mistake

_MARKS = (b"\xff\xfe", b"\xfe\xff")


def _extract(content: bytes) -> Extracted:
    if content.startswith(_MARKS) or b"\0" in content:
        raise Mistake("it is saved as UTF-16, or is no text: save it as UTF-8 and keep the original")
    try:
        return Extracted(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Mistake(
            f"line {line} is not UTF-8, perhaps Latin-1: save it as UTF-8 and keep the original"
        ) from error


EXTRACTOR = Extractor(
    (".txt", ".text", ".md", ".markdown"),
    "a text",
    _extract,
    media_types=("text/plain", "text/markdown"),
)
