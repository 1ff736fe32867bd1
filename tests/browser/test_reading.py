"""What a reader sees and can do: every template, wide and narrow, light and dark."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from browser.conftest import Windows

LOOKED_AT = {
    "home": "",
    "explainer": "dam/",
    "smallest explainer": "gate/",
    "explainer from right to left": "sadd/",
    "source": "sources/report/",
    "source of excerpts": "sources/arabic/",
    "claim": "claims/dam/no-cracks/",
    "withdrawn claim": "claims/dam/too-much/",
    "corrections": "corrections/",
    "rules": "rules/",
    "rule": "rules/quotation-not-found/",
    "foldings": "foldings/",
    "moved": "ashby-dam/",
    "by hand": "how-we-check/",
    "tables by hand": "writing-claims/",
    "not found": "404.html",
}
HOSTILE = ("hostile-page/", "sources/hostile-whole/", "sources/hostile-parts/", "claims/hostile-page/said/")
CHECKS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUICK = {"runOnly": CHECKS, "resultTypes": ["violations"], "preload": False}
COLOURS = {**QUICK, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What can differ where the page is the same in other colours."""


def window(width: int, scheme: str = "light", *, script: bool = True, **more: Any) -> dict[str, Any]:
    return {
        "viewport": {"width": width, "height": 760},
        "color_scheme": scheme,
        "java_script_enabled": script,
        **more,
    }


WIDE, NARROW = window(1280), window(360)
NO_SCRIPT = window(1280, script=False)
DARK = window(360, "dark")


@pytest.fixture
def page(windows: Windows, request: pytest.FixtureRequest) -> Page:
    """A window: wide, or what the test asks for."""
    return windows.of(getattr(request, "param", WIDE))


def in_windows(**kinds: dict[str, Any]) -> pytest.MarkDecorator:
    """Run a test in each of these windows."""
    names = [name.replace("_", " ") for name in kinds]
    return pytest.mark.parametrize("page", kinds.values(), ids=names, indirect=True)


def violations(page: Page, options: dict[str, Any] = QUICK, within: str | None = None) -> list[str]:
    found = Axe().run(page, context=within, options=options).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def brightness(page: Page) -> int:
    """That of the page's ground: 0 is black, 255 white."""
    colour = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    return max(int(part) for part in colour.strip("rgb()").split(","))


def button_of(page: Page, claim: str) -> Locator:
    """The number of a claim at the claim's own place."""
    return page.locator(f"#c-{claim} ~ button[popovertarget=e-{claim}]").first


def width_of(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.parametrize("path", LOOKED_AT.values(), ids=LOOKED_AT)
@in_windows(wide=window(1280, reduced_motion="reduce"), narrow=window(360, reduced_motion="reduce"))
def test_nothing_stands_in_the_way_of_anybody(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    try:
        assert brightness(page) < 60
        assert violations(page, COLOURS) == []
    finally:
        page.emulate_media(color_scheme="light")


@in_windows(wide=WIDE, narrow=DARK)
def test_open_evidence_stands_in_nobodys_way(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    for claim in ("warned", "safe-arabic", "no-river", "gate-sticks"):
        button_of(page, claim).click()
        assert page.locator(f"#e-{claim}").is_visible()
        assert violations(page, within=f"#e-{claim}") == []
        page.keyboard.press("Escape")


@in_windows(wide=WIDE, narrow=DARK)
def test_all_evidence_at_once_stands_in_nobodys_way(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    page.locator("#or-show-all").check()
    visible = page.locator(".or-evidence:visible").count()
    assert visible == page.locator(".or-evidence").count()
    assert violations(page) == []


@pytest.mark.parametrize("path", [*LOOKED_AT.values(), *HOSTILE], ids=[*LOOKED_AT, *HOSTILE])
@in_windows(narrowest=window(320))
def test_nothing_scrolls_sideways(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    assert width_of(page) <= 320
    if switch := page.locator("#or-show-all").all():
        switch[0].check()
        assert width_of(page) <= 320
    page.evaluate("document.body.dir = 'rtl'")
    assert width_of(page) <= 320


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


def test_the_keyboard_goes_into_evidence_and_comes_back(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    button_of(page, "visited").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.or-evidence').id") == "e-visited"
    page.keyboard.press("Escape")
    assert not page.locator("#e-visited").is_visible()
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == "e-visited"


def test_only_one_evidence_is_open(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    button_of(page, "visited").click()
    page.locator("#c-hostile").scroll_into_view_if_needed()
    button_of(page, "hostile").click()
    assert page.locator(".or-evidence:popover-open").count() == 1


@pytest.mark.parametrize("path", ["dam/", "sources/report/"])
@in_windows(narrow=NARROW, wide=WIDE)
def test_numbers_are_large_enough_to_press(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    sizes = page.locator(".or-number, .or-ref").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).filter(r => r.width).map(r => [r.width, r.height])"
    )
    assert len(sizes) >= 10
    assert min(min(size) for size in sizes) >= 24


def test_print_shows_every_quotation(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    quotations = page.locator(".or-evidence blockquote").count()
    assert page.locator("blockquote:visible").count() == quotations  # the list at the end
    page.emulate_media(media="print")
    try:
        assert page.locator("blockquote:visible").count() == quotations
        assert page.locator(".or-evidence:visible").count() == page.locator(".or-evidence").count()
        assert page.locator(".or-switch:visible, .or-close:visible, .md-header:visible").count() == 0
    finally:
        page.emulate_media(media="screen")


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


@in_windows(calm=window(1280, reduced_motion="reduce"))
def test_nothing_moves_for_those_who_want_no_motion(page: Page, site: str) -> None:
    page.goto(site + "dam/")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => {const s = getComputedStyle(e); return "
        "parseFloat(s.transitionDuration) || parseFloat(s.animationDuration)}).map(e => e.className)"
    )
    assert moving == []


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


def test_search_finds_a_quotation_once(page: Page, site: str) -> None:
    index = page.request.get(f"{site}search/search_index.json").json()
    texts = [entry["text"] for entry in index["docs"] if entry["location"].startswith("dam/")]
    assert 1 <= sum(text.count("The committee visited the dam on 3 May.") for text in texts) <= 4
    found = [entry["text"].count("We were told in spring […]") for entry in index["docs"]]
    assert sum(found) == 1


def test_quotations_from_right_to_left_run_so(page: Page, site: str) -> None:
    page.goto(site + "sources/arabic/")
    line = page.locator(".or-line__text").first
    assert line.evaluate("e => getComputedStyle(e).direction") == "rtl"
    number, text = page.locator(".or-line__number").first.bounding_box(), line.bounding_box()
    assert number is not None
    assert text is not None
    assert number["x"] < text["x"]


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


@pytest.mark.parametrize("path", ["", *HOSTILE, "corrections/"])
@in_windows(wide=WIDE, narrow=NARROW)
def test_nothing_that_authors_wrote_runs(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    for button in page.locator("button.or-number").all()[:3]:
        button.click()
        page.keyboard.press("Escape")
    assert page.evaluate("window.ran") is None
    strange = "script, style, img, svg, iframe, object, [onload], [onfocus], [onerror], [onmouseover]"
    assert page.locator(f".md-content :is({strange})").count() == 0
    assert page.locator("title script, .md-nav script, .md-header__title script").count() == 0


def test_the_site_asks_nothing_of_anybody_else(windows: Windows, page: Page, site: str) -> None:
    for path in LOOKED_AT.values():
        page.goto(site + path)
    assert len(windows.asked) > 10
    assert [url for url in windows.asked if not url.startswith((site, "data:"))] == []
    assert windows.complaints == []
    assert page.context.cookies() == []
