"""Takes a file in as a source: `onrecord source add FILE`.

That makes its text, its metadata with fingerprints, and the file itself where the text had to be extracted.
It fetches nothing and overwrites nothing. [Adding a source](adding-a-source.md) has the formats and what each
needs.

- 0: it is written.
- 2: the file cannot be read, is of no known format, holds nothing, or is a source already.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.command import CLEAN, Answer, Command, Parser, add_settings, configured
from onrecord.mistake import Mistake

if TYPE_CHECKING:
    from onrecord.intake import Intake

_ASKED = {
    "id": "its permanent name (default: made of the file's name)",
    "title": "its title (default: the one that the file gives itself, else its first line)",
    "author": "who signed it",
    "publisher": "who published it",
    "published": "when, as far as known: 2026, 2026-05 or 2026-05-03",
    "language": "its language, such as de or pt-BR; English where nothing is said",
    "url": "where it can be read; it is written down, and nothing is fetched",
    "archived": "the address of a copy",
    "retrieved": "when you took it from there",
    "rights": "who owns it, and on what terms you quote",
}


def _arguments(parser: Parser) -> None:
    parser.add_argument("action", choices=["add"], help="what to do; there is nothing else yet")
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="the file, wherever it lies; of a format that is not known, the answer names those that are",
    )
    for name, help in _ASKED.items():
        parser.add_argument(f"--{name}", default="", metavar=name.upper(), help=help)
    parser.add_argument(
        "--address", default="", help="which document of a web archive is meant, where it has several"
    )
    add_settings(parser)


def _source(options: argparse.Namespace) -> Answer:
    from onrecord import app
    from onrecord.intake import take_in
    from onrecord.loaders.project import load_project
    from onrecord.loaders.writing import write_new

    configuration = configured(options)
    folder = configuration.root / configuration.seeds
    if not folder.is_dir():
        raise Mistake(f"there is no folder {folder}: is this the project? -C names another")
    given = {name: getattr(options, name) for name in (*_ASKED, "address")}
    project = load_project(configuration.root, configuration.facts, configuration.seeds)
    intake = take_in(options.file, folder, given, project, app.today(os.environ))
    write_new(folder, intake.files)
    return Answer(CLEAN, _told(intake, configuration.seeds, options.file))


def _told(intake: Intake, seeds: str, file: Path) -> str:
    from onrecord.printable import printable

    lines = [f"made: {seeds}/{name}" for name in intake.files]
    lines.append(f"the text is {seeds}/{intake.text}, {intake.characters:,} characters")
    if intake.is_extracted:
        lines.append(f"  look through it beside {file.name}: is all there, and in order?")
    if intake.known:
        lines.append(f"  as the archive has it: {', '.join(intake.known)}")
    lines.append(f"now fill in what is known in {seeds}/{intake.metadata}:")
    if intake.titled:
        lines.append(f"  title (see that it is right: {intake.titled})")
    lines += [f"  {name}: {_ASKED[name].split(';')[0]}" for name in intake.missing]
    lines.append("then quote it: onrecord check reports a source that nothing quotes")
    return "\n".join(printable(line) for line in lines) + "\n"


COMMAND = Command("add a file as a source; fetches nothing and overwrites nothing", _source, _arguments)
