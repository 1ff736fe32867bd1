"""Looks for words in all sources, and prints YAML that quotes them.

It reads `facts/` and `seeds/` and writes nothing. With `--format json`, it prints [one
object](#places-for-programs) with all that.

- 0: the words were found, or passages like them.
- 1: nothing like them was found.
- 2: no words, no such source, or no source that can be read.
"""

from __future__ import annotations

import argparse
import os

from onrecord import app
from onrecord.command import CLEAN, FINDINGS, Answer, Command, Parser, add_settings, configured
from onrecord.mistake import Mistake
from onrecord.terminal import style


def _arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="+", metavar="TEXT", help="the words, or words like them")
    parser.add_argument("--source", metavar="ID", help="look in this source only")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="`text`, or `json` for programs"
    )
    add_settings(parser)


def _find(options: argparse.Namespace) -> Answer:
    from onrecord.finding_text import as_json, told
    from onrecord.loaders.project import load_project
    from onrecord.quotable import clean
    from onrecord.seeking import seek

    words = " ".join(options.text)
    if not clean(words):
        raise Mistake("there are no words to look for")
    configuration = configured(options)
    project = load_project(configuration.root, configuration.facts, configuration.seeds, app.today({}))
    known = {str(id): source for id, source in project.corpus.sources.items() if source.text is not None}
    if not known:
        raise Mistake(f"there is no source that can be read in {configuration.seeds}/: add one first")
    if options.source is not None and options.source not in known:
        raise Mistake(f"there is no source {options.source!r} that can be read")
    searched = [known[options.source]] if options.source is not None else known.values()
    hits = seek(words, searched)
    status = CLEAN if hits else FINDINGS
    if options.format == "json":
        return Answer(status, as_json(hits, words))
    return Answer(status, "\n".join(told(hits, words, style(os.environ))) + "\n")


COMMAND = Command("look for words in all sources, and print YAML that quotes them", _find, _arguments)
