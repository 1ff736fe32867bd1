"""The command line: exit status 0 clean, 1 findings, 2 usage or environment, 3 a bug of ours."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NoReturn

from onrecord import __version__, commands
from onrecord.command import BUG, INTERRUPTED, USAGE, Answer, Command, Parser
from onrecord.mistake import Mistake
from onrecord.terminal import complain, own_up, say, summarise_step

EPILOGUE = """\
exit status: 0 clean, 1 findings, 2 wrong usage or environment, 3 a bug of On Record itself.
The site's name, address and repository are read from mkdocs.yml (site_name, site_url, extra: repository)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except Mistake as mistake:
        complain(str(mistake))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        own_up(error)
        return BUG


def run() -> NoReturn:
    """The program ``onrecord``: `main`, and then out at once.

    To take all modules apart again, as Python does at its end, takes longer than to check a small project.
    """
    gc.disable()
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # what could not be written is told already
            if stream is not None:
                stream.flush()
    os._exit(status)


def _run(arguments: Sequence[str]) -> int:
    try:
        options = _parser(arguments).parse_args(arguments)
    except SystemExit as leaving:  # --help and --version, which argparse has written already
        answer = Answer(int(leaving.code or 0), "")
    else:
        command: Command = options.command
        answer = command.run(options)
    say(answer.text)
    if answer.report and answer.account:
        summarise_step(answer.report, answer.account, os.environ)
    return answer.status


def _command_in(arguments: Sequence[str]) -> str:
    """The first of ``arguments`` behind the project's folder, which is the command where there is one."""
    rest = list(arguments)
    while rest and rest[0].startswith(("-C", "--project")):
        rest = rest[2 if rest[0] in ("-C", "--project") else 1 :]
    return rest[0] if rest else ""


def _parser(arguments: Sequence[str]) -> Parser:
    """The parser for ``arguments``: where they name a command, it is the only one that is imported."""
    parser = Parser(
        prog="onrecord",
        description="Checks that every claim stands on words in its source, and builds the site.",
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"onrecord {__version__}")
    parser.add_argument(
        *("-C", "--project"),
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the project's folder (default: here)",
    )
    added = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    names = sorted(module.name for module in iter_modules(commands.__path__))
    named = _command_in(arguments).replace("-", "_")
    for name in [named] if named in names else names:
        command: Command = import_module(f"{commands.__name__}.{name}").COMMAND
        what = command.what
        made = added.add_parser(
            name.replace("_", "-"), help=what, description=f"{what.capitalize()}.", allow_abbrev=False
        )
        made.set_defaults(command=command)
        command.arguments(made)
    return parser
