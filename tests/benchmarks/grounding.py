"""How often the rules of grounding stop unsupported claims, and supported ones by mistake.

Reads labelled cases, one JSON object a line: ``claim``, ``evidence`` (a list of passages; where it is
empty, ``source_text`` is the passage), ``label`` (supported or unsupported), and where they are known
``title`` (what the page is about), ``orig_label``, ``group`` (cases made from the same text) and ``lang``.
Prints the share of unsupported claims that are stopped, and of supported ones that are stopped by mistake,
by file and by rule.

    python tests/benchmarks/grounding.py CASES.jsonl ... [--part tune|score|all] [--show missed|false|hit]

Cases are parted by their group, four in five to tune on and one in five to score on: the part that is only
scored says what to expect of claims that nobody has seen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.check import all_rules
from onrecord.finding import Severity
from onrecord.ground.comparison import Disagreement, compared
from onrecord.languages import language_of

NEUTRAL = frozenset(("NOT ENOUGH INFO", "Neutral", "neutral", "n"))
GROUNDING = {id: rule for id, rule in all_rules().items() if rule.compare is not None}
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
BY_RULE = ("vitaminc_real", "vitaminc_synth", "rte", "fever_symmetric", "faithbench", "breaking_nli")
BY_RULE += ("commitmentbank",)


class Case(NamedTuple):
    """One labelled claim."""

    row: dict[str, Any]
    supported: bool
    neutral: bool
    to_tune: bool

    @property
    def passages(self) -> tuple[str, ...]:
        """What the claim is to rest on."""
        return tuple(filter(None, self.row.get("evidence") or [self.row["source_text"]]))


class Judged(NamedTuple):
    """A case with what the rules say of it: the disagreements by rule."""

    case: Case
    told: dict[str, list[Disagreement]]

    @property
    def error(self) -> bool:
        """Whether an error stops the claim."""
        return any(GROUNDING[rule].severity is Severity.ERROR for rule in self.told)


class Shares(NamedTuple):
    """How many claims there are, and which shares of them an error, or anything, stops, in per cent."""

    count: int
    error: float
    any: float

    def __str__(self) -> str:
        return f"{self.error:.1f} | {self.any:.1f}" if self.count else "\u2013 | \u2013"


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file in languages that there are rules for."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if language_of(row.get("lang") or "en") is not None:
            group = str(row.get("group") or row.get("title") or row.get("id"))
            to_tune = hashlib.sha256(group.encode()).digest()[0] % 5 < 4
            yield Case(row, row["label"] == "supported", row.get("orig_label") in NEUTRAL, to_tune)


def judged(case: Case) -> Judged:
    """What each rule says of a case."""
    row = case.row
    title = row.get("title")
    comparison = compared(row["claim"], case.passages, (title,) if title else (), row.get("lang") or "en")
    told: dict[str, list[Disagreement]] = {}
    for id, rule in GROUNDING.items():
        assert rule.compare is not None
        found = list(rule.compare(comparison))
        if found:
            told[id] = found
    return Judged(case, told)


def shares(found: Iterable[Judged]) -> Shares:
    """Which shares of some cases are stopped."""
    every = list(found)
    whole = max(len(every), 1)
    error = 100 * sum(one.error for one in every) / whole
    return Shares(len(every), error, 100 * sum(bool(one.told) for one in every) / whole)


HEAD_OF_SETS = (
    "| Set | unsupported | supported | error, right | wrong | any, right | wrong | balanced |\n"
    "|:--|--:|--:|--:|--:|--:|--:|--:|"
)
HEAD_OF_NEUTRAL = (
    "| Set | contradicted | error | any | neutral | error | any |\n|:--|--:|--:|--:|--:|--:|--:|"
)


def row_of_set(name: str, found: list[Judged]) -> str:
    """A line of the table of sets; shares in per cent."""
    bad = shares(one for one in found if not one.case.supported)
    good = shares(one for one in found if one.case.supported)
    balanced = f"{(bad.any + 100 - good.any) / 2:.1f}" if bad.count and good.count else "\u2013"
    cells = (f"{bad.error:.1f} | {good.error:.1f} | {bad.any:.1f} | {good.any:.1f}", balanced)
    return f"| {name} | {bad.count} | {good.count} | {' | '.join(cells)} |"


def row_of_neutral(name: str, found: list[Judged]) -> str:
    """A line of the table that has claims against their passage and beside it apart; shares in per cent."""
    against = shares(one for one in found if not one.case.supported and not one.case.neutral)
    neutral = shares(one for one in found if one.case.neutral)
    return f"| {name} | {against.count} | {against} | {neutral.count} | {neutral} |"


HEAD_OF_RULES = (
    "| Rule | Severity | right | wrong | precision | of all unsupported | alone right | alone wrong |\n"
    "|:--|:--|--:|--:|--:|--:|--:|--:|"
)


def rows_of_rules(found: list[Judged]) -> Iterator[str]:
    """For each rule how often it is right and wrong; *alone* where no other rule says anything."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    alone: Counter[tuple[str, bool]] = Counter()
    for one in found:
        for rule in one.told:
            (wrong if one.case.supported else right)[rule] += 1
            if len(one.told) == 1:
                alone[rule, one.case.supported] += 1
    bad = max(sum(not one.case.supported for one in found), 1)
    for id, rule in GROUNDING.items():
        whole = right[id] + wrong[id]
        precision = f"{100 * right[id] / whole:.0f} %" if whole else "\u2013"
        yield (
            f"| [{id}](rules/{id}.md) | {rule.severity} | {right[id]} | {wrong[id]} | {precision} "
            f"| {100 * right[id] / bad:.1f} % | {alone[id, False]} | {alone[id, True]} |"
        )


def shown(found: Iterable[Judged], wanted: str, rule: str) -> Iterator[str]:
    """The cases that were stopped rightly or by mistake, or not stopped, in full."""
    for one in found:
        is_told = rule in one.told if rule else bool(one.told)
        kind = ("false" if one.case.supported else "hit") if is_told else "missed"
        if kind != wanted or (kind == "missed" and one.case.supported):
            continue
        row = one.case.row
        lines = [f"\n{row['id']} [{row.get('orig_label')}] title={row.get('title')!r}"]
        lines.append(f"  claim:    {row['claim']}")
        lines += [f"  evidence: {passage[:700]}" for passage in one.case.passages]
        for id, disagreements in one.told.items():
            for disagreement in disagreements:
                words = row["claim"][disagreement.words.start : disagreement.words.end]
                lines.append(f"  {GROUNDING[id].severity} {id}: {words!r}: {disagreement.message}")
        yield "\n".join(lines)


def in_part(found: Iterable[Judged], part: str) -> list[Judged]:
    """The cases of one part, ``tune`` or ``score``, or all of them."""
    return [one for one in found if part == "all" or one.case.to_tune == (part == "tune")]


def table_of_sets(by_set: dict[str, list[Judged]], part: str) -> str:
    """The table of all sets, of one part."""
    kept = {name: those for name, found in by_set.items() if (those := in_part(found, part))}
    rows = [row_of_set(name, those) for name, those in kept.items()]
    apart = [
        row_of_neutral(name, those) for name, those in kept.items() if any(one.case.neutral for one in those)
    ]
    return "\n".join((HEAD_OF_SETS, *rows, *(("", HEAD_OF_NEUTRAL, *apart) if apart else ())))


def write(page: Path, by_set: dict[str, list[Judged]], each: float) -> None:
    """Put the figures between the two marks of a page of the documentation."""
    pooled = [one for name in BY_RULE for one in in_part(by_set.get(name, ()), "score")]
    parts = (
        "Only scored:",
        table_of_sets(by_set, "score"),
        "Tuned on:",
        table_of_sets(by_set, "tune"),
        f"By rule, on the scored part of {', '.join(BY_RULE)} together:",
        "\n".join((HEAD_OF_RULES, *rows_of_rules(pooled))),
        f"A claim took {each:.1f} ms of CPU time on the machine this ran on.",
    )
    text = page.read_text("utf-8")
    before, after = text.index(BEGIN) + len(BEGIN), text.index(END)
    figures = "\n\n".join(parts)
    page.write_text(f"{text[:before]}\n\n{figures}\n\n{text[after:]}", "utf-8", newline="\n")


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--part", choices=("tune", "score", "all"), default="all")
    parser.add_argument("--show", choices=("missed", "false", "hit"), help="print these cases in full")
    parser.add_argument("--rule", default="", help="of this rule alone")
    parser.add_argument("--most", type=int, default=40, help="print at most so many cases of a file")
    parser.add_argument("--write", type=Path, help="put the figures into this page")
    arguments = parser.parse_args()
    if arguments.rule and arguments.rule not in GROUNDING:
        parser.error(f"no rule of grounding is called {arguments.rule}")
    started = time.process_time()
    by_set: dict[str, list[Judged]] = {}
    for path in arguments.files:
        by_set[path.name.split(".")[0]] = [judged(case) for case in cases(path)]
    spent = time.process_time() - started
    count = sum(map(len, by_set.values()))
    if not count:
        print("no case in a language that there are rules for", file=sys.stderr)
        return 1
    for found in by_set.values():
        if arguments.show:
            told = shown(in_part(found, arguments.part), arguments.show, arguments.rule)
            print(*(text for text, _ in zip(told, range(arguments.most), strict=False)), sep="\n")
    every = [one for found in by_set.values() for one in in_part(found, arguments.part)]
    print(table_of_sets(by_set, arguments.part), "", HEAD_OF_RULES, *rows_of_rules(every), sep="\n")
    print(f"\n{count:,} claims in {spent:.2f} s of CPU time: {1000 * spent / count:.2f} ms each")
    if arguments.write:
        write(arguments.write, by_set, 1000 * spent / count)
    return 0


if __name__ == "__main__":
    sys.exit(main())
