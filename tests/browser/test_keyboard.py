"""Reading without a mouse, with other colours, and with a voice: what axe cannot see."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from browser.looking import EXPLAINERS, NO_SCRIPT, WIDE, button_of, in_windows, window
from onrecord.resolve import Evidence
from onrecord.view.words import direction
from pages.example import verified

HERE = """() => {
  const here = document.activeElement, style = getComputedStyle(here);
  if (here === document.body || here === document.documentElement) return null;
  const all = [...document.querySelectorAll('*')];
  const box = here.getBoundingClientRect();
  return {
    order: all.indexOf(here),
    article: !!here.closest('article'),
    html: here.outerHTML.slice(0, 140),
    text: here.textContent.trim(),
    edge: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
}"""
STOPS = """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
  .filter(e => e.closest('article') && e.tabIndex >= 0)
  .filter(e => e.checkVisibility({visibilityProperty: true})).length"""
"""How many places of the article the keyboard can go to."""


def walk(page: Page) -> list[dict[str, Any]]:
    """Where the Tab key leads, from the top of the page until it leaves the page."""
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    found: list[dict[str, Any]] = []
    while len(found) < 600:
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or (found and here["order"] == found[0]["order"]):
            return found
        found.append(here)
    raise AssertionError("the Tab key never leaves the page")


@pytest.mark.parametrize("path", [*EXPLAINERS, "sources/report/", "claims/dam/no-cracks/", ""])
@in_windows(wide=WIDE, no_script=NO_SCRIPT)
def test_the_tab_key_goes_through_the_page_in_reading_order(page: Page, site: str, path: str) -> None:
    """The skip link first, then everything in the order of the text; nowhere a trap, always an edge."""
    page.goto(site + path)
    stops = page.evaluate(STOPS)
    walked = walk(page)
    assert "Skip to content" in walked[0]["text"]
    orders = [stop["order"] for stop in walked if stop["article"]]
    assert orders == sorted(orders)
    assert len(orders) == stops
    for stop in (walked[0], *(stop for stop in walked if stop["article"])):
        assert stop["seen"], stop["html"]
        assert stop["edge"] >= 2, stop["html"]


def test_the_skip_link_leads_past_the_navigation(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


@in_windows(wide=WIDE, dark=window(1280, "dark"), forced=window(1280, forced_colors="active"))
def test_what_has_the_focus_inside_evidence_has_an_edge(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    button_of(page, "gate-sticks").press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        assert here["edge"] >= 2, here["html"]


@in_windows(forced=window(1280, forced_colors="active"))
def test_with_the_readers_colours_nothing_is_said_by_colour(page: Page, site: str) -> None:
    """Marks in a source, tags and numbers keep an edge, a line or a background of the reader's own."""
    page.goto(site + "sources/report/")
    marks = page.locator(".or-lines mark").evaluate_all(
        "all => all.map(e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color,"
        " getComputedStyle(e).textDecorationLine, getComputedStyle(e).borderBottomStyle])"
    )
    assert marks
    plain = page.locator("h1").evaluate("e => getComputedStyle(e).color")
    for ground, colour, line, border in marks:
        assert line != "none" or border != "none" or (ground, colour) != ("rgba(0, 0, 0, 0)", plain)


@pytest.mark.parametrize("path", EXPLAINERS)
@in_windows(calm=window(1280, reduced_motion="reduce"))
def test_no_motion_where_none_is_wanted(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    page.locator("button.or-number:visible").first.click()
    moving = page.evaluate(
        "document.getAnimations().length + [...document.querySelectorAll('*')].filter(e => {"
        "const s = getComputedStyle(e); return s.scrollBehavior === 'smooth'"
        " || parseFloat(s.transitionDuration) || parseFloat(s.animationDuration)}).length"
    )
    assert moving == 0


TAGGED = """() => [...document.querySelectorAll('blockquote, .or-lines p')].map(e => [e.lang,
  getComputedStyle(e).direction, e.closest('[lang]')?.lang, e.tagName, e.getAttribute('cite') ?? ''])"""


@pytest.mark.parametrize("path", EXPLAINERS)
def test_every_quotation_has_its_language_and_its_direction(page: Page, site: str, path: str) -> None:
    sources = verified().resolution.project.corpus.sources
    page.goto(site + path)
    tagged = [entry for entry in page.evaluate(TAGGED) if entry[3] == "BLOCKQUOTE"]
    assert tagged
    for language, runs, _, _, cited in tagged:
        source = sources[cited.split("sources/")[1].split("/")[0]]
        assert (language, runs) == (source.language, direction(source.language))


def test_every_source_page_has_its_language_and_its_direction(page: Page, site: str) -> None:
    used = {
        str(outcome.source.id): outcome.source
        for claim in verified().resolution.claims
        for outcome in claim.evidence
        if isinstance(outcome, Evidence) and not claim.explainer.draft
    }
    assert {source.language for source in used.values()} >= {"en", "ar", "he", "zh", "ja"}
    for name, source in used.items():
        page.goto(f"{site}sources/{name}/")
        lines = [entry for entry in page.evaluate(TAGGED) if entry[3] == "P"]
        assert lines
        for _, runs, language, _, _ in lines:
            assert (language, runs) == (source.language, direction(source.language))
