"""What belongs to an entry of a list or to a key in a YAML file, and where another key goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from onrecord.excerpts import as_scalar
from onrecord.loaders.nodes import Node, YamlMapping, YamlSequence, scalars
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
_BLANK_LINE = re.compile("[ \t]*(?:\r\n|\n|\r)")
_MARGIN = re.compile(r"[ ]*(?:-[ ]+)?")


def end(text: YamlText, node: Node) -> int:
    """The end of the last line of a list or mapping, a comment on it included."""
    last = max(scalars(node), key=lambda scalar: scalar.end, default=None)
    stop = text.line_end(node.start if last is None else last.end)
    keeps = last is not None and last.style in ("|", ">") and _KEPT_BREAKS.match(text.content, last.start)
    at = stop
    while line_break := _LINE_BREAK.match(text.content, at):
        start, at = line_break.end(), text.line_end(line_break.end())
        line = text.content[start:at]
        is_kept = keeps and not line.strip() and start < len(text.content)
        if _CLOSERS.fullmatch(line) or is_kept:
            stop = at
        elif not _NOTHING.fullmatch(line):
            break
    return stop


def _is_open(node: Node) -> bool:
    """Whether the last value of a part would be another with a line end behind it, at the end of a file."""
    last = max(scalars(node), key=lambda scalar: scalar.end, default=None)
    return last is not None and last.style in ("|", ">") and not last.endswith("\n")


def is_flow(text: YamlText, node: YamlMapping | YamlSequence) -> bool:
    """Whether a list or mapping stands in brackets."""
    return text.content.startswith(("[", "{"), node.start)


def extent(text: YamlText, start: int, key: str) -> Span | None:
    """What goes where the list entry that begins at ``start`` is taken out, or a ``key`` of a mapping there.

    Where it is the only one, what it stands in goes as well. None where nothing would be left, or where
    lines cannot be told apart.
    """
    tree = _tree(text)
    owner, name = (tree.mappings.get(start), key) if key else tree.entries.get(start, (None, ""))
    return None if owner is None else _part(text, owner, name)


def addition(text: YamlText, start: int, after: str, key: str, words: str) -> tuple[Span, str] | None:
    """What to write where to give the mapping that begins at ``start`` a ``key``, below ``after``."""
    owner = _tree(text).mappings.get(start)
    if owner is None or after not in owner or key in owner:
        return None
    value = owner[after]
    if is_flow(text, owner):
        at = value.end if type(value) is Scalar else None
        return None if at is None else (Span(at, at), f", {key}: {as_scalar(words, bare=words.isalnum())}")
    column = text.position(owner.starts[after]).column - 1
    at = end(text, value)
    if at == len(text.content) and _is_open(value):
        return None
    return Span(at, at), f"{text.line_break}{' ' * column}{key}: {as_scalar(words)}"


def places_of(text: YamlText, named: Scalar) -> tuple[Scalar, ...]:
    """An id where it is given, and wherever the file names a claim by it."""
    found = [named, *_tree(text).naming.get(str(named), ())]
    return tuple(sorted(found, key=lambda place: place.start))


# Where something stands


Owner = YamlMapping | YamlSequence
_Place = tuple[Owner | None, str | int]


class _Tree(NamedTuple):
    """The one value of a file, and where in it what is.

    ``owners`` has for each list and mapping, by its identity, what it is which part of. ``mappings`` and
    ``entries`` have the outermost mapping and the outermost entry of a list that begins at an offset, and
    ``naming`` the places that name a claim, by its id.
    """

    root: Node | None
    owners: dict[int, _Place]
    mappings: dict[int, YamlMapping]
    entries: dict[int, _Place]
    naming: dict[str, list[Scalar]]


@lru_cache(maxsize=4)
def _tree(text: YamlText) -> _Tree:
    tree = _Tree(parse(text, Problems()), {}, {}, {}, {})
    if isinstance(tree.root, YamlMapping):
        tree.mappings[_first(tree.root)] = tree.root
    for owner, name, node in _parts(tree.root):
        tree.owners[id(node)] = owner, name
        if isinstance(node, YamlMapping):
            tree.mappings.setdefault(_first(node), node)
        if isinstance(owner, YamlSequence):
            tree.entries.setdefault(_first(node), (owner, name))
        key = name if isinstance(owner, YamlMapping) else tree.owners.get(id(owner), (owner, ""))[1]
        if isinstance(node, Scalar) and key in NAMING:
            tree.naming.setdefault(str(node), []).append(node)
    return tree


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
    return Span(begin, _past_blank(content, line_break.end(), begin) if line_break else stop)


def _past_blank(content: str, at: int, begin: int) -> int:
    """Where the lines end that go with those from ``begin`` to ``at``.

    A value above that keeps its line ends would take blank lines in that follow.
    """
    if _KEPT_BREAKS.search(content, 0, begin):
        while (blank := _BLANK_LINE.match(content, at)) is not None:
            at = blank.end()
    return at
