"""Checks all claims against their sources.

It reads `facts/`, `seeds/`, `mkdocs.yml` and the pages in `docs/`, and writes nothing; with `--fix`, fact
files and sources' metadata. Findings are written in any of [these formats](#findings-for-programs). What a
model says with `--entailment` is a [second opinion](decisions/0013-a-model-only-warns.md).

- 0: no error is shown, waived ones aside.
- 1: an error is shown, or with `--strict` a warning.
- 2: there is no project, nothing to check in a path, no such revision or model, or a file that cannot be
  written.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord import app
from onrecord.command import (
    CLEAN,
    FINDINGS,
    Answer,
    Command,
    Parser,
    account_of,
    add_format,
    add_settings,
    answered,
    configured,
)
from onrecord.loaders.site import Configuration
from onrecord.mistake import Mistake
from onrecord.report import counted

if TYPE_CHECKING:
    from onrecord.fixing import Fixed
    from onrecord.second_opinion import SecondOpinion

_ABOUT = "show findings about these files or folders only; all is checked, and errors elsewhere are counted"
_FIX = (
    "type quotations as their sources have them, change no word, and report what is left; "
    "doing it twice is doing it once"
)
_WATCH = "check again whenever a file changes, until a key stops it, which is a 0"
_DIFF = "show only what the change since this revision of git touches or brought"


def _arguments(parser: Parser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=_ABOUT)
    add_format(parser)
    parser.add_argument("--strict", action="store_true", help="warnings end it with 1 too")
    parser.add_argument(
        "--entailment",
        type=Path,
        metavar="DIR",
        help="ask the model in this folder for a second opinion, which can only warn",
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--fix", action="store_true", help=_FIX)
    ways.add_argument("--watch", action="store_true", help=_WATCH)
    ways.add_argument("--diff", metavar="REV", help=_DIFF)
    add_settings(parser)


def _check(options: argparse.Namespace) -> Answer:
    configuration = configured(options)
    if not any(
        os.path.lexists(configuration.root / name) for name in (configuration.facts, configuration.seeds)
    ):
        raise Mistake(f"there is no project in {configuration.root}: it has no facts/ and no seeds/")
    second = app.second_opinion(options.entailment) if options.entailment else None
    if options.watch:
        return _watch(options, configuration, second)
    return _checked(options, configuration, second)


def _checked(
    options: argparse.Namespace, configuration: Configuration, second: SecondOpinion | None
) -> Answer:
    """Check once; with ``--fix``, after what can be fixed was."""
    paths = [path.absolute() for path in options.paths]
    deeds: tuple[str, ...] = ()
    if options.fix:
        fixed = app.fix_configured(configuration, paths, second)
        outcome, deeds = fixed.outcome, _deeds(fixed)
    else:
        outcome = app.check_configured(configuration, second)
    shown = app.findings_about(outcome, paths, configuration.root)
    account = account_of(outcome, shown)
    if options.diff is not None:
        from onrecord.since import findings_since

        shown, claims = findings_since(configuration, outcome, shown, options.diff, second)
        account = replace(account_of(outcome, shown), scope=f"what changed since {options.diff}")
        deeds = (f"touched by the change since {options.diff}: {counted(claims, 'claim')}",)
    account = replace(account, deeds=deeds)
    failed = account.errors or (options.strict and account.warnings)
    return answered(FINDINGS if failed else CLEAN, options.format, account)


def _deeds(fixed: Fixed) -> tuple[str, ...]:
    done = f"fixed: {counted(fixed.places, 'place')} in {counted(len(fixed.files), 'file')}"
    if not fixed.left:
        return (done,)
    return done, f"not fixed, because that would make more errors: {counted(fixed.left, 'text')}"


def _watch(options: argparse.Namespace, configuration: Configuration, second: SecondOpinion | None) -> Answer:
    """Check now and after every change, until a key stops it: that is how it ends, and no failure."""
    import gc
    from contextlib import suppress
    from time import sleep, strftime

    from onrecord.printable import safe_line
    from onrecord.terminal import complain, say
    from onrecord.watching import PAUSE, changes, state_of

    gc.enable()  # the program goes without while it runs once
    folders = configuration.facts, configuration.seeds
    with suppress(KeyboardInterrupt):
        for changed in changes(lambda: state_of(configuration.root, folders), lambda: sleep(PAUSE)):
            if changed and options.format == "text":
                heading = f"{strftime('%H:%M:%S')}, after a change of {', '.join(changed)}"
                say(f"\n{safe_line(heading)}\n")
            try:
                say(_checked(options, configuration, second).text)
            except Mistake as mistake:
                complain(str(mistake))
    return Answer(CLEAN, "")


COMMAND = Command("check all claims against their sources; writes only with --fix", _check, _arguments)
