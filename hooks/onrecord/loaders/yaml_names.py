"""Names that YAML gives to values, and what is taken over by them: all of it is refused, with the values."""

from __future__ import annotations

import re
from typing import Any

from yaml.events import ScalarEvent

from onrecord.finding import Edit, Fix, Related
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.text import Location, Span

_MOST_RELATED = 10
_IN_NO_LIST = re.compile(r"[,\[\]{}\r\n!&]")
_BLANKS = re.compile("[ \t]+")


class YamlNames:
    """The anchors (``&name``), aliases (``*name``) and merge keys (``<<``) met in one file."""

    def __init__(self, text: YamlText) -> None:
        self._text = text
        self._named: dict[str, list[Span]] = {}
        self._written: dict[str, str] = {}
        self._merges: list[tuple[Span, str]] = []

    def give(self, event: Any) -> None:
        """Note the anchor of an event that has one."""
        content, name = self._text.content, event.anchor
        at = content.index("&", event.start_mark.index)
        end = at + len(name) + 1
        self._named.setdefault(name, []).append(Span(at, end))
        is_text = type(event) is ScalarEvent
        if is_text and event.style not in ("|", ">"):
            self._written[name] = content[end : event.end_mark.index].strip()

    def use(self, name: str, span: Span, *, is_dropped: bool) -> None:
        """Note an alias; one whose value ``is_dropped`` may be what the last merge key takes over."""
        if is_dropped and self._merges and self._merges[-1][1] == "":
            self._merges[-1] = (self._merges[-1][0], name)
        else:
            self._named.setdefault(name, []).append(span)

    def take_over(self, span: Span) -> None:
        """Note a merge key."""
        self._merges.append((span, ""))

    def tell(self, problems: Problems) -> bool:
        """Add a problem for each anchor with its aliases, and for each merge key; whether there is any."""
        merged = {name for _, name in self._merges}
        for name, spans in self._named.items():
            if len(spans) == 1 and name in merged and self._text.content[spans[0].start] == "&":
                continue
            shown = self._text.content[spans[0].start : spans[0].start + 1 + len(name)][:40]
            problems.add(
                "yaml-alias",
                f"{shown!r} repeats a value under a name",
                Location(self._text, spans[0]),
                help="write the value out where it is needed; a text that begins with & or * is to be quoted",
                related=self._related("the same name", spans[1:]),
                fix=self._written_out(name, spans),
            )
        for span, name in self._merges:
            problems.add(
                "yaml-alias",
                "'<<' takes over values that stand somewhere else",
                Location(self._text, span),
                help="write each key out where it is needed",
                related=self._related("the values that it would take over", self._named.get(name, [])[:1]),
            )
        return bool(self._named or self._merges)

    def _written_out(self, name: str, spans: list[Span]) -> Fix | None:
        """A text of one line written out wherever its name stands, and the name taken out."""
        text, written = self._text, self._written.get(name, "")
        signs = "".join(text.content[span.start] for span in spans)
        if not written or _IN_NO_LIST.search(written) or signs != "&" + "*" * (len(spans) - 1):
            return None
        after = _BLANKS.match(text.content, spans[0].end)
        first = Edit(text, Span(spans[0].start, after.end() if after else spans[0].end), "")
        others = (Edit(text, span, written) for span in spans[1:])
        return Fix("write the text out where its name stands", (first, *others))

    def _related(self, message: str, spans: list[Span]) -> tuple[Related, ...]:
        return tuple(Related(message, Location(self._text, span)) for span in spans[:_MOST_RELATED])
