"""Crawlers may read everything."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

import pytest

from onrecord.exports.robots import EXPORT_KIND
from onrecord.page import Settings
from pages.example import verified

ADDRESS = "https://example.org/"


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_everybody_may_read_everything(address: str) -> None:
    (file,) = EXPORT_KIND.exports(verified(), Settings("1871-10-01", address=address))
    assert file.path == "robots.txt"
    rules = RobotFileParser()
    rules.parse(file.content.decode().splitlines())
    for crawler in ("*", "Somebot"):
        for path in ("", "dam/", "dam/facts.json", "llms-full.txt"):
            assert rules.can_fetch(crawler, f"https://example.org/{path}")
    assert rules.site_maps() == ([f"{ADDRESS}sitemap.xml"] if address else None)
    assert b"*" in file.content
