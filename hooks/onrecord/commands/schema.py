"""``onrecord schema``: what an editor completes and explains by, printed or written to a file."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from onrecord.command import CLEAN, Answer, Command, Parser, add_settings, configured
from onrecord.printable import printable

_NAMES = "fact files, sources' metadata, or the configuration of a content management system for both"


def _arguments(parser: Parser) -> None:
    parser.add_argument("name", choices=("facts", "source", "cms"), help=_NAMES)
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it to a file, which is replaced")
    add_settings(parser)


def _schema(options: argparse.Namespace) -> Answer:
    from onrecord.editor.schema import schema
    from onrecord.loaders.writing import write_whole

    content = _cms(options) if options.name == "cms" else schema(options.name)
    if options.output is None:
        return Answer(CLEAN, content.decode())
    write_whole(options.output, content)
    return Answer(CLEAN, f"written: {printable(str(options.output))}\n")


def _cms(options: argparse.Namespace) -> bytes:
    """The configuration of the CMS for this project, whose repository the site names for us or for MkDocs."""
    from onrecord.editor.cms import cms_configuration
    from onrecord.loaders.site import load_keys

    site = configured(options)
    named = load_keys(site.file, os.environ).get("repo_url") if site.file else None
    return cms_configuration(site, site.repository or (named if isinstance(named, str) else ""))


COMMAND = Command("print the JSON Schema by which editors complete and explain files", _schema, _arguments)
