"""Prints what editors complete and explain by, or writes it to a file.

[Editors](editors.md) has how to use it.

- 0: it is printed or written.
- 2: a file that cannot be written.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from onrecord.command import CLEAN, Answer, Command, Parser, add_settings, configured
from onrecord.printable import printable

_NAMES = (
    "for fact files, for sources' metadata, or as the configuration of a content management system for both"
)


def _arguments(parser: Parser) -> None:
    parser.add_argument("name", choices=("facts", "source", "cms"), help=_NAMES)
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write it to this file, which is replaced"
    )
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
