"""Makes every page again from the claims, and compares a finished site with them.

It writes nothing. Findings are written in any of [these formats](#findings-for-programs).

- 0: all of it is as it has to be.
- 1: a page is changed, missing or too many, or the claims have an error.
- 2: there is no such folder.
"""

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
