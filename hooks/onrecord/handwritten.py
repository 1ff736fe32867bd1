"""Hand-written pages: where they ask for something of ours as ``[[name]]``, and how it is put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from onrecord.markup import running_text
from onrecord.page import Insertion
from onrecord.text import Location, Span, Text

_ASKED = re.compile(r"\[\[([^\[\]\n]{1,200})\]\](?![(\[:])")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_SPANS_OF_CODE = re.compile(
    r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|<code\b[^>]*>.*?</code>|<!--.*?-->", re.IGNORECASE
)
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_TAG = re.compile(r"<[^>]*>")
_NOT_LITERAL = {ord(char): f"&#{ord(char)};" for char in "!\"#$%'()*+,-./:=?@[\\]^_`{|}~\n"}


class Document(Struct, frozen=True):
    """A hand-written page: its address below the site's root, its file below ``docs/``, its Markdown."""

    path: str
    file: str
    text: Text

    def asked(self) -> list[Asked]:
        """What the page asks for, in order."""
        return list(asked(self.text.content))

    def words(self) -> int:
        """How many words the page has besides its front matter, headings and tags."""
        body = "\n".join(line for _, line in _lines(self.text.content) if not line.lstrip().startswith("#"))
        return len(_TAG.sub(" ", body).split())

    def locate(self, span: Span) -> Location:
        """A span of the page as a place."""
        return Location(self.text, span)


class Asked(Struct, frozen=True):
    """A ``[[name]]``: its name, its place, and whether it is a paragraph of its own."""

    name: str
    span: Span
    alone: bool


def asked(markdown: str) -> Iterator[Asked]:
    """Yield each ``[[name]]`` of a Markdown page; those in code, comments and front matter are left alone."""
    lines = list(_lines(markdown))
    fence = ""
    in_list = False
    for number, (start, line) in enumerate(lines):
        opening = _FENCE.match(line)
        if opening and (not fence or (opening[1].startswith(fence) and not line.strip().strip(fence[0]))):
            fence = "" if fence else opening[1]
            continue
        if line.strip():
            in_list = bool(_ITEM.match(line)) or (in_list and line[:1].isspace())
        indented_code = line.startswith(("    ", "\t")) and not in_list
        if fence or indented_code or "[[" not in line:
            continue
        code = [match.span() for match in _SPANS_OF_CODE.finditer(line)]
        for match in _ASKED.finditer(line):
            if not any(first <= match.start() < last for first, last in code):
                around = [lines[i][1].strip() for i in (number - 1, number + 1) if 0 <= i < len(lines)]
                alone = line.strip() == match[0] and not any(around) and not line[:1].isspace()
                yield Asked(match[1], Span(start + match.start(), start + match.end()), alone)


def _lines(markdown: str) -> Iterator[tuple[int, str]]:
    """The lines after the front matter, each with its offset."""
    position = skipped = 0
    lines = markdown.split("\n")
    if lines[0].strip("\ufeff \t\r") == "---":
        ends = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "..."))
        skipped = next(ends, -1) + 1
    for number, line in enumerate(lines):
        if number >= skipped:
            yield position, line.rstrip("\r")
        position += len(line) + 1


def is_block(name: str) -> bool:
    """Whether ``name`` takes the place of a paragraph; a claim (``a/b``) stands inside a sentence."""
    return "/" not in name


def fill(html: str, page: str, insertions: Mapping[str, Insertion]) -> str:
    """The HTML of a hand-written page with everything it asks for put in."""
    parts: list[str] = []
    position = 0
    for span in running_text(html):
        if "[[" not in html[span.start : span.end]:
            continue
        for match in _ASKED.finditer(html, span.start, span.end):
            insertion = insertions.get(match[1])
            if insertion is None:
                continue
            start, end = match.span()
            if is_block(match[1]):
                if html[start - 3 : start] != "<p>" or html[end : end + 4] != "</p>":
                    continue
                start, end = start - 3, end + 4
            parts += [html[position:start], insertion(page)]
            position = end
    return "".join(parts) + html[position:]


def left_over(html: str) -> Iterator[Span]:
    """Each ``[[name]]`` that is still in the running text of a finished page."""
    for span in running_text(html):
        for match in _ASKED.finditer(html, span.start, span.end):
            yield Span(*match.span())


_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_REACHABLE = '<div class="or-wide" role="group" aria-label="Table" tabindex="0">'


def with_reachable_tables(html: str) -> str:
    """The HTML of a hand-written page whose tables scroll by keys too, where a window is too narrow for them.

    A `WCAG 2.2 <https://www.w3.org/TR/WCAG22/#keyboard>`_ requirement that the theme leaves open: it lets
    wide tables scroll and gives nobody without a pointer a way to do so.
    """
    return _TABLE.sub(lambda table: f"{_REACHABLE}{table[0]}</div>", html)


def fill_markdown(document: Document, insertions: Mapping[str, Insertion]) -> str:
    """The Markdown of a hand-written page with everything it asks for put in as HTML.

    Text inside a sentence is written in numeric character references, so that no Markdown acts on it.
    """
    content = document.text.content
    parts: list[str] = []
    position = 0
    for found in document.asked():
        insertion = insertions.get(found.name)
        if insertion is None:
            continue
        made = insertion(document.path)
        parts += [content[position : found.span.start], unbroken(made) if found.alone else literal(made)]
        position = found.span.end
    return "".join(parts) + content[position:]


def unbroken(html: str) -> str:
    """The same HTML without a blank line, at which Markdown would take over."""
    return _BLANK.sub(lambda match: match[0].replace("\n", "&#10;").replace("&#10;", "\n", 1), html)


_BLANK = re.compile(r"\n(?:[ \t\r]*\n)+")


def literal(html: str) -> str:
    """HTML for the inside of a Markdown sentence: its tags as they are, its text in character references."""
    parts: list[str] = []
    position = 0
    for match in _TAG.finditer(html):
        parts += [_referred(html[position : match.start()]), _safe_tag(match[0])]
        position = match.end()
    return "".join([*parts, _referred(html[position:])])


_REFERENCE = re.compile(r"&#?\w+;")
_PLAIN = re.compile(r"[A-Za-z0-9 -]*")
_VALUE = re.compile(r'(?<==")[^"]*(?=")')


def _referred(text: str) -> str:
    return _outside_references(text, lambda part: part.translate(_NOT_LITERAL))


def _safe_tag(tag: str) -> str:
    return _VALUE.sub(lambda value: value[0] if _PLAIN.fullmatch(value[0]) else _referred(value[0]), tag)


def _outside_references(text: str, change: Callable[[str], str]) -> str:
    """``change`` applied between the character references of ``text``."""
    parts: list[str] = []
    position = 0
    for match in _REFERENCE.finditer(text):
        parts += [change(text[position : match.start()]), match[0]]
        position = match.end()
    return "".join([*parts, change(text[position:])])
