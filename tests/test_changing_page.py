"""The page on changing what is published: each of its recipes is followed, and does what the page says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from branches import Repository
from onrecord.check import all_rules
from onrecord.revision_rules import REVISION_RULES
from source_tree import ROOT

PAGE = (ROOT / "docs" / "changing-what-is-published.md").read_text("utf-8")
(COMMAND,) = re.findall(r"```console\n\$ ([^\n]+)\n(.*?)```", PAGE, re.DOTALL)
YAML = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
NOTICE, WITHDRAWN, REMOVED, EXPLAINER, CLAIM, NAMES, CONFLICT = YAML
NAMED = "topics: [Dams]\nentities: [{name: the county, kind: organisation, id: county}]\n"


@pytest.fixture
def project(plain_environment: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Repository:
    made = Repository(tmp_path, capsys)
    made.change("facts/dam.yml", "answer:", f"{NAMED}answer:")
    made.commit()
    made.branch("change")
    return made


def replace_claim(project: Repository, id: str, claim: str) -> None:
    content = project.read("facts/dam.yml")
    pattern = rf"(?ms)^  - id: {id}\n.*?(?=^  - id: |\Z)"
    assert len(re.findall(pattern, content)) == 1
    project.write("facts/dam.yml", re.sub(pattern, lambda _: claim, content))


def add_above_claims(project: Repository, entry: str, file: str = "facts/dam.yml") -> None:
    project.change(file, "\nclaims:\n", f"\n{entry}claims:\n")


def test_the_command(project: Repository) -> None:
    program, *arguments = shlex.split(COMMAND[0])
    assert program == "onrecord"
    status, told = project.run(*arguments)
    assert status == 0
    assert told == COMMAND[1]
    assert project.is_green()


def test_by_hand(project: Repository) -> None:
    project.write("seeds/letter.yml", project.read("seeds/letter.yml") + NOTICE)
    project.delete("seeds/letter.txt")
    replace_claim(project, "water", WITHDRAWN)
    assert project.rules() == ["takedown-unfinished"]
    line = WITHDRAWN.splitlines()[-1]
    replace_claim(
        project, "no-storm", f"  - id: no-storm\n    text: No storm is named in the letter.\n{line}\n"
    )
    assert project.is_green()


def test_a_claim_whose_own_words_go(project: Repository) -> None:
    replace_claim(project, "water", "")
    assert project.rules("diff", "main") == ["published-claim-removed"]
    add_above_claims(project, REMOVED)
    assert project.is_green()


def rename_explainer(project: Repository) -> None:
    project.write("facts/the-dam.yml", project.read("facts/dam.yml"))
    project.delete("facts/dam.yml")
    project.change("docs/how-we-check.md", "[[dam/cost]]", "[[the-dam/cost]]")
    add_above_claims(project, EXPLAINER, "facts/the-dam.yml")


def rename_claim(project: Repository) -> None:
    project.change("facts/dam.yml", "id: water\n", "id: rising-water\n")
    add_above_claims(project, CLAIM)


def rename_the_rest(project: Repository) -> None:
    project.change("seeds/letter.yml", "id: letter\n", "id: dear-sir\n")
    content = project.read("facts/dam.yml").replace("source: letter\n", "source: dear-sir\n")
    content = content.replace("topics: [Dams]", "topics: [Weirs]").replace("id: county}", "id: ashby-county}")
    project.write("facts/dam.yml", content)
    add_above_claims(project, NAMES)


@pytest.mark.parametrize("rename", [rename_explainer, rename_claim, rename_the_rest])
def test_a_rename(project: Repository, rename: Callable[[Repository], None]) -> None:
    rename(project)
    assert project.is_green()


def test_the_conflict(project: Repository) -> None:
    content = project.read("facts/dam.yml")
    project.write("facts/dam.yml", content + CONFLICT)
    assert project.rules() == ["merge-conflict"]
    kept = [line for line in CONFLICT.splitlines() if not re.match(r"[<=>]{7}", line)]
    assert len(kept) == len(CONFLICT.splitlines()) - 3
    project.write("facts/dam.yml", content + "\n".join(kept) + "\n")
    assert project.is_green()


def test_every_rule_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", PAGE)) - {"my-branch"}
    assert {"takedown-unfinished", "merge-conflict", "published-name-removed"} <= named
    assert named <= {*all_rules(), *REVISION_RULES}
