"""``onrecord schema``: what an editor completes and explains by, printed or written to a file."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from onrecord.command import CLEAN, Answer, Command, Parser
from onrecord.mistake import Mistake
from onrecord.printable import printable


def _arguments(parser: Parser) -> None:
    parser.add_argument("name", choices=("facts", "source"), help="fact files, or sources' metadata")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it to a file, which is replaced")


def _schema(options: argparse.Namespace) -> Answer:
    from onrecord.editor.schema import schema

    content = schema(options.name)
    if options.output is None:
        return Answer(CLEAN, content.decode())
    _replace(options.output, content)
    return Answer(CLEAN, f"written: {printable(str(options.output))}\n")


def _replace(file: Path, content: bytes) -> None:
    """Write ``content`` to ``file``, whole or not at all."""
    if file.is_dir():
        raise Mistake(f"cannot write {file}: it is a folder")
    part = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        part.write_bytes(content)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Mistake(f"cannot write {file}: {error.strerror}") from error


COMMAND = Command("print the JSON Schema by which editors complete and explain files", _schema, _arguments)
