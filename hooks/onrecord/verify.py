"""Finished pages against what the claims make: a changed, hidden, missing or additional one is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from posixpath import basename
from typing import Protocol

from onrecord.finding import Finding
from onrecord.handwritten import Document, left_over
from onrecord.markup import Piece, elements_of_class, is_hidden_at, pieces, repeated_ids
from onrecord.page import Page
from onrecord.printable import printable
from onrecord.rule import Rule
from onrecord.searching import ENTRY, indexed, pages_of
from onrecord.site import Site
from onrecord.site_rules import (
    BUILT_PAGE_CHANGED,
    BUILT_PAGE_EXTRA,
    BUILT_PAGE_MISSING,
    EXPORT_CHANGED,
    INSERTION_CHANGED,
    REPEATED_ID,
    SEARCH_MISSING,
    SITE_EMPTY,
)
from onrecord.text import Location, Span, Text

MARKS = ("or-page", "or-claim", "or-quote", "or-evidence")
"""Classes of elements that only we make: another one on a page is something that nothing has checked."""

AGAIN = "build the site again with onrecord build"


class Built(Protocol):
    """A finished site: the names of its HTML files and of all its files, with ``/``, and what is in them."""

    @property
    def pages(self) -> Sequence[str]:
        """The names of the HTML files."""

    @property
    def files(self) -> Sequence[str]:
        """The names of all files."""

    def page(self, file: str) -> str:
        """The text of an HTML file."""

    def content(self, file: str) -> bytes:
        """The bytes of a file."""


def differences(site: Site, built: Built, folder: str) -> Iterator[Finding]:
    """Yield a finding for each difference between ``site`` and what was ``built``.

    ``folder`` is how findings name the site's folder. Whatever stands around an article is the theme's
    affair; inside it every tag, attribute and letter counts, in files for machines every byte.
    """
    if not built.pages or not site.pages:
        yield SITE_EMPTY.finding("there is no page in it", Location(Text(folder, "")), help=AGAIN)
        return
    pages = {_file(path): page for path, page in site.pages.items()}
    documents = {_file(document.path): document for document in site.documents}
    for file in sorted(built.pages):
        text = Text(f"{folder}/{file}", built.page(file))
        if file in pages:
            yield from _page(pages[file], text)
            yield from _head(site.heads.get(pages[file].path, ""), text)
        elif file in documents:
            yield from _document(site, documents[file], text)
            yield from _head(site.heads.get(documents[file].path, ""), text)
        else:
            yield from _unexpected(site, file, text)
        for name, offset in repeated_ids(text.content):
            yield _at(REPEATED_ID, f"the id {name!r} stands twice on this page", text, _tag(text, offset))
    yield from _missing(_origins(site), set(built.pages), folder)
    yield from _exports(site, built, folder)
    yield from _search(site, built, folder)


def _search(site: Site, built: Built, folder: str) -> Iterator[Finding]:
    """Yield a finding where the site has a search page and its index is missing, or has too few pages."""
    if not any(page.kind == "search" for page in site.pages.values()):
        return
    wanted = len(indexed(site))
    there = pages_of(built.content(ENTRY)) if ENTRY in built.files else 0
    if there < wanted:
        message = f"the search index has {there} of {wanted} pages"
        yield _at(SEARCH_MISSING, message, Text(f"{folder}/{ENTRY}", ""))


def _exports(site: Site, built: Built, folder: str) -> Iterator[Finding]:
    there = set(built.files)
    for path, export in sorted(site.exports.items()):
        here = Text(f"{folder}/{path}", "")
        if path not in there:
            yield _at(EXPORT_CHANGED, "the file for machines is not in the site", here)
        elif built.content(path) != export.content:
            yield _at(EXPORT_CHANGED, "the file for machines is not what the claims make", here)
    names = {offer.name for offer in site.settings.offers}
    for path in sorted(there - site.exports.keys()):
        if "/" in path and basename(path) in names:
            yield _at(EXPORT_CHANGED, "nothing in facts/ makes this file", Text(f"{folder}/{path}", ""))


def _head(head: str, text: Text) -> Iterator[Finding]:
    for line in head.splitlines():
        if line and line not in text.content and _whereabouts(line, text.content, 0) < 0:
            message = "what machines read in the head of this page is not what the claims make"
            yield _at(BUILT_PAGE_CHANGED, message, text)
            return


def _file(path: str) -> str:
    return f"{path}/index.html" if path else "index.html"


def _at(rule: Rule, message: str, text: Text, span: Span | None = None) -> Finding:
    return rule.finding(message, Location(text, span), help=AGAIN)


def _tag(text: Text, offset: int) -> Span:
    """The tag that begins at ``offset``, or the one character there where none does."""
    end = text.content.find(">", offset) if text.content.startswith("<", offset) else offset
    return Span(offset, max(end, offset) + 1)


def _origins(site: Site) -> dict[str, str]:
    """The files that must be there, and what each is made from: all but hand-written pages without claims."""
    origins = {_file(path): page.edit_path or f"the page {path}" for path, page in site.pages.items()}
    for document in site.documents:
        wanted = (site.settings.method, site.settings.policy, "")
        if document.path in wanted or document.asked():
            origins.setdefault(_file(document.path), document.text.path)
    return origins


def _missing(origins: dict[str, str], files: set[str], folder: str) -> Iterator[Finding]:
    for file, origin in sorted(origins.items()):
        if file not in files:
            message = f"the page is not in the site (it is made from {origin})"
            yield _at(BUILT_PAGE_MISSING, message, Text(f"{folder}/{file}", ""))


def _page(page: Page, text: Text) -> Iterator[Finding]:
    expected = page.html.strip()
    offset = _whereabouts(expected, text.content, 0)
    if offset < 0:
        yield _first_difference(expected, text)
    elif is_hidden_at(text.content, offset):
        yield _at(
            BUILT_PAGE_CHANGED, "readers do not see the page: something hides it", text, _tag(text, offset)
        )
    yield from _additional(text, [expected], BUILT_PAGE_CHANGED)


def _whereabouts(expected: str, html: str, start: int) -> int:
    """Where ``html`` has what ``expected`` has, however spelled, from ``start`` on; -1 if nowhere."""
    found = html.find(expected, start)
    if found >= 0:
        return found
    wanted = [piece.text for piece in pieces(expected)]
    built = [piece for piece in pieces(html) if piece.start >= start]
    whole = "".join(piece.text for piece in built)
    position = whole.find("".join(wanted))
    if position < 0:
        return -1
    passed = 0
    for piece in built:
        if passed >= position:
            return piece.start
        passed += len(piece.text)
    return -1


def _first_difference(expected: str, text: Text) -> Finding:
    wanted = pieces(expected)
    built = pieces(text.content)
    starts = [number for number, piece in enumerate(built) if piece.text == wanted[0].text]
    if not starts:
        return _at(BUILT_PAGE_CHANGED, "what the claims make is not on this page", text)
    begin = starts[0]
    for number, piece in enumerate(wanted):
        if begin + number >= len(built):
            break
        found = built[begin + number]
        if found.text != piece.text:
            message = f"the page has {_short(found)} where the claims make {_short(piece)}"
            end = built[begin + number + 1].start if begin + number + 1 < len(built) else found.start + 1
            return _at(BUILT_PAGE_CHANGED, message, text, Span(found.start, end))
    return _at(BUILT_PAGE_CHANGED, "the page ends too early", text)


def _short(piece: Piece) -> str:
    shown = printable(piece.text)
    return shown if len(shown) <= 120 else shown[:117] + "..."


def _additional(text: Text, expected: Iterable[str], rule: Rule) -> Iterator[Finding]:
    """Yield a finding where the page has more of what only we make than it should."""
    made = "".join(expected)
    for mark in MARKS:
        if text.content.count(mark) == made.count(mark):
            continue
        found = elements_of_class(text.content, mark)
        if len(found) > len(elements_of_class(made, mark)):
            yield _at(
                rule,
                "something on the page looks like ours, and no claim makes it",
                text,
                _tag(text, found[-1]),
            )
            return


def _document(site: Site, document: Document, text: Text) -> Iterator[Finding]:
    position = 0
    expected: list[str] = []
    for asked in document.asked():
        insertion = site.insertions.get(asked.name)
        if insertion is None:
            continue
        expected.append(insertion(document.path).strip())
        offset = _whereabouts(expected[-1], text.content, position)
        if offset < 0:
            message = f"what the page is to show for {asked.name!r} is missing or changed"
            yield _at(INSERTION_CHANGED, message, text)
        elif is_hidden_at(text.content, offset):
            message = f"readers do not see what the page shows for {asked.name!r}: something hides it"
            yield _at(INSERTION_CHANGED, message, text, _tag(text, offset))
        position = max(position, offset)
    for span in left_over(text.content):
        if not _is_inside(span, expected, text.content):
            yield _at(INSERTION_CHANGED, "the page still has its brackets here", text, span)
    yield from _additional(text, expected, INSERTION_CHANGED)


def _is_inside(span: Span, expected: Iterable[str], html: str) -> bool:
    """Whether the brackets are words of what was put in, such as a claim about brackets."""
    brackets = html[span.start : span.end]
    return any(brackets in made for made in expected)


def _unexpected(site: Site, file: str, text: Text) -> Iterator[Finding]:
    in_tree = "/" in file and file.partition("/")[0] in site.trees()
    if in_tree or any(elements_of_class(text.content, mark) for mark in MARKS):
        yield _at(BUILT_PAGE_EXTRA, "nothing in facts/ makes this page", text)
