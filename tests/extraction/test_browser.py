"""What Chromium prints and shows of a page is what is extracted from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from extraction.reading import missing, text
from extraction.test_html import CMS, SEEN

pytestmark = pytest.mark.browser
PRINTED = (
    "body{columns:2;text-align:justify;font:11pt serif;margin:0;overflow-wrap:anywhere} header{display:none}"
)
ONE_LINE = re.compile(r"[^\n]{14,}")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def test_every_line_that_it_shows_can_be_quoted(page: Page) -> None:
    """Lines as they would be copied, without the soft hyphens that nobody types."""
    page.set_content(CMS)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate("document.querySelectorAll('button').forEach(one => one.remove())")
    lines = ONE_LINE.findall(page.evaluate("document.querySelector('main').innerText"))
    assert len(lines) >= 9
    typed = [" ".join(line.replace("\u00ad", "").split()) for line in lines]
    assert missing(text("html", CMS.encode()), typed) == {}


def test_what_it_prints_can_be_quoted(page: Page, tmp_path: Path) -> None:
    # Where a line ends at a soft hyphen before a space, a hyphen is printed that no word goes on after.
    shown = CMS.replace("&shy; ", " ").replace("</head>", f"<style>{PRINTED}</style></head>")
    page.set_content(shown)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    printed = page.pdf(width="120mm", height="170mm", margin=dict.fromkeys(("top", "bottom"), "15mm"))
    assert missing(text("pdf", printed), SEEN) == {}
