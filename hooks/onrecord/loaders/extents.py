"""What belongs to an entry of a list or to a key in a YAML file, and where another key goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from onrecord.excerpts import as_scalar
from onrecord.loaders.nodes import Node, YamlMapping, YamlSequence
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.loaders.yaml import parse
from onrecord.text import Scalar, Span

_LINE_BREAK = re.compile("\r\n|\n|\r")
_CLOSERS = re.compile(r"[ \t]*[\]}][\]},\s]*(?:#.*)?")
_NOTHING = re.compile(r"[ \t]*(?:#.*)?")
_KEPT_BREAKS = re.compile(r"[|>][0-9]?\+")
NAMING = frozenset(
    (
        "answer",
        "claims",
        "conflicts_with",
        "depends_on",
        "from",
        "replaced_by",
        "rests_on",
        "role",
        "supersedes",
    )
)
"""The keys of a fact file whose values are ids of claims."""
_MARGIN = re.compile(r"[ ]*(?:-[ ]+)?")


def end(text: YamlText, node: Node) -> int:
    """The end of the last line of a list or mapping, a comment on it included."""
    last = max(_scalars(node), key=lambda scalar: scalar.end, default=None)
    stop = text.line_end(node.start if last is None else last.end)
    keeps = last is not None and last.style in ("|", ">") and _KEPT_BREAKS.match(text.content, last.start)
    at = stop
    while line_break := _LINE_BREAK.match(text.content, at):
        start, at = line_break.end(), text.line_end(line_break.end())
        line = text.content[start:at]
        if _CLOSERS.fullmatch(line) or (keeps and not line.strip()):
            stop = at
        elif not _NOTHING.fullmatch(line):
            break
    return stop


def is_flow(text: YamlText, node: YamlMapping | YamlSequence) -> bool:
    """Whether a list or mapping stands in brackets."""
    return text.content.startswith(("[", "{"), node.start)


def extent(text: YamlText, start: int, key: str) -> Span | None:
    """What goes where the list entry that begins at ``start`` is taken out, or a ``key`` of a mapping there.

    Where it is the only one, what it stands in goes as well. None where nothing would be left, or where
    lines cannot be told apart.
    """
    owner, name = _mapping_at(text, start) if key else _list_of(text, start)
    if key and owner is not None:
        name = key
    return None if owner is None else _part(text, owner, name)


def addition(text: YamlText, start: int, after: str, key: str, words: str) -> tuple[Span, str] | None:
    """What to write where to give the mapping that begins at ``start`` a ``key``, below ``after``."""
    owner, _ = _mapping_at(text, start)
    if type(owner) is not YamlMapping or after not in owner or key in owner:
        return None
    value = owner[after]
    if is_flow(text, owner):
        at = value.end if type(value) is Scalar else None
        return None if at is None else (Span(at, at), f", {key}: {as_scalar(words, bare=words.isalnum())}")
    column = text.position(owner.starts[after]).column - 1
    at = end(text, value)
    first = _LINE_BREAK.search(text.content)
    return Span(at, at), f"{first[0] if first else chr(10)}{' ' * column}{key}: {as_scalar(words)}"


def places_of(text: YamlText, named: Scalar) -> tuple[Scalar, ...]:
    """An id where it is given, and wherever the file names a claim by it."""
    found = [named]
    for owner, name, node in _parts(_tree(text).root):
        key = name if isinstance(owner, YamlMapping) else _tree(text).owners.get(id(owner), (owner, ""))[1]
        if isinstance(node, Scalar) and node == named and key in NAMING:
            found.append(node)
    return tuple(sorted(found, key=lambda place: place.start))


# Where something stands


Owner = YamlMapping | YamlSequence
_Place = tuple[Owner | None, str | int]


class _Tree(NamedTuple):
    """The one value of a file, and for each list and mapping (by its identity) what it is which part of."""

    root: Node | None
    owners: dict[int, tuple[Owner, str | int]]


@lru_cache(maxsize=4)
def _tree(text: YamlText) -> _Tree:
    root = parse(text, Problems())
    return _Tree(root, {id(node): (owner, name) for owner, name, node in _parts(root)})


def _parts(root: Node | None) -> Iterator[tuple[Owner, str | int, Node]]:
    waiting: list[Node | None] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, YamlMapping):
            for key, value in node.items():
                yield node, key, value
                waiting.append(value)
        elif isinstance(node, YamlSequence):
            for number, entry in enumerate(node):
                yield node, number, entry
                waiting.append(entry)


def _first(node: Node) -> int:
    """Where a node is pointed at: a mapping at its first key."""
    return next(iter(node.starts.values()), node.start) if isinstance(node, YamlMapping) else node.start


def _mapping_at(text: YamlText, start: int) -> _Place:
    root = _tree(text).root
    every = [root, *(node for _, _, node in _parts(root))]
    return next((node for node in every if isinstance(node, YamlMapping) and _first(node) == start), None), ""


def _list_of(text: YamlText, start: int) -> _Place:
    for owner, number, node in _parts(_tree(text).root):
        if isinstance(owner, YamlSequence) and _first(node) == start:
            return owner, number
    return None, ""


# How much of the file is a part


def _part(text: YamlText, owner: Owner, name: str | int) -> Span | None:
    if isinstance(owner, YamlMapping) and name not in owner:
        return None
    if len(owner) == 1:
        above, as_which = _tree(text).owners.get(id(owner), (None, ""))
        return None if above is None else _part(text, above, as_which)
    if is_flow(text, owner):
        return _between_commas(text, owner, name)
    return _lines(text, owner, name)


def _between_commas(text: YamlText, owner: Owner, name: str | int) -> Span | None:
    if isinstance(owner, YamlMapping):
        names, starts, nodes = list(owner), list(owner.starts.values()), list(owner.values())
        number = names.index(str(name))
    else:
        starts, nodes, number = [node.start for node in owner], list(owner), int(name)
    if number + 1 < len(nodes):
        return Span(starts[number], starts[number + 1])
    before, stop = (_closed(text, nodes[at]) for at in (number - 1, number))
    return None if before is None or stop is None else Span(before, stop)


def _closed(text: YamlText, node: Node) -> int | None:
    """The end of a part of what stands in brackets."""
    if isinstance(node, Scalar):
        return node.end
    parts = list(node.values()) if isinstance(node, YamlMapping) else list(node)
    inner = _closed(text, parts[-1]) if parts else node.start + 1
    found = None if inner is None else re.compile(r"[\s,]*[\]}]").match(text.content, inner)
    return found.end() if found else None


def _lines(text: YamlText, owner: Owner, name: str | int) -> Span | None:
    """The lines of an entry or of a key; a key behind a dash leaves its place to the next one."""
    content = text.content
    if isinstance(owner, YamlMapping):
        node, start = owner[str(name)], owner.starts[str(name)]
        following = min((at for at in owner.starts.values() if at > start), default=None)
    else:
        node, following = owner[int(name)], None
        start = _first(node)
    begin = text.line_start(text.position(start).line)
    margin = content[begin:start]
    stop = end(text, node)
    line_break = _LINE_BREAK.match(content, stop)
    if isinstance(owner, YamlMapping) and margin.strip():
        return Span(start, following) if following is not None and margin.strip() == "-" else None
    if _MARGIN.fullmatch(margin) is None or (isinstance(owner, YamlSequence) and "-" not in margin):
        return None
    return Span(begin, line_break.end()) if line_break else Span(max(0, begin - 1), stop)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    for part in node.values() if isinstance(node, YamlMapping) else node:
        yield from _scalars(part)
