"""Strict YAML: the parser's events built into strings, mappings and lists that know where they stand.

The notation is YAML 1.2 without anything that can say more than the text shows: no anchors, aliases, merge
keys, tags, directives, complex keys or second documents. Every scalar stays a string. What is refused becomes
a problem; nothing here raises for any content.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from yaml import SafeLoader
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.scanner import ScannerError

from onrecord.finding import Fix, Related
from onrecord.loaders.nodes import Node, YamlMapping, YamlSequence, parse_flat
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.loaders.yaml_errors import add_syntax_problem
from onrecord.loaders.yaml_names import YamlNames
from onrecord.mending import without
from onrecord.text import Location, Scalar, Span

CParser: Any
try:
    from yaml._yaml import CParser
except ImportError:
    CParser = None

DEEPEST = 20
"""How many mappings and lists may stand inside each other; the deepest fact file needs seven."""
MOST_VALUES = 100_000
"""How many values a file may hold: some 6,000 claims."""
_BLANKS = re.compile("[ \t]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Stop(Exception):
    """The rest of the file is not worth reading; a problem says why."""


class _Pending:
    """What stands for a key: that none is open, or that the value to come is to be dropped."""


_NO_KEY, _DROPPED = _Pending(), _Pending()


def parse(text: YamlText, problems: Problems) -> Node | None:
    """The one value in ``text``, or None where there is none or where it cannot be read.

    Every fault is added to ``problems``. The time is linear in the length of the text.
    """
    flat = parse_flat(text)
    if flat is not None:
        return flat
    builder = _Builder(text, problems)
    try:
        builder.refuse_directives()
        builder.build()
    except _Stop:
        builder.root = None
    except (YAMLError, ValueError, OverflowError) as error:  # PyYAML's own parser raises the latter two
        add_syntax_problem(problems, text, error)
        return None
    return None if builder.names.tell(problems) else builder.root


def _events(content: str) -> Callable[[], Any]:
    """What gives the next event of ``content``: libyaml, or Python's own parser where libyaml is missing."""
    return _PythonEvents(content).next if CParser is None else CParser(content).get_event


class _PythonEvents:
    """The events of Python's own parser, without the halves of surrogate pairs that it lets through."""

    def __init__(self, content: str) -> None:
        self._next: Callable[[], Any] = SafeLoader(content).get_event

    def next(self) -> Any:
        """The next event. Raises `ScannerError` for half of a surrogate pair, written as an escape."""
        event = self._next()
        if type(event) is ScalarEvent:
            event.style = event.style or ""
            if event.style == '"' and _SURROGATE.search(event.value):
                mark: Any = event.start_mark
                raise ScannerError("while scanning a quoted scalar", mark, "found a bad escape", mark)
        return event


class _Builder:
    """One pass over the events of a file; without recursion, so that depth costs no more than a count."""

    def __init__(self, text: YamlText, problems: Problems) -> None:
        self.text = text
        self.root: Node | None = None
        self._problems = problems
        self.names = YamlNames(text)

    def refuse_directives(self) -> None:
        """Raise `_Stop` where a ``%`` line other than one ``%YAML 1.2`` comes first."""
        text, seen = self.text, False
        if not text.content.startswith("%") and "\n%" not in text.content and "\r%" not in text.content:
            return
        for number in range(1, text.line_count() + 1):
            line, start = text.line(number).rstrip(), text.line_start(number)
            if line.startswith("%"):
                if seen or line.split("#")[0].split() != ["%YAML", "1.2"]:
                    message = f"{line[:40]!r} is an instruction to the YAML reader"
                    help = "delete the line: such instructions are not followed"
                    below = text.line_start(number + 1) if number < text.line_count() else len(text.content)
                    fix = without(Location(text, Span(start, below)), "the line")
                    self._stop("yaml-directive", message, Span(start, start + len(line)), help, fix)
                seen = True
            elif line and not line.lstrip().startswith("#"):
                return

    def build(self) -> None:
        """Read the events of the first document. Raises `_Stop`, and whatever PyYAML raises."""
        text, content, new = self.text, self.text.content, str.__new__
        decorated = "&" in content or "!" in content
        get_event = _events(content)
        stack: list[Any] = []
        here: Any = None
        mapping: Any = None  # ``here`` where that is a mapping
        key: Any = _NO_KEY
        values = 0
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                if decorated:
                    self._refuse_anchor_and_tag(event)
                if key is _NO_KEY and mapping is not None:
                    key = event.value
                    if key in mapping or key == "<<":
                        key = self._second_look(mapping, event)
                    else:
                        mapping.starts[key] = event.start_mark.index
                    continue
                node: Any = new(Scalar, event.value)
                node.text = text
                node.start = event.start_mark.index
                node.end = event.end_mark.index
                node.style = style = event.style
                if style == "|" or style == ">":
                    node.end = node.start + len(content[node.start : node.end].rstrip("\r\n"))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                here = stack.pop()
                mapping = here if type(here) is YamlMapping else None
                continue
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if decorated or len(stack) >= DEEPEST or (key is _NO_KEY and mapping is not None):
                    self._look_at_start(event, len(stack), is_key=key is _NO_KEY and mapping is not None)
                if kind is MappingStartEvent:
                    node = YamlMapping()
                    node.starts = {}
                else:
                    node = YamlSequence()
                node.start = event.start_mark.index
            elif kind is AliasEvent:
                self._refuse_alias(event, key, is_key=key is _NO_KEY and mapping is not None)
                key = _NO_KEY
                continue
            elif kind is DocumentEndEvent or kind is StreamEndEvent:
                return self._refuse_more(event.end_mark.index)
            else:
                continue
            values += 1
            if mapping is not None:
                if key is not _DROPPED:
                    mapping[key] = node
                key = _NO_KEY
            elif here is not None:
                here.append(node)
                if values > MOST_VALUES:
                    self._refuse_excess(node.start, f"the file holds more than {MOST_VALUES:,} values")
            else:
                self.root = node
            if kind is not ScalarEvent:
                stack.append(here)
                here = node
                mapping = node if kind is MappingStartEvent else None

    def _second_look(self, here: YamlMapping, event: Any) -> str | _Pending:
        """The key, or what stands for one that must not be there: a second of the same name, a merge key."""
        key, span = event.value, Span(event.start_mark.index, event.end_mark.index)
        if key == "<<" and not event.style:
            self.names.take_over(span)
            return _DROPPED
        if key not in here:
            here.starts[key] = span.start
            return str(key)
        if self._problems.is_full:
            self._problems.skip()
            return _DROPPED
        self._problems.add(
            "duplicate-key",
            f"the key {key[:40]!r} stands twice",
            Location(self.text, span),
            help="keep one of the two",
            related=(Related("the first one", Location(self.text, here.key_span(key, self.text.content))),),
        )
        return _DROPPED

    def _look_at_start(self, event: Any, depth: int, *, is_key: bool) -> None:
        """Refuse what must not begin a mapping or list, or must not be one."""
        self._refuse_anchor_and_tag(event)
        if is_key:
            self._stop_at_complex_key(event)
        if depth >= DEEPEST:
            message = f"more than {DEEPEST} mappings and lists stand inside each other"
            self._refuse_excess(event.start_mark.index, message)

    def _refuse_alias(self, event: Any, key: object, *, is_key: bool) -> None:
        if is_key:
            self._stop_at_complex_key(event)
        span = Span(event.start_mark.index, event.end_mark.index)
        self.names.use(event.anchor, span, is_dropped=key is _DROPPED)

    def _refuse_anchor_and_tag(self, event: Any) -> None:
        content, start = self.text.content, event.start_mark.index
        if event.anchor is not None:
            self.names.give(event)
        if event.tag is not None:
            at = content.index("!", start)
            end = at + len(content[at : at + 200].split()[0].rstrip(",]}"))
            self._problems.add(
                "yaml-tag",
                f"{content[at : min(end, at + 40)]!r} gives a value a type",
                Location(self.text, Span(at, end)),
                help="take it out: all values are plain text; a text that begins with ! is to be quoted",
                fix=self._without_tag(at, end) if content.startswith("!!", at) else None,
            )

    def _without_tag(self, at: int, end: int) -> Fix | None:
        content = self.text.content
        shown, after = content[at : min(end, at + 40)], _BLANKS.match(content, end)
        return without(Location(self.text, Span(at, after.end() if after else end)), repr(shown))

    def _stop_at_complex_key(self, event: Any) -> None:
        start = event.start_mark.index
        end = self.text.line_end(start)
        message = "a key is a list, a mapping or an alias"
        self._stop("complex-key", message, Span(start, end), "a key is one word; see which keys there are")

    def _refuse_excess(self, start: int, message: str) -> None:
        is_bracket = self.text.content.startswith(("[", "{"), start)
        span = Span(start, start + 1 if is_bracket else max(start + 1, self.text.line_end(start)))
        self._stop("excessive-size", message, span, "divide the file into several")

    def _refuse_more(self, offset: int) -> None:
        """Add a problem where anything but comments follows the end of the first document."""
        content = self.text.content
        while offset < len(content):
            end = self.text.line_end(offset)
            line = content[offset:end].strip()
            if line and line != "..." and not line.startswith("#"):
                start = offset + content[offset:end].index(line)
                help = "a file holds one document: move this to a file of its own"
                span = Span(start, start + len(line))
                self._stop("second-document", "a second document begins here", span, help)
            offset = end + 1

    def _stop(self, rule: str, message: str, span: Span, help: str, fix: Fix | None = None) -> None:
        self._problems.add(rule, message, Location(self.text, span), help=help, fix=fix)
        raise _Stop
