"""Explains a rule as its page does, or lists all rules with a sentence each.

- 0: it is explained.
- 2: there is no such rule; the closest name is told.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from onrecord.command import CLEAN, Answer, Command, Parser
from onrecord.mistake import Mistake


def _arguments(parser: Parser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="the rule's name, as findings print it")


def _rule(options: argparse.Namespace) -> Answer:
    from onrecord.check import all_rules
    from onrecord.revision_rules import REVISION_RULES
    from onrecord.site_rules import SITE_RULES

    rules = {**all_rules(), **SITE_RULES, **REVISION_RULES}
    if options.name is None:
        widest = max(len(name) for name in rules)
        lines = [
            f"{name:<{widest}}  {rule.severity:<7}  {_sentence(rule.explanation)}"
            for name, rule in sorted(rules.items())
        ]
        return Answer(CLEAN, "\n".join(lines) + "\n")
    rule = rules.get(options.name)
    if rule is None:
        from difflib import get_close_matches

        close = get_close_matches(options.name, rules, n=1)
        raise Mistake(f"there is no rule {options.name!r}" + (f"; did you mean {close[0]}?" if close else ""))
    explained = "\n".join(_underlined(rule.explanation.strip()))
    return Answer(CLEAN, f"{rule.id} ({rule.severity})\n\n{explained}\n")


def _underlined(explanation: str) -> Iterator[str]:
    """The lines of an explanation, with carets under what the rule reports in an example."""
    from onrecord.printable import cells
    from onrecord.view.explanation import Block, fenced

    for part in fenced(explanation):
        if not isinstance(part, Block):
            yield part
            continue
        yield f"```{part.language} {part.file}"
        before, marked, _ = part.pieces
        for number, line in enumerate(part.code.split("\n"), 1):
            yield line
            if number == part.line:
                column = before.rpartition("\n")[2]
                yield " " * cells(column) + "^" * cells(marked) + " reported"
        yield "```"
        if part.whole:
            yield f"^ {part.whole} is reported as a whole"


def _sentence(explanation: str) -> str:
    return " ".join(explanation.strip().partition("\n\n")[0].split())


COMMAND = Command("explain a rule, or list all of them", _rule, _arguments)
