"""No explainer takes an address that other pages have."""

from __future__ import annotations

from pathlib import Path

import pytest

from gate.example import write
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
    assert first - explainers == set(RESERVED)
