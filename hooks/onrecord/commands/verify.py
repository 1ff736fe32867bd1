"""``onrecord verify``: a finished site against what the claims make."""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord import app
from onrecord.command import Answer, Command, Parser, add_format, add_settings, compared, configured


def _arguments(parser: Parser) -> None:
    parser.add_argument("folder", type=Path, metavar="SITE", help="the folder of the finished site")
    add_format(parser)
    add_settings(parser)


def _verify(options: argparse.Namespace) -> Answer:
    outcome = app.verify_site(configured(options), options.folder.absolute())
    return compared(outcome, options.format)


COMMAND = Command("compare a finished site with what the claims make", _verify, _arguments)
