"""R5: pages are light, nothing shifts or complains; the scores of Lighthouse are asked for by hand."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page

from browser.building import ROOT, built, served
from browser.looking import EXPLAINERS, LOOKED_AT

LIMIT = 120 * 1024
SHIFT = """() => new Promise(resolve => {
  let total = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { total += entry.value; }))
    .observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(total), 50)));
})"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, made from the real source."""
    target = tmp_path_factory.mktemp("own") / "site"
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(target)))
    return target


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A window that has nothing in its cache."""
    context = browser.new_context(viewport={"width": 360, "height": 760})
    yield context.new_page()
    context.close()


def transferred(page: Page, folder: Path, path: str) -> tuple[int, list[str]]:
    """How many bytes a page asks for, compressed as hosts do, and what it complains of."""
    asked, complaints = [], []
    page.on("response", lambda response: asked.append(response.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with served(folder) as address:
        page.goto(address + path, wait_until="networkidle")
        assert all(url.startswith((address, "data:")) for url in asked)
    total = 0
    for url in {url for url in asked if not url.startswith("data:")}:
        file = folder / unquote(urlsplit(url).path).lstrip("/")
        content = (file / "index.html" if file.is_dir() else file).read_bytes()
        total += len(content) if file.suffix == ".png" else len(gzip.compress(content, 6))
    return total, complaints


def test_the_first_explainer_is_light(own: Path, fresh: Page) -> None:
    total, complaints = transferred(fresh, own, "russia-recognises-taliban/")
    assert 50 * 1024 < total <= LIMIT
    assert complaints == []


@pytest.mark.parametrize("path", EXPLAINERS)
def test_explainers_are_light(fresh: Page, path: str) -> None:
    total, complaints = transferred(fresh, built(), path)
    assert total <= LIMIT
    assert complaints == []


@pytest.mark.parametrize("path", LOOKED_AT.values(), ids=LOOKED_AT)
def test_nothing_shifts(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    assert page.evaluate(SHIFT) < 0.005
