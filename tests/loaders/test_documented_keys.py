"""The keys that are read, the page that lists them, and the fields of the model are the same."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
from msgspec import Struct, structs

from onrecord import history, model
from onrecord.check import all_rules
from onrecord.loaders import claims, facts
from onrecord.loaders.metadata import METADATA, TAKEDOWN
from onrecord.loaders.walk import Shape
from source_tree import HOOKS, ROOT

PAGE = (ROOT / "docs" / "writing-claims.md").read_text("utf-8")
PARTS: dict[str, tuple[Shape, ...]] = {
    "The file": (facts.EXPLAINER,),
    "A claim": (claims.CLAIM,),
    "Evidence: a quotation": (claims.QUOTATION,),
    "Evidence: absent words": (claims.ABSENCE,),
    "Derived": (claims.DERIVATION,),
    "Entities": (facts.ENTITY,),
    "Sections": (facts.SECTION, *facts.PARAGRAPHS.values()),
    "Updates": (facts.UPDATE,),
    "Retired": (facts.RETIRED,),
    "Former names": (facts.FORMER_NAME,),
    "A source's metadata": (METADATA,),
}
INLINE = {
    "refers": claims.REFERENCE,
    "waivers": claims.WAIVER,
    "corrections": claims.CORRECTION,
    "withdrawn": claims.WITHDRAWAL,
    "taken_down": TAKEDOWN,
}
MODEL: dict[type[Struct], Shape] = {
    model.Explainer: facts.EXPLAINER,
    model.Claim: claims.CLAIM,
    model.Quotation: claims.QUOTATION,
    model.Absence: claims.ABSENCE,
    model.Reference: claims.REFERENCE,
    model.Derivation: claims.DERIVATION,
    model.Waiver: claims.WAIVER,
    history.Correction: claims.CORRECTION,
    history.Withdrawal: claims.WITHDRAWAL,
    model.Entity: facts.ENTITY,
    model.Section: facts.SECTION,
    model.ClaimsParagraph: facts.PARAGRAPHS["claims"],
    model.EditorNote: facts.PARAGRAPHS["editor"],
    model.GeneratedBlock: facts.PARAGRAPHS["show"],
    history.Update: facts.UPDATE,
    history.Retired: facts.RETIRED,
    history.FormerName: facts.FORMER_NAME,
    history.Takedown: TAKEDOWN,
    model.Source: METADATA,
}
NOT_WRITTEN = {model.Explainer: {"id"}, model.Source: {"text", "digest"}}


def rows(heading: str) -> dict[str, str]:
    """The keys of the tables under a heading, with what is said of each."""
    part = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", part, re.MULTILINE))


@pytest.mark.parametrize("heading", PARTS)
def test_the_page_lists_the_keys_that_are_read(heading: str) -> None:
    assert set(rows(heading)) == set(chain.from_iterable(shape.fields for shape in PARTS[heading]))


@pytest.mark.parametrize("heading", PARTS)
def test_the_page_says_which_keys_are_required(heading: str) -> None:
    marked = {key for key, said in rows(heading).items() if re.search(r"\bRequired\b", said)}
    required = set(chain.from_iterable(shape.required for shape in PARTS[heading]))
    choices = {key for kind, shape in facts.PARAGRAPHS.items() for key in shape.required}
    if heading == "A claim":
        required |= {"evidence"}
    assert marked == required - (choices if heading == "Sections" else {"absent"})


@pytest.mark.parametrize("key", INLINE)
def test_what_is_shown_in_an_example_is_what_is_read(key: str) -> None:
    example = next(line for line in PAGE.splitlines() if line.startswith(f"| `{key}` |")).rpartition(
        "`" + key
    )[2]
    assert set(re.findall(r"(?<=[{,])\s*(\w+):", example)) == set(INLINE[key].fields)


@pytest.mark.parametrize("made", MODEL, ids=lambda made: made.__name__)
def test_every_field_of_the_model_can_be_written(made: type[Struct]) -> None:
    fields = {field.name for field in structs.fields(made)} - {"at"} - NOT_WRITTEN.get(made, set())
    assert fields == {field.name for field in MODEL[made].fields.values()}


def loaders() -> list[Path]:
    """The modules that find problems; ``site`` reads the settings of the site."""
    return [path for path in (HOOKS / "onrecord" / "loaders").glob("*.py") if path.stem != "site"]


def test_every_rule_that_a_problem_names_exists() -> None:
    # Git's commands look like rules' names.
    source = "".join(path.read_text("utf-8") for path in loaders() if path.stem != "revision")
    named = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source))
    assert {"broken-yaml", "unknown-key", "source-changed"} <= named
    assert named - {"utf-8", "utf-16", "utf-32"} <= set(all_rules())
