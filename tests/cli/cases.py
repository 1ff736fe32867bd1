"""A case of an exit status: what is changed in the example, the command line, and what it ends with."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

from gate.example import change
from onrecord import commands

FACTS = "facts/dam.yml"


def as_it_is(project: Path) -> None:
    """Leave the example as it is."""


class Case(NamedTuple):
    """A command line, without the program's name, that ends with ``status`` in the changed example.

    ``serves`` is whether it is a server, which has a process and its streams to itself.
    """

    status: int
    line: str
    setup: Callable[[Path], None] = as_it_is
    serves: bool = False

    @property
    def arguments(self) -> list[str]:
        return shlex.split(self.line)


def names() -> list[str]:
    """The commands, as they are typed."""
    return sorted(module.name.replace("_", "-") for module in iter_modules(commands.__path__))


def cases(name: str) -> tuple[Case, ...]:
    """The cases of the command ``name``: each command has a file in ``exit_codes/``."""
    found: tuple[Case, ...] = import_module(f"cli.exit_codes.{name.replace('-', '_')}").CASES
    return found


# What makes the example wrong, or something else than it was


def misquoted(project: Path) -> None:
    change(project / FACTS, "quote: The committee", "quote: A committee")


def committed(project: Path) -> None:
    for arguments in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"),
    ):
        subprocess.run(["git", *arguments], cwd=project, check=True, capture_output=True)
