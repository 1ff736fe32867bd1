"""Finished HTML read for comparing and filling: its pieces, its ids, its running text.

Where HTML is compared it is read with the standard library's `html.parser`: character references are
resolved, attributes are sorted, and text between two tags is one piece. White space is kept: it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from onrecord.text import Span

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
"""Elements without an end tag (HTML, section 13.1.2)."""
UNSEEN = frozenset(
    (
        "template",
        "noscript",
        "textarea",
        "select",
        "iframe",
        "object",
        "svg",
        "math",
        "dialog",
        "title",
        "head",
    )
)
"""Elements whose content readers do not see as text of the page."""
_CODE = frozenset(("code", "pre", "template"))
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title)\b[^>]*+>.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<close>/?)(?P<tag>[a-z][^\s/>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>"
    r"|<[!?][^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_HIDING = re.compile(
    r"""\s(?:hidden|inert|popover)(?=[\s=/]|\Z)|\saria-hidden\s*=\s*["']?true|(?:display\s*:\s*none|visibility\s*:\s*hidden)""",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """A tag, a comment or a run of text in one spelling, and the offset at which it was written."""

    text: str
    start: int


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._texts: list[str] = []
        self._text_start = 0
        self._lines = [0]
        while (end := html.find("\n", self._lines[-1])) >= 0:
            self._lines.append(end + 1)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _add(self, text: str) -> None:
        self.flush()
        self.pieces.append(Piece(text, self._here()))

    def flush(self) -> None:
        """End the run of text that is being gathered."""
        if self._texts:
            self.pieces.append(Piece(escape("".join(self._texts), quote=False), self._text_start))
            self._texts.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        listed = "".join(f' {name}="{escape(value or "")}"' for name, value in sorted(attrs, key=_name))
        self._add(f"<{tag}{listed}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._add(f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, text: str) -> None:
        if not self._texts:
            self._text_start = self._here()
        self._texts.append(text)

    def handle_comment(self, text: str) -> None:
        self._add(f"<!--{text}-->")

    def handle_decl(self, decl: str) -> None:
        self._add(f"<!{decl}>")

    def handle_pi(self, text: str) -> None:
        self._add(f"<?{text}>")

    def unknown_decl(self, text: str) -> None:
        self._add(f"<![{text}]>")


def _name(attribute: tuple[str, str | None]) -> str:
    return attribute[0]


def pieces(html: str) -> list[Piece]:
    """What ``html`` is made of, in the order in which it is written."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.pieces


def is_hidden_at(html: str, offset: int) -> bool:
    """Whether what stands at ``offset``, between two tags, is in a comment or in what readers never see."""
    stack: list[tuple[str, bool]] = []
    for token in _TOKEN.finditer(html):
        if token.end() > offset:
            return token.start() < offset or any(hiding for _, hiding in stack)
        tag = (token["tag"] or "").lower()
        if not tag or tag in VOID:
            continue
        if not token["close"]:
            stack.append((tag, tag in UNSEEN or _hides(tag, token["attributes"])))
            continue
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth][0] == tag:
                del stack[depth:]
                break
    return any(hiding for _, hiding in stack)


def _hides(tag: str, attributes: str) -> bool:
    if tag == "details":
        return " open" not in f"{attributes} "
    return bool(attributes) and _HIDING.search(attributes) is not None


def repeated_ids(html: str) -> list[tuple[str, int]]:
    """Each id that stands more than once in ``html``, and the offset of its second element."""
    if not _repeated(found[0] or found[1] or found[2] for found in _ID.findall(html)):
        return []
    seen: set[str] = set()
    again: dict[str, int] = {}
    for token in _TOKEN.finditer(html):
        for match in _ID.finditer(token["attributes"] or ""):
            name = match[1] or match[2] or match[3] or ""
            if name in seen:
                again.setdefault(name, token.start())
            seen.add(name)
    return list(again.items())


def _repeated(names: Iterator[str]) -> bool:
    listed = list(names)
    return len(set(listed)) < len(listed)


def ids(html: str) -> set[str]:
    """Every id in ``html``."""
    return {double or single or bare for double, single, bare in _ID.findall(html)}


def elements_of_class(html: str, name: str) -> list[int]:
    """The offsets of all elements of the class ``name``."""
    if name not in html:
        return []
    return [
        token.start()
        for token in _TOKEN.finditer(html)
        if not token["close"]
        and name in (token["attributes"] or "")
        and name in _classes(token["attributes"])
    ]


_CLASS = re.compile(r"""\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def _classes(attributes: str) -> list[str]:
    found = _CLASS.search(attributes)
    return (found[1] or found[2] or found[3] or "").split() if found else []


def running_text(html: str) -> Iterator[Span]:
    """The runs of text between tags, as spans of ``html``, without those in code and in scripts."""
    position = 0
    inside: list[str] = []
    for token in _TOKEN.finditer(html):
        if token.start() > position and not inside:
            yield Span(position, token.start())
        position = token.end()
        tag = (token["tag"] or "").lower()
        if tag in _CODE:
            if not token["close"]:
                inside.append(tag)
            elif tag in inside:
                del inside[inside.index(tag) :]
    if position < len(html) and not inside:
        yield Span(position, len(html))
