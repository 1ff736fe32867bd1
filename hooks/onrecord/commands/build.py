"""Checks, lets MkDocs build beside the site's folder, compares, and only then switches the new site in.

What was built is compared with what the claims make.

- 0: the new site is in its place.
- 1: a finding, or MkDocs failed; the old site is as it was.
- 2: there is no `mkdocs.yml`, or the folder holds something else.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord import app
from onrecord.check import Rejected
from onrecord.command import FINDINGS, Answer, Command, Parser, add_settings, compared, configured
from onrecord.printable import printable


def _arguments(parser: Parser) -> None:
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="where the site goes; otherwise what `mkdocs.yml` says"
    )
    parser.add_argument("--strict", action="store_true", help="fail on warnings of MkDocs too")
    add_settings(parser)


def _build(options: argparse.Namespace) -> Answer:
    from onrecord.engine import EngineFailed

    configuration = configured(options)
    target = options.site.absolute() if options.site else configuration.target
    try:
        outcome = app.build_site(configuration, target, strict=options.strict)
    except EngineFailed as failure:
        from onrecord.printable import safe_lines

        kept = f"onrecord: the site is not built; {printable(str(target))} is as it was"
        return Answer(FINDINGS, f"{safe_lines(str(failure)).rstrip()}\n{kept}\n")
    done = f"built: {target}" if not isinstance(outcome, Rejected) and not outcome.findings else ""
    return compared(outcome, "text", done)


COMMAND = Command("check, build, compare what was built, and switch it in", _build, _arguments)
