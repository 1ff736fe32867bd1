"""What a reader sees and can do: every template, wide and narrow, light and dark."""

from __future__ import annotations

from playwright.sync_api import Page

from browser.conftest import Windows
from browser.looking import (
    DARK,
    LOOKED_AT,
    NARROW,
    NO_SCRIPT,
    WIDE,
    brightness,
    button_of,
    in_windows,
    violations,
    window,
)


@in_windows(wide=WIDE, narrow=DARK)
def test_all_evidence_at_once_stands_in_nobodys_way(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    page.locator("#or-show-all").check()
    visible = page.locator(".or-evidence:visible").count()
    assert visible == page.locator(".or-evidence").count()
    assert violations(page) == []


@in_windows(wide=WIDE, narrow=NARROW, no_script=window(360, script=False))
def test_evidence_is_one_press_away_and_nothing_moves(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    button = button_of(page, "warned")
    button.scroll_into_view_if_needed()
    before = button.bounding_box()
    button.click()
    evidence = page.locator("#e-warned")
    assert evidence.is_visible()
    assert "We [the writers] were told in spring […] and did nothing." in evidence.inner_text()
    assert button.bounding_box() == before
    box, viewport = evidence.bounding_box(), page.viewport_size
    assert box is not None
    assert viewport is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= viewport["width"]
    evidence.get_by_role("button", name="Close").click()
    assert not evidence.is_visible()


@in_windows(magnified_four_times=window(320, viewport={"width": 320, "height": 200}))
def test_evidence_can_be_read_and_closed_on_the_smallest_screen(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    button_of(page, "no-cracks").click()
    evidence = page.locator("#e-no-cracks")
    box = evidence.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 200
    close = evidence.get_by_role("button", name="Close")
    close.scroll_into_view_if_needed()
    close.click()
    assert not evidence.is_visible()


def test_only_one_evidence_is_open(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    button_of(page, "visited").click()
    page.locator("#c-hostile").scroll_into_view_if_needed()
    button_of(page, "hostile").click()
    assert page.locator(".or-evidence:popover-open").count() == 1


@in_windows(no_script=NO_SCRIPT)
def test_without_script_the_evidence_is_in_the_page(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    listed = page.locator("[role=doc-endnotes] blockquote")
    assert listed.count() == page.locator(".or-evidence blockquote").count()
    page.locator("#or-show-all").check()
    assert page.locator(".or-evidence:visible").count() == page.locator(".or-evidence").count()


@in_windows(script=window(1280, "dark"), no_script=window(1280, "dark", script=False))
def test_dark_where_the_system_is_dark(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    assert brightness(page) < 60


@in_windows(forced=window(1280, forced_colors="active"))
def test_with_colours_of_the_reader_numbers_and_evidence_have_an_edge(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    button = button_of(page, "visited")
    button.click()
    for place in (button, page.locator("#e-visited")):
        style, width = place.evaluate(
            "e => [getComputedStyle(e).borderBottomStyle, getComputedStyle(e).borderBottomWidth]"
        )
        assert (style, width) != ("none", "0px")
        edge, ground = place.evaluate(
            "e => [getComputedStyle(e).borderBottomColor, getComputedStyle(e).backgroundColor]"
        )
        assert edge != ground


def test_a_claim_that_is_linked_to_stands_out(page: Page, site: str) -> None:
    page.goto(site + "dam/#c-warned")
    shadow = page.locator("#c-warned").evaluate("e => getComputedStyle(e).boxShadow")
    assert shadow != "none"
    assert page.locator("#c-warned").is_visible()


def test_a_repeated_claim_leads_to_its_own_place(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    page.locator(".or-answer a.or-again").first.click()
    assert page.url.endswith("#c-no-cracks")
    place = page.locator("#c-no-cracks").bounding_box()
    assert place is not None
    assert 0 < place["y"] < 700


def test_quotations_from_right_to_left_run_so(page: Page, site: str) -> None:
    page.goto(site + "sources/arabic/")
    line = page.locator(".or-line__text").first
    assert line.evaluate("e => getComputedStyle(e).direction") == "rtl"
    number, text = page.locator(".or-line__number").first.bounding_box(), line.bounding_box()
    assert number is not None
    assert text is not None
    first, second = sorted((number, text), key=lambda box: box["x"])
    assert first["x"] + first["width"] <= second["x"]


def test_an_explainer_from_right_to_left_runs_so(page: Page, site: str) -> None:
    page.goto(site + "sadd/")
    for place in ("#title", "#c-aman", "#evidence-aman blockquote"):
        assert page.locator(place).evaluate("e => getComputedStyle(e).direction") == "rtl"
    edges = page.locator("#evidence-aman blockquote").evaluate(
        "e => [getComputedStyle(e).borderRightWidth, getComputedStyle(e).borderLeftWidth]"
    )
    assert edges == ["3px", "0px"]


def test_an_address_without_a_page_says_so_and_leads_on(page: Page, site: str) -> None:
    page.goto(site + "404.html")
    assert page.title().startswith("Not found")
    page.get_by_role("link", name="All explainers").click()
    assert page.locator("h1").inner_text() == "On Record"


def test_the_site_asks_nothing_of_anybody_else(windows: Windows, page: Page, site: str) -> None:
    for path in LOOKED_AT.values():
        page.goto(site + path)
    assert len(windows.asked) > 10
    assert [url for url in windows.asked if not url.startswith(("http://127.0.0.1:", "data:"))] == []
    assert windows.complaints == []
    assert page.context.cookies() == []
