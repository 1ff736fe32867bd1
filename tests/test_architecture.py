"""Which module may know what, beyond what the import contracts can say."""

from __future__ import annotations

import ast

import pytest

from source_tree import Module, layers, modules

MODULES = modules()
PACKAGE = [module for module in MODULES if module.name.partition(".")[0] == "onrecord"]
CHECK_AND_BELOW = {
    name for layer in layers()[[layer == ["check"] for layer in layers()].index(True) :] for name in layer
}
PURE = [module for module in PACKAGE if module.layer in CHECK_AND_BELOW]
OUTSIDE_WORLD = {
    *("yaml", "jinja2", "markupsafe", "markdown"),
    *("os", "io", "pathlib", "shutil", "tempfile", "glob", "sys", "subprocess", "socket", "logging"),
    *("time", "random", "secrets", "locale", "getpass", "platform"),
}
BUILT_IN_DOORS = {"open", "print", "input", "exec", "eval", "compile", "__import__"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}


def name(module: Module) -> str:
    return module.name


def test_the_modules_are_found() -> None:
    assert len(PURE) >= 10
    assert {"onrecord.text", "onrecord.check", "onrecord.rules.unknown_source"} <= {m.name for m in PURE}


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_each_module_says_in_a_sentence_what_it_is(module: Module) -> None:
    assert module.first_sentence.endswith((".", "?")), f"{module.path} has no docstring with a first sentence"


@pytest.mark.parametrize("module", PACKAGE, ids=name)
def test_the_package_knows_no_site_generator(module: Module) -> None:
    known = {imported.partition(".")[0] for imported in module.imported()}
    assert not known & {"mkdocs", "material", "properdocs", "zensical"}


@pytest.mark.parametrize("module", PURE, ids=name)
def test_what_decides_touches_nothing_outside(module: Module) -> None:
    assert not {imported.partition(".")[0] for imported in module.imported()} & OUTSIDE_WORLD
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in BUILT_IN_DOORS, f"line {node.lineno}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in CLOCKS, f"line {node.lineno}"


@pytest.mark.parametrize("module", PACKAGE, ids=name)
def test_no_regular_expression_is_made_of_text_from_outside(module: Module) -> None:
    """A pattern is put together from constants at import time, never inside a function."""
    for function in ast.walk(module.tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=[pattern, *_]):
                    assert isinstance(pattern, ast.Constant | ast.Name), f"line {node.lineno}"


def test_a_rule_is_not_built_on_another_rule() -> None:
    for module in PACKAGE:
        if module.layer == "rules":
            assert not any(imported.startswith("onrecord.rules") for imported in module.imported())
