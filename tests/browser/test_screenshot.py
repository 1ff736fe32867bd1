"""The picture in the README is made small without being changed to the eye."""

from __future__ import annotations

import base64
import importlib.util
from pathlib import Path
from types import ModuleType

from playwright.sync_api import Page

from browser.conftest import Windows
from browser.looking import WIDE

SCRIPT = Path(__file__).parent.parent / "screenshot.py"
READ = """async address => {
  const image = new Image(); image.src = address; await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
  return [image.width, image.height, [...context.getImageData(0, 0, image.width, image.height).data]];
}"""


def script() -> ModuleType:
    specification = importlib.util.spec_from_file_location("screenshot", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def pixels(page: Page, png: bytes) -> tuple[int, int, list[int]]:
    width, height, values = page.evaluate(READ, f"data:image/png;base64,{base64.b64encode(png).decode()}")
    return width, height, values


def test_a_picture_in_few_colours_looks_the_same(windows: Windows, site: str) -> None:
    page = windows.of(WIDE)
    page.goto(site + "dam/")
    before = page.screenshot(clip={"x": 290, "y": 150, "width": 120, "height": 90})
    after = script().in_few_colours(before)
    first, second = pixels(page, before), pixels(page, after)
    assert first[:2] == second[:2] == (120, 90)
    assert max(abs(a - b) for a, b in zip(first[2], second[2], strict=True)) <= 48
    assert len(after) < len(before)
