"""What a command of the command line is, and what commands have in common."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NoReturn

from msgspec import Struct

from onrecord import app, reports
from onrecord.check import Rejected, Verified
from onrecord.finding import Finding
from onrecord.loaders.site import Configuration
from onrecord.mistake import Mistake
from onrecord.report import Account, Report, counted
from onrecord.terminal import style

CLEAN, FINDINGS, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit statuses: nothing wrong, findings, the operator's mistake, a bug of ours, stopped by a key."""


class Answer(Struct, frozen=True):
    """What a command comes to: its exit status, its text, and the report that made it, where one did."""

    status: int
    text: str
    report: Report | None = None
    account: Account | None = None


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Raise the operator's mistake instead of leaving the program."""
        raise Mistake(f"{message} ({self.prog} --help says more)")


class Command(Struct, frozen=True):
    """A command: each file of ``commands/`` holds one as ``COMMAND``, and is called like it.

    ``what`` is its line in the help, ``arguments`` adds its arguments to a parser, and ``run`` does it. What
    takes long to import is imported in ``run``. The file's docstring is Markdown and ends with a list of the
    exit statuses (``- 0: ...``): it and the help of the arguments are what the page on the command line says.
    """

    what: str
    run: Callable[[argparse.Namespace], Answer]
    arguments: Callable[[Parser], None]


def add_format(parser: Parser) -> None:
    """Add ``--format``, with the names of all reports."""
    formats = sorted(module.name for module in iter_modules(reports.__path__))
    parser.add_argument(
        "--format", choices=formats, default="text", help="how findings are written (default: `text`)"
    )


def add_settings(parser: Parser) -> None:
    """Add ``--config``, which names another file than ``mkdocs.yml``."""
    help = "read the settings from this file (default: `mkdocs.yml`)"
    parser.add_argument("--config", type=Path, metavar="FILE", help=help)


def configured(options: argparse.Namespace) -> Configuration:
    """The project's configuration. Raises `Mistake` where a file or folder is not there."""
    file: Path | None = getattr(options, "config", None)
    if file is not None and not file.is_file():
        raise Mistake(f"there is no file {file}")
    return app.configure(options.project.absolute(), file.absolute() if file else None)


def account_of(outcome: Verified | Rejected, findings: tuple[Finding, ...]) -> Account:
    """What a check found; ``findings`` are those that are shown."""
    shown = Account(findings, outcome.summary)
    elsewhere = outcome.summary.errors - shown.errors if findings != outcome.findings else 0
    return Account(findings, outcome.summary, outcome.waived, elsewhere, clean=clean_claims(outcome))


def clean_claims(outcome: Verified | Rejected) -> tuple[tuple[str, str], ...]:
    """The claims that no finding is about, each as the ids of its explainer and of itself."""
    about = {(finding.explainer, finding.claim) for finding in outcome.findings}
    claims = ((str(each.explainer.id), str(each.claim.id)) for each in outcome.resolution.claims)
    return tuple(claim for claim in claims if claim not in about)


def answered(status: int, form: str, account: Account) -> Answer:
    """The answer with ``account`` written in the format ``form``."""
    report = import_module(f"{reports.__name__}.{form}").REPORT
    assert isinstance(report, Report)
    return Answer(status, report.write(account, style(os.environ)), report, account)


def compared(outcome: app.Compared | Rejected, form: str, done: str = "") -> Answer:
    """The answer to a comparison of a finished site with its claims; ``done`` is what was done besides."""
    if isinstance(outcome, Rejected):
        return answered(FINDINGS, form, account_of(outcome, outcome.findings))
    verified, site = outcome.prepared.outcome, outcome.prepared.site
    compared_with = (
        f"compared: {counted(len(site.pages), 'page')} made from claims and "
        f"{counted(len(site.documents), 'page')} written by hand, "
        f"with {counted(outcome.pages, 'finished page')}"
    )
    deeds = (compared_with, done) if done else (compared_with,)
    findings = (*outcome.findings, *verified.findings)
    account = Account(findings, verified.summary, verified.waived, deeds=deeds, clean=clean_claims(verified))
    return answered(FINDINGS if outcome.findings else CLEAN, form, account)
