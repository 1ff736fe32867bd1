"""Is a language server on standard input and output.

[A page of its own](editor-server.md) says what editors do with it. It writes no file.

- 0: the editor has left.
- 2: pygls is missing, or `-C` was given.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from onrecord.command import CLEAN, Answer, Command, Parser
from onrecord.mistake import Mistake


def _arguments(parser: Parser) -> None:
    parser.add_argument("--stdio", action="store_true", help="nothing: editors say so, and it always does")


def _serve(options: argparse.Namespace) -> Answer:
    if options.project != Path():
        raise Mistake("the language server finds the project of each open file by itself: leave -C out")
    try:
        from onrecord.language_server.server import serve
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "onrecord":
            raise
        raise Mistake("the language server needs pygls: pip install 'onrecord[lsp]'") from error
    gc.enable()  # it runs for hours, unlike any other command
    sys.stdout.flush()
    # The protocol has the standard output to itself: what anything else prints goes to the log.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        serve(sys.stdin.buffer, out)
    return Answer(CLEAN, "")


COMMAND = Command("answer an editor's questions about fact files (language server)", _serve, _arguments)
