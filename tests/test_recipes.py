"""Each recipe is followed to the letter: its files are written, its commands run, and what they say compared.

``…`` stands for anything.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from blocks import BLOCKS, by_hand
from gate.running import environment
from recipes import PAGE, RECIPES, Block, Recipe
from source_tree import ROOT

LAST, LAST_RENEWED = "No other file changes.", "No other file changes by hand."
RENEW = "pytest -q tests/test_docs.py --update-golden"
"""Renews the blocks that nobody writes. It is run once, in the project with all recipes in it."""
SITE = 2
"""How many recipes make the small site that the others are followed in."""
PROJECT = (
    *("hooks", "tests", "docs", "facts", "seeds", "overrides", ".ci", ".github"),
    *("mkdocs.yml", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "action.yml"),
)
IN_ORDER = (
    "tests/test_architecture.py",
    "tests/test_docs.py::test_a_generated_block_is_up_to_date",
    "tests/test_packaging.py::test_it_holds_the_package_and_the_hook_and_nothing_else",
    "tests/test_rules.py::test_every_file_is_a_rule_and_every_rule_a_file",
    "tests/test_conformance.py::test_there_are_cases_of_every_kind",
    "tests/cli/test_command_page.py::test_a_command_says_what_it_is_and_what_its_statuses_mean",
    "tests/cli/test_command_page.py::test_every_option_is_told_and_no_other",
    "tests/cli/test_exit_codes.py::test_a_command_documents_what_is_provoked",
    "tests/cli/test_exit_codes.py::test_there_are_no_cases_of_another_command",
    "tests/cli/test_source_add.py::test_what_is_refused_changes_nothing",
    "tests/exports/test_facts.py::test_the_page_about_it_has_all_files_and_its_example_runs",
    "tests/gate/test_addresses.py::test_every_generated_address_is_an_explainer_s_or_reserved",
    "tests/pages/test_pages.py::test_no_golden_page_is_left_over",
    "tests/reports/test_reports.py::test_the_formats",
)
"""What looks at the project as a whole, and would complain of a file that something else has to name."""
BARE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "PYTHONDONTWRITEBYTECODE": ""}
"""No plugins are loaded, and none is configured: they would double what pytest takes to start."""
RUNNER = """
import gc, json, os, sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

gc.disable()
told = []
for program, *arguments in json.loads(sys.argv[1]):
    with redirect_stdout(StringIO()) as said, redirect_stderr(said):
        if program == "onrecord":
            from onrecord.cli import main
        else:
            from pytest import main
        told.append((int(main(arguments)), said.getvalue()))
print(json.dumps(told), flush=True)
os._exit(0)
"""
"""Runs command lines one after the other, so that what they import is imported once, and leaves at once."""
ADDED = {
    block.path
    for recipe in RECIPES
    for block in recipe.blocks
    if block.path.partition("/")[0] in ("hooks", "tests", "docs")
}
"""The files that belong to the project, without those of the small site."""


def name(recipe: Recipe) -> str:
    return recipe.title.removeprefix("Adding ").replace(" ", "-")


def copied(source: Path, target: Path) -> Path:
    """A copy of the folder, whose files are the same as long as nobody writes them anew."""
    return Path(shutil.copytree(source, target, copy_function=os.link))


def ran(commands: list[str], root: Path) -> list[tuple[int, str]]:
    """Run commands in ``root`` with the package that lies there; the status of each and what it said."""
    run = subprocess.run(
        [sys.executable, "-c", RUNNER, json.dumps([shlex.split(command) for command in commands])],
        cwd=root,
        env=environment(PYTHONPATH=str(root / "hooks"), NO_COLOR="1", COLUMNS="100", **BARE),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [(status, said) for status, said in json.loads(run.stdout)]


def is_as_shown(said: str, shown: str) -> bool:
    """Whether ``said`` is ``shown``, in which ``…`` stands for anything."""
    pattern = ".*?".join(re.escape(part) for part in shown.strip().split("…"))
    return re.fullmatch(pattern, said.strip(), re.DOTALL) is not None


def write(block: Block, root: Path) -> None:
    file = root / block.path
    before = ""
    if block.role:
        before = file.read_text("utf-8")
        file.unlink()
    else:
        assert not file.exists(), "a recipe adds files, and changes none"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(before + block.content, "utf-8", newline="\n")


def follow(recipe: Recipe, root: Path) -> None:
    for block in recipe.blocks:
        if block.kind == "console":
            commands = {command: shown for command, shown in block.commands() if command != RENEW}
            for (status, said), (command, shown) in zip(
                ran([*commands], root), commands.items(), strict=True
            ):
                assert status in (0, 1), f"{command}\n{said}"
                assert is_as_shown(said, shown), f"{command}\n{said}"
        elif block.role == "In ":
            made = (root / block.path).read_text("utf-8")
            assert block.content in made.replace("\r\n", "\n"), made
        else:
            write(block, root)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, its tests, and the site that the first recipes make."""
    root = tmp_path_factory.mktemp("recipes") / "site"
    for folder in ("hooks", "tests"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy2(ROOT / "pyproject.toml", root)
    for folder in ("facts", "seeds"):
        (root / folder).mkdir()
    for recipe in RECIPES[:SITE]:
        follow(recipe, root)
    return root


def test_each_recipe_is_whole() -> None:
    assert len(RECIPES) == sum(PAGE.count(f"\n{last}\n") for last in (LAST, LAST_RENEWED)) > 10
    for recipe in RECIPES:
        paths = [block.path for block in recipe.blocks if block.path]
        assert paths, recipe.title
        is_listed = any(path.startswith(("hooks/", "docs/")) for path in paths)
        assert recipe.last == (LAST_RENEWED if is_listed else LAST), recipe.title
        commands = [command for block in recipe.blocks for command, _ in block.commands()]
        assert [*map(RENEW.__eq__, commands)] == [False] * (len(commands) - is_listed) + [True] * is_listed


def test_the_copy_is_what_runs(site: Path) -> None:
    """The package that is installed is another one: a recipe that worked only there would prove nothing."""
    run = subprocess.run(
        [sys.executable, "-c", "import onrecord; print(onrecord.__file__)"],
        env=environment(PYTHONPATH=str(site / "hooks")),
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(run.stdout.strip()) == site / "hooks" / "onrecord" / "__init__.py"


@pytest.mark.parametrize("recipe", RECIPES[SITE:], ids=name)
def test_a_recipe_does_what_it_says(recipe: Recipe, site: Path, tmp_path: Path) -> None:
    follow(recipe, copied(site, tmp_path / "site"))


def structural_tests() -> str:
    """What runs `IN_ORDER`; of tests that are there for each module, those for the modules that are added."""
    modules = [
        ".".join(Path(path).relative_to("hooks").with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(ADDED)
        if path.startswith("hooks/") and path.endswith(".py")
    ]
    return f"pytest -q {' '.join(IN_ORDER)} -k '{' or '.join(['not [onrecord', *modules])}'"


def copy_of_the_project(root: Path) -> dict[str, bytes]:
    """Copy the project to ``root``; what its files hold, by their paths."""
    root.mkdir()
    for each in PROJECT:
        if (ROOT / each).is_dir():
            shutil.copytree(ROOT / each, root / each)
        else:
            shutil.copy2(ROOT / each, root)
    files = [path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_with_all_of_them_the_project_is_in_order_and_nobody_changed_another_file(tmp_path: Path) -> None:
    """All is added but the small site, and what nobody writes is renewed; the rest stays as it was."""
    root = tmp_path / "project"
    files = copy_of_the_project(root)
    updates = []
    for block in chain.from_iterable(recipe.blocks for recipe in RECIPES):
        if block.path in ADDED and block.role != "In ":
            write(block, root)
        updates += [command for command, _ in block.commands() if "--update-golden" in command]
    updates = [*(command for command in updates if command != RENEW), RENEW]
    for status, said in ran([*updates, structural_tests()], root):
        assert status == 0, said
    changed = set()
    for path, before in files.items():
        after = (root / path).read_bytes()
        if before != after and path not in ADDED:
            assert by_hand(before.decode()) == by_hand(after.decode()), path
            changed.add(ROOT / path)
    assert changed == {block.page for block in BLOCKS}
    refuse_what_tools_refuse(root)


def refuse_what_tools_refuse(root: Path) -> None:
    """See that linter, formatter and import contracts have nothing against what is added."""
    added = [str(root / path) for path in sorted(ADDED) if path.endswith(".py")]
    for command in ("ruff check -q", "ruff format -q --check", "lint-imports --no-cache"):
        program, *arguments = command.split()
        run = subprocess.run(
            [Path(sys.executable).with_name(program), *arguments, *(added if program == "ruff" else ())],
            cwd=root,
            env=environment(PYTHONPATH=str(root / "hooks")),
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, run.stdout + run.stderr
