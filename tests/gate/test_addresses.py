"""No explainer takes an address that other pages have."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gate.example import write
from gate.running import mkdocs
from onrecord import pages
from onrecord.app import Prepared, check_project, configure, prepare
from onrecord.check import Rejected
from onrecord.discover import discover
from onrecord.page import RESERVED, PageKind

KINDS = discover(pages, "PAGE_KIND", PageKind)
OURS = {*RESERVED, *(kind.address for kind in KINDS.values())}
QUOTATIONS = """
from onrecord.page import PageKind

PAGE_KIND = PageKind(lambda verified, settings: (), address={address!r})
"""


@pytest.mark.parametrize("name", RESERVED)
def test_a_page_that_is_always_there_keeps_its_address(tmp_path: Path, name: str) -> None:
    root = write(tmp_path)
    (root / "facts" / "dam.yml").rename(root / "facts" / f"{name}.yml")
    outcome = check_project(root)
    assert isinstance(outcome, Rejected)
    assert [(f.rule, f.location.path) for f in outcome.findings if f.rule == "address-taken"] == [
        ("address-taken", f"facts/{name}.yml")
    ]


@pytest.mark.parametrize(("address", "told"), [("all-quotations", ["address-taken"]), ("", [])])
def test_a_kind_of_page_keeps_the_address_that_it_is_called_like(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    address: str,
    told: list[str],
) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "all_quotations.py").write_text(QUOTATIONS.format(address=address), "utf-8")
    monkeypatch.setattr(pages, "__path__", [*pages.__path__, str(more)])
    request.addfinalizer(lambda: sys.modules.pop("onrecord.pages.all_quotations", None))
    root = write(tmp_path)
    (root / "facts" / "dam.yml").rename(root / "facts" / "all-quotations.yml")
    found = [finding.rule for finding in check_project(root).findings]
    assert [rule for rule in found if rule == "address-taken"] == told


def test_a_kind_that_has_an_address_is_called_like_it() -> None:
    assert [name for name, kind in KINDS.items() if kind.address not in ("", name.replace("_", "-"))] == []


def test_every_generated_address_is_an_explainer_s_or_reserved(tmp_path: Path) -> None:
    prepared = prepare(configure(write(tmp_path)))
    assert isinstance(prepared, Prepared)
    explainers = {explainer.id for explainer in prepared.outcome.resolution.project.explainers}
    first = {path.partition("/")[0] for path in prepared.site.pages}
    folders = {path.partition("/")[0] for path in prepared.site.exports if "/" in path}
    assert (first | folders) - explainers <= OURS
    assert {"claims", "entities", "explainers", "sources", "topics"} <= first


def test_no_folder_of_the_built_site_can_be_an_explainer_s(tmp_path: Path) -> None:
    root = write(tmp_path)
    built = mkdocs("build", "--strict", cwd=root)
    assert built.returncode == 0, built.stderr
    folders = {path.name for path in (root / "site").iterdir() if path.is_dir()}
    assert {"assets", "search"} <= folders
    assert folders <= {*OURS, "dam", "about", "how-we-check", "corrections-policy"}


@pytest.mark.parametrize("name", ["sitemap", "robots", "llms", "feed", "404"])
def test_what_machines_ask_for_at_the_root_is_reserved(name: str) -> None:
    assert name in RESERVED
