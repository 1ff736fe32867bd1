"""Hostile text in every field, in the browser: shown as it was written, and nothing else comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.building import built, served
from browser.conftest import Windows
from browser.looking import HOSTILE, LOOKED_AT, WIDE, in_windows
from pages import hostile, naughty
from pages.markup import parse
from pages.test_hostile import DRAWN, OURS

SMUGGLED = hostile.smuggled(naughty.ALL, naughty.ADDRESSES)
KINDS = ("{}/", "sources/{}-whole/", "sources/{}-parts/", "claims/{}/said/", "claims/{}/worked-out/")
POLICY = re.compile(
    r'<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)">'
)
STRANGE = """([ours, drawn]) => [...document.querySelectorAll('.or-page, .or-page *')].flatMap(e => [
  ...[e.localName].filter(n => !ours.includes(n) && !(drawn.includes(n) && e.closest('figure.or-axis'))),
  ...[...e.attributes].map(a => a.name).filter(n => /^(on.*|style|src.*|autofocus|formaction)$/.test(n)),
])"""
LISTENING = (
    "[...document.querySelectorAll('*')].some(e => [...e.attributes].some(a => a.name.startsWith('on')))"
)
UNSAFE = """[...document.querySelectorAll('a[href], [cite]')].map(e => e.href ?? e.cite)
  .filter(address => address && !/^https?:/.test(address))"""


@pytest.fixture(scope="module")
def naughty_site() -> Iterator[str]:
    """The address of a site of explainers that try every string in every field."""
    with served(built("naughty")) as address:
        yield address


@pytest.mark.parametrize("number", range(len(SMUGGLED)))
def test_what_was_smuggled_in_is_shown_and_does_nothing(
    windows: Windows, naughty_site: str, number: int
) -> None:
    page = windows.of(WIDE)
    asked, complaints = len(windows.asked), len(windows.complaints)
    for kind in KINDS:
        path = kind.format(SMUGGLED[number].name)
        page.goto(naughty_site + path)
        for button in page.locator("button.or-number:visible").all()[:2]:
            button.click()
            page.keyboard.press("Escape")
        assert page.evaluate("window.ran") is None
        assert page.evaluate(STRANGE, [sorted(OURS), sorted(DRAWN)]) == []
        assert page.evaluate(LISTENING) is False
        assert page.evaluate(UNSAFE) == []
        assert page.locator(".or-page").evaluate("e => e.textContent") == written(path)
    assert [url for url in windows.asked[asked:] if not url.startswith(("http://127.0.0.1:", "data:"))] == []
    assert windows.complaints[complaints:] == []


def written(path: str) -> str:
    """The text of an article as it stands in the file, by a reader of HTML that is not the browser's."""
    html = (built("naughty") / path / "index.html").read_text("utf-8", errors="strict")
    article = html[html.index('<div class="or-page') : html.index("</article>")].strip()
    return parse(article).one("div", class_="or-page").text


@pytest.mark.parametrize("field", ["Explainer.title", "Claim.text", "Source.title", "Section.heading"])
def test_each_string_is_shown_as_it_was_written(windows: Windows, naughty_site: str, field: str) -> None:
    page = windows.of(WIDE)
    for smuggled in SMUGGLED:
        page.goto(naughty_site + f"{smuggled.name}/")
        texts = page.locator("h1, h2, .or-claim, cite").evaluate_all("all => all.map(e => e.textContent)")
        expected = f"{smuggled.said} {hostile.mark(field)}"
        assert any(expected in text for text in texts), smuggled.name
        assert hostile.mark("Explainer.title") in page.title()


@pytest.mark.parametrize("path", ["", *HOSTILE, "corrections/"])
@in_windows(wide=WIDE)
def test_nothing_around_the_article_is_made_of_what_authors_wrote(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    assert page.evaluate("window.ran") is None
    assert page.evaluate(LISTENING) is False
    around = ".md-nav, .md-header__title, .md-footer, .md-path, head > title"
    assert page.locator(f":is({around}) :is(script, iframe, style, img)").count() == 0


def files(example: str) -> list[Path]:
    return sorted(built(example).rglob("*.html"))


@pytest.mark.parametrize("example", ["example", "naughty"])
def test_every_page_begins_with_its_policy(example: str) -> None:
    """A Content-Security-Policy that comes later does not hold for what stands before it."""
    policies = {}
    for file in files(example):
        found = POLICY.search(file.read_text("utf-8"))
        assert found is not None, file
        policies[file] = found[1]
    for policy in policies.values():
        rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
        for what in ("object-src", "frame-src", "media-src"):
            assert rules.get(what, rules["default-src"]) == "'none'", what
        assert rules["default-src"] in ("'none'", "'self'")
        assert rules["base-uri"] == "'none'"
        assert rules.get("style-src", rules["default-src"]) == "'self'"
        assert "unsafe-inline" not in policy
        assert not re.search(r"'unsafe-eval'|https?:|\*", policy)


REFUSED = """() => new Promise(resolve => {
  const refused = [];
  document.addEventListener('securitypolicyviolation', event => {
    refused.push(event.effectiveDirective);
    if (refused.length === 5) resolve(refused.sort());
  });
  const put = (name, values) => document.body.append(Object.assign(document.createElement(name), values));
  put('script', {textContent: 'window.ran = 1'});
  put('script', {src: 'https://elsewhere.example/a.js'});
  put('img', {src: 'https://elsewhere.example/a.png'});
  put('iframe', {src: 'https://elsewhere.example/'});
  document.body.setAttribute('onclick', 'window.ran = 1');
  document.body.click();
})"""


@pytest.mark.parametrize("path", LOOKED_AT.values(), ids=LOOKED_AT)
def test_what_a_later_hand_puts_in_is_refused(windows: Windows, site: str, path: str) -> None:
    page = windows.of({**WIDE, "locale": "en-AU"})  # apart: what is refused is asked for and complained of
    asked, complaints = list(windows.asked), list(windows.complaints)
    page.goto(site + path)
    assert page.evaluate(REFUSED) == [
        "frame-src",
        "img-src",
        "script-src-attr",
        "script-src-elem",
        "script-src-elem",
    ]
    assert page.evaluate("window.ran") is None
    page.goto("about:blank")
    windows.asked[:], windows.complaints[:] = asked, complaints
