"""``build.json``: what the site was made with and from, the same wherever and whenever it is made."""

from __future__ import annotations

import json
from collections import Counter

from onrecord import __version__
from onrecord.check import all_rules
from onrecord.exports import build, facts
from onrecord.folding import VERSION
from onrecord.page import Settings
from pages.example import SOURCES, verified

SETTINGS = Settings("1871-10-01")


def made(settings: Settings = SETTINGS) -> bytes:
    (export,) = build.EXPORT_KIND.exports(verified(), settings)
    assert export.path == "build.json"
    return export.content


BUILD = json.loads(made())
FACTS = [
    json.loads(export.content)
    for export in facts.EXPORT_KIND.exports(verified(), SETTINGS)
    if export.path.endswith("/facts.json")
]


def test_the_versions() -> None:
    assert BUILD["version"] == 1
    assert BUILD["onrecord"] == __version__
    assert BUILD["foldings"] == VERSION
    assert BUILD["rules"] == len(all_rules())


def test_the_counts_are_those_of_the_exported_facts() -> None:
    counted: Counter[str] = Counter(explainers=len(FACTS), sources=len(BUILD["seeds"]))
    for one in FACTS:
        counted["claims"] += len(one["claims"])
        for claim in one["claims"]:
            counted["quotations"] += len(claim["quotations"])
            counted["searches"] += len(claim["searches"])
    assert BUILD["counts"] == counted
    assert min(counted.values()) > 0


def test_the_fingerprints_are_those_of_the_exported_facts() -> None:
    assert BUILD["explainers"] == {one["explainer"]["id"]: one["fingerprint"] for one in FACTS}
    assert "draft" not in BUILD["explainers"]


def test_the_seeds_are_those_in_use() -> None:
    used = {source["id"]: source["sha256"] for one in FACTS for source in one["sources"]}
    assert BUILD["seeds"] == used
    assert BUILD["seeds"]["letter"] == SOURCES["letter"].digest


def test_the_same_facts_give_the_same_bytes() -> None:
    later = Settings("1999-12-31", repository="https://example.org/code", address="https://example.org/")
    assert made(later) == made()
    assert made().endswith(b"}\n")
    assert list(BUILD) == sorted(BUILD)
