"""A browser, and a site to look at: the example's pages in the site's own theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from browser.building import built, served
from browser.looking import WIDE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Windows:
    """Browser windows, one of each kind for all tests; what they ask for and complain of is kept."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._open: dict[str, Page] = {}
        self.asked: list[str] = []
        self.complaints: list[str] = []

    def of(self, options: dict[str, Any]) -> Page:
        """The window with these options."""
        kind = repr(sorted(options.items()))
        if kind not in self._open:
            page = self._browser.new_context(**options).new_page()
            page.on("request", lambda request: self.asked.append(request.url))
            page.on("pageerror", lambda error: self.complaints.append(str(error)))
            page.on("dialog", lambda dialog: self.complaints.append(f"a dialog: {dialog.message}"))
            page.on("console", self._listen)
            self._open[kind] = page
        return self._open[kind]

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def close(self) -> None:
        for page in self._open.values():
            page.context.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Windows]:
    """The windows of all tests."""
    made = Windows(browser)
    yield made
    made.close()


@pytest.fixture
def page(windows: Windows, request: pytest.FixtureRequest) -> Page:
    """A window: wide, or what the test asks for."""
    return windows.of(getattr(request, "param", WIDE))


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a site built in the project's theme from the example of the page tests."""
    with served(built()) as address:
        yield address
