"""Standard output and standard error: what may be in colour, and writing that never fails in silence."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from onrecord.mistake import Mistake
from onrecord.printable import printable, safe_lines
from onrecord.report import Account, Report, Style

STEP_SUMMARY_LIMIT = 1024 * 1024
"""How many bytes GitHub takes as the summary of one step."""


def style(environment: Mapping[str, str]) -> Style:
    """Colour on a terminal that wants it (``NO_COLOR``, ``FORCE_COLOR``, ``CI``, ``TERM``), and its width."""
    stream = sys.stdout
    is_terminal = stream is not None and stream.isatty()
    unwanted = "NO_COLOR" in environment or "CI" in environment or environment.get("TERM") == "dumb"
    colour = bool(environment.get("FORCE_COLOR")) or (is_terminal and not unwanted)
    if not is_terminal:
        return Style(colour)
    try:
        return Style(colour, max(os.get_terminal_size(stream.fileno()).columns, 60))
    except (OSError, ValueError):
        return Style(colour)


def say(text: str) -> None:
    """Write all of ``text`` to standard output. Raises `Mistake` where that cannot be done.

    A reader who has left, as in ``onrecord check | head``, is no mistake.
    """
    try:
        _write(text, sys.stdout)
    except BrokenPipeError:
        _hush(sys.stdout)


def complain(message: str) -> None:
    """Tell the operator in one line what to change."""
    with suppress(Mistake, BrokenPipeError):
        _write(f"onrecord: {printable(message)}\n", sys.stderr)


def own_up(error: Exception) -> None:
    """Say that it is our bug, with the traceback, in which nothing acts."""
    from traceback import format_exception

    told = safe_lines("".join(format_exception(error)))
    said = "onrecord: this is a bug in On Record, not in your files. Nothing was published."
    please = "Please report it, with the lines above, where On Record's code is kept."
    with suppress(Mistake, BrokenPipeError):
        _write(f"{told}{said}\n{please}\n", sys.stderr)


def summarise_step(report: Report, account: Account, environment: Mapping[str, str]) -> None:
    """Add to what GitHub shows beside a step's log, where it names a file for that and the format has it."""
    path = environment.get("GITHUB_STEP_SUMMARY")
    if not path or report.step_summary is None:
        return
    try:
        with Path(path).open("ab") as file:
            room = STEP_SUMMARY_LIMIT - file.tell()
            file.write(report.step_summary(account, room).encode("utf-8", "replace"))
    except OSError as error:
        raise Mistake(f"cannot write the step's summary: {error.strerror}") from error


def _write(text: str, stream: TextIO | None) -> None:
    """Write and flush, whatever the stream's encoding."""
    if stream is None:
        raise Mistake("cannot write: standard output is closed")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _hush(stream)
        raise Mistake(f"cannot write: {error.strerror}") from error
    except ValueError as error:
        raise Mistake("cannot write: standard output is closed") from error


def _hush(stream: TextIO) -> None:
    """Send what is left in a stream nowhere, or Python would complain of it when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
