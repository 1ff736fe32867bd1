"""How often a wrong speaker is refused, and the right one by mistake.

Reads labelled cases, one JSON object a line: ``content`` (somebody's words), ``source`` (whose they are),
``sentence_window`` (the text around, with the content in it), ``direct`` (if it has quotation marks) and
``text_file`` (cases from the same text). For each direct quotation whose speaker has a name, the true speaker
is declared for it, which must be no error, then another named speaker of the same text, which must be one.

    python tests/benchmarks/speakers.py CASES.jsonl [--part tune|score|all] [--show missed|false]

The true speaker of words without marks is declared, too, and named in the claim itself: both are no error.

Cases are parted by their text: four in five to tune on and one in five to score on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.check import all_rules
from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.reading import Reading
from onrecord.language import words
from onrecord.languages import language_of
from onrecord.model import Claim, Explainer, Quotation
from onrecord.text import Location, Scalar, Span, Text

GROUNDING = {id: rule for id, rule in all_rules().items() if rule.compare is not None}
ERRORS = {id: rule for id, rule in GROUNDING.items() if rule.severity is Severity.ERROR}
PIECES = re.compile(r"\s*\.\.\.\s*")
NAME = re.compile(r"[A-Z][\w'\u2019.&-]+")
NO_NAMES = words(
    "He She They It We I You Who The A An This That These Those His Her Their Its Our My One Some Many Most",
    "All Other Others Another Both Several Few Mr. Mrs. Ms. Dr. Sen. Gov. Rep. Gen. President Senator",
    "Governor Secretary Republican Republicans Democrat Democrats Democratic Sir St. Mr Mrs Ms Dr Inc.",
)


class Tried(NamedTuple):
    """One quotation with a speaker declared for it, and what was told."""

    row: dict[str, Any]
    name: str
    told: list[str]


def names(source: str) -> frozenset[str]:
    """The names in a phrase: words with a capital, but no pronouns, articles and titles."""
    return frozenset(
        word.removesuffix("'s").removesuffix("\u2019s").lower()
        for word in NAME.findall(source)
        if word not in NO_NAMES
    )


def is_to_tune(row: dict[str, Any]) -> bool:
    """Whether a case belongs to the part that rules may be tuned on."""
    return hashlib.sha256(row["text_file"].encode()).digest()[0] % 5 < 4


def spans(window: str, content: str) -> tuple[Span, ...]:
    """Where the content stands in its window: in pieces, where something is left out of it."""
    at = window.find(content)
    if at >= 0:
        return (Span(at, at + len(content)),)
    found = []
    start = 0
    for piece in filter(None, PIECES.split(content)):
        at = window.find(piece, start)
        if at < 0:
            return ()
        found.append(Span(at, at + len(piece)))
        start = at + len(piece)
    return tuple(found)


def comparison(row: dict[str, Any], name: str, *, in_text: bool = False) -> Comparison | None:
    """The content as a claim, with the window as its source and a speaker declared for it, or in its text."""
    language = language_of("en")
    assert language is not None
    source = Text("seeds/window.txt", row["sentence_window"])
    where = spans(row["sentence_window"], row["content"])
    if not where:
        return None
    said = f"{name} said that {row['content']}" if in_text else row["content"]
    written = Text("facts/claim.yml", f"{said}\n{name}")
    text = Scalar(said, written, 0, len(said))
    given = None if in_text else Scalar(name, written, len(said) + 1, len(written.content))
    if in_text:
        where = (Span(0, len(source.content)),)
    at = Location(written)
    quotation = Quotation(exact=text, source=None, at=at)
    claim = Claim(id=text, text=text, evidence=(quotation,), at=at, attributed_to=given)
    page = Explainer(id="claim", title=Scalar("", written, 0, 0), claims=(claim,), at=at)
    passages = tuple(
        Passage(
            Reading(source.content[start:end], language), Location(source, Span(start, end)), None, quotation
        )
        for start, end in where
    )
    return Comparison(page, claim, passages, language)


def tried(row: dict[str, Any], name: str, *, in_text: bool = False) -> Tried | None:
    """Which errors of the speaker are told, where one is declared for a quotation, or named in the claim."""
    compared = comparison(row, name, in_text=in_text)
    if compared is None:
        return None
    told = []
    for id, rule in ERRORS.items():
        if in_text and not id.startswith("speaker"):
            continue
        assert rule.compare is not None
        told.extend(f"{id}: {found.message}" for found in rule.compare(compared))
    return Tried(row, name, told)


def others(rows: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str]]:
    """Each case with the next speaker of its text that shares no name with its own."""
    by_text: dict[str, list[str]] = {}
    for row in rows:
        by_text.setdefault(row["text_file"], []).append(row["source"])
    for row in rows:
        known = by_text[row["text_file"]]
        start = known.index(row["source"])
        own = names(row["source"])
        for name in (*known[start + 1 :], *known[:start]):
            if names(name) and not any(one in other or other in one for one in own for other in names(name)):
                yield row, name
                break


def line(name: str, found: list[Tried]) -> str:
    """A line of the table."""
    told = sum(bool(one.told) for one in found)
    share = f"{100 * told / len(found):5.1f}" if found else "    -"
    return f"| {name:60} | {len(found):5} | {told:5} | {share} |"


def holds_speaker(one: Tried) -> bool:
    """Whether the window names the declared speaker outside the content."""
    window = one.row["sentence_window"].replace(one.row["content"], " ").lower()
    return any(name in window for name in names(one.name))


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--part", choices=("tune", "score", "all"), default="all")
    parser.add_argument("--show", choices=("missed", "false"), help="print these cases in full")
    arguments = parser.parse_args()
    rows = [json.loads(text) for text in arguments.file.read_text("utf-8").splitlines()]
    rows = [row for row in rows if row.get("source")]
    in_part = [
        row for row in rows if arguments.part == "all" or (arguments.part == "tune") == is_to_tune(row)
    ]
    wanted = [row for row in in_part if row["direct"] and names(row["source"])]
    plain = [row for row in in_part if not row["direct"] and names(row["source"])]
    ids = {id(row) for row in wanted}
    started = time.process_time()
    true = [one for row in wanted if (one := tried(row, row["source"])) is not None]
    wrong = [one for row, name in others(rows) if id(row) in ids and (one := tried(row, name)) is not None]
    declared = [one for row in plain if (one := tried(row, row["source"])) is not None]
    in_text = [one for row in plain if (one := tried(row, row["source"], in_text=True)) is not None]
    spent = time.process_time() - started
    shown = {
        "missed": [one for one in wrong if not one.told],
        "false": [one for one in (*true, *declared, *in_text) if one.told],
    }
    for one in shown.get(arguments.show or "", []):
        print(f"\n{one.row['id']}\n  source: {one.row['source']!r}  declared: {one.name!r}")
        print(f"  words:  {one.row['content']!r}\n  window: {one.row['sentence_window']!r}")
        print(*(f"  {told}" for told in one.told), sep="\n")
    print("| speaker declared | cases | errors | % |\n|---|---|---|---|")
    print(line("the true one (an error is a mistake)", true))
    print(line("the true one, not named in the window", [one for one in true if not holds_speaker(one)]))
    print(line("another of the same text (an error is right)", wrong))
    print(line("another, who is named in the window too", [one for one in wrong if holds_speaker(one)]))
    print(line("another, who is not named in the window", [one for one in wrong if not holds_speaker(one)]))
    print(line("the true one, of words without marks", declared))
    print(line("the true one, named in the claim itself", in_text))
    lost = len(wanted) - len(true)
    print(f"\n{lost} cases whose words are not in their window were left out")
    print(
        f"{len(true) + len(wrong) + len(declared) + len(in_text):,} comparisons in {spent:.2f} s of CPU time"
    )
    return 0 if wanted else 1


if __name__ == "__main__":
    sys.exit(main())
