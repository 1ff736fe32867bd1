"""Makes YAML of what somebody wrote into one of our issue forms, and checks it.

It checks it in memory, answers in Markdown that is safe as a comment, and writes nothing.

- 0: the proposed claim passes, or the reported one is there.
- 1: it does not pass, or there is no such claim.
- 2: it is no text of a form, or cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import app
from onrecord.command import CLEAN, FINDINGS, Answer, Command, Parser, add_settings, configured
from onrecord.mistake import Mistake

if TYPE_CHECKING:
    from onrecord.finding import Finding
    from onrecord.model import Project
    from onrecord.proposal import Passage, Proposed

# GitHub takes 65,536 characters as a comment.
_MOST_FINDINGS_TOLD = 25_000
_MOST_YAML = 24_000
_MOST_QUOTATIONS = 3
_LONGEST = 1_000


def _arguments(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help="the issue's text; `-` is standard input")
    add_settings(parser)


def _from_issue(options: argparse.Namespace) -> Answer:
    from onrecord.issue_form import PROPOSAL, REPORT, read_form
    from onrecord.loaders.project import load_project
    from onrecord.proposal import propose

    body = _body(options.file)
    proposal, report = read_form(body, PROPOSAL), read_form(body, REPORT)
    if proposal is None and report is None:
        raise Mistake("the text is not that of an issue made with one of our forms")
    configuration = configured(options)
    project = load_project(configuration.root, configuration.facts, configuration.seeds, app.today({}))
    if proposal is None:
        assert report is not None
        is_clean, lines = _reported(project, report)
    else:
        proposed = propose(project, proposal)
        is_clean, lines = proposed.passes, [*_proposed(proposed)]
    return Answer(CLEAN if is_clean else FINDINGS, "\n".join(lines) + "\n")


def _body(file: str) -> str:
    from onrecord.issue_form import LONGEST_BODY

    try:
        if file == "-":
            content = sys.stdin.buffer.read(LONGEST_BODY + 1)
        else:
            with Path(file).open("rb") as opened:
                content = opened.read(LONGEST_BODY + 1)
        if len(content) > LONGEST_BODY:
            raise Mistake(f"the issue's text has more than {LONGEST_BODY:,} bytes")
        return content.decode("utf-8-sig")
    except OSError as error:
        raise Mistake(f"cannot read {file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise Mistake("the issue's text is not UTF-8") from error


# A proposed claim, told to the one who proposed it


def _proposed(proposed: Proposed) -> Iterator[str]:
    """The answer as Markdown in which nothing that anybody wrote can act."""
    passes = "The claim passes the check" + (", with something to look at" if proposed.findings else "")
    yield from (f"### {passes if proposed.passes else 'The claim does not pass yet'}", "")
    yield from _where(proposed.passage, proposed.near)
    if proposed.missing:
        yield from ("**Missing:**", "", *(f"- {what}" for what in proposed.missing), "")
    if proposed.findings:
        yield from ("**What the check says:**", "")
        told = ["\n".join(_told(finding)) for finding in proposed.findings]
        kept = sum(length <= _MOST_FINDINGS_TOLD for length in accumulate(map(len, told)))
        yield from told[:kept]
        yield from [f"- and {len(told) - kept} more"] * (kept < len(told))
        yield ""
    if 0 < len(proposed.yaml) <= _MOST_YAML:
        target = f" (in {_code(proposed.file)}, at the end of its claims)" if proposed.file else ""
        yield from (f"**The claim for the fact file**{target}:", "", *_fenced(proposed.yaml), "")
        yield "The claim's id is a suggestion, and where on the page it is to stand is for editors to say."
    if proposed.passes:
        yield "That the words are in the source was checked, not that the source is right."


def _where(passage: Passage | None, near: Passage | None) -> Iterator[str]:
    if passage:
        yield f"The words are in the source, at {_code(passage.place)}:"
        yield from ("", _quoted(passage.words), "")
    elif near:
        yield f"The words are not in the source. The closest passage is at {_code(near.place)}:"
        yield from ("", _quoted(near.words), "")


def _told(finding: Finding) -> Iterator[str]:
    words = finding.location.text.content[slice(*finding.location.span)] if finding.location.span else ""
    about = f" About {_code(words)}." if words.strip() else ""
    yield f"- {finding.severity.capitalize()}: {_code(finding.message)}.{about}"
    if finding.help:
        yield f"  To mend it: {_code(finding.help)}."


# A report, told to the editors


def _reported(project: Project, report: dict[str, str]) -> tuple[bool, list[str]]:
    from onrecord.model import Quotation
    from onrecord.proposal import claim_named, passage_of

    named = claim_named(project, report["claim"])
    if named is None:
        return False, ["### There is no such claim", "", f"Nothing is published as {_code(report['claim'])}."]
    explainer, claim = named
    lines = [f"### About {_code(f'{explainer.id}/{claim.id}')}", "", "We say:", "", _quoted(claim.text), ""]
    known = project.corpus.sources
    names = [entry.source or explainer.source for entry in claim.evidence]
    sources = {name: known[name] for name in names if name is not None and name in known}
    quotations = [entry for entry in claim.evidence if isinstance(entry, Quotation)]
    for quotation in quotations[:_MOST_QUOTATIONS]:
        lines += ["It rests on these words:", "", _quoted(quotation.exact), ""]
    if not report["words"]:
        return True, [*lines, "No words of the source were given that speak against it."]
    found = [passage for one in sources.values() if (passage := passage_of(report["words"], one))]
    if not found:
        lines += ["The words that were given are in none of its sources:", "", _quoted(report["words"])]
        return False, lines
    lines += [f"The words that speak against it are at {_code(found[0].place)}:", "", _quoted(found[0].words)]
    return True, lines


# Text from anywhere, in a comment


def _code(text: str) -> str:
    """``text`` on one line as code, in which GitHub mentions nobody and links nothing."""
    from onrecord.reports.github import inert

    line = " ".join(text.split())
    return f"<code>{inert(line if len(line) <= _LONGEST else line[:_LONGEST] + ' ...')}</code>"


def _quoted(text: str) -> str:
    return f"> {_code(text)}"


def _fenced(yaml: str) -> Iterator[str]:
    """A block of code that nothing in it can end."""
    fence = "```"
    while fence in yaml:
        fence += "`"
    yield from (f"{fence}yaml", *yaml.split("\n"), fence)


COMMAND = Command("make YAML of a claim proposed in an issue, and check it", _from_issue, _arguments)
