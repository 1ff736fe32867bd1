"""Takes a source's text down for good: deletes its files, and withdraws the claims that rest on it.

Its page and its fingerprint are kept. It writes `facts/` and `seeds/`. [Changing what is
published](changing-what-is-published.md) shows what comes of it.

- 0: it is done, and what has to be looked at by hand is named.
- 1: the project would have new errors, or files that would have to change cannot be read; that is shown, and
  nothing is written.
- 2: no such source, no day, or no reason that can be printed.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.command import CLEAN, FINDINGS, Answer, Command, Parser, add_settings, answered, configured
from onrecord.finding import Finding, Severity
from onrecord.mistake import Mistake
from onrecord.printable import printable
from onrecord.report import Account

if TYPE_CHECKING:
    from onrecord.check import Rejected, Verified
    from onrecord.loaders.site import Configuration
    from onrecord.takedown import TakenDown

    Outcome = Verified | Rejected


_NO_FILE = "unexpected-file"
"""The rule that reports a link in place of a file."""


def _arguments(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="the source's id")
    parser.add_argument(
        "--why", required=True, metavar="TEXT", help="why; readers see it on the source's page"
    )
    parser.add_argument(
        "--date",
        default="",
        metavar="DAY",
        help="since when, such as `2026-12-01`; today where nothing is said",
    )
    add_settings(parser)


def _take_down(options: argparse.Namespace) -> Answer:
    from onrecord import app
    from onrecord.loaders.disk import DiskFiles, list_folder
    from onrecord.loaders.edtf import wrong_day
    from onrecord.loaders.writing import delete, rewrite
    from onrecord.takedown import take_down

    configuration = configured(options)
    why, date = _reason(options.why), options.date or app.today(os.environ)
    if wrong := wrong_day(date):
        raise Mistake(f"--date {date!r} is no day: {wrong}")
    root = configuration.root
    files = DiskFiles(root, *(list_folder(root, name) for name in (configuration.facts, configuration.seeds)))
    before = app.check_configured(configuration)
    if errors := _unread(before, options.source):
        return _refused(errors, before)
    try:
        done = take_down(before.resolution.project, files, options.source, why, date)
    except OSError as error:
        raise Mistake(f"cannot read a file of {root}: {error.strerror}") from error
    instead = {path: content for path, (_, content) in done.files.items()}
    after = app.check_configured(configuration, instead={**instead, **dict.fromkeys(done.deleted)})
    if errors := _new(before, after):
        return _refused(errors, after)
    # The metadata last: where this is interrupted before that, it can be run again.
    rewrite(root, dict(reversed(done.files.items())))
    delete(root, done.deleted)
    return Answer(CLEAN, "\n".join(map(printable, _told(done, configuration, options.source))) + "\n")


def _reason(said: str) -> str:
    """The reason on one line. Raises `Mistake` where no metadata can hold it."""
    from onrecord.loaders.notation import unwritable
    from onrecord.loaders.readers import LONGEST_VALUE

    why = " ".join(said.split())
    if not why:
        raise Mistake("--why holds no words")
    if len(why) > LONGEST_VALUE:
        raise Mistake(f"--why has more than {LONGEST_VALUE:,} characters")
    if char := unwritable(why):
        raise Mistake(f"--why holds the character U+{ord(char):04X}, which nobody can read")
    return why


def _unread(outcome: Outcome, source: str) -> tuple[Finding, ...]:
    """The errors for which something in a fact file could not be read, or for which no file can be deleted.

    A claim there may rest on the source, and nobody would see that it still quotes it. Where the text is a
    link, it lies elsewhere.
    """
    project = outcome.resolution.project
    one = project.corpus.sources.get(source)
    if one is None or one.taken_down is not None:
        return ()
    facts, seeds = f"{project.facts_directory.path}/", project.seeds_directory.path
    own = {f"{seeds}/{name}" for name in (one.file, one.raw)}
    unread = {(problem.rule, problem.location) for problem in project.problems}
    return tuple(
        each
        for each in outcome.findings
        if each.severity is Severity.ERROR
        and (each.rule, each.location) in unread
        and (each.location.path.startswith(facts) or (each.rule == _NO_FILE and each.location.path in own))
    )


def _new(before: Outcome, after: Outcome) -> tuple[Finding, ...]:
    """The errors of ``after`` that ``before`` has not."""
    counts = [Counter((one.rule, one.message) for one in outcome.findings) for outcome in (after, before)]
    more = counts[0] - counts[1]
    return tuple(
        one for one in after.findings if one.severity is Severity.ERROR and more[(one.rule, one.message)]
    )


def _refused(errors: tuple[Finding, ...], outcome: Outcome) -> Answer:
    deeds = ("nothing is written: mend this first, then take the source down",)
    return answered(FINDINGS, "text", Account(errors, outcome.summary, deeds=deeds))


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
