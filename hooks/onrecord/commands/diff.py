"""Compares with what was published at an earlier revision: nothing may have changed in silence.

A claim that was changed without a correction or is gone, an explainer that is gone, a topic, an entity or a
source whose page is gone, and a source that is another text are errors, in any of [these
formats](#findings-for-programs).

It reads git's history and writes nothing; with `--markdown`, that file: each changed claim beside its
quotations in their paragraphs, at most 60,000 bytes, made so that nothing in it acts in a comment.

`REV` means the commit at which you left it, so what it gained since does not count against you.

- 0: all that changed was accounted for, and the project has no error.
- 1: something changed in silence, or the project has an error; with `--strict`, a warning.
- 2: git knows no such revision here.
"""

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
        help="a commit, branch or tag that git knows, such as `main`: what it gained since you left it does "
        "not count; `REV..` is exactly that revision, `A..B` two of them and not the files, `A...B` a branch "
        "and where it left another",
    )
    parser.add_argument(
        "--markdown",
        metavar="FILE",
        help="write what changed for reviewers too, each claim beside its quotations; `-` prints that alone",
    )
    add_format(parser)
    parser.add_argument("--strict", action="store_true", help="warnings end it with 1 too")
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
