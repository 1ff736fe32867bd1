"""Lays fact files and sources' metadata out in one way.

It changes no value and takes out no comment, and it never touches the text of a source.

- Keys stand in the order of [Writing claims](writing-claims.md). The comments right above a key, the one
  behind its value and deeper ones right below go with it; what stands above the first key of a file is about
  the file and stays.
- Lines end with a line feed, the last one too. There are no blanks at their ends, no byte order mark, no two
  blank lines in a row, and none at the file's beginning or end.
- Everything else is yours: quotation marks, blocks, where lines break, lists in brackets or with hyphens, how
  far they are indented. Lines of a text are never touched. A mapping with a key that is not known keeps its
  order, and so does one in braces; in a file with a block that takes in the blank lines below it (`|+`),
  nothing is moved.

Before anything is written, the file is read again: the values must be the same, each line must be there, and
the check must say the same.

- 0: all files are laid out, now or already.
- 1: a file cannot be read, so that it is left as it is and its findings are shown; with `--check` or
  `--diff`, a file would change.
- 2: there is nothing to lay out in a path, or a file that cannot be written.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.command import CLEAN, FINDINGS, Answer, Command, Parser, add_settings, configured
from onrecord.loaders.site import Configuration
from onrecord.mistake import Mistake
from onrecord.printable import printable, safe_line
from onrecord.report import counted

if TYPE_CHECKING:
    from onrecord.model import Problem

_UNREADABLE = "unreadable-file"
"""The rule that reports a mark of the byte order, which is taken out."""


def _arguments(parser: Parser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="lay out these files, or those of these folders, only",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing, name the files that would change, and exit with 1",
    )
    parser.add_argument(
        "--diff", action="store_true", help="write nothing, show the lines that would change, and exit with 1"
    )
    add_settings(parser)


def _fmt(options: argparse.Namespace) -> Answer:
    from onrecord.layout import laid_out
    from onrecord.loaders.writing import rewrite

    configuration = configured(options)
    problems: list[Problem] = []
    changed: dict[str, tuple[bytes, bytes]] = {}
    left = 0
    files = _files(configuration, [path.absolute() for path in options.paths])
    for path, content in files.items():
        made = laid_out(path, content, is_metadata=path.startswith(f"{configuration.seeds}/"))
        problems += made.problems
        left += bool(made.problems)
        if made.content != content:
            changed[path] = content, made.content
    is_dry = options.check or options.diff
    if changed and not is_dry:
        _prove(configuration, {path: new for path, (_, new) in changed.items()})
        rewrite(configuration.root, changed)
    lines = [*_told(problems), *(_differences(changed) if options.diff else ())]
    lines += [f"{'would be laid out' if is_dry else 'laid out'}: {printable(path)}" for path in changed]
    as_is = counted(len(files) - len(changed) - left, "file")
    lines.append(
        f"as they are to be: {as_is}" + (f"; left, with findings: {counted(left, 'file')}" if left else "")
    )
    failed = problems or (changed and is_dry)
    return Answer(FINDINGS if failed else CLEAN, "".join(f"{line}\n" for line in lines))


def _files(configuration: Configuration, paths: list[Path]) -> dict[str, bytes]:
    """The fact files and sources' metadata by their paths in the project, those of ``paths`` where given.

    Raises `Mistake` where there is none, where none lies in one of ``paths``, and where one cannot be read.
    """
    from onrecord.loaders.disk import DiskFiles, list_folder

    root = configuration.root
    folders = [list_folder(root, name) for name in (configuration.facts, configuration.seeds)]
    files = DiskFiles(root, *folders)
    names = [path for path in files if path.endswith(".yml")]
    asked = [Path(os.path.normpath(path)) for path in paths] or [root]
    for path in asked:
        if not path.is_relative_to(root) or not any((root / name).is_relative_to(path) for name in names):
            raise Mistake(f"there is nothing to lay out in {path}")
    wanted = [name for name in names if any((root / name).is_relative_to(path) for path in asked)]
    try:
        return {name: files[name] for name in wanted}
    except OSError as error:
        raise Mistake(f"cannot read a file of {root}: {error.strerror}") from error


def _prove(configuration: Configuration, files: Mapping[str, bytes]) -> None:
    """See that the check says the same of the project with ``files`` as it says without them."""
    from onrecord import app

    def found(instead: Mapping[str, bytes]) -> Counter[tuple[str, ...]]:
        outcome = app.check_configured(configuration, instead=instead)
        findings = (each for each in outcome.findings if each.rule != _UNREADABLE)
        return Counter((each.rule, each.location.path, each.explainer, each.claim) for each in findings)

    if found(files) != found({}):
        raise AssertionError("the check would say something else of the files laid out")


def _told(problems: list[Problem]) -> Iterator[str]:
    """Why files cannot be read, as findings."""
    if problems:
        from onrecord.finding import Severity
        from onrecord.reports.text import finding_as_text
        from onrecord.terminal import style

        look = style(os.environ)
        yield from (finding_as_text(problem.finding(Severity.ERROR), look) for problem in problems)


def _differences(changed: Mapping[str, tuple[bytes, bytes]]) -> Iterator[str]:
    """What would change, as a unified diff in which what nobody sees is written as its escape."""
    from difflib import unified_diff

    for path, contents in changed.items():
        old, new = (content.decode().split("\n") for content in contents)
        yield from map(safe_line, unified_diff(old, new, path, path, lineterm=""))


COMMAND = Command("lay out fact files and metadata in one way; changes no word", _fmt, _arguments)
