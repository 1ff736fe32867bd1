"""``onrecord diff``: what changed since a revision, and what changed without a word."""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord import since
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
    clean_claims,
    configured,
)
from onrecord.report import Account


def _arguments(parser: Parser) -> None:
    parser.add_argument(
        "revision",
        metavar="REV",
        help="a commit, branch or tag that git knows, such as main: what it gained since you left it does "
        "not count; REV.. compares with exactly that revision, and A..B two of them, not the files",
    )
    parser.add_argument(
        "--markdown",
        metavar="FILE",
        help="write what changed for reviewers too, each claim beside its quotations ('-': print that alone)",
    )
    add_format(parser)
    parser.add_argument("--strict", action="store_true", help="fail on warnings too")
    add_settings(parser)


def _diff(options: argparse.Namespace) -> Answer:
    revised = since.compare_revision(configured(options), options.revision)
    failed = isinstance(revised.outcome, Rejected) or (options.strict and revised.outcome.summary.warnings)
    status = FINDINGS if failed else CLEAN
    deeds = list(_deeds(revised))
    if options.markdown is not None:
        markdown = since.claims_diff(revised)
        if options.markdown == "-":
            return Answer(status, markdown)
        from onrecord.loaders.writing import write_whole

        write_whole(Path(options.markdown), markdown.encode("utf-8", "replace"))
        deeds.append(f"for reviewers: {options.markdown}")
    outcome = revised.outcome
    account = Account(
        outcome.findings, outcome.summary, outcome.waived, deeds=tuple(deeds), clean=clean_claims(outcome)
    )
    return answered(status, options.format, account)


def _deeds(revised: since.Revised) -> tuple[str, ...]:
    changes = revised.changes
    kinds = {name: getattr(changes, name) for name in changes.__struct_fields__}
    told = ", ".join(f"{len(claims):,} {name}" for name, claims in kinds.items())
    named = [f"{name}: {', '.join(claims)}" for name, claims in kinds.items() if claims]
    left = f" (where this left {revised.revision}, which has moved on)" if revised.has_moved_on else ""
    return (f"claims since {revised.commit[:12]}{left}: {told}", *named)


COMMAND = Command("compare with what was published at an earlier revision", _diff, _arguments)
