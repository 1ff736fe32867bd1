"""``onrecord check``: all claims against their sources."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

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
from onrecord.mistake import Mistake


def _arguments(parser: Parser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="show findings of these only")
    add_format(parser)
    parser.add_argument("--strict", action="store_true", help="fail on warnings too")
    parser.add_argument(
        "--entailment",
        type=Path,
        metavar="DIR",
        help="ask the model in this folder for a second opinion; it can only warn",
    )
    add_settings(parser)


def _check(options: argparse.Namespace) -> Answer:
    configuration = configured(options)
    if not any(
        os.path.lexists(configuration.root / name) for name in (configuration.facts, configuration.seeds)
    ):
        raise Mistake(f"there is no project in {configuration.root}: it has no facts/ and no seeds/")
    second = app.second_opinion(options.entailment) if options.entailment else None
    outcome = app.check_configured(configuration, second)
    shown = app.findings_about(outcome, [path.absolute() for path in options.paths], configuration.root)
    account = account_of(outcome, shown)
    failed = account.errors or (options.strict and account.warnings)
    return answered(FINDINGS if failed else CLEAN, options.format, account)


COMMAND = Command("check all claims against their sources; changes nothing", _check, _arguments)
