"""How often the rules of grounding stop unsupported claims, and supported ones by mistake.

Reads labelled cases, one JSON object a line: ``claim``, ``evidence`` (a list of passages; where it is empty,
``source_text`` is the passage), ``label`` (supported or unsupported), and where they are known ``title`` (what
the page is about), ``orig_label``, ``group`` (cases made from the same text) and ``lang``. Prints the share of
unsupported claims that are stopped and of supported ones that are stopped by mistake, by file and by rule.

    python tests/benchmarks/grounding.py CASES.jsonl ... [--part tune|score|all] [--show missed|false]

Cases are parted by their group, three in five to tune on and two in five to score on: the part that is only
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


class Case(NamedTuple):
    """One labelled claim."""

    row: dict[str, Any]
    supported: bool
    neutral: bool


class Judged(NamedTuple):
    """A case with what the rules say of it: the disagreements by rule."""

    case: Case
    told: dict[str, list[Disagreement]]

    @property
    def error(self) -> bool:
        """Whether an error stops the claim."""
        return any(GROUNDING[rule].severity is Severity.ERROR for rule in self.told)


def is_to_tune(row: dict[str, Any]) -> bool:
    """Whether a case belongs to the part that rules may be tuned on."""
    group = str(row.get("group") or row.get("title") or row.get("id"))
    return hashlib.sha256(group.encode()).digest()[0] % 5 < 3


def cases(path: Path, part: str) -> Iterator[Case]:
    """The cases of a file in languages that there are rules for."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if language_of(row.get("lang") or "en") is None:
            continue
        if part == "all" or (part == "tune") == is_to_tune(row):
            yield Case(row, row["label"] == "supported", row.get("orig_label") in NEUTRAL)


def judged(case: Case) -> Judged:
    """What each rule says of a case."""
    row = case.row
    title = row.get("title")
    passages = tuple(filter(None, row.get("evidence") or [row["source_text"]]))
    comparison = compared(row["claim"], passages, (title,) if title else (), row.get("lang") or "en")
    told: dict[str, list[Disagreement]] = {}
    for id, rule in GROUNDING.items():
        assert rule.compare is not None
        found = list(rule.compare(comparison))
        if found:
            told[id] = found
    return Judged(case, told)


def share(part: int, whole: int) -> str:
    """A share in per cent."""
    return f"{100 * part / whole:5.1f}" if whole else "    -"


def row_of(name: str, found: list[Judged]) -> str:
    """A line of the table: recall and false alarms of errors, then of errors and warnings together."""
    bad = [one for one in found if not one.case.supported]
    good = [one for one in found if one.case.supported]
    against = [one for one in bad if not one.case.neutral]
    neutral = [one for one in bad if one.case.neutral]
    recall = sum(bool(one.told) for one in bad) / max(len(bad), 1)
    alarms = sum(bool(one.told) for one in good) / max(len(good), 1)
    cells = (
        f"{name:18}",
        f"{len(bad):5}",
        f"{len(good):5}",
        share(sum(one.error for one in bad), len(bad)),
        share(sum(one.error for one in good), len(good)),
        share(sum(bool(one.told) for one in bad), len(bad)),
        share(sum(bool(one.told) for one in good), len(good)),
        f"{50 * (recall + 1 - alarms):5.1f}" if bad and good else "    -",
        share(sum(one.error for one in against), len(against)),
        share(sum(bool(one.told) for one in against), len(against)),
        share(sum(one.error for one in neutral), len(neutral)),
        share(sum(bool(one.told) for one in neutral), len(neutral)),
    )
    return "| " + " | ".join(cells) + " |"


HEAD = (
    "| set | unsupported | supported | stopped by an error % | by mistake % | error or warning % | by mistake % "
    "| balanced accuracy | contradicted: error % | any % | neutral: error % | any % |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|"
)
HEAD_OF_RULES = (
    "| rule | severity | right | wrong | precision % | recall % | alone right | alone wrong |\n"
    "|---|---|---|---|---|---|---|---|"
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
    bad = sum(not one.case.supported for one in found)
    for rule in GROUNDING:
        cells = (
            rule,
            str(GROUNDING[rule].severity),
            str(right[rule]),
            str(wrong[rule]),
            share(right[rule], right[rule] + wrong[rule]),
            share(right[rule], bad),
            str(alone[rule, False]),
            str(alone[rule, True]),
        )
        yield "| " + " | ".join(cells) + " |"


def shown(found: Iterable[Judged], wanted: str, rule: str) -> Iterator[str]:
    """The cases that were stopped by mistake, or not stopped, in full."""
    for one in found:
        is_false = one.case.supported and (rule in one.told if rule else bool(one.told))
        is_missed = not one.case.supported and (rule not in one.told if rule else not one.told)
        is_hit = not one.case.supported and (rule in one.told if rule else bool(one.told))
        if (wanted, True) in (("false", is_false), ("missed", is_missed), ("hit", is_hit)):
            row = one.case.row
            yield f"\n{row['id']} [{row.get('orig_label')}] title={row.get('title')!r}"
            yield f"  claim:    {row['claim']}"
            for passage in row.get("evidence") or [row["source_text"]]:
                yield f"  evidence: {passage[:700]}"
            for id, disagreements in one.told.items():
                for found_one in disagreements:
                    words = row["claim"][found_one.words.start : found_one.words.end]
                    yield f"  {GROUNDING[id].severity} {id}: {words!r}: {found_one.message}"


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
    arguments = parser.parse_args()
    if arguments.rule and arguments.rule not in GROUNDING:
        parser.error(f"no rule of grounding is called {arguments.rule}")
    everything: list[Judged] = []
    lines = []
    started = time.process_time()
    for path in arguments.files:
        found = [judged(case) for case in cases(path, arguments.part)]
        everything.extend(found)
        if found:
            lines.append(row_of(path.name.split(".")[0], found))
        if arguments.show:
            for number, line in enumerate(shown(found, arguments.show, arguments.rule)):
                if number > 6 * arguments.most:
                    break
                print(line)
    if not everything:
        print("no case in a language that there are rules for", file=sys.stderr)
        return 1
    spent = time.process_time() - started
    print(HEAD, *lines, sep="\n")
    print()
    print(HEAD_OF_RULES, *rows_of_rules(everything), sep="\n")
    print(
        f"\n{len(everything):,} claims in {spent:.2f} s of CPU time: {1000 * spent / len(everything):.2f} ms each"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
