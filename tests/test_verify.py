"""Finished pages that are not what the claims make are found, whatever was done to them."""

from __future__ import annotations

import html as html_module
import json
import random
import re
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from onrecord import pages as kinds
from onrecord.discover import discover
from onrecord.export import Export
from onrecord.finding import Finding
from onrecord.handwritten import Document, fill
from onrecord.markup import VOID, pieces
from onrecord.page import Offer, PageKind, Settings
from onrecord.searching import ENTRY, indexed
from onrecord.site import Site
from onrecord.text import Text
from onrecord.verify import differences
from pages.example import verified

SETTINGS = Settings("1871-10-01", repository="https://example.org/code")
BY_HAND = {
    "": "# Home\n\n[[explainers]]\n",
    "how-we-check": "# How\n\nOne claim is [[dam/visited]] and `[[not/this]]` is none.\n",
    "corrections-policy": "# Policy\n\n[[latest-corrections]]\n",
    "notes": "# Notes\n\nNothing of ours.\n",
}
MARKDOWN = {
    "": "<h1>Home</h1>\n<p>[[explainers]]</p>",
    "how-we-check": "<h1>How</h1>\n<p>One is [[dam/visited]] and <code>[[not/this]]</code> is none.</p>",
    "corrections-policy": "<h1>Policy</h1>\n<p>[[latest-corrections]]</p>",
    "notes": "<h1>Notes</h1>\n<p>Nothing of ours.</p>",
}
THEME = (
    '<!doctype html>\n<html lang="en">\n<head><title>x</title><script>var a = b[c[0]] < 3;</script></head>\n'
    '<body class="page">\n<nav id="top"><ul><li><a href="/">Home</a></li></ul></nav>\n'
    '<main><div data-role="content"><article>\n{}\n</article></div></main>\n<footer id="end"></footer>\n'
    "</body></html>\n"
)


@pytest.fixture(scope="module")
def site() -> Site:
    parts = discover(kinds, "PAGE_KIND", PageKind).values()
    made = {page.path: page for kind in parts for page in kind.pages(verified(), SETTINGS)}
    insertions = dict(entry for kind in parts for entry in kind.insertions(verified(), SETTINGS))
    documents = [
        Document(path, f"{path}.md", Text(f"docs/{path}.md", text)) for path, text in BY_HAND.items()
    ]
    return Site(made, insertions, tuple(documents), SETTINGS)


@pytest.fixture(scope="module")
def finished(site: Site) -> dict[str, str]:
    """The finished pages by file, as an honest engine makes them."""
    built = {f"{path}/index.html": THEME.format(page.html) for path, page in site.pages.items()}
    for path, content in MARKDOWN.items():
        file = f"{path}/index.html" if path else "index.html"
        built[file] = THEME.format(fill(content, path, site.insertions))
    index = json.dumps({"languages": {"en": {"page_count": len(indexed(site))}}})
    return built | {"404.html": THEME.format("<h1>Not found</h1>"), ENTRY: index}


class Finished:
    """Finished files in memory."""

    def __init__(self, built: dict[str, str]) -> None:
        self.files = list(built)
        self.pages = [name for name in built if name.endswith(".html")]
        self.page = built.__getitem__
        self._built = built

    def content(self, file: str) -> bytes:
        return self._built[file].encode()


def found(site: Site, built: dict[str, str]) -> list[Finding]:
    return list(differences(site, Finished(built), "site"))


def rules(site: Site, built: dict[str, str]) -> set[str]:
    return {finding.rule for finding in found(site, built)}


def test_an_honest_site_passes(site: Site, finished: dict[str, str]) -> None:
    assert found(site, finished) == []
    assert len(finished) > 40


def respelled(text: str) -> str:
    """The same page in another spelling: other quotation marks, references, order of attributes."""
    text = re.sub(r"&#34;", "&quot;", text)
    text = re.sub(r'<(\w+) class="([\w -]+)" id="([\w-]+)"', r"<\1 id='\3'  class='\2'", text)
    text = text.replace("data-search-exclude>", 'data-search-exclude="">')
    return text.replace("é", "&eacute;").replace("…", "&hellip;")


def test_another_spelling_of_the_same_passes(site: Site, finished: dict[str, str]) -> None:
    built = {file: respelled(text) for file, text in finished.items()}
    assert built != finished
    assert found(site, built) == []


def spans(text: str) -> list[tuple[int, int, str]]:
    """Each element of the article: its start tag's offset, the offset after its end, and its tag's name."""
    begin, end = text.index("<article>") + len("<article>"), text.index("</article>")
    listed: list[tuple[int, int, str]] = []
    stack: list[tuple[int, str]] = []
    for match in re.finditer(r"<(/?)(\w+)[^>]*?(/?)>", text[begin:end]):
        start, name = begin + match.start(), match[2]
        if match[1]:
            opened, tag = stack.pop()
            assert tag == name
            listed.append((opened, begin + match.end(), tag))
        elif name in VOID or match[3]:
            listed.append((start, begin + match.end(), name))
        else:
            stack.append((start, name))
    return listed


def deleted(text: str, start: int, end: int) -> str:
    return text[:start] + text[end:]


def unwrapped(text: str, start: int, end: int) -> str:
    inside = re.sub(r"^<[^>]*>|</\w+>$", "", text[start:end])
    return text[:start] + inside + text[end:]


def doubled(text: str, start: int, end: int) -> str:
    return text[:end] + text[start:end] + text[end:]


def commented(text: str, start: int, end: int) -> str:
    return f"{text[:start]}<!-- {text[start:end]} -->{text[end:]}"


def preceded(text: str, start: int, end: int) -> str:
    return f"{text[:start]}<b></b>{text[start:]}"


def hidden(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"^<(\w+)", r"<\1 hidden", text[start:end]) + text[end:]


def one_letter(text: str, start: int, end: int) -> str:
    visible = [match.start(1) for match in re.finditer(r">[^<]*?([^\W\d_])", text[start:end])]
    if not visible:
        return deleted(text, start, end)
    at = start + visible[len(visible) // 2]
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


CHANGES: list[Callable[[str, int, int], str]] = [
    deleted,
    unwrapped,
    doubled,
    commented,
    preceded,
    hidden,
    one_letter,
]
SAMPLE = 3


def mutations(file: str, text: str) -> Iterator[tuple[str, str]]:
    choice = random.Random(file)
    elements = spans(text)
    for change in CHANGES:
        for start, end, tag in choice.sample(elements, min(SAMPLE, len(elements))):
            if change is preceded and (start, end) == elements[-1][:2]:
                continue  # before the article is the theme's affair
            changed = change(text, start, end)
            if [piece.text for piece in pieces(changed)] != [piece.text for piece in pieces(text)]:
                yield f"{change.__name__} <{tag}> at {start}", changed


def test_no_element_of_a_page_can_change(site: Site, finished: dict[str, str]) -> None:
    """On every page but those of rules, which are all alike: of these on each twelfth."""
    rules_pages = [path for path in site.pages if path.startswith("rules/")]
    paths = [path for path in site.pages if path not in rules_pages] + rules_pages[::12]
    survived, tried = [], 0
    for path in paths:
        file = f"{path}/index.html"
        for name, changed in mutations(file, finished[file]):
            tried += 1
            alone = Site({path: site.pages[path]}, {}, (), SETTINGS)
            if not found(alone, {file: changed, "index.html": "", ENTRY: finished[ENTRY]}):
                survived.append(f"{file}: {name}")
    assert survived == []
    assert tried > 15 * len(paths)


Reported = tuple[str, str, Callable[[str], str], str | None]
REPORTED: list[Reported] = [
    ("built-page-changed", "dam/index.html", lambda text: text.replace("on 3 May.", "on 4 May.", 1), "4"),
    ("built-page-changed", "dam/index.html",
     lambda text: text.replace("</article>", "<p class=or-claim></p></article>"),
     "<p class=or-claim>"),
    ("insertion-changed", "index.html", lambda text: text.replace("</article>", "[[gate/sticks]]</article>"),
     "[[gate/sticks]]"),
    ("insertion-changed", "index.html", lambda text: text.replace("Is the dam safe?", "Is it?", 1), None),
    ("repeated-id", "404.html", lambda text: text.replace("<footer", "<p id='top' class=x></p><footer"),
     "<p id='top' class=x>"),
    ("built-page-missing", "dam/index.html", lambda text: "", None),
    ("built-page-extra", "claims/x.html", lambda text: THEME.format("<p>x</p>"), None),
    ("search-missing", ENTRY, lambda text: "", None),
]  # fmt: skip
"""A rule, the file that is changed and how, and the words of it that are reported; None for all of it."""


@pytest.mark.parametrize(("rule", "file", "made", "words"), REPORTED)
def test_what_is_reported_is_what_is_wrong(
    site: Site, finished: dict[str, str], rule: str, file: str, made: Callable[[str], str], words: str | None
) -> None:
    content = made(finished.get(file, ""))
    built = {**finished, file: content} if content else {k: v for k, v in finished.items() if k != file}
    reported = [finding for finding in found(site, built) if finding.rule == rule]
    assert len(reported) == 1
    location = reported[0].location
    assert location.path == f"site/{file}"
    if words is None:
        assert location.span is None
    else:
        assert location.span is not None
        shown = location.text.content[slice(*location.span)]
        assert words in shown if words == "4" else words == shown


def test_every_attribute_counts(site: Site, finished: dict[str, str]) -> None:
    file = "dam/index.html"
    text = finished[file]
    attributes = list(
        re.finditer(
            r'(?:id|href|popovertarget|lang|dir|aria-label|class)="([^"]+)"', text[text.index("<article>") :]
        )
    )
    offset = text.index("<article>")
    for match in random.Random(7).sample(attributes, 60):
        at = offset + match.start(1)
        changed = text[:at] + ("q" if text[at] != "q" else "r") + text[at + 1 :]
        alone = Site({"dam": site.pages["dam"]}, {}, (), SETTINGS)
        assert found(alone, {file: changed, "index.html": ""}), match[0]


def test_the_place_of_a_change_is_named(site: Site, finished: dict[str, str]) -> None:
    file = "dam/index.html"
    changed = finished[file].replace(
        "The committee visited the dam on 3 May.", "The committee visited the dam on 4 May.", 1
    )
    (finding,) = found(site, {**finished, file: changed})
    assert finding.rule == "built-page-changed"
    assert "4 May" in finding.message
    assert finding.location.path == "site/dam/index.html"
    assert finding.location.span is not None
    assert "4 May" in changed[finding.location.span.start :][:60]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<template>", "</template>"),
        ("<!-- ", " -->"),
        ("<div hidden>", "</div>"),
        ('<div style="display: none">', "</div>"),
        ("<details>", "</details>"),
        ("<textarea>", "</textarea>"),
        ('<script type="text/plain">', "</script>"),
        ("<noscript>", "</noscript>"),
        ('<div aria-hidden="true">', "</div>"),
    ],
)
def test_a_page_that_is_there_and_not_seen(
    site: Site, finished: dict[str, str], before: str, after: str
) -> None:
    for file, rule in (("dam/index.html", "built-page-changed"), ("index.html", "insertion-changed")):
        text = (
            finished[file]
            .replace("<article>", f"<article>{before}")
            .replace("</article>", f"{after}</article>")
        )
        assert rule in rules(site, {**finished, file: text}), file


def test_pages_that_are_missing(site: Site, finished: dict[str, str]) -> None:
    for path in [*site.pages, "", "how-we-check", "corrections-policy"]:
        file = f"{path}/index.html" if path else "index.html"
        without = {name: text for name, text in finished.items() if name != file}
        assert rules(site, without) == {"built-page-missing"}, file


def test_pages_that_nothing_makes(site: Site, finished: dict[str, str]) -> None:
    copied = finished["dam/index.html"]
    for file in (
        "claims/dam/invented/index.html",
        "sources/other/index.html",
        "rules/easy/index.html",
        "claims/x.html",
    ):
        assert rules(site, {**finished, file: THEME.format("<p>x</p>")}) == {"built-page-extra"}, file
    assert "built-page-extra" in rules(site, {**finished, "old-dam/index.html": copied})
    assert found(site, {**finished, "google123.html": "google-site-verification"}) == []


@pytest.mark.parametrize(
    "extra", ['<span class="or-claim">It is safe.</span>', "<blockquote class='or-quote x'>Yes.</blockquote>"]
)
def test_more_than_the_claims_make(site: Site, finished: dict[str, str], extra: str) -> None:
    for file, rule in (("dam/index.html", "built-page-changed"), ("notes/index.html", "insertion-changed")):
        text = finished[file].replace("</article>", f"{extra}</article>")
        assert rules(site, {**finished, file: text}) == {rule}


def test_what_a_page_by_hand_shows(site: Site, finished: dict[str, str]) -> None:
    file = "how-we-check/index.html"
    text = finished[file]
    changes = {
        "a word": text.replace("on 3 May.", "on 4 May.", 1),
        "the evidence": re.sub(r'<span class="or-quote".*?</span>', "", text),
        "a link": text.replace('href="../claims/dam/visited/"', 'href="../claims/dam/hostile/"'),
        "all of it": THEME.format(MARKDOWN["how-we-check"]),
        "brackets": text.replace("</article>", "<p>[[gate/sticks]]</p></article>"),
    }
    for name, changed in changes.items():
        assert changed != text, name
        assert rules(site, {**finished, file: changed}) == {"insertion-changed"}, name
    card = finished["index.html"].replace("Is the dam safe?", "The dam is safe!", 1)
    assert rules(site, {**finished, "index.html": card}) == {"insertion-changed"}


def test_an_id_stands_once(site: Site, finished: dict[str, str]) -> None:
    for file in ("dam/index.html", "404.html"):
        text = finished[file].replace("<footer", "<p id='top'></p><footer")
        (finding,) = found(site, {**finished, file: text})
        assert (finding.rule, "'top'" in finding.message) == ("repeated-id", True)
    script = finished["404.html"].replace("<footer", "<script>x = '<p id=\"top\">'</script><footer")
    assert found(site, {**finished, "404.html": script}) == []


@pytest.mark.parametrize("index", [None, "", "[]", '{"languages": {"en": {"page_count": 3}}}'])
def test_search_needs_an_index(site: Site, finished: dict[str, str], index: str | None) -> None:
    built = {name: text for name, text in finished.items() if name != ENTRY}
    if index is not None:
        built[ENTRY] = index
    (finding,) = found(site, built)
    assert (finding.rule, finding.location.path) == ("search-missing", f"site/{ENTRY}")


def test_nothing_is_never_green(site: Site, finished: dict[str, str]) -> None:
    assert rules(site, {}) == {"site-empty"}
    assert rules(Site({}, {}, (), SETTINGS), finished) == {"site-empty"}
    assert "built-page-missing" in rules(site, {"404.html": "x"})
    assert {f.rule for f in found(site, dict.fromkeys(finished, ""))} >= {
        "built-page-changed",
        "insertion-changed",
    }


def test_a_claim_about_brackets_is_no_leftover(site: Site, finished: dict[str, str]) -> None:
    insertions = {
        **site.insertions,
        "dam/visited": lambda _: '<span class="or-claim">He wrote [[sic]] here.</span>',
    }
    changed = Site(site.pages, insertions, site.documents, SETTINGS)
    file = "how-we-check/index.html"
    built = {**finished, file: THEME.format(fill(MARKDOWN["how-we-check"], "how-we-check", insertions))}
    assert "[[sic]]" in html_module.unescape(built[file])
    assert found(changed, built) == []


EXPORTS = {"dam/facts.json": Export("dam/facts.json", b"{}\n"), "llms.txt": Export("llms.txt", b"# Dams\n")}
OFFERS = (
    Offer("explainer", "facts.json", "Data", "application/json"),
    Offer("site", "llms.txt", "All", "text/plain"),
)
HEAD = '<link rel="describedby" href="facts.json">\n<script type="application/ld+json">{"a": "b"}</script>\n'


@pytest.fixture
def exporting(site: Site) -> Site:
    return replace(site, exports=EXPORTS, heads={"dam": HEAD}, settings=replace(SETTINGS, offers=OFFERS))


@pytest.fixture
def exported(finished: dict[str, str]) -> dict[str, str]:
    page = finished["dam/index.html"].replace("</head>", f"{HEAD}</head>")
    files = {path: export.content.decode() for path, export in EXPORTS.items()}
    return {**finished, "dam/index.html": page, **files}


def test_files_for_machines_are_compared(exporting: Site, exported: dict[str, str]) -> None:
    assert found(exporting, exported) == []
    for path in EXPORTS:
        missing = {name: text for name, text in exported.items() if name != path}
        assert rules(exporting, missing) == {"export-changed"}
        assert rules(exporting, exported | {path: exported[path] + " "}) == {"export-changed"}
    assert rules(exporting, exported | {"gone/facts.json": "{}"}) == {"export-changed"}
    assert found(exporting, exported | {"assets/own.json": "{}", "sitemap.xml": ""}) == []


@pytest.mark.parametrize("old", HEAD.splitlines())
def test_what_machines_read_in_a_head_is_compared(
    exporting: Site, exported: dict[str, str], old: str
) -> None:
    for new in ("", old.replace('"b"', '"c"').replace("facts", "facet")):
        built = exported | {"dam/index.html": exported["dam/index.html"].replace(old, new)}
        assert rules(exporting, built) == {"built-page-changed"}
