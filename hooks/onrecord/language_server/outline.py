"""What is being written at a place of a fact file, read from its lines alone.

While somebody writes, a file is often no YAML. Its indentation still says which value the cursor stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.text import Span, Text

_DASHES = re.compile(r" *(?:- +)*(?:-$)?")
_KEY = re.compile(r"(?P<key>[a-z0-9_]{1,60}):(?:[ \t]+|$)")
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}\s*(?:#.*)?$")
_IN_BRACES = re.compile(r"(?<=[{,])\s*(?P<key>[a-z0-9_]{1,60}):\s+(?P<value>[^,{}\[\]]*)")
_FIRST_KEY = re.compile(r"\s*(?:(?P<key>[a-z0-9_]{1,60}):(?:\s+|$))?")
_LAST_KEY = re.compile(r"(?P<key>[a-z0-9_]{1,60}):\s*\Z")
_SLOT = re.compile(r"(?P<lead> *(?:- +)*)(?P<word>[a-z0-9_]{0,60})(?:(?P<colon>:(?:[ \t].*)?)|[ \t]*)")
_WORD = re.compile("[a-z0-9_]*")
_CURSOR = "__"
_BRACKET = re.compile(r"[\[\]{},]")
_OPENS = ("[", "{")


class Row(NamedTuple):
    """A line, or what it adds to the value of ``key``.

    ``above`` are the keys that lead there, the outermost first; ``mapping`` is a number that the keys of one
    mapping share. ``column`` is that of the key, -1 in a line without one. ``value`` stands at the offset
    ``start``; ``is_first`` is false where lines of the same value stand above, ``is_block`` is true under
    ``|`` and ``>``.
    """

    line: int
    column: int
    key: str
    above: tuple[str, ...]
    mapping: int
    value: str
    start: int
    is_first: bool = True
    is_block: bool = False


class Cursor(NamedTuple):
    """What stands at the cursor: ``typed`` of the value of ``key``, and the ``span`` of the whole value.

    ``beside`` are the other keys of the same mapping with their values. ``in_braces`` is true inside
    ``[...]`` and ``{...}``, ``is_block`` under ``|`` and ``>``, ``is_key`` where a key of ``{...}`` is
    written (``key`` is then the one above).
    """

    key: str
    above: tuple[str, ...]
    typed: str
    span: Span
    beside: dict[str, str]
    in_braces: bool = False
    is_block: bool = False
    is_key: bool = False


class Slot(NamedTuple):
    """A place where a key stands or may stand.

    ``above`` are the keys that lead there, ``beside`` the other ones of the same mapping. ``span`` is the
    word there, ``typed`` as much of it as stands before the cursor. ``is_named`` is true where a colon
    follows it, ``has_dash`` where the mapping begins behind a hyphen. ``column`` is the word's, from 0.
    """

    above: tuple[str, ...]
    beside: frozenset[str]
    typed: str
    span: Span
    column: int
    is_named: bool = False
    has_dash: bool = False
    in_braces: bool = False


def rows(text: Text) -> Iterator[Row]:
    """The rows of a file; comments and blank lines are left out but where a value may begin."""
    stack: list[Row] = []
    for number in range(1, text.line_count() + 1):
        line, start = text.line(number), text.line_start(number)
        if not line.strip():
            row = _blank(stack, number, line, start)
        elif line.lstrip().startswith("#"):
            row = None
        else:
            row = _goes_on(stack, number, line, start) or _row(stack, number, line, start)
        if row is not None:
            yield row


def _blank(stack: list[Row], number: int, line: str, start: int) -> Row | None:
    """A line of spaces right below a key whose value begins there."""
    if not stack or number != stack[-1].line + 1 or len(line) <= stack[-1].column:
        return None
    above = stack[-1]
    is_block = bool(_BLOCK.match(above.value))
    if above.value and not is_block:
        return None
    return above._replace(line=number, column=-1, value="", start=start + len(line), is_block=is_block)


def _goes_on(stack: list[Row], number: int, line: str, start: int) -> Row | None:
    """The line as more of the value of the key above: below ``|`` or ``>``, or in a bracket."""
    if not stack:
        return None
    above, indent = stack[-1], len(line) - len(line.lstrip(" "))
    is_block = bool(_BLOCK.match(above.value))
    if indent <= above.column or not (is_block or above.value.startswith(("[", "{"))):
        return None
    is_first = number == above.line + 1
    return above._replace(
        line=number, value=line[indent:], start=start + indent, is_first=is_first, is_block=is_block
    )


def _row(stack: list[Row], number: int, line: str, start: int) -> Row | None:
    found = _DASHES.match(line)
    column = found.end() if found else 0
    has_dash = "-" in line[:column]
    key = _KEY.match(line, column)
    if key is None:
        return _entry(stack, number, line, start, column) if stack else None
    mapping = number
    while stack and stack[-1].column >= column:
        if stack[-1].column == column and not has_dash:
            mapping = stack[-1].mapping
        stack.pop()
    above = tuple(row.key for row in stack)
    stack.append(Row(number, column, key["key"], above, mapping, line[key.end() :], start + key.end()))
    return stack[-1]


def _entry(stack: list[Row], number: int, line: str, start: int, column: int) -> Row:
    """A line without a key: an entry of a list, or more of a text."""
    dash = line.find("-", 0, column)
    while dash >= 0 and len(stack) > 1 and stack[-1].column > dash:
        stack.pop()
    above = stack[-1]
    is_first = dash >= 0 or (number == above.line + 1 and not above.value)
    return above._replace(
        line=number, column=-1, value=line[column:], start=start + column, is_first=is_first
    )


def at(text: Text, offset: int) -> Cursor | None:
    """What is being written at ``offset``; None where that is no value, or not the first line of one."""
    number = text.position(offset).line
    every = list(rows(text))
    row = next((row for row in every if row.line == number), None)
    if row is None or offset < row.start:
        return None
    same = [each for each in every if each.mapping == row.mapping]
    beside = {each.key: word(each.value) for each in reversed(same)}
    opener = next(each for each in same if each.key == row.key)
    if not row.is_block and (row.value.startswith(_OPENS) or opener.value.startswith(_OPENS)):
        return _in_braces(text, offset, row, beside)
    if not row.is_first:
        return None
    typed = text.content[row.start : offset]
    return Cursor(row.key, row.above, typed, _whole(text, row.start, offset), beside, is_block=row.is_block)


def _whole(text: Text, start: int, offset: int) -> Span:
    line = text.position(offset).line
    end = text.line_start(line) + len(text.line(line).rstrip())
    return Span(start, max(offset, end))


def _in_braces(text: Text, offset: int, row: Row, beside: dict[str, str]) -> Cursor | None:
    content, cut, opened = text.content, row.start, [row.start]
    for found in _BRACKET.finditer(content, row.start, offset):
        cut = found.end()
        if found[0] in _OPENS:
            opened.append(found.start())
        elif found[0] != "," and len(opened) > 1:
            opened.pop()
    if cut > row.start and content[cut - 1] in "]}":
        return None
    named, before = _FIRST_KEY.match(content, cut, offset), _LAST_KEY.search(content, row.start, opened[-1])
    assert named is not None
    start, span = named.end(), _whole(text, named.end(), offset)
    ends = _BRACKET.search(content, offset, span.end)
    span = Span(start, ends.start()) if ends else span
    key = named["key"] or (before["key"] if before else None)
    if named["key"]:
        pairs = _IN_BRACES.finditer(content, opened[-1], _whole(text, start, offset).end)
        beside = {each["key"]: word(each["value"]) for each in pairs}
    above = (*row.above, row.key) if key else row.above
    is_key = content[opened[-1]] == "{" and not named["key"]
    if is_key:
        pairs = _IN_BRACES.finditer(content, opened[-1], _whole(text, start, offset).end)
        beside = {each["key"]: word(each["value"]) for each in pairs}
    return Cursor(key or row.key, above, content[start:offset], span, beside, in_braces=True, is_key=is_key)


def slot(text: Text, offset: int) -> Slot | None:
    """The place of a key at ``offset``: on a line of its own, or in ``{...}``; None where none can stand."""
    number = text.position(offset).line
    start = text.line_start(number)
    found = _SLOT.fullmatch(text.line(number))
    if found is None or not start + found.end("lead") <= offset <= start + found.end("word"):
        return _slot_in_braces(text, offset)
    span = Span(start + found.start("word"), start + found.end("word"))
    colon = "" if found["colon"] is not None else ":"
    content = text.content
    asked = Text(text.path, f"{content[: span.start]}{_CURSOR}{colon}{content[span.end :]}")
    every = list(rows(asked))
    row = next((each for each in every if each.line == number and each.key == _CURSOR), None)
    if row is None or row.column != found.end("lead"):
        return None
    beside = {each.key for each in every if each.mapping == row.mapping and each.column >= 0} - {_CURSOR}
    has_dash = "-" in asked.line(row.mapping)[: row.column]
    typed = content[span.start : offset]
    return Slot(row.above, frozenset(beside), typed, span, row.column, not colon, has_dash)


def _slot_in_braces(text: Text, offset: int) -> Slot | None:
    cursor = at(text, offset)
    if cursor is None or not cursor.is_key or not _WORD.fullmatch(typed := cursor.typed.lstrip(" ")):
        return None
    whole = _WORD.match(text.content, offset)
    assert whole is not None
    span = Span(offset - len(typed), whole.end())
    is_named = text.content.startswith(":", span.end)
    beside = cursor.beside.keys() - ({text.content[span.start : span.end]} if is_named else set())
    above = (*cursor.above, cursor.key)
    return Slot(above, frozenset(beside), typed, span, 0, is_named, has_dash=True, in_braces=True)


def word(value: str) -> str:
    """A value of one word without quotation marks and comment."""
    return value.split(" #")[0].strip().strip("'\"")


def claim_ids(text: Text) -> Iterator[str]:
    """The ids of the claims in a fact file, in its order."""
    for row in rows(text):
        if row.key == "id" and row.above == ("claims",):
            yield word(row.value)


def page_source(text: Text) -> str:
    """The source that a fact file names for all its quotations; empty where it names none."""
    return next((word(row.value) for row in rows(text) if row.key == "source" and not row.above), "")
