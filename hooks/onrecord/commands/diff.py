"""``onrecord diff``: what changed since a revision, and what changed without a word."""

from __future__ import annotations

import argparse

from onrecord import app
from onrecord.check import Rejected
from onrecord.command import (
    CLEAN,
    FINDINGS,
    Answer,
    Command,
    Parser,
    add_format,
    add_settings,
    answered,
    configured,
)
from onrecord.report import Account


def _arguments(parser: Parser) -> None:
    parser.add_argument(
        "revision", metavar="REV", help="a commit, branch or tag that git knows, such as main"
    )
    add_format(parser)
    add_settings(parser)


def _diff(options: argparse.Namespace) -> Answer:
    outcome, commit, changes = app.compare_revision(configured(options), options.revision)
    kinds = {name: getattr(changes, name) for name in changes.__struct_fields__}
    told = ", ".join(f"{len(claims):,} {name}" for name, claims in kinds.items())
    named = [f"{name}: {', '.join(claims)}" for name, claims in kinds.items() if claims]
    deeds = (f"claims since {commit[:12]}: {told}", *named)
    account = Account(outcome.findings, outcome.summary, outcome.waived, deeds=deeds)
    return answered(FINDINGS if isinstance(outcome, Rejected) else CLEAN, options.format, account)


COMMAND = Command("compare with what was published at an earlier revision", _diff, _arguments)
