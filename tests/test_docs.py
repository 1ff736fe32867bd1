"""What the documents say of the code is what the code is."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from blocks import BLOCKS, README, Generated
from onrecord.check import all_rules
from source_tree import HOOKS, ROOT, Module, modules

GLOSSARY = ROOT / "docs" / "glossary.md"
LEFT_BY_TOOLS = {"site", "dist", "build", "test-artifacts"}
HIDDEN = {".ci", ".github"}
VOCABULARY = {
    *("Source", "Corpus", "Claim", "Quotation", "Selector", "Span", "Location", "Evidence", "Grounding"),
    *("Finding", "Rule", "Waiver", "Verified", "Rejected", "Explainer", "Page", "Report", "Export"),
}
NEVER_IN_A_NAME = {"manager", "helper", "helpers", "util", "utils", "validator", "processor"}
NEVER_ALONE = {"data", "info", "handle", "fact", "result"}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_a_generated_block_is_up_to_date(block: Generated, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden", default=False):
        block.renew()
    # Only the words count: how wide a help text is set differs between versions of Python.
    assert block.written().split() == block.made().split(), (
        "run the tests once with --update-golden and look at the change"
    )


def test_the_benchmark_has_its_figures() -> None:
    measured = (ROOT / "docs" / "benchmarks.md").read_text("utf-8").partition("<!-- measured: begin -->")[2]
    for claims in ("100", "1,000", "10,000"):
        assert f"\n| {claims} | " in measured, (
            "run tests/benchmarks/check_speed.py --write docs/benchmarks.md"
        )


def glossary() -> dict[str, str]:
    """The terms of the glossary and the types they name, empty where they name none."""
    terms: dict[str, str] = {}
    for part in GLOSSARY.read_text("utf-8").split("\n### ")[1:]:
        code = re.search(r"^Code: `([\w.]+)`$", part, re.MULTILINE)
        terms[part.partition("\n")[0].strip()] = code[1] if code else ""
    return terms


def test_the_glossary_has_every_word_of_the_vocabulary() -> None:
    assert set(glossary()) >= VOCABULARY


@pytest.mark.parametrize(("term", "code"), glossary().items(), ids=lambda value: value)
def test_what_the_glossary_names_is_in_the_code(term: str, code: str) -> None:
    if code:
        module, _, name = code.rpartition(".")
        assert name == term
        assert isinstance(getattr(importlib.import_module(module), name), type)


def test_every_main_value_of_the_code_is_in_the_glossary() -> None:
    named = set(glossary().values())
    for module in ("model", "resolve", "check", "finding", "rule", "text", "page"):
        for name in VOCABULARY & set(vars(importlib.import_module(f"onrecord.{module}"))):
            found = getattr(importlib.import_module(f"onrecord.{module}"), name)
            assert f"{found.__module__}.{name}" in named


def identifiers(module: Module) -> Iterator[tuple[int, str]]:
    """Every name that the module gives to something, with its line."""
    for node in ast.walk(module.tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                yield node.lineno, name
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield node.lineno, name


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_names_are_of_the_vocabulary(module: Module) -> None:
    for line, name in [(0, module.path.stem), *identifiers(module)]:
        words = [word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", name)]
        assert not NEVER_IN_A_NAME & set(words), f"{module.path}:{line}: {name}"
        assert name.strip("_").lower() not in NEVER_ALONE, f"{module.path}:{line}: {name}"


def documents() -> list[Path]:
    return [README, *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", documents(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_document_names_no_rule_that_does_not_exist(page: Path) -> None:
    """There are those of the package, and those whose file the document shows."""
    text = page.read_text("utf-8")
    shown = {
        name.replace("_", "-") for name in re.findall(r"^`hooks/onrecord/rules/(\w+)\.py`:$", text, re.M)
    }
    named = re.findall(
        r"(?:error|warning)\[([a-z-]+)\]|\brule:? ([a-z]+(?:-[a-z]+)+)\b|rules/([a-z-]+)\.md", text
    )
    assert {name for found in named for name in found if name} <= {*all_rules(), *shown, "index"}


def test_every_link_of_the_readme_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", README.read_text("utf-8"))
    assert len(links) > 5
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_what_the_readme_says_to_run_is_what_is_run() -> None:
    """The two commands of the README are run as they stand, so they cannot rot."""
    commands = re.findall(r"```sh\n(.*)\n```", README.read_text("utf-8"))
    assert len(commands) == 2
    steps = [line.strip() for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()]
    assert [command for command in commands if command not in steps] == []


def our_files() -> Iterator[Path]:
    """Every file of the project, without what tools leave behind."""
    for entry in sorted(ROOT.iterdir()):
        if (
            entry.is_dir()
            and (entry.name in LEFT_BY_TOOLS or entry.name.startswith("."))
            and entry.name not in HIDDEN
        ):
            continue
        for path in sorted(entry.rglob("*")) if entry.is_dir() else [entry]:
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    folders = "|".join(("home/[a-z]", "root/", "work/", "tmp/[a-z]", "Users/[A-Za-z]", "opt/[a-z]"))
    pattern = re.compile(rf"(?<![\w.*/-])/(?:{folders})".encode())
    files = list(our_files())
    assert {ROOT / ".ci" / "run", README, HOOKS / "onrecord" / "text.py"} <= set(files)
    assert [path for path in files if pattern.search(path.read_bytes())] == []


def test_each_folder_of_the_readme_is_there() -> None:
    named = re.findall(r"^\| `([\w./]+)` \|", README.read_text("utf-8"), re.MULTILINE)
    assert len(named) > 5
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert HOOKS.exists()
