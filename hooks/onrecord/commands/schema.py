"""``onrecord schema``: what an editor completes and explains by, printed or written to a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord.command import CLEAN, Answer, Command, Parser
from onrecord.printable import printable


def _arguments(parser: Parser) -> None:
    parser.add_argument("name", choices=("facts", "source"), help="fact files, or sources' metadata")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it to a file, which is replaced")


def _schema(options: argparse.Namespace) -> Answer:
    from onrecord.editor.schema import schema
    from onrecord.loaders.writing import write_whole

    content = schema(options.name)
    if options.output is None:
        return Answer(CLEAN, content.decode())
    write_whole(options.output, content)
    return Answer(CLEAN, f"written: {printable(str(options.output))}\n")


COMMAND = Command("print the JSON Schema by which editors complete and explain files", _schema, _arguments)
