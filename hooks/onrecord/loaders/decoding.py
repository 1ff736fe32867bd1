"""Bytes of a file to text: strict UTF-8, with the place and the likely reason where they are none."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.loaders.conflicts import left_conflict
from onrecord.loaders.nodes import YamlMapping
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.loaders.yaml import parse
from onrecord.mending import without
from onrecord.text import Location, Span, Text

LARGEST_YAML = 1 << 20
"""The most bytes of a fact file or of a source's metadata: some 3,000 claims."""
LARGEST_SOURCE = 64 << 20
"""The most bytes of a source's text."""
_RULE = "unreadable-file"
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32", "utf-32"),
    (b"\x00\x00\xfe\xff", "UTF-32", "utf-32"),
    (b"\xff\xfe", "UTF-16", "utf-16"),
    (b"\xfe\xff", "UTF-16", "utf-16"),
)
# Nobody sees them. libyaml ends lines at the first three, which YAML 1.2 does not, and drops the fourth.
_UNSEEN = re.compile("[\x85\u2028\u2029\ufeff]")
_SEEN = re.compile(r"[^\s]+")


class Fault(NamedTuple):
    """Why bytes are no text: what is wrong, where, and what to do."""

    message: str
    location: Location
    help: str


def decode(path: str, content: bytes) -> str | Fault:
    """The text of a file's bytes, or why they are none: not UTF-8, or a NUL in it."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _no_utf8(path, content, error)
    if b"\0" not in content:
        return text
    at = text.index("\0")
    if at < 4 and "\0" in text[at + 1 : at + 4]:
        return Fault("the file is saved as UTF-16 or UTF-32", Location(Text(path, "")), "save it as UTF-8")
    message = "the file holds a NUL character, which is in no text"
    return Fault(message, Location(Text(path, text), Span(at, at + 1)), "delete it, or take the text anew")


def _no_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> Fault:
    for mark, name, codec in _MARKS:
        if content.startswith(mark):
            text = Text(path, content.decode(codec, "replace"))
            line = Span(0, max(1, len(text.line(1))))
            return Fault(f"the file is saved as {name}", Location(text, line), "save it as UTF-8")
    text = Text(path, content.decode("utf-8", "replace"))
    at = len(content[: error.start].decode("utf-8"))
    message = f"the byte 0x{content[error.start]:02X} is no UTF-8"
    help = "save the file as UTF-8; it may be in an older encoding such as Windows-1252, or no text at all"
    return Fault(message, Location(text, Span(at, at + 1)), help)


def read_mapping(path: str, content: bytes, problems: Problems) -> tuple[YamlText, YamlMapping | None]:
    """The keys and values of a YAML file; None where it has none or cannot be read, with a problem."""
    if len(content) > LARGEST_YAML:
        empty = YamlText(path, "")
        message = f"the file has more than {LARGEST_YAML:,} bytes"
        problems.add("excessive-size", message, Location(empty), help="divide it into several")
        return empty, None
    decoded = decode(path, content)
    if isinstance(decoded, Fault):
        problems.add(_RULE, decoded.message, decoded.location, help=decoded.help)
        return YamlText(path, ""), None
    text = YamlText(path, decoded.lstrip("\ufeff"))
    if text.content and decoded.startswith("\ufeff"):
        _add_at(text, problems, 0, "the file begins with a byte order mark", "save it as UTF-8 without one")
    if (span := left_conflict(text.content)) is not None:
        shown = text.content[span.start : span.end][:40]
        help = "keep what belongs into the file, of both versions if both do, and delete the lines git wrote"
        message = f"a merge conflict was left here: {shown!r}"
        problems.add("merge-conflict", message, Location(text, span), help=help)
        return text, None
    if not decoded.isascii() and (found := _UNSEEN.search(text.content)):
        message = f"the character U+{ord(found[0]):04X} stands here, which nobody sees"
        _add_at(text, problems, found.start(), message, "delete it; end lines with the Enter key")
        return text, None
    return text, _top(text, parse(text, problems), problems)


def _top(text: YamlText, node: object, problems: Problems) -> YamlMapping | None:
    if type(node) is YamlMapping:
        return node
    if len(problems) and node is None:
        return None
    first = _SEEN.search(text.content)
    at = Span(first.start(), text.line_end(first.start())) if first else None
    if not node:
        help = "write what it should hold, or delete it"
        problems.add(_RULE, "there is nothing in this file", Location(text, at), help=help)
    else:
        help = "begin it with a key, such as 'title: Is the dam safe?'"
        problems.add("wrong-shape", "the file is no list of keys with values", Location(text, at), help=help)
    return None


def _add_at(text: YamlText, problems: Problems, at: int, message: str, help: str) -> None:
    place = Location(text, Span(at, min(at + 1, len(text.content))))
    fix = without(place, "the character") if text.content[at] in "\x85\u2028\u2029\ufeff" else None
    problems.add(_RULE, message, place, help=help, fix=fix)
