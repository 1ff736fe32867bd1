"""One walk over the nodes of a file, by tables that say which keys there are and how each is read.

A reader takes the walk, a node, and the mapping and key that it stands under (in a list, those of the list),
and gives a value, or None where it added a problem. So every problem of a file is told at once, each at its
place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from onrecord.finding import Fix
from onrecord.loaders.nodes import Node, YamlMapping, YamlSequence
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.loaders.suggest import asked, likeliest
from onrecord.mending import in_place, without_key
from onrecord.text import Location, Scalar, Span

NULLS = frozenset({"~", "null", "Null", "NULL"})
"""What YAML 1.2 reads as nothing, where it stands without quotation marks."""
_NOUNS: dict[type, str] = {Scalar: "a text", YamlMapping: "keys with values", YamlSequence: "a list"}

Reader = Callable[["Walk", Node, YamlMapping, str], Any]


class Field(NamedTuple):
    """What a key means: the field of the value that it fills, and how it is read."""

    name: str
    read: Reader
    required: bool = False


class Shape(NamedTuple):
    """The keys that a mapping may have; ``noun`` says in messages what it describes."""

    noun: str
    fields: dict[str, Field]
    required: tuple[str, ...]


def shape(noun: str, required: Mapping[str, tuple[str, Reader] | Reader], **optional: Reader) -> Shape:
    """A shape of required and optional keys; a key that is called otherwise in the model names its field."""
    fields: dict[str, Field] = {}
    for key, given in required.items():
        name, read = given if isinstance(given, tuple) else (key, given)
        fields[key] = Field(name, read, required=True)
    fields |= {key: Field(key, read) for key, read in optional.items()}
    return Shape(noun, fields, tuple(required))


class Walk:
    """One walk over one file: its text, and where its problems go."""

    def __init__(self, text: YamlText, problems: Problems) -> None:
        self.text = text
        self.problems = problems
        self._is_required = False

    def keys(self, node: YamlMapping, shape: Shape) -> dict[str, Any] | None:
        """The fields that the keys of ``node`` fill; None where a required one is missing or wrong."""
        made, is_whole = self.readable_keys(node, shape)
        return made if is_whole else None

    def readable_keys(self, node: YamlMapping, shape: Shape) -> tuple[dict[str, Any], bool]:
        """The fields that could be read, and whether all that are required are among them."""
        fields, made, is_whole = shape.fields, {}, True
        for key, value in node.items():
            field = fields.get(key)
            if field is None:
                self._unknown_key(node, key, value, shape)
                continue
            name, read, required = field
            self._is_required = required
            given = read(self, value, node, key)
            if given is not None:
                made[name] = given
            elif required:
                is_whole = False
        for key in shape.required:
            if key not in node:
                is_whole = False
                self.missing(node, key, shape.noun)
        return made, is_whole

    def at(self, node: YamlMapping) -> Location:
        """Where a mapping is pointed at: its first key."""
        text = self.text
        for first, start in node.starts.items():
            if text.content.startswith(("'", '"'), start):
                return Location(text, node.key_span(first, text.content))
            return Location(text, Span(start, start + len(first)))
        return Location(text, self._line(node.start))

    def place(self, value: Node, under: YamlMapping, key: str) -> Location:
        """Where a value is pointed at; one that is empty, at its key."""
        if isinstance(value, Scalar):
            return value.at() if value.start < value.end else self.key_at(under, key)
        return Location(self.text, self._line(value.start))

    def key_at(self, node: YamlMapping, key: str) -> Location:
        """Where a key stands."""
        return Location(self.text, node.key_span(key, self.text.content))

    def add(self, rule: str, message: str, location: Location, help: str, **rest: Any) -> None:
        """Add a problem; ``rest`` are the other fields of `Problem`."""
        self.problems.add(rule, message, location, help=help, **rest)

    def missing(self, node: YamlMapping, key: str, noun: str) -> None:
        """Add a problem for a required key that is not there."""
        self.add("missing-key", f"{noun} needs the key {key!r}", self.at(node), f"add '{key}:'")

    def wrong_shape(
        self, value: Node, under: YamlMapping, key: str, wanted: str, fix: Fix | None = None
    ) -> None:
        """Add a problem for a value that is of another kind than its key takes."""
        if type(value) is Scalar and self.refuse_empty(value, under, key):
            return
        message = f"{key!r} takes {wanted}, and here is {_NOUNS[type(value)]}"
        help = {
            "a list": f"write each entry on a line of its own that begins with '- ', or '{key}: [...]'",
            "keys with values": "write each key on a line of its own, indented",
        }.get(wanted, "write one text; one that holds a colon, brackets or braces goes in quotation marks")
        self.add("wrong-shape", message, self.place(value, under, key), help, fix=fix)

    def refuse_empty(self, value: Scalar, under: YamlMapping, key: str) -> bool:
        """Whether there is nothing in ``value``, which is then added as a problem."""
        if value and not value.isspace() and (value.style or value not in NULLS):
            return False
        if value in NULLS:
            message = f"{str(value)!r} means 'nothing' in YAML"
            help = "leave the key out, or put it in quotation marks"
        else:
            message, help = f"{key!r} is empty", "give it a value, or leave the key out"
        is_own = under.get(key) is value and not self._is_required
        fix = without_key(self.at(under), key) if is_own else None
        self.add("empty-value", message, self.place(value, under, key), help, fix=fix)
        return True

    def _line(self, start: int) -> Span:
        return Span(start, max(start + 1, self.text.line_end(start)))

    def _unknown_key(self, node: YamlMapping, key: str, value: Node, shape: Shape) -> None:
        if self.problems.is_full:
            self.problems.skip()
            return
        location, fix = self.key_at(node, key), None
        shown = f"there is no key {key[:60]!r} in {shape.noun}"
        if type(value) is Scalar and value.start == value.end and not self._has_colon(location):
            help = "a comma ends a value inside { }: put a text with commas in quotation marks"
        else:
            meant = likeliest(key, shape.fields)
            help = asked(meant) or f"delete it; the keys are {', '.join(shape.fields)}"
            fix = in_place(location, meant) if meant and meant not in node else None
        self.add("unknown-key", shown, location, help, fix=fix)

    def _has_colon(self, key: Location) -> bool:
        end = key.span.end if key.span else 0
        return self.text.content[end : self.text.line_end(end)].lstrip().startswith(":")
