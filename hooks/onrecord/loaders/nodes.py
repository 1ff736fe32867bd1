"""What a YAML file is made of: texts, mappings and lists that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.loaders.places import YamlText
from onrecord.text import Scalar, Span

_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)
# Keys and plain ASCII that begins with a letter or digit, without "#" and without a colon before a blank.
_FLAT = re.compile(
    r"(?:[a-z][a-z0-9_]{0,60}: [A-Za-z0-9][!-\"$-9;-~ ]*(?::[!-\"$-9;-~][!-\"$-9;-~ ]*)*(?<! )\n)+"
)


class YamlMapping(dict[str, "Node"]):
    """Keys and values in the file's order.

    ``start`` is where it begins and ``starts`` where each key does (offsets of code points).
    """

    __slots__ = ("start", "starts")
    start: int
    starts: dict[str, int]

    def key_span(self, key: str, content: str) -> Span:
        """Where ``key``, which must be there, stands in ``content``, quotation marks included."""
        start = self.starts[key]
        if not content.startswith(("'", '"'), start):
            return Span(start, start + len(key))
        quoted = _QUOTED.match(content, start)
        return Span(start, quoted.end() if quoted else start + len(key))


class YamlSequence(list["Node"]):
    """The entries of a list; ``start`` is the offset of the code point at which it begins."""

    __slots__ = ("start",)
    start: int


Node = Scalar | YamlMapping | YamlSequence


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield the texts in a node, in the order of the file; keys are none."""
    if isinstance(node, Scalar):
        yield node
        return
    for part in node.values() if isinstance(node, YamlMapping) else node:
        yield from scalars(part)


def parse_flat(text: YamlText) -> YamlMapping | None:
    """The keys and values of a file in which each line is a key and a text that no rule of YAML changes.

    Most metadata are such files, and a corpus has thousands of them. None for any other file; what is read
    here is read by libyaml in the same way, which a test holds to.
    """
    content, new = text.content, str.__new__
    if _FLAT.fullmatch(content) is None:
        return None
    node = YamlMapping()
    node.start, node.starts = 0, {}
    at = 0
    for line in content.split("\n")[:-1]:
        key, _, value = line.partition(": ")
        if key in node:
            return None
        scalar = new(Scalar, value)
        scalar.text = text
        scalar.end = end = at + len(line)
        scalar.start = end - len(value)
        scalar.style = ""
        node.starts[key] = at
        node[key] = scalar
        at = end + 1
    return node
