"""A saved web page: the text that readers see, in paragraphs, without menus, scripts and hidden parts.

It is read by the rules of HTML, as browsers read it. Style sheets are not: what only they hide stays in.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from onrecord.extractor import Extracted, Extractor, library
from onrecord.mistake import Mistake

LINE, PARAGRAPH = 1, 2
_TANGLED = "its tags are too many, or nested too deeply: save only the article, or divide the page"
_BLOCKS = """
    address article aside blockquote body caption center details dialog div dl fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend listing main menu ol p pre section table ul
"""
_BREAKS = {
    **dict.fromkeys(("br", "dd", "dt", "li", "summary"), LINE),
    **dict.fromkeys(_BLOCKS.split(), PARAGRAPH),
}
_UNSEEN = """
    audio button canvas datalist embed head iframe input math nav noscript object rp script search select
    style svg template textarea title video
"""
_NEVER_SHOWN = frozenset(_UNSEEN.split())
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_AROUND = {"header": "banner", "footer": "contentinfo", "aside": "complementary"}
_ROLES = frozenset(("banner", "contentinfo", "complementary", "navigation", "search"))
_CONTENT = frozenset(("article", "main", "section", "blockquote", "figure", "td"))
_SPACE = re.compile("[ \t\n\r\f]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b.*?(?:</(?P=raw)|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)"
    r"(?P<rest>(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+)",
    re.IGNORECASE | re.DOTALL,
)
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"?|'[^']*'?|[^\s]*)")
_NEVER_IN_ITSELF = """
    a area base body br button col colgroup dd dt embed head hr html img input li link meta nobr optgroup
    option p param rb rp rt rtc source tbody td tfoot th thead tr track wbr
"""
_UNENDED = frozenset(_NEVER_IN_ITSELF.split())
_FORMATS = "b big code em font i s small strike strong tt u"
_COPIED = frozenset(_FORMATS.split())
_MOST_WORK, _MOST_TAGS, _MOST_ATTRIBUTES = 200_000_000, 2_000_000, 5_000
_LATIN = frozenset(("iso8859-1", "ascii"))  # what browsers read as Windows-1252


class _Writer:
    """Puts words into lines and paragraphs, with one space where there is any, and cells into rows."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._due = PARAGRAPH
        self._space = False
        self._is_first_cell = True
        self._cell_is_empty = False
        self._cell_has_paragraphs = False

    def end(self, kind: int) -> None:
        """Begin a new line or paragraph before the next word."""
        if not self._cell_is_empty:
            self._due = max(self._due, kind)

    def row(self) -> None:
        """Begin or end a row of a table."""
        self._due = max(LINE, self._due if self._cell_has_paragraphs or self._is_first_cell else LINE)
        self._is_first_cell, self._cell_is_empty, self._cell_has_paragraphs = True, False, False

    def cell(self) -> None:
        """Begin a cell of a row: a tab stands before it, unless one of the two has paragraphs."""
        if not self._is_first_cell and not self._cell_has_paragraphs:
            if self._cell_is_empty and self.parts:
                self.parts.append("\n" * self._due)
            self.parts.append("\t")
            self._due, self._space = 0, False
        self._is_first_cell, self._cell_is_empty, self._cell_has_paragraphs = False, True, False

    def write(self, text: str, *, kept: bool) -> None:
        """Write ``text``; ``kept`` says that its own spaces and line ends count."""
        words = text if kept else _SPACE.sub(" ", text)
        if not kept and (self._due or self._space or self._cell_is_empty):
            words = words.lstrip(" ")
        if not words:
            self._space |= bool(text) and not self._due and not self._cell_is_empty
            return
        if self._due and self.parts:
            self.parts.append("\n" * self._due)
            self._cell_has_paragraphs |= self._due == PARAGRAPH and not self._cell_is_empty
        elif self._space and not self._due:
            self.parts.append(" ")
        self._space = not kept and words.endswith(" ")
        self._due, self._cell_is_empty = 0, False
        self.parts.append(words.rstrip(" ") if self._space else words)


def shown_text(html: str, left_out: str = "") -> Extracted:
    """The text of ``html`` that readers see, and its title; ``left_out`` selects what goes besides."""
    _refuse_tangled(html)
    page = library("selectolax.lexbor").LexborHTMLParser(html)
    for node in page.css(left_out) if left_out else ():
        node.decompose()
    named = page.css_first("title")
    title = "" if named is None else " ".join(named.text().split())
    if page.body is None:
        return Extracted("", title)
    writer = _Writer()
    _write(_content(page), writer)
    return Extracted("".join(writer.parts), title)


def _refuse_tangled(html: str) -> None:
    """Raise `Mistake` where a parser would take minutes, or fill the memory.

    For each tag it looks through those that are open, and open ``<b>`` and the like are copied into each
    paragraph: so their number times that of all tags is what counts.
    """
    still_open: Counter[str] = Counter()
    tags = weight = heaviest = 0
    for tag in filter(itemgetter("name"), _TAG.finditer(html)):
        tags += 1
        name, rest = tag["name"].lower(), tag["rest"]
        if (
            len(rest) > _MOST_ATTRIBUTES
            and len(_VALUE.sub(" ", rest).replace("/", " ").split()) > _MOST_ATTRIBUTES
        ):
            raise Mistake(_TANGLED)
        is_end = bool(tag["end"]) or (rest.endswith("/") and still_open["svg"] and name not in _BREAKS)
        if name not in _UNENDED and (still_open[name] or not is_end):
            step = -1 if is_end else 1
            still_open[name] += step
            weight += step * (20 if name in _COPIED else 1)
            heaviest = max(heaviest, weight)
    if tags > _MOST_TAGS or tags * heaviest > _MOST_WORK:
        raise Mistake(_TANGLED)


def _content(page: Any) -> Any:
    """The element that is the page's content, where it says so and has the headline in it."""
    found = [node for node in page.css("main, [role=main]") if not _is_hidden(node)]
    if len(found) == 1 and (found[0].css_first("h1") is not None or page.css_first("h1") is None):
        return found[0]
    return page.body


def _write(top: Any, writer: _Writer) -> None:
    """Write what is below ``top``; without recursion, because pages may be nested without end."""
    preformatted = 0
    for node, is_end in _steps(top):
        tag = node.tag
        if tag == "-text":
            if not is_end:
                writer.write(node.text_content or "", kept=bool(preformatted))
            continue
        if tag in ("pre", "listing"):
            preformatted += -1 if is_end else 1
        if tag in ("td", "th") and not is_end:
            writer.cell()
        if tag == "tr":
            writer.row()
        writer.end(_BREAKS.get(tag, 0))


def _steps(top: Any) -> Iterator[tuple[Any, bool]]:
    """The nodes below ``top`` that are shown, in the page's order: where each begins and where it ends."""
    above: list[tuple[Any, bool]] = []
    node, is_content = top.child, False
    while node is not None or above:
        if node is None:
            node, is_content = above.pop()
            yield node, True
        elif not _is_left_out(node, is_content=is_content):
            yield node, False
            if node.child is not None:
                above.append((node, is_content))
                is_content = is_content or node.tag in _CONTENT
                node = node.child
                continue
            yield node, True
        node = node.next


def _is_left_out(node: Any, *, is_content: bool) -> bool:
    tag = node.tag or ""
    if tag == "-text":
        return False
    if tag in _NEVER_SHOWN or not tag[:1].isalpha() or _is_hidden(node):
        return True
    role = node.attributes.get("role") or _AROUND.get(tag, "")
    if role not in _ROLES or is_content:
        return False
    return node.css_first("h1") is None


def _is_hidden(node: Any) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or (node.tag == "dialog" and "open" not in attributes):
        return True
    return _HIDDEN.search(attributes.get("style") or "") is not None


def decoded(content: bytes) -> str:
    """A page's bytes as text, in the encoding that it names; UTF-8 where it names none."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if content.startswith(mark):
            return decoded_as(name, content[len(mark) :])
    named = _CHARSET.search(content, 0, 4096)
    return decoded_as(named[1].decode("ascii") if named else "utf-8", content)


def decoded_as(name: str, content: bytes) -> str:
    """Bytes as text in the encoding ``name``, as browsers take the name. Raises `Mistake`."""
    try:
        codec = codecs.lookup(name).name
        return content.decode("cp1252" if codec in _LATIN else "utf-8" if codec == "utf-16" else codec)
    except (LookupError, UnicodeError, ValueError) as error:
        raise Mistake(
            f"it is not encoded as {name}, as it says or as a page without a word on it has to be: "
            "open it in a browser and save it anew"
        ) from error


def _extract(content: bytes) -> Extracted:
    return shown_text(decoded(content))


EXTRACTOR = Extractor(
    (".html", ".htm", ".xhtml"),
    "a web page",
    _extract,
    "selectolax",
    ("text/html", "application/xhtml+xml"),
)
