"""The hint after a miss: an edited quotation leads to its passage, an invented one to none."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dam import REPORT, write_project
from onrecord.closest import NEAR, Closest, caseless, closest
from onrecord.model import Source
from onrecord.text import Location, Scalar, Text

ROOT = Path(__file__).parent.parent
ARTICLE = (ROOT / "seeds" / "000_a6a44bd857a37829.txt").read_bytes().decode("utf-8")
FACTS = Text("facts/example.yml", "")
WORDS = [
    *("river", "valley", "council", "autumn", "letter", "engineer", "bridge", "spring", "harbour"),
    *("lantern", "copper", "meadow", "signal", "ledger", "winter", "quarry", "timber", "village"),
    *("market", "orchard", "railway", "granite", "pasture", "chapel", "weather", "beacon", "furrow"),
    *("cellar"),
]
PASSAGES = [
    "The dam was built in 1962 and holds back 2,100 tons of water.",
    "In May, the committee examined it and found no cracks.",
    "It is not true that the wall leaks in autumn.",
    "Until the gate is mended, the clerk will not fill the lake.",
]
INVENTED = [
    "Engineers from three countries praised the dam as a model for the region.",
    "The mayor promised that nobody would ever have to leave the valley again.",
    "Experts agree that the structure is beyond repair and must be torn down at once.",
    "Local fishermen complained about the noise of the turbines during the night.",
    "An earthquake in 1971 moved the foundation by several inches to the east.",
    "The minister said that the money had been spent on roads and schools instead.",
    "Satellite pictures show that the lake has lost half of its water since spring.",
    "A museum about the workers will open its doors to visitors next summer.",
    "The European Union announced that it would follow suit and open an embassy.",
    "President Xi Jinping congratulated both sides on what he called a historic day.",
    "Most Afghans interviewed in the capital said they had not heard of the decision.",
    "The treaty also covers extradition, fishing rights and the exchange of students.",
]


def scalar(value: str) -> Scalar:
    return Scalar(value, FACTS, 0, len(value))


def source(content: str | None) -> Source:
    text = None if content is None else Text("seeds/report.txt", content)
    name = scalar("report")
    return Source(id=name, file=name, sha256=name, title=name, at=Location(FACTS), text=text)


def passage(found: Closest | None) -> str:
    assert found is not None
    assert found.source.text is not None
    return found.source.text.content[slice(*found.span)]


def filler(characters: int, seed: int) -> str:
    rng = random.Random(seed)
    paragraphs, size = [], 0
    while size < characters:
        sentences = [
            " ".join(rng.choice(WORDS) for _ in range(rng.randint(6, 20))).capitalize() + "."
            for _ in range(4)
        ]
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def in_long_text(characters: int) -> str:
    half = filler(characters // 2, 1)
    return f"{half}\n\n{REPORT}\n{filler(characters // 2, 2)}"


def dropped(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(words))
    return words[:at] + words[at + 1 :]


def added(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(words))
    return [*words[:at], rng.choice(["really", "not", "former", "certainly"]), *words[at:]]


def swapped(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(words) - 1)
    return [*words[:at], words[at + 1], words[at], *words[at + 2 :]]


def mistyped(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(words))
    letter = rng.randrange(len(words[at]))
    return [
        *words[:at],
        words[at][:letter] + rng.choice("aeioust") + words[at][letter + 1 :],
        *words[at + 1 :],
    ]


def replaced(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(words))
    return [*words[:at], rng.choice(WORDS), *words[at + 1 :]]


EDITS: list[Callable[[list[str], random.Random], list[str]]] = [dropped, added, swapped, mistyped, replaced]


def overlap(found: Closest, start: int, end: int) -> float:
    inside = max(0, min(found.span.end, end) - max(found.span.start, start))
    return inside / (max(found.span.end, end) - min(found.span.start, start))


def article_sentences() -> list[str]:
    lines = [line for line in ARTICLE.split("\n") if len(line) > 60 and ARTICLE.count(line) == 1]
    parts = [part for line in lines for part in line.split(". ") if 50 <= len(part) <= 300]
    assert len(parts) > 12
    return parts


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_an_edited_quotation_leads_to_its_passage(edit: Callable[..., list[str]]) -> None:
    rng = random.Random(7)
    right = total = 0
    for content, quotations in ((ARTICLE, article_sentences()), (in_long_text(60_000), PASSAGES)):
        of = source(content)
        for quotation in quotations:
            for _ in range(5):
                found = closest(" ".join(edit(quotation.split(" "), rng)), of)
                at = content.index(quotation)
                total += 1
                right += found is not None and found.is_near and overlap(found, at, at + len(quotation)) > 0.8
    assert right >= 0.95 * total, f"{right} of {total}"


@pytest.mark.parametrize(
    "content", [REPORT, ARTICLE, in_long_text(60_000)], ids=["report", "article", "long"]
)
def test_an_invented_quotation_is_near_nothing(content: str) -> None:
    of = source(content)
    scores = {quotation: found.score for quotation in INVENTED if (found := closest(quotation, of))}
    assert max(scores.values(), default=0) < NEAR - 0.1, scores


@settings(max_examples=60)
@given(st.sampled_from(PASSAGES), st.sampled_from(["\u00a0", "  ", "\n", "\u2009"]), st.booleans())
def test_type_and_case_make_no_difference(quotation: str, other: str, shout: bool) -> None:
    typed = quotation.replace(" ", other)
    found = closest(typed.upper() if shout else typed, source(REPORT))
    assert passage(found) == quotation
    assert found is not None
    assert found.score == 1


@given(st.text(max_size=80), st.text(max_size=400))
def test_any_text_gives_a_span_or_nothing(words: str, content: str) -> None:
    found = closest(words, source(content))
    if found is not None:
        assert 0 <= found.span.start < found.span.end <= len(content)
        assert 0 < found.score <= 1


@settings(max_examples=30)
@given(st.sampled_from(["a", "ab", "abc", "hello", "大坝"]), st.integers(1, 60), st.integers(1, 4000))
def test_repetitive_texts_come_to_an_end(unit: str, few: int, many: int) -> None:
    found = closest(unit * few + "x", source(unit * many))
    assert found is None or found.span.end <= len(unit) * many


def test_a_long_repetitive_text_comes_to_an_end() -> None:
    """Where similarity alone would take hours."""
    assert closest("a" * 599 + "b", source("a" * 1_000_000)) is not None
    closest("hellp " * 100, source("hello " * 200_000))


@pytest.mark.parametrize("characters", [20_000, 400_000])
def test_in_a_long_text_the_right_place_is_found(characters: int) -> None:
    content = in_long_text(characters)
    found = closest("In May, the committee examined it and saw no cracks.", source(content))
    assert passage(found) == "In May, the committee examined it and found no cracks."


def test_of_a_long_quotation_the_whole_is_found() -> None:
    content = in_long_text(60_000)
    paragraphs = content.split("\n\n")
    long = " ".join(paragraphs[40:48])
    assert len(long) > 2000
    found = closest(long.replace("river", "stream", 1), source(content))
    start = content.index(paragraphs[40])
    assert found is not None
    assert overlap(found, start, start + len(long)) > 0.95


def test_in_a_script_without_spaces_the_passage_is_found() -> None:
    rng = random.Random(3)
    content = (
        "".join(chr(rng.randrange(0x4E00, 0x5FFF)) for _ in range(20_000))
        + "大坝在一九六二年建成并且十分安全"
    )
    assert (
        passage(closest("大坝在一九七二年建成并且十分安全", source(content)))
        == "大坝在一九六二年建成并且十分安全"
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Committee found that the dam is safe.", "The committee found that the dam was safe."),
        ("The committee found the dam was safe", "The committee found that the dam was safe"),
        ("found that the dam is safe", "found that the dam was safe"),
        ("The wall is sound, but the gate stuck.", "The wall is sound, but the gate sticks."),
        ("In June, the gate was opened", "In June, the gate was opened"),
    ],
)
def test_a_sentence_is_shown_whole_and_a_part_as_a_part(typed: str, printed: str) -> None:
    assert passage(closest(typed, source(REPORT))) == printed


def test_a_passage_stays_in_its_paragraph() -> None:
    content = "The gate was opened by hand.\n\nThe gate was never opened by hand again, wrote the clerk."
    found = passage(closest("The gate was always opened by hand again, wrote the clerk.", source(content)))
    assert found == "The gate was never opened by hand again, wrote the clerk."


@pytest.mark.parametrize(
    ("words", "content"), [("", REPORT), (" \n ", REPORT), ("\u200b", REPORT), ("abc", ""), ("abc", None)]
)
def test_nothing_is_like_nothing(words: str, content: str | None) -> None:
    assert closest(words, source(content)) is None


@given(st.text())
def test_small_letters_keep_their_places(text: str) -> None:
    assert len(caseless(text)) == len(text)


def test_the_library_for_similarity_is_loaded_only_where_texts_differ(tmp_path: Path) -> None:
    write_project(tmp_path, {})
    program = (
        "import sys, pathlib, onrecord.app\n"
        "outcome = onrecord.app.check_project(pathlib.Path(sys.argv[1]))\n"
        "assert not outcome.summary.errors\n"
        "sys.exit('rapidfuzz' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert done.returncode == 0
