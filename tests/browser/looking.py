"""How tests look at pages: the windows they use, what they ask axe, and the places on a page they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

LOOKED_AT = {
    "home": "",
    "explainer": "dam/",
    "smallest explainer": "gate/",
    "explainer from right to left": "sadd/",
    "explainer in four languages": "weir/",
    "source": "sources/report/",
    "source of excerpts": "sources/arabic/",
    "source from right to left": "sources/hebrew/",
    "source with crossing passages": "sources/ledger/",
    "claim": "claims/dam/no-cracks/",
    "claim from the longest passage": "claims/weir/read-daily/",
    "withdrawn claim": "claims/dam/too-much/",
    "removed claim": "claims/dam/cracks/",
    "source taken down": "sources/keeper/",
    "claim of a source taken down": "claims/keeper/water/",
    "explainer with nothing left": "keeper/",
    "topic of another name now": "topics/rivers/",
    "corrections": "corrections/",
    "explainers": "explainers/",
    "topics": "topics/",
    "topic": "topics/dams-and-weirs/",
    "names": "entities/",
    "name": "entities/byron/",
    "search": "search/",
    "rules": "rules/",
    "rule": "rules/quotation-not-found/",
    "foldings": "foldings/",
    "moved": "ashby-dam/",
    "by hand": "how-we-check/",
    "tables by hand": "writing-claims/",
    "figures by hand": "benchmarks/",
    "not found": "404.html",
}
"""A page of every template, and of what templates find hard."""
EXPLAINERS = ("dam/", "gate/", "sadd/", "weir/")
HOSTILE = ("hostile-page/", "sources/hostile-whole/", "sources/hostile-parts/", "claims/hostile-page/said/")
CHECKS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WITH_COLOURS = {"runOnly": CHECKS, "resultTypes": ["violations"], "preload": False}
WITHOUT_COLOURS = {**WITH_COLOURS, "rules": {"color-contrast": {"enabled": False}}}
"""Most of the time goes into contrasts, which ``browser.contrast`` works out faster."""
LINKS = {**WITH_COLOURS, "runOnly": {"type": "rule", "values": ["link-in-text-block"]}}
_AXE = "([within, options]) => axe.run(within ?? document, options).then(found => found.violations)"


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
MAGNIFIED = window(320, device_scale_factor=4, viewport={"width": 320, "height": 190})
"""1280 by 760, seen four times as large."""
TOUCH = window(360, has_touch=True, is_mobile=True)


PRESSES: dict[str, Callable[[Locator], None]] = {
    "click": lambda button: button.click(),
    "tap": lambda button: button.tap(),
    "Enter": lambda button: button.press("Enter"),
}
"""The ways to press a button."""


def in_windows(**kinds: dict[str, Any]) -> pytest.MarkDecorator:
    """Run a test in each of these windows."""
    names = [name.replace("_", " ") for name in kinds]
    return pytest.mark.parametrize("page", kinds.values(), ids=names, indirect=True)


def violations(page: Page, options: dict[str, Any] = WITH_COLOURS, within: str | None = None) -> list[str]:
    """What axe has against the page, or against what is ``within`` a place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(_AXE, [within, options])
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def brightness(page: Page) -> int:
    """That of the page's ground: 0 is black, 255 white."""
    colour = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    return max(int(part) for part in colour.strip("rgb()").split(","))


_SETTLED = (
    "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done))))"
)


@contextmanager
def dark(page: Page) -> Iterator[None]:
    """Have the system's colours dark for a while; the theme follows by script, between two frames."""
    page.emulate_media(color_scheme="dark")
    page.evaluate(_SETTLED)
    try:
        yield
    finally:
        page.emulate_media(color_scheme="light")
        page.evaluate(_SETTLED)


def button_of(page: Page, claim: str) -> Locator:
    """The number of a claim at the claim's own place."""
    return page.locator(f"#c-{claim} ~ button[popovertarget=e-{claim}]").first


def width_of(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


_NAMES = r"""() => {
  const said = node => node.nodeType === 3 ? node.data : node.nodeType !== 1 ? ''
    : node.getAttribute('aria-hidden') === 'true' ? '' : node.tagName === 'IMG' ? node.alt : inside(node);
  const inside = element => [...element.childNodes].map(said).join('');
  const named = element => element.getAttribute('aria-label') ?? element.getAttribute('aria-labelledby')
    ?.split(/\s+/).map(id => document.getElementById(id)?.textContent ?? '').join(' ');
  const links = [...document.querySelectorAll('a[href]')].filter(link => link.checkVisibility());
  return links.map(link => [named(link) || inside(link).trim() || link.title, link.href]);
}"""


def targets_by_name(page: Page) -> dict[str, set[str]]:
    """The addresses that the links of a page lead to, by the names that screen readers say."""
    found: dict[str, set[str]] = {}
    for name, address in page.evaluate(_NAMES):
        found.setdefault(" ".join(name.split()), set()).add(address)
    return found
