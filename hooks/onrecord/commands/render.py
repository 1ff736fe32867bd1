"""Writes every page as a Markdown file that any site generator can build.

- 0: they are written.
- 1: the claims have an error; nothing is written.
- 2: the folder is not empty, or lies among the pages written by hand.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord import app
from onrecord.check import Rejected
from onrecord.command import (
    CLEAN,
    FINDINGS,
    Answer,
    Command,
    Parser,
    account_of,
    add_settings,
    answered,
    configured,
)
from onrecord.mistake import Mistake
from onrecord.printable import printable
from onrecord.report import counted


def _arguments(parser: Parser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="an empty or new folder")
    add_settings(parser)


def _render(options: argparse.Namespace) -> Answer:
    try:
        written = app.render_project(configured(options), options.folder.absolute())
    except OSError as error:
        raise Mistake(f"cannot write {options.folder}: {error.strerror}") from error
    if isinstance(written, Rejected):
        return answered(FINDINGS, "text", account_of(written, written.findings))
    return Answer(CLEAN, f"written: {counted(written, 'page')} in {printable(str(options.folder))}\n")


COMMAND = Command("write all pages as files that any site generator can build", _render, _arguments)
