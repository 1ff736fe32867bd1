"""The head of a finished page: what is put in where, and what the page may run."""

from __future__ import annotations

import base64
import hashlib

import pytest

from onrecord.head import policy_of, with_head
from onrecord.head_links import links_of
from onrecord.page import Offer, Page, Settings

PAGE = (
    '<!doctype html>\n<html>\n  <head>\n    <meta charset="utf-8">\n    <title>{}</title>\n  </head>\n'
    "<body></body></html>"
)


def digest(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def scripts(policy: str) -> list[str]:
    return policy.partition("script-src ")[2].partition(";")[0].split()


def test_the_policy_is_the_first_thing_after_the_character_set() -> None:
    made = with_head(PAGE.format("x"), "<link>\n", policy=True)
    before, _, after = made.partition('<meta http-equiv="Content-Security-Policy"')
    assert before.rstrip().endswith('<meta charset="utf-8">')
    assert "<title>" in after
    assert after.index("<link>") < after.index("</head>")


def test_a_title_that_looks_like_the_end_of_a_head_moves_nothing() -> None:
    made = with_head(PAGE.format("&lt;/head&gt;"), "<link>", policy=False)
    assert made == PAGE.format("&lt;/head&gt;").replace("</head>", "<link></head>")


@pytest.mark.parametrize("text", ["", "<p>no head</p>", "<head><title>never closed"])
def test_without_a_head_a_text_stays_as_it_is(text: str) -> None:
    assert with_head(text, "<link>", policy=True) == text


def test_only_scripts_that_are_there_may_run() -> None:
    html = (
        "<script>first()</script><SCRIPT type='text/javascript'>second()</SCRIPT>"
        "<script type=module>third()</script>"
    )
    assert scripts(policy_of(html)) == ["'self'", *sorted(map(digest, ("first()", "second()", "third()")))]


@pytest.mark.parametrize(
    "block",
    [
        '<script src="a.js"></script>',
        '<script id="x" type="application/json">{"a": 1}</script>',
        '<script type="application/ld+json">{"a": 1}</script>',
    ],
)
def test_files_and_data_need_no_digest(block: str) -> None:
    assert scripts(policy_of(block)) == ["'self'"]


def test_only_a_page_that_compiles_may() -> None:
    assert "'wasm-unsafe-eval'" in policy_of("", compiles=True)
    assert "wasm" not in policy_of("")
    assert "unsafe-inline" not in policy_of("<style>a</style>")


def test_the_head_links_to_what_there_is() -> None:
    offers = (
        Offer("explainer", "facts.json", 'The "data"', "application/json", "describedby"),
        Offer("explainer", "missing.txt", "None", "text/plain"),
        Offer("site", "feed.atom", "News", "application/atom+xml"),
        Offer("site", "llms.txt", "All", "text/plain", "describedby"),
    )
    settings = Settings("2026-01-01", offers=offers)
    page = Page("claims/dam", "Dam", "", kind="explainer", scripts=("assets/onrecord/a.js",))
    assert links_of(page, settings, {"claims/dam/facts.json"}).splitlines() == [
        '<link rel="describedby " type="application/json" href="facts.json" title="The &#34;data&#34;">',
        '<link rel="alternate " type="application/atom+xml" href="../../feed.atom" title="News">',
        '<script type="module" src="../../assets/onrecord/a.js"></script>',
    ]
