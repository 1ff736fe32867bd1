"""Puts a claim at the end of a fact file's claims, with the source's own words.

- 0: it is written.
- 1: the words are not there, or in several places, or the claim would not pass; nothing is written.
- 2: no such explainer, source, line or section, an id that is taken, or a file that cannot be added to.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.command import CLEAN, FINDINGS, Answer, Command, Parser, add_settings, answered, configured
from onrecord.mistake import Mistake
from onrecord.printable import printable
from onrecord.report import Account
from onrecord.terminal import style

if TYPE_CHECKING:
    from onrecord.authoring import Desk, Drafted
    from onrecord.model import Explainer
    from onrecord.seeking import Hit

_QUOTE = "words of the source, as you typed them; they are written as the source has them"
_LINE = "the line the words stand on, where they stand in several places"
_SECTION = "the section, by its heading, that the claim is to be printed in"


def _arguments(parser: Parser) -> None:
    parser.add_argument("explainer", metavar="EXPLAINER", help="the page's name, or its file")
    parser.add_argument("--quote", required=True, metavar="TEXT", help=_QUOTE)
    parser.add_argument("--text", required=True, metavar="CLAIM", help="what you say: one sentence")
    parser.add_argument(
        "--id", default="", metavar="ID", help="the claim's name; otherwise one made of its words"
    )
    parser.add_argument("--source", metavar="ID", help="the source; otherwise the page's own, or any")
    parser.add_argument("--line", type=int, metavar="N", help=_LINE)
    parser.add_argument("--section", default="", metavar="HEADING", help=_SECTION)
    parser.add_argument("--strict", action="store_true", help="a warning keeps it from being written too")
    add_settings(parser)


def _add(options: argparse.Namespace) -> Answer:
    from onrecord.authoring import desk, draft_claim
    from onrecord.loaders.writing import rewrite
    from onrecord.quotable import clean, exact_entry

    text = _sayable("--text", options.text)
    for option, words in (("--quote", clean(options.quote)), ("--text", text)):
        if not words:
            raise Mistake(f"{option} holds no words")
    at = desk(configured(options))
    explainer = at.explainer(options.explainer)
    hits = _hits(at, explainer, options)
    if len(hits) != 1 or not hits[0].is_exact:
        return _not_found(hits, clean(options.quote))
    entry = exact_entry(hits[0].source, hits[0].span)
    draft = draft_claim(
        at, explainer, entry, text, id=_sayable("--id", options.id), section=clean(options.section)
    )
    if not draft.passes or (options.strict and draft.findings):
        deeds = (f"nothing is written: {draft.path} would not pass the check",)
        return answered(FINDINGS, "text", Account(draft.findings, draft.outcome.summary, deeds=deeds))
    rewrite(at.configuration.root, {draft.path: (draft.old, draft.content)})
    return Answer(CLEAN, "\n".join(_added(draft, clean(options.section))) + "\n")


def _sayable(option: str, words: str) -> str:
    """An author's words on one line. Raises `Mistake` where a character of them is no text or not seen."""
    from onrecord.quotable import clean

    plain = " ".join(words.split())
    if clean(plain) != plain:
        raise Mistake(f"{option} holds a character that nobody sees: {plain!a}")
    return plain


def _hits(at: Desk, explainer: Explainer, options: argparse.Namespace) -> list[Hit]:
    """Where the words stand: in the source that is named or the page's own, else in any."""
    from onrecord.seeking import seek

    named = options.source or (None if explainer.source is None else str(explainer.source))
    hits = seek(options.quote, at.sources(named))
    if options.line is None or not hits or not hits[0].is_exact:
        return hits
    on_line = [hit for hit in hits if hit.line == options.line]
    if not on_line:
        lines = ", ".join(str(hit.line) for hit in hits[:8])
        raise Mistake(f"the words do not stand on line {options.line}; they stand on {lines}")
    return on_line


def _not_found(hits: list[Hit], words: str) -> Answer:
    from onrecord.finding_text import told

    if hits and hits[0].is_exact:
        advice = "say with --line or --source which place you mean, or quote more words"
    else:
        advice = "quote the source's own words: onrecord find looks in all sources"
    lines = [*told(hits, words, style(os.environ)), f"nothing is written: {advice}"]
    return Answer(FINDINGS, "\n".join(lines) + "\n")


def _added(draft: Drafted, section: str) -> Iterator[str]:
    from onrecord.reports.text import finding_as_text

    where = f", and its name to the section {section!r}" if section else ""
    yield f"added: {draft.claim} to {printable(draft.path)}:{draft.line}{printable(where)}"
    yield ""
    yield from (printable(line) for line in draft.lines)
    for finding in draft.findings:
        yield ""
        yield finding_as_text(finding, style(os.environ)).rstrip("\n")


COMMAND = Command("put a claim into a fact file, with the source's own words", _add, _arguments)
