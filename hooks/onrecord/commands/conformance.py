"""Asks a checker of quotations about the cases of a file, and marks its answers.

See [Testing your facts](testing-your-facts.md), and [what is asked and
answered](#questions-and-answers-about-quotations).

- 0: every answer is right.
- 1: an answer is wrong or missing.
- 2: no cases, a line that is none, or a checker that cannot be run or does not end.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from onrecord.command import CLEAN, FINDINGS, Answer, Command, Parser
from onrecord.mistake import Mistake

MOST_SECONDS = 300
"""How long a checker may take for all cases."""


def _arguments(parser: Parser) -> None:
    parser.add_argument(
        "cases", nargs="?", type=Path, metavar="CASES", help="the cases, one JSON object a line"
    )
    parser.add_argument(
        "--answer",
        action="store_true",
        help="answer questions on standard input: On Record's side of the protocol",
    )
    parser.add_argument(
        "--run",
        nargs=argparse.REMAINDER,
        metavar="COMMAND",
        help="the checker and its arguments, which come last; otherwise On Record itself",
    )


def _conformance(options: argparse.Namespace) -> Answer:
    from onrecord.conformance import Mark, marks, read_answers, read_cases, table

    if options.answer:
        if options.cases or options.run is not None:
            raise Mistake("--answer goes with neither CASES nor --run")
        return Answer(CLEAN, _answers(sys.stdin.buffer.read()).decode())
    if options.cases is None or options.run == []:
        raise Mistake("name a file of cases" if options.cases is None else "--run needs a command")
    try:
        cases = read_cases(options.cases.read_bytes())
    except OSError as error:
        raise Mistake(f"cannot read {options.cases}: {error.strerror}") from error
    except ValueError as error:
        raise Mistake(f"{options.cases} is no file of cases: {error}") from error
    if not cases:
        raise Mistake(f"there is no case in {options.cases}")
    questions = b"".join(case.question() for case in cases)
    lines = _answers(questions) if options.run is None else _run(options.run, questions)
    given = marks(cases, read_answers(lines))
    is_right = all(mark is Mark.RIGHT for mark in given.values())
    return Answer(CLEAN if is_right else FINDINGS, table(cases, given))


def _answers(questions: bytes) -> bytes:
    """On Record's own answers, one a line. Raises `Mistake` for a line that is no question."""
    import msgspec

    from onrecord.conformance import Question, answer

    try:
        asked = [msgspec.json.decode(line, type=Question) for line in questions.splitlines() if line.strip()]
    except (msgspec.DecodeError, RecursionError) as error:
        raise Mistake(f"this is no question: {error}") from error
    return b"".join(msgspec.json.encode(answer(question)) + b"\n" for question in asked)


def _run(command: list[str], questions: bytes) -> bytes:
    """What ``command`` writes when it is sent the questions; what it complains of goes where ours does."""
    import subprocess

    try:
        done = subprocess.run(
            command, input=questions, stdout=subprocess.PIPE, timeout=MOST_SECONDS, check=False
        )
    except OSError as error:
        raise Mistake(f"cannot run {command[0]}: {error.strerror}") from error
    except subprocess.TimeoutExpired as error:
        raise Mistake(f"{command[0]} had not ended after {MOST_SECONDS} seconds") from error
    return done.stdout


COMMAND = Command("ask a checker about the cases of a file, and mark its answers", _conformance, _arguments)
