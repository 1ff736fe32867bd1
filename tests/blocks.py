"""The blocks of documents that nobody writes: what is there, as the code and the files have it."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from onrecord import commands, extraction, reports
from onrecord.command import Command, Parser
from onrecord.discover import discover
from onrecord.extractor import Extractor
from onrecord.report import Report
from source_tree import ROOT, Module, layers, modules

ARCHITECTURE = ROOT / "docs" / "architecture.md"
COMMAND_LINE = ROOT / "docs" / "command-line.md"
DECISIONS = ROOT / "docs" / "decisions" / "index.md"
FORMATS = ROOT / "docs" / "adding-a-source.md"
README = ROOT / "README.md"


class Generated(NamedTuple):
    """A block between two marks on a page, and what makes it."""

    page: Path
    name: str
    made: Callable[[], str]

    @property
    def marks(self) -> tuple[str, str]:
        """What stands before and behind it."""
        return f"<!-- {self.name}: begin -->", f"<!-- {self.name}: end -->"

    def written(self) -> str:
        """The block as the page has it."""
        begin, end = self.marks
        _, rest = self.page.read_text("utf-8").split(begin)
        written, _ = rest.split(end)
        return written

    def renew(self) -> None:
        """Write the block as it has to be."""
        begin, end = self.marks
        text = self.page.read_text("utf-8").replace(
            f"{begin}{self.written()}{end}", f"{begin}\n\n{self.made()}\n\n{end}"
        )
        self.page.write_text(text, "utf-8", newline="\n")


def by_hand(text: str) -> str:
    """What is left of a page without its generated blocks."""
    names = "|".join(block.name for block in BLOCKS)
    return re.sub(rf"(<!-- ({names}): begin -->).*?(<!-- \2: end -->)", r"\1\3", text, flags=re.DOTALL)


def _table(*rows: Iterable[str]) -> str:
    """A table, whose first row is its head."""
    head, *others = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, f"|{'---|' * (head.count(' | ') + 1)}", *others])


def _cell(text: str) -> str:
    """``text`` on one line, as the cell of a table."""
    return " ".join(text.replace("``", "`").replace("|", "\\|").split())


# What is made


def layer_diagram() -> str:
    lines = ["onrecord_hook, the only file that imports MkDocs", *(" | ".join(layer) for layer in layers())]
    return "```text\n" + "\n".join(lines) + "\n```"


def module_map() -> str:
    rank = {name: number for number, layer in enumerate(layers(), 1) for name in layer}

    def order(module: Module) -> tuple[int, str]:
        return rank.get(module.layer, 0), module.name

    rows = ((f"`{each.name}`", _cell(each.first_sentence)) for each in sorted(modules(), key=order))
    return _table(("Module", "What it is"), *rows)


def command_line_help() -> str:
    program = Path(sys.executable).with_name("onrecord")
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    run = subprocess.run(
        [program, "--help"], capture_output=True, text=True, check=True, env=environment, cwd=ROOT
    )
    return f"```text\n{run.stdout.strip()}\n```"


def decision_list() -> str:
    """Every decision by its heading, which begins with its number."""
    files = sorted(DECISIONS.parent.glob("[0-9]*.md"))
    headings = [file.read_text("utf-8").partition("\n")[0].removeprefix("# ") for file in files]
    return "\n".join(f"- [{heading}]({file.name})" for file, heading in zip(files, headings, strict=True))


def command_sections() -> str:
    """Each command: its docstring, with the table of its arguments before its exit statuses."""
    sections = []
    for name, command in discover(commands, "COMMAND", Command).items():
        prose, *statuses = docstring(commands, name).split("\n\n- 0: ")
        table = _table(("Option", "What it does"), *_arguments(command))
        sections += [
            f"## onrecord {name.replace('_', '-')}",
            prose,
            table,
            *(f"- 0: {one}" for one in statuses),
        ]
    return "\n\n".join(sections)


def _arguments(command: Command) -> Iterator[tuple[str, str]]:
    parser = Parser(add_help=False)
    command.arguments(parser)
    for action in parser._actions:
        if action.help != argparse.SUPPRESS:
            names = action.option_strings or ([action.metavar] if action.metavar else action.choices) or ()
            help = _cell(action.help or "")
            yield ", ".join(f"`{each}`" for each in names), f"{help[:1].upper()}{help[1:]}."


def report_formats() -> str:
    """Each format of findings, by the docstring of its file."""
    rows = ((f"`{name}`", _cell(docstring(reports, name))) for name in discover(reports, "REPORT", Report))
    return _table(("`--format`", "What it is"), *rows)


def source_formats() -> str:
    """Each format of sources: what its files end in, the docstring of its own file, and the library."""
    rows = []
    for name, extractor in discover(extraction, "EXTRACTOR", Extractor).items():
        suffixes = ", ".join(f"`{suffix}`" for suffix in extractor.suffixes)
        library = extractor.library if extractor.library != "onrecord" else ""
        rows.append((suffixes, _cell(docstring(extraction, name)), library))
    return _table(("Format", "What becomes the text", "Library"), *rows)


def docstring(package: ModuleType, name: str) -> str:
    """The docstring of a module of ``package``."""
    return getdoc(import_module(f"{package.__name__}.{name}")) or ""


BLOCKS = (
    Generated(ARCHITECTURE, "layers", layer_diagram),
    Generated(ARCHITECTURE, "modules", module_map),
    Generated(README, "help", command_line_help),
    Generated(DECISIONS, "decisions", decision_list),
    Generated(COMMAND_LINE, "commands", command_sections),
    Generated(COMMAND_LINE, "reports", report_formats),
    Generated(FORMATS, "formats", source_formats),
)
"""Every generated block: `pytest tests/test_docs.py --update-golden` renews them."""
