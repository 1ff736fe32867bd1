"""Firefox with and without scripts, and the same site that Chromium looks at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.building import built, served
from firefox.driving import Firefox, program

HELP = "there is no Firefox: install it (apt-get install firefox-esr) and run the browser tests again"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", params=[True, False], ids=["script", "no script"])
def firefox(request: pytest.FixtureRequest) -> Iterator[Firefox]:
    """Firefox; without it the tests are skipped, and in CI they fail."""
    if program() is None:
        if os.environ.get("CI"):
            pytest.fail(HELP)
        pytest.skip(HELP)
    window = Firefox(script=request.param)
    yield window
    window.close()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a site built in the project's theme from the example of the page tests."""
    with served(built()) as address:
        yield address
