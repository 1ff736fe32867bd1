"""Says in a line each what is installed and set, and what to do where something is wrong.

A line begins with `ok`, `wrong`, or `option` for what may be missing. It writes nothing.

- 0: nothing is wrong.
- 1: something is to be mended; that the file named with `--config` is not there counts too.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.command import CLEAN, FINDINGS, Answer, Command, Parser, add_settings, configured
from onrecord.loaders.site import Configuration
from onrecord.mistake import Mistake

_OPTIONS = {
    "sources": (
        "PDF, web pages, Word documents and web archives as sources",
        ("pypdfium2", "selectolax", "mammoth", "fastwarc"),
    ),
    "entailment": ("a model's second opinion", ("onnxruntime", "tokenizers")),
    "lsp": ("findings in editors while you write", ("pygls",)),
}
_LONGEST_WAIT = 20


class Told(NamedTuple):
    """One thing that was looked at: ``ok``, ``wrong``, or ``option`` for what may be missing."""

    state: str
    line: str


def _arguments(parser: Parser) -> None:
    add_settings(parser)


def _doctor(options: argparse.Namespace) -> Answer:
    from onrecord.printable import safe_line

    told = [*_installation(), *_programs()]
    try:
        told += _project(configured(options))
    except Mistake as mistake:
        told.append(Told("wrong", str(mistake)))
    wrong = sum(one.state == "wrong" for one in told)
    lines = [f"{one.state:<7}{one.line}" for one in told]
    lines.append(f"{wrong} to mend" if wrong else "nothing is wrong")
    return Answer(FINDINGS if wrong else CLEAN, "".join(f"{safe_line(line)}\n" for line in lines))


def _installation() -> Iterator[Told]:
    from importlib.metadata import requires, version

    import yaml
    from packaging.requirements import Requirement

    yield Told("ok", f"Python {sys.version.split()[0]}")
    yield Told("ok", f"onrecord {version('onrecord')}")
    for requirement in map(Requirement, requires("onrecord") or ()):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield _package(requirement)
    if not yaml.__with_libyaml__:
        yield Told("wrong", "PyYAML was built without libyaml: pip install --force-reinstall pyyaml")
    for name, (what, modules) in _OPTIONS.items():
        missing = [module for module in modules if find_spec(module) is None]
        help = f"not installed, for {what}: pip install 'onrecord[{name}]'"
        yield Told("option", f"{name}: {help}") if missing else Told("ok", f"{name}: {what}")


def _package(requirement: Any) -> Told:
    from importlib.metadata import PackageNotFoundError, version

    mend = f"pip install '{requirement.name}{requirement.specifier}'"
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return Told("wrong", f"{requirement.name} is not installed: {mend}")
    if not requirement.specifier.contains(found, prereleases=True):
        return Told("wrong", f"{requirement.name} {found} is of no use: {mend}")
    return Told("ok", f"{requirement.name} {found}")


def _programs() -> Iterator[Told]:
    from onrecord.searching import program

    try:
        program()
        yield Told("ok", "pagefind, which makes the search index")
    except Mistake as mistake:
        yield Told("wrong", str(mistake))
    if shutil.which("git"):
        yield Told("ok", _git(Path(), "--version") or "git")
    else:
        yield Told("wrong", "there is no git, which onrecord diff needs: install it")


def _git(folder: Path, *arguments: str) -> str:
    """What git says; empty where it says nothing or fails."""
    try:
        run = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LONGEST_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.decode("utf-8", "replace").strip() if run.returncode == 0 else ""


def _project(configuration: Configuration) -> Iterator[Told]:
    from onrecord.loaders.site import load_keys

    for name in (configuration.facts, configuration.seeds):
        is_there = (configuration.root / name).is_dir()
        mend = f"there is no folder {name}/ in {configuration.root}: is this the project? -C names another"
        yield Told("ok", f"{name}/") if is_there else Told("wrong", mend)
    yield _attributes(configuration)
    if configuration.file is None:
        yield Told("option", "there is no mkdocs.yml: claims are checked, and no site is built")
        return
    keys = load_keys(configuration.file, os.environ)
    yield _engine(keys, configuration.file.name)
    if keys.get("use_directory_urls") is False:
        yield Told("wrong", "use_directory_urls is false: take it out, our links count on it")
    theme = keys.get("theme")
    called = (theme.get("name") if isinstance(theme, dict) else theme) or "mkdocs"
    is_tested = called == "material"
    yield Told("ok", f"theme {called}{'' if is_tested else ' (only material is tested)'}")


def _attributes(configuration: Configuration) -> Told:
    """Whether git leaves the line ends of sources alone."""
    asked = f"{configuration.seeds}/a-source.txt"
    said = _git(configuration.root, "check-attr", "text", "--", asked)
    if not said:
        return Told("option", "this is no git repository: nothing keeps what was published")
    if said.endswith(": unset"):
        return Told("ok", f"git leaves {configuration.seeds}/ as it is")
    mend = f"put the line '{configuration.seeds}/** -text' into .gitattributes"
    return Told("wrong", f"git may change line ends of sources, and so their fingerprints: {mend}")


def _engine(keys: dict[str, Any], file: str) -> Told:
    """Whether hook or plugin is on."""
    plugins, hooks = keys.get("plugins"), keys.get("hooks")
    listed = list(plugins) if isinstance(plugins, list | dict) else []
    names = [str(name) for entry in listed for name in (entry if isinstance(entry, dict) else [entry])]
    has_hook = isinstance(hooks, list) and any(str(hook).endswith("onrecord_hook.py") for hook in hooks)
    if has_hook or "onrecord" in names:
        return Told("ok", f"{file} has the {'plugin' if 'onrecord' in names else 'hook'} on")
    return Told("wrong", f"{file} has neither plugin nor hook on: put 'onrecord' under plugins")


COMMAND = Command("say what is wrong with the installation and the settings", _doctor, _arguments)
