"""What authors and sources wrote is text and stays text, in every field and on every page."""

from __future__ import annotations

import json
import re
from xml.etree.ElementTree import fromstring

import pytest

from onrecord import pages as kinds
from onrecord.app import make_site
from onrecord.discover import discover
from onrecord.page import PageKind, Settings
from pages import hostile, naughty
from pages.example import verified
from pages.markup import Element, parse
from pages.test_pages import targets_by_name

SETTINGS = Settings("1871-10-01", repository="https://example.org/code")
VERIFIED = verified(hostile.explainer(), sources=(*hostile.SOURCES, hostile.taken_down()))
KINDS = discover(kinds, "PAGE_KIND", PageKind).values()
PAGES = {page.path: page for kind in KINDS for page in kind.pages(VERIFIED, SETTINGS)}
INSERTIONS = {name: made for kind in KINDS for name, made in kind.insertions(VERIFIED, SETTINGS)}
HTML = {path: page.html for path, page in PAGES.items()} | {
    f"[[{name}]]": insertion("") for name, insertion in INSERTIONS.items()
}
TREES = {path: parse(html) for path, html in HTML.items()}
TEXT = "\n".join(tree.text for tree in TREES.values())
OURS = {
    *(
        "a",
        "b",
        "bdi",
        "blockquote",
        "button",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
    ),
    *("figcaption", "figure", "h1", "h2", "h3", "header", "input", "ins", "label", "li", "mark", "nav", "ol"),
    *("p", "pre", "q", "section", "span", "summary", "time", "ul"),
}
DRAWN = {"svg", "path", "circle", "line", "text"}
"""What the drawn timeline is made of; nowhere else is anything drawn."""
ON_ONE_PAGE = {"search": {"form", "noscript"}}
FINDING_ONLY = {"Quotation.prefix", "Quotation.suffix", "Quotation.line"}
"""These say where a quotation stands, and have done their work when it is found."""
FINGERPRINTS = {"Waiver.reviewed"}
"""Compared with a fingerprint of ours, and never printed."""
CHOICES = {"Source.published_basis"}
"""One of a few words, which the loader holds authors to; pages say the thing in words of theirs."""
WORDS_OF_THE_SOURCE = {"Quotation.exact"}
"""Pages print the source's own words, never what an author typed."""


def attributes(tree: Element) -> list[tuple[str, str, str]]:
    return [(element.tag, *item) for element in tree.all() for item in element.attributes.items()]


def tags(tree: Element) -> set[str]:
    """The names of all elements, without those of a drawing in its place."""
    drawn = {id(part) for figure in tree.all("figure", class_="or-axis") for part in figure.all()}
    return {e.tag for e in tree.all() if e.tag not in DRAWN or id(e) not in drawn}


@pytest.mark.parametrize("path", HTML)
def test_only_elements_and_attributes_of_ours(path: str) -> None:
    assert tags(TREES[path]) <= OURS | ON_ONE_PAGE.get(path, set())
    are_ours(TREES[path])


def are_ours(tree: Element) -> None:
    """Raise AssertionError for an attribute that runs or loads something."""
    for tag, name, value in attributes(tree):
        assert not name.startswith("on"), (tag, name)
        assert name not in ("autofocus", "src", "srcdoc", "style", "formaction"), (tag, name)
        if name in ("href", "cite"):
            assert re.match(r"https?://|\.|#|[a-z0-9-]+[/.]", value), value
            assert not value.startswith("javascript"), value


def printed() -> list[str]:
    """The name of every field of an author's text."""
    found = set(re.findall(r"@(\w+\.\w+)@", repr(VERIFIED.resolution)))
    assert len(found) > 40
    return sorted(found - FINDING_ONLY - CHOICES - WORDS_OF_THE_SOURCE - FINGERPRINTS)


@pytest.mark.parametrize("name", printed())
def test_what_an_author_wrote_is_shown_letter_for_letter(name: str) -> None:
    value = {
        "Source.url": f"{hostile.URL} {hostile.mark(name)}",
        "Source.archived": f"https://example.org/{hostile.HOSTILE}{hostile.mark(name)}",
    }.get(name, f"{hostile.HOSTILE} {hostile.mark(name)}")
    assert value in TEXT or value[0].upper() + value[1:] in TEXT


@pytest.mark.parametrize("name", sorted(FINDING_ONLY | CHOICES | WORDS_OF_THE_SOURCE))
def test_what_is_not_printed_is_not(name: str) -> None:
    assert hostile.mark(name) not in TEXT


def test_words_of_the_source_are_shown_letter_for_letter() -> None:
    contents = {str(s.id): s.text.content for s in hostile.SOURCES if s.text is not None}
    quotes = list(TREES["hostile-page"].one("section", role="doc-endnotes").all("blockquote"))
    assert len(quotes) == 3
    for quote in quotes:
        content = contents[quote.attributes["cite"].split("/")[-2]]
        assert all(piece in content for piece in quote.text.split(" […] "))


def test_nothing_of_excerpts_is_shown_beyond_the_sentences_in_use() -> None:
    assert "never used" not in TREES["sources/hostile-parts"].text
    assert "never used" in TREES["sources/hostile-whole"].text


@pytest.mark.parametrize("path", PAGES)
def test_links_of_one_name_have_one_target(path: str) -> None:
    found = targets_by_name(TREES[path])
    assert {name: targets for name, targets in found.items() if len(targets) > 1} == {}


@pytest.mark.parametrize("path", PAGES)
def test_what_titles_and_descriptions_hold_is_plain_text(path: str) -> None:
    page = PAGES[path]
    for text in (page.title, page.description, *(heading.text for heading in page.headings)):
        assert "&lt;script" not in text


SMUGGLED = hostile.smuggled(naughty.ALL, naughty.ADDRESSES)


@pytest.mark.parametrize("smuggled", SMUGGLED, ids=lambda smuggled: smuggled.name)
def test_no_string_in_any_field_is_markup(smuggled: hostile.Smuggled) -> None:
    """In the pages, in the heads, and in what machines get."""
    outcome = verified(smuggled.made, sources=smuggled.sources)
    _, site = make_site(outcome, SETTINGS, ())
    pages = [page for path, page in site.pages.items() if smuggled.name in path]
    assert len(pages) > 8
    for page in pages:
        tree = parse(page.html)
        assert tags(tree) <= OURS
        are_ours(tree)
    assert smuggled.said in parse(site.pages[smuggled.name].html).text
    for head in site.heads.values():
        for block in re.findall(r"<script type=.application/ld.json.>(.*?)</script>", head, re.DOTALL):
            assert not set(block) & set("<>&")
            json.loads(block)
        rest = re.sub(r"<script type=.application/ld.json.>.*?</script>", "", head, flags=re.DOTALL)
        assert set(re.findall(r"<(/?\w+)", rest)) <= {"link", "meta", "script", "/script"}
        assert not re.search(r"<script(?! type=.module. src=.[./]*assets/onrecord/\w+\.js.>)", rest)
    for path, export in site.exports.items():
        if path.endswith((".json", ".jsonld")):
            json.loads(export.content)
        elif path.endswith((".xml", ".atom")):
            fromstring(export.content)
