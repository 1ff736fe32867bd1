"""Each recipe is followed to the letter: its files are written, its commands run, and what they say compared.

A path on a line by itself is that of the file below it; ``In`` before it says that a command has made that
file, ``At the end of`` that the lines are added to it. ``…`` stands for anything.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

from gate.running import environment
from source_tree import ROOT

PAGE = (ROOT / "docs" / "recipes.md").read_text("utf-8")
LAST = "No other file changes."
SITE = 2
"""How many recipes make the small site that the others are followed in."""
PROJECT = (
    *("hooks", "tests", "docs", "facts", "seeds", "overrides", ".ci", ".github"),
    *("mkdocs.yml", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "action.yml"),
)
IN_ORDER = (
    "tests/test_architecture.py",
    "tests/test_docs.py",
    "tests/test_packaging.py::test_it_holds_the_package_and_the_hook_and_nothing_else",
    "tests/test_rules.py::test_every_file_is_a_rule_and_every_rule_a_file",
    "tests/test_conformance.py::test_there_are_cases_of_every_kind",
    "tests/cli/test_command_page.py::test_every_section_is_of_a_command",
    "tests/cli/test_command_page.py::test_every_format_that_is_told_is_there",
    "tests/cli/test_exit_codes.py::test_no_status_is_documented_that_nothing_provokes",
    "tests/cli/test_source_add.py::test_every_format_that_is_documented_is_there",
    "tests/cli/test_source_add.py::test_what_is_refused_changes_nothing",
    "tests/exports/test_facts.py::test_the_page_about_it_has_all_files_and_its_example_runs",
    "tests/gate/test_addresses.py::test_every_generated_address_is_an_explainer_s_or_reserved",
    "tests/pages/test_pages.py::test_no_golden_page_is_left_over",
    "tests/reports/test_reports.py::test_the_formats",
)
"""What looks at the project as a whole, and would complain of a file that something else has to name."""
BARE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
"""No plugins are loaded, and none is configured: they would double what pytest takes to start."""
PROGRAMS = {"onrecord": ("-c", "from onrecord.cli import run; run()"), "pytest": ("-m", "pytest")}
_FENCE = re.compile(r"^(`{3,})([\w+]*)$")
_NAMED = re.compile(r"^(|In |At the end of )`([^`\s]+)`:$")
_RUN = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: what it is of, the words before the path that it stands under, and the path."""

    kind: str
    role: str
    path: str
    content: str


class Recipe(NamedTuple):
    """A recipe: its heading, its blocks, and its last paragraph."""

    title: str
    blocks: tuple[Block, ...]
    last: str


def recipes() -> Iterator[Recipe]:
    """Every part of the page under a heading; headings inside of blocks are none."""
    title, said, blocks = "", "", []
    lines = iter(PAGE.splitlines())
    for line in lines:
        if fence := _FENCE.match(line):
            content = "".join(f"{each}\n" for each in iter(lambda: next(lines), fence[1]))
            named = _NAMED.match(said)
            blocks.append(Block(fence[2], named[1] if named else "", named[2] if named else "", content))
            assert named or fence[2] == "console", f"nothing names the block after: {said}"
        elif line.startswith("## "):
            if title:
                yield Recipe(title, tuple(blocks), said)
            title, blocks = line.removeprefix("## "), []
        said = line or said
    yield Recipe(title, tuple(blocks), said)


RECIPES = list(recipes())
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


def ran(command: str, root: Path) -> tuple[int, str]:
    """Run a command in ``root`` with the package that lies there; its status and what it said."""
    program, *arguments = shlex.split(command)
    run = subprocess.run(
        [sys.executable, *PROGRAMS[program], *arguments],
        cwd=root,
        env=environment(PYTHONPATH=str(root / "hooks"), NO_COLOR="1", COLUMNS="100", **BARE),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return run.returncode, run.stdout


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
            for command, shown in _RUN.findall(block.content):
                status, said = ran(command, root)
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
    assert len(RECIPES) == PAGE.count(f"\n{LAST}\n") > 10
    for recipe in RECIPES:
        assert recipe.last == LAST, recipe.title
        assert any(block.path for block in recipe.blocks), recipe.title


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


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole project with the files of all recipes in it, those of the small site left out."""
    root = tmp_path_factory.mktemp("everything") / "project"
    root.mkdir()
    for each in PROJECT:
        if (ROOT / each).is_dir():
            shutil.copytree(ROOT / each, root / each)
        else:
            shutil.copy2(ROOT / each, root)
    for block in chain.from_iterable(recipe.blocks for recipe in RECIPES):
        if block.path in ADDED and block.role != "In ":
            write(block, root)
        for command, _ in _RUN.findall(block.content) if block.kind == "console" else ():
            if "--update-golden" in command:
                assert ran(command, root)[0] == 0
    return root


def test_the_project_is_still_in_order(everything: Path) -> None:
    """What looks at the project as a whole finds nothing that would have to be changed besides."""
    modules = [
        ".".join(Path(path).relative_to("hooks").with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(ADDED)
        if path.startswith("hooks/") and path.endswith(".py")
    ]
    chosen = " or ".join(["not [onrecord", *modules])
    status, said = ran(f"pytest -q {' '.join(IN_ORDER)} -k '{chosen}'", everything)
    assert status == 0, said


def test_what_is_added_is_as_the_project_writes_it(everything: Path) -> None:
    """The linter, the formatter and the import contracts have nothing against it."""
    added = [str(everything / path) for path in sorted(ADDED) if path.endswith(".py")]
    for command in ("ruff check -q", "ruff format -q --check", "lint-imports --no-cache"):
        program, *arguments = command.split()
        run = subprocess.run(
            [Path(sys.executable).with_name(program), *arguments, *(added if program == "ruff" else ())],
            cwd=everything,
            env=environment(PYTHONPATH=str(everything / "hooks")),
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, run.stdout + run.stderr
