"""No explainer takes an address that other pages have."""

from __future__ import annotations

from pathlib import Path

import pytest

from gate.example import write
from gate.running import mkdocs
from onrecord.app import Prepared, check_project, configure, prepare
from onrecord.check import Rejected
from onrecord.page import RESERVED


@pytest.mark.parametrize("name", RESERVED)
def test_a_page_that_is_always_there_keeps_its_address(tmp_path: Path, name: str) -> None:
    root = write(tmp_path)
    (root / "facts" / "dam.yml").rename(root / "facts" / f"{name}.yml")
    outcome = check_project(root)
    assert isinstance(outcome, Rejected)
    assert [(f.rule, f.location.path) for f in outcome.findings if f.rule == "address-taken"] == [
        ("address-taken", f"facts/{name}.yml")
    ]


def test_every_generated_address_is_an_explainer_s_or_reserved(tmp_path: Path) -> None:
    prepared = prepare(configure(write(tmp_path)))
    assert isinstance(prepared, Prepared)
    explainers = {explainer.id for explainer in prepared.outcome.resolution.project.explainers}
    first = {path.partition("/")[0] for path in prepared.site.pages}
    folders = {path.partition("/")[0] for path in prepared.site.exports if "/" in path}
    assert (first | folders) - explainers <= set(RESERVED)
    assert {"claims", "entities", "explainers", "sources", "topics"} <= first


def test_no_folder_of_the_built_site_can_be_an_explainer_s(tmp_path: Path) -> None:
    root = write(tmp_path)
    built = mkdocs("build", "--strict", cwd=root)
    assert built.returncode == 0, built.stderr
    folders = {path.name for path in (root / "site").iterdir() if path.is_dir()}
    assert {"assets", "search"} <= folders
    assert folders <= {*RESERVED, "dam", "about", "how-we-check", "corrections-policy"}


@pytest.mark.parametrize("name", ["sitemap", "robots", "llms", "feed", "404"])
def test_what_machines_ask_for_at_the_root_is_reserved(name: str) -> None:
    assert name in RESERVED
