"""Two hundred claims on a page and a source of a million characters, in the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from browser.building import built, served
from browser.looking import NARROW, WIDE, button_of, in_windows, width_of, window
from pages import large


@pytest.fixture(scope="module")
def large_site() -> Iterator[str]:
    """The address of a site with the large example."""
    with served(built("large")) as address:
        yield address


@in_windows(wide=WIDE, narrow=NARROW, narrowest=window(320))
def test_the_last_claim_opens_as_the_first_does(page: Page, large_site: str) -> None:
    page.goto(large_site + "book-of-ashby/")
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.locator(".or-claim[id]").count() == large.CLAIMS
    for number in (1, 100, large.CLAIMS):
        button, evidence = button_of(page, f"entry-{number}"), page.locator(f"#e-entry-{number}")
        button.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        button.click()
        step = large.SENTENCES // large.CLAIMS
        assert evidence.locator("blockquote").inner_text() == large.sentence(number * step)
        assert page.evaluate("scrollY") == before
        page.keyboard.press("Escape")
    assert width_of(page) <= width


def test_all_evidence_of_all_claims_can_be_shown(page: Page, large_site: str) -> None:
    page.goto(large_site + "book-of-ashby/")
    page.locator("#or-show-all").check()
    assert page.locator(".or-evidence:visible").count() == large.CLAIMS


@in_windows(wide=WIDE, narrowest=window(320))
def test_a_link_into_the_source_lands_on_the_passage(page: Page, large_site: str) -> None:
    """The source is long, and most of it lies outside the window when it is laid out."""
    page.goto(large_site + "book-of-ashby/")
    link = page.locator(f"#evidence-entry-{large.CLAIMS - 3} a[href*='sources/book/']").first
    link.scroll_into_view_if_needed()
    link.click()
    mark = page.locator(":target")
    assert mark.inner_text() == large.sentence((large.CLAIMS - 3) * (large.SENTENCES // large.CLAIMS))
    box, size = mark.bounding_box(), page.viewport_size
    assert box is not None
    assert size is not None
    assert 0 <= box["y"] < size["height"]
    assert width_of(page) <= size["width"]
