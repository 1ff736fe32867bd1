"""Writes `facts/ID.yml` with one claim, which passes the check as it is.

- 0: it is written.
- 1: it would not pass, so nothing is written; the findings are shown.
- 2: a wrong name, one that is or was taken, or no source with a sentence to quote.
"""

from __future__ import annotations

import argparse

from onrecord.command import CLEAN, FINDINGS, Answer, Command, Parser, add_settings, answered, configured
from onrecord.report import Account


def _arguments(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID", help="the page's name: small letters, digits, single hyphens")
    parser.add_argument(
        "--source",
        metavar="ID",
        help="the source that the claim quotes; otherwise one that nothing quotes yet",
    )
    parser.add_argument("--title", default="", metavar="TEXT", help="the page's title: a question or a label")
    add_settings(parser)


def _new(options: argparse.Namespace) -> Answer:
    from onrecord.authoring import desk
    from onrecord.opening import create, draft_explainer, refuse_id
    from onrecord.quotable import clean

    at = desk(configured(options))
    refuse_id(at, options.id)
    draft = draft_explainer(at, options.id, at.sources(options.source), clean(options.title))
    if not draft.passes:
        deeds = (f"nothing is written: {draft.path} would not pass the check",)
        return answered(FINDINGS, "text", Account(draft.findings, draft.outcome.summary, deeds=deeds))
    create(at.configuration.root, draft)
    content = draft.content.decode()
    told = f"written: {draft.path}, with one claim to begin with. Now put your own words into it:\n\n"
    return Answer(CLEAN, told + "".join(f"  {line}\n" for line in content.splitlines()))


COMMAND = Command("write a new explainer that passes the check as it is", _new, _arguments)
