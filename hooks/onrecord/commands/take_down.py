"""``onrecord take-down SOURCE``: a source's text gone for good, its claims withdrawn, its digest kept."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.command import CLEAN, FINDINGS, Answer, Command, Parser, add_settings, answered, configured
from onrecord.mistake import Mistake
from onrecord.printable import printable
from onrecord.report import Account

if TYPE_CHECKING:
    from onrecord.loaders.site import Configuration
    from onrecord.takedown import TakenDown


def _arguments(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="the source's id")
    parser.add_argument("--why", required=True, metavar="TEXT", help="why: readers see it on its page")
    parser.add_argument(
        "--date", default="", metavar="DAY", help="since when, such as 2026-12-01 (default: today)"
    )
    add_settings(parser)


def _take_down(options: argparse.Namespace) -> Answer:
    from onrecord import app
    from onrecord.check import Rejected
    from onrecord.finding import Severity
    from onrecord.loaders.disk import DiskFiles, list_folder
    from onrecord.loaders.edtf import wrong_day
    from onrecord.loaders.writing import delete, rewrite
    from onrecord.takedown import take_down

    configuration = configured(options)
    why, date = " ".join(options.why.split()), options.date or app.today(os.environ)
    if not why:
        raise Mistake("--why holds no words")
    if wrong := wrong_day(date):
        raise Mistake(f"--date {date!r} is no day: {wrong}")
    before = app.check_configured(configuration)
    root = configuration.root
    files = DiskFiles(root, *(list_folder(root, name) for name in (configuration.facts, configuration.seeds)))
    done = take_down(before.resolution.project, files, options.source, why, date)
    instead = {path: content for path, (_, content) in done.files.items()}
    after = app.check_configured(configuration, instead={**instead, **dict.fromkeys(done.deleted)})
    known = Counter((one.rule, one.message) for one in before.findings)
    new = [one for one in after.findings if not known[(one.rule, one.message)]]
    errors = tuple(one for one in new if one.severity is Severity.ERROR)
    if isinstance(after, Rejected) and errors:
        deeds = ("nothing is written: mend this first, then take the source down",)
        return answered(FINDINGS, "text", Account(errors, after.summary, deeds=deeds))
    rewrite(root, done.files)
    delete(root, done.deleted)
    return Answer(CLEAN, "\n".join(map(printable, _told(done, configuration, options.source))) + "\n")


def _told(done: TakenDown, configuration: Configuration, source: str) -> Iterator[str]:
    yield from (f"deleted: {path}" for path in done.deleted)
    yield from (f"changed: {path}" for path in done.files)
    yield from (f"withdrawn: {claim}" for claim in done.claims)
    yield f"the page of {source} stays, with the day, the reason and the fingerprint"
    if done.echoing:
        yield "these claims have five words in a row of the text, and their pages go on showing them:"
        yield from (f"  {claim}" for claim in done.echoing)
        yield "  where that has to go too, take the claim out and list its id under 'retired'"
    yield "the text is still in the repository's history, in copies of it and in earlier builds of the site"


COMMAND = Command("take a source's text down for good and withdraw its claims", _take_down, _arguments)
