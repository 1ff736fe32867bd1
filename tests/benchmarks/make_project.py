"""Make a project of any size to measure with: ``python make_project.py FOLDER CLAIMS``.

Each claim has a source of its own, some 4.4 KB of English-like text with the typography that printed texts
have, and one quotation from it, typed as people type: straight marks, plain spaces, hyphens. Every quotation
is in its source, so a check of the project finds nothing. The same size and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

CLAIMS_IN_A_FILE = 25
SOURCE_BYTES = 4200
SEED = 2026

# fmt: off
PEOPLE = [
    "the mayor", "the ferry crew", "the orchard keepers", "a surveyor", "the council", "two carpenters",
    "the choir", "the masons", "a gardener", "the volunteers", "the parish", "both lock keepers",
    "the rowing club", "an architect",
]
THINGS = [
    "bridge", "harbour", "market hall", "water tower", "school roof", "railway arch", "town library",
    "stone quarry", "river path", "bell tower", "grain store", "tram depot", "village green", "paper mill",
    "ferry landing", "glass house", "signal box", "sea wall",
]
ADJECTIVES = [
    "old", "narrow", "northern", "wooden", "busy", "quiet", "new", "public", "eastern", "painted", "lower",
    "upper", "long", "broad", "western", "brick",
]
VERBS = [
    "repaired", "measured", "opened", "painted", "visited", "restored", "lengthened", "lit", "cleared",
    "rebuilt", "moved", "bought", "mapped", "fenced",
]
BEGINNINGS = [
    "Alder", "Brack", "Corn", "Dun", "East", "Farrow", "Garth", "Hollin", "Ivel", "Kelder", "Low", "Marl",
    "Nether", "Oak", "Penn", "Quarn", "Ravel", "Stone", "Thorn", "Under", "Vale", "Whin", "Yarrow",
]
ENDINGS = [
    "moor", "water", "ley", "mere", "holm", "hill", "end", "bay", "stone", "marsh", "wick", "ford", "combe",
    "dale", "bridge", "thorpe",
]
REASONS = [
    "to make room for the spring fair", "with timber from the valley", "after the long winter",
    "for the summer season", "with stone from the upper quarry", "during the autumn holidays",
    "at the request of the neighbours",
]
MONTHS = ["January", "March", "April", "June", "July", "September", "October", "December"]
# fmt: on
KEYBOARD = str.maketrans(
    {"\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "--", "\u00a0": " "}
)


class Statement(NamedTuple):
    """A quotation as its author typed it, and the id of the source that holds it."""

    quotation: str
    source: str


def make_project(root: Path, claims: int, seed: int = SEED) -> list[Statement]:
    """Write ``facts/`` and ``seeds/`` with that many claims below ``root``; give back what is quoted."""
    (root / "facts").mkdir(parents=True)
    (root / "seeds").mkdir()
    choose = random.Random(seed)
    statements = []
    for number in range(1, claims + 1):
        source = f"report-{number:06}"
        text, sentence = _source(choose)
        _write_source(root / "seeds", source, text)
        statements.append(Statement(sentence.translate(KEYBOARD), source))
    for first in range(0, claims, CLAIMS_IN_A_FILE):
        page = first // CLAIMS_IN_A_FILE + 1
        content = _fact_file(page, first, statements[first : first + CLAIMS_IN_A_FILE])
        (root / "facts" / f"page-{page:04}.yml").write_text(content, "utf-8", newline="\n")
    return statements


def make_explainers(root: Path, explainers: int, claims: int = 20, seed: int = SEED) -> None:
    """Write a project of so many whole explainers below ``root``, with an answer, sections and topics.

    Each has ``claims`` claims, half of them from each of its two sources.
    """
    (root / "facts").mkdir(parents=True)
    (root / "seeds").mkdir()
    choose = random.Random(seed)
    for number in range(1, explainers + 1):
        statements = []
        for source in (f"report-{number:05}1", f"report-{number:05}2"):
            text, sentences = _long_source(choose, claims // 2)
            _write_source(root / "seeds", source, text)
            statements += [Statement(sentence.translate(KEYBOARD), source) for sentence in sentences]
        content = _fact_file(number, 0, statements, _sections(choose, claims))
        (root / "facts" / f"page-{number:04}.yml").write_text(content, "utf-8", newline="\n")


def _long_source(choose: random.Random, sentences: int) -> tuple[str, list[str]]:
    """A text of twice as many sentences, each of which stands in it once, and every second of them."""
    printed: dict[str, None] = {}
    while len(printed) < 2 * sentences:
        printed[_sentence(choose)] = None
    listed = list(printed)
    paragraphs = [" ".join(listed[first : first + 4]) for first in range(0, len(listed), 4)]
    return "\n\n".join(paragraphs) + "\n", listed[::2]


def _sections(choose: random.Random, claims: int) -> list[str]:
    topics = ", ".join(sorted({choose.choice(THINGS).capitalize() for _ in range(2)}))
    names = [f"work-{number}" for number in range(1, claims + 1)]
    lines = [f"topics: [{topics}]", f"answer: [{names[0]}, {names[1]}]", "sections:"]
    for first in range(0, claims, 5):
        lines += [f"  - heading: Which {'more ' * (first // 5)}works?", "    body:"]
        lines += [f"      - claims: [{', '.join(names[first : first + 5])}]"]
    return lines


def _source(choose: random.Random) -> tuple[str, str]:
    """A text and one sentence that stands in it once."""
    paragraphs: list[list[str]] = []
    size = 0
    while size < SOURCE_BYTES:
        paragraph = [_sentence(choose) for _ in range(choose.randint(3, 6))]
        paragraphs.append(paragraph)
        size += sum(len(sentence.encode()) + 1 for sentence in paragraph) + 1
    text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs) + "\n"
    once = [sentence for paragraph in paragraphs for sentence in paragraph if text.count(sentence) == 1]
    quoted = choose.choice(once)
    if choose.random() < 0.25:
        text = "\n\n".join("\n".join(_wrapped(" ".join(paragraph))) for paragraph in paragraphs) + "\n"
    return text, quoted


def _sentence(choose: random.Random) -> str:
    """One sentence with numbers, and typography in most of them."""
    pick = choose.choice
    who = f"{pick(PEOPLE)} of {_place(choose)}"
    what = f"the {pick(ADJECTIVES)} {pick(THINGS)}"
    other = f"{pick(ADJECTIVES)} {pick(THINGS)}"
    place = _place(choose)
    year = choose.randint(1950, 2025)
    count = choose.randint(2, 900)
    done = pick(
        (
            f"{what} in {place} {pick(REASONS)} in {pick(MONTHS)} {year}",
            f"{what}, {count} metres of it, {pick(REASONS)}",
            f"{place}\u2019s {other} between {year}\u2013{year + 3}",
            f"{what} \u2014 the \u201c{other}\u201d of {place} \u2014 in {year}",
            f"{count}\u00a0km of {pick(ADJECTIVES)} road near {place} and {what}",
            f"{what} and the {other} of {place}, {pick(REASONS)}",
        )
    )
    return f"{who[0].upper()}{who[1:]} {pick(VERBS)} {done}."


def _place(choose: random.Random) -> str:
    return choose.choice(BEGINNINGS) + choose.choice(ENDINGS)


def _wrapped(paragraph: str, width: int = 88) -> Iterator[str]:
    line = ""
    for word in paragraph.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _write_source(folder: Path, source: str, text: str) -> None:
    content = text.encode()
    (folder / f"{source}.txt").write_bytes(content)
    metadata = (
        f"id: {source}\n"
        f"file: {source}.txt\n"
        f"sha256: {hashlib.sha256(content).hexdigest()}\n"
        f"title: Report number {int(source[-6:])} on the works of the year\n"
        "publisher: The Society for Local Works\n"
        "published: 2025-11-03\n"
        "language: en\n"
    )
    (folder / f"{source}.yml").write_text(metadata, "utf-8", newline="\n")


def _fact_file(page: int, first: int, statements: list[Statement], more: Sequence[str] = ()) -> str:
    lines = [f"title: Which works were done in district {page}?", "published: 2026-01-05"]
    lines += [f"subject: [district {page}]", *more, "claims:"]
    for number, statement in enumerate(statements, first + 1):
        lines += [
            f"  - id: work-{number}",
            f"    text: {statement.quotation}",
            "    evidence:",
            "      - quote: >-",
            f"          {statement.quotation}",
            f"        source: {statement.source}",
        ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Make the project that the command line asks for."""
    parser = argparse.ArgumentParser(description="Make a project to measure with.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("claims", type=int)
    arguments = parser.parse_args()
    make_project(arguments.folder, arguments.claims)


if __name__ == "__main__":
    main()
