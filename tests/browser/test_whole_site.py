"""The built site as machines see it: links, linked data, and that nothing can be cut out of it unseen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from browser.building import built, expected
from onrecord.verify import differences

BASE = "https://here.example/"


class _Reader(HTMLParser):
    """What of a page leads somewhere, what can be led to, and its linked data."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.linked_data: list[str] = []
        self._in_linked_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids.update(values[name] for name in ("id",) if name in values)
        self.links += [values[name] for name in ("href", "src", "cite") if name in values]
        self._in_linked_data = tag == "script" and values.get("type") == "application/ld+json"
        if self._in_linked_data:
            self.linked_data.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_linked_data = False

    def handle_data(self, data: str) -> None:
        if self._in_linked_data:
            self.linked_data[-1] += data


@cache
def pages() -> dict[str, _Reader]:
    """Every page of the site by its address."""
    found = {}
    for file in sorted(built().rglob("*.html")):
        reader = _Reader()
        reader.feed(file.read_text("utf-8"))
        name = file.relative_to(built()).as_posix()
        found[BASE + name.removesuffix("index.html")] = reader
    return found


def is_there(address: str) -> bool:
    """Whether an address of the site is a file of it, or a place on one of its pages."""
    parts = urlsplit(address)
    page = f"{BASE}{unquote(parts.path).lstrip('/')}"
    if page in pages():
        fragment = unquote(parts.fragment)
        is_text = fragment.startswith(":~:") or fragment.startswith("__")
        return not fragment or is_text or fragment in pages()[page].ids
    return (built() / unquote(parts.path).lstrip("/")).is_file()


def broken(address: str, links: list[str]) -> Iterator[str]:
    for link in links:
        target = urljoin(address, link)
        if target.startswith(BASE) and not is_there(target):
            yield f"{address.removeprefix(BASE)}: {link}"


def test_no_link_of_any_page_is_broken() -> None:
    """M3: pages, places on pages, styles, scripts, pictures, files for machines."""
    assert len(pages()) > 100
    found = [
        link
        for address, page in pages().items()
        if not address.endswith("404.html")  # it is shown at any address, and begins its links with a slash
        for link in broken(address, page.links)
        if "%40Waiver.rule%40" not in link  # the loader holds authors to the names of rules
    ]
    assert found == []


def ids_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "@id" and isinstance(inner, str):
                yield inner
            else:
                yield from ids_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from ids_of(inner)


def test_linked_data_can_be_read_and_leads_somewhere() -> None:
    """M2: every block is JSON, and each identifier inside the site is a page or a place on one."""
    blocks = [(address, text) for address, page in pages().items() for text in page.linked_data]
    found = []
    for address, text in blocks:
        assert not set(text) & {"<", ">"}, address
        found += broken(address, list(ids_of(json.loads(text))))
    assert found == []
    explained = [address for address, _ in blocks if address.removeprefix(BASE) in ("dam/", "weir/", "sadd/")]
    assert len(explained) >= 3


CUTS = {
    "the words of a quotation": r"(<blockquote [^>]*><p>)[^<]+",
    "a quotation": r"<blockquote .*?</blockquote>",
    "a popover": r'<div class="or-evidence".*?</p>\s*</div>',
    "a number": r"<button [^>]*or-number[^>]*>\d+</button>",
    "what is ours": r'<span class="or-tag[^>]*>.*?</span>',
    "an entry of the list": r'<li id="evidence-.*?</li>',
    "the list": r'<section class="or-endnotes".*?</section>',
    "a claim": r'<span class="or-claim"[^>]*>.*?</span>',
    "the caveat": r'<p class="or-caveat">.*?</p>',
    "a remark": r'<p class="or-editor">.*?</p>',
    "the language of a quotation": r'(<blockquote [^>]*?) lang="[^"]*"',
    "the article": r'<div class="or-page.*</div>\s*(?=</article>)',
}


HEAD_CUTS = {
    "linked data": r'<script type="application/ld\+json">.*?</script>',
    "a link for machines": r'<link rel="(?:alternate|describedby|cite-as|license|item|author)"[^>]*>',
}
OF_KINDS = ("dam", "weir", "sadd", "sources/report", "claims/dam/no-cracks", "corrections", "hostile-page")


class Cut(NamedTuple):
    """A site of one page, which is not what it was."""

    file: str
    html: str
    files: Sequence[str] = ()

    @property
    def pages(self) -> Sequence[str]:
        return [self.file]

    def page(self, file: str) -> str:
        return self.html

    def content(self, file: str) -> bytes:
        raise AssertionError("there are no files for machines in it")


def told(file: str, html: str) -> list[str]:
    """What the comparison has against ``html`` as the page in ``file``."""
    found = differences(expected(), Cut(file, html), "site")
    return [finding.message for finding in found if finding.location.path == f"site/{file}"]


def sample(pattern: str, html: str, most: int = 5) -> list[re.Match[str]]:
    """Up to ``most`` of what the pattern finds, from the whole of the page."""
    found = list(re.finditer(pattern, html, re.DOTALL))
    return found[:: max(1, len(found) // most)][:most]


@pytest.mark.parametrize("path", OF_KINDS)
def test_a_page_as_it_was_built_differs_in_nothing(path: str) -> None:
    assert told(f"{path}/index.html", (built() / path / "index.html").read_text("utf-8")) == []


@pytest.mark.parametrize("what", CUTS)
def test_whatever_is_cut_out_is_missed(what: str) -> None:
    """M4: evidence, quotations, words, marks: the comparison finds each cut."""
    cuts = 0
    for path in OF_KINDS:
        file = f"{path}/index.html"
        html = (built() / file).read_text("utf-8")
        for found in sample(CUTS[what], html):
            kept = found[1] if found.re.groups else ""
            assert told(file, html[: found.start()] + kept + html[found.end() :]), (path, found[0][:200])
            cuts += 1
    assert cuts


@pytest.mark.parametrize("what", HEAD_CUTS)
def test_what_is_cut_out_of_a_head_is_missed(what: str) -> None:
    """M4: what machines read there is compared too, where there is any."""
    cuts = 0
    for path, head in expected().heads.items():
        if path not in OF_KINDS or not re.search(HEAD_CUTS[what], head, re.DOTALL):
            continue
        file = f"{path}/index.html"
        html = (built() / file).read_text("utf-8")
        for found in sample(HEAD_CUTS[what], head):
            assert html.count(found[0]) == 1
            assert told(file, html.replace(found[0], "")), (path, found[0][:200])
            cuts += 1
    assert cuts
