"""R11: how we check, the corrections and who answers for the site are one click away from every page."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from browser.test_reading import LOOKED_AT

ASKED = ("how-we-check/", "corrections/", "about/")


@pytest.mark.parametrize("path", LOOKED_AT.values(), ids=LOOKED_AT)
def test_method_corrections_and_about_are_one_click_away(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    links = page.locator("a:visible").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    reached = {urljoin(page.url, link) for link in links if link}
    here = {page.url}
    assert {site + asked for asked in ASKED} <= reached | here
    for asked in ASKED:
        assert page.request.get(site + asked).ok
