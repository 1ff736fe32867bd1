"""The browser's implementation of folding and finding comes to what the first one comes to, text for text."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from browser.building import served
from browser.sources import AT, scalar, source
from onrecord.exports.assets import FOLDER
from onrecord.fold import Folded, fold
from onrecord.languages import language_of
from onrecord.lookup import Lookup, Words
from onrecord.match import match
from onrecord.model import Quotation, Source
from onrecord.outcome import Match, Reason
from onrecord.scripts import is_unspaced
from onrecord.text import Span, Text
from onrecord.view.rerun import Rerun, rerun

# fmt: off
PIECES = [
    "the dam", "The dam", "of Ashby", "and", "gate", "It found no cracks", "said", "they", "it", "not",
    "a", "A", "35\u00a0000", "35 000 tons", "100", "2,100", "5 million", "-5", "\u22125",
    "\u22125 degrees", "5%", "\u20ac7", "$ 7", "<5", "1990\u20131995", "0.42", "7\u00b2", "\u2460",
    "\u00bd", "A.B", "p.m.5", "No. 5", "/", "&", "+", "~", "\u201cgate\u201d", "'gate'", "\u2019s",
    "don\u2019t", "\u00ab gate \u00bb", "\u00abgate\u00bb", "\u2039 a \u203a", "\u300c\u95d8\u95e8\u300d",
    "consti-\ntutional", "cross-\r\nvalidation", "long-\n", "well-known", "a-\nb", "x- \n y", "\u2010\n",
    "\u00ad\n", "govern\u00adment", "in\u200bvisible", "\ufeff", "\U000e0061", "a \u2014 b", "--", "---",
    "a--b", " - ", " \u2013 ", "\u2013", "\u2014", "\u2015", "-", "caf\u00e9", "cafe\u0301", "\u212b",
    "e\u0323\u0301", "\u0345\u0301", "\u1100\u1161\u11a8", "\u0915\u093c", "\u0f71\u0f72", "\u0f73",
    "\ufb01rst", "e\ufb03cient", "\uff12\uff10", "\uff76\uff9e", "\uff21\uff22", "\ufdfa", "\ufee1",
    "*very*", "**very** clear", "***", "*", "a*b", "* item", "\u2026", "...", ". . .", ".\u00a0.\u00a0.",
    "....", "\u22ef", "[...]", "[\u2026]", "[sic]", "[they]", "[T]he", " ", "  ", "\n", "\n\n", "\r\n",
    "\r\n\r\n", "\r", "\t", "\u00a0", "\u202f", "\u3000", "\x1c", "\x85", "\u2028", ". ", ", ", "; ",
    "? ", "\u4e2d\u6587", "\u59d4\u5458\u4f1a", "\u5927\u575d\n\u662f",
    "\u0e40\u0e02\u0e37\u0e48\u0e2d\u0e19", "\u0642\u0627\u0644\u062a", "\u0627\u0644\u0633\u062f",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u05d4\u05e1\u05db\u05e8", "\U0001f600",
    "\U0001f468\u200d\U0001f469", "\U0001d400", "\U00020000", "\U00010428", "\u0130", "\u01c5", "_", "@",
    "#", "\u0947", "\u20e3", "\u1d43", "\u2167", "x" * 90, "\u0301" * 70, "\u00b7", "\u2044", "\u00b0",
]
# fmt: on


@pytest.fixture(scope="module")
def bench(browser: Browser) -> Iterator[Page]:
    """A page that has the modules at hand as ``fold`` and ``find``."""
    with served(FOLDER) as address:
        page = browser.new_page()
        page.goto(address)
        page.evaluate("async () => Object.assign(window, await import('/fold.js'), await import('/find.js'))")
        yield page
        page.close()


# Characters

ASSIGNED = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) not in ("Cn", "Cs")]
KINDS: dict[str, Callable[[str], bool]] = {
    "isAlnum": str.isalnum,
    "isAlpha": str.isalpha,
    "isDigit": str.isdigit,
    "isLower": str.islower,
    "isUpper": str.isupper,
    "isSpace": str.isspace,
    "isMark": lambda char: unicodedata.category(char)[0] == "M",
    "isCurrency": lambda char: unicodedata.category(char) == "Sc",
    "isUnspaced": is_unspaced,
    "combines": lambda char: unicodedata.combining(char) != 0,
}

CHANGED = "\u0295\u10fc\ua7f2\ua7f3\ua7f4\uab69"
"""Small letters to one version of Unicode and not to another."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_character_is_of_the_same_kind(bench: Page, kind: str) -> None:
    """Of those that this Python's Unicode knows; the browser's may be newer."""
    there = """(kind) => Array.from({length: 0x110000}, (_, code) => code)
        .filter((code) => (code < 0xd800 || code > 0xdfff) && window[kind](String.fromCodePoint(code)))"""
    found = set(map(chr, bench.evaluate(there, kind)))
    assert {char for char in ASSIGNED if (char in found) != KINDS[kind](char)} <= set(CHANGED)


# Folding

SEEDED = 2000
MADE = 150


def seeded_texts(number: int, seed: int, longest: int = 25) -> list[str]:
    choose = Random(seed)
    texts = []
    for _ in range(number):
        pool = PIECES if choose.random() < 0.6 else [*choose.sample(PIECES, 8), " ", "the dam", "gate"]
        space = choose.choice(("", " "))
        texts.append(space.join(choose.choices(pool, k=choose.randint(1, longest))))
    return texts


def made_by_hypothesis(strategy: st.SearchStrategy[Any], number: int) -> list[Any]:
    made: list[Any] = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value: Any) -> None:
        made.append(value)

    collect()
    return made


ANY_TEXT = (
    st.lists(
        st.one_of(
            st.sampled_from(PIECES),
            st.text(st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0"), max_size=6),
        ),
        min_size=1,
        max_size=12,
    )
    .map("".join)
    .filter(bool)
)

FOLD_THERE = """(texts) => texts.map(([raw, authored]) => {
    const folded = fold(raw, authored);
    const points = new Points(raw);
    const places = [];
    for (let at = 0; at < folded.text.length; at += after(folded.text, at).length) {
        const end = at + after(folded.text, at).length;
        places.push(folded.rawSpan(at, end).map((unit) => points.toPoint(unit)));
    }
    return [folded.text, places, folded.text ? folded.used(0, folded.text.length) : []];
})"""


def fold_here(raw: str, authored: bool) -> list[Any]:
    folded: Folded = fold(raw, authored=authored)
    places = [list(folded.raw_span(at, at + 1)) for at in range(len(folded.text))]
    used = folded.used(0, len(folded.text)) if folded.text else []
    return [folded.text, places, [list(one) for one in used]]


def test_every_text_folds_to_the_same_from_the_same_places(bench: Page) -> None:
    texts = seeded_texts(SEEDED, 16) + made_by_hypothesis(ANY_TEXT, MADE)
    cases = [[text, authored] for text in texts for authored in (False, True)]
    there = bench.evaluate(FOLD_THERE, cases)
    here = [fold_here(*case) for case in cases]
    assert [told for told in zip(cases, here, there, strict=True) if told[1] != told[2]][:3] == []
    assert len(cases) >= 2 * (SEEDED + MADE) - 200


# Places

FIND_THERE = "(cases) => cases.map(([content, quotation]) => find(content, quotation))"


def places_here(content: str, words: str) -> list[Any]:
    """Every place of ``words`` that cuts nothing, by folding the whole text."""
    lookup = Lookup(Text("seeds/x.txt", content))
    assert lookup.folded is not None
    english = language_of("en")
    assert english is not None
    places = [place for place in lookup.places(Words(words)) if not place.is_cut(english.magnitudes)]
    return [[list(place.span)] for place in places]


def slices(texts: list[str], seed: int) -> list[tuple[str, str]]:
    """Each text with a stretch of it, some as an author would type it, some of another text."""
    choose = Random(seed)
    cases = []
    for text in texts:
        start = choose.randrange(len(text))
        end = choose.randint(start + 1, min(len(text), start + 60))
        if choose.random() < 0.5:
            start, end = text.rfind(" ", 0, start) + 1, text.find(" ", end) % (len(text) + 1)
        words = text[start:end] if choose.random() < 0.9 else choose.choice(PIECES)
        if choose.random() < 0.4:
            words = fold(words).text.replace("\u2014", "--")
        cases.append((text, words))
    return cases


def test_any_words_stand_in_the_same_places(bench: Page) -> None:
    texts = seeded_texts(SEEDED, 61, 40) + made_by_hypothesis(ANY_TEXT, MADE)
    cases = slices(texts, 7)
    english = language_of("en")
    assert english is not None
    asked = [
        [content, {"stretches": [words], "magnitudes": sorted(english.magnitudes)}]
        for content, words in cases
    ]
    there = [[one["spans"] for one in found] for found in bench.evaluate(FIND_THERE, asked)]
    here = [places_here(*case) for case in cases]
    wrong = [told for told in zip(cases, here, there, strict=True) if told[1] != told[2]]
    assert wrong[:3] == []
    assert sum(map(bool, here)) > len(here) / 3
    assert sum(len(one) > 1 for one in here) > 50


# Whole quotations

NOUNS = ["the dam", "the old gate", "the keeper", "Ashby", "the spring flood", "the committee", "the letter"]
VERBS = ["saw", "praised", "measured", "mentioned", "described", "photographed", "remembered", "painted"]
TYPESETTING = [
    *(
        (" ", "\u00a0"),
        (" ", "\n"),
        (" ", "\r\n"),
        (" ", "  "),
        ("'", "\u2019"),
        ('"', "\u201c"),
        ("fi", "\ufb01"),
    ),
    *(("mea", "mea-\n"), ("pho", "pho\u00ad"), ("keeper", "*keeper*"), ("the", "t\u200bhe"), ("-", "\u2013")),
]
QUOTED = 4000


def sentence(choose: Random) -> str:
    one, other = choose.choices(NOUNS, k=2)
    who = choose.choice((one, "it", "they", one))
    end = choose.choice(
        ("", " in 1990-95", " (says the clerk)", ", \U0001d400 and all", " of 5 million", ' as "good"')
    )
    made = f"{who} {choose.choice(VERBS)} {other} beside {choose.choice(NOUNS)}{end}."
    return made[0].upper() + made[1:]


def printed(plain: str, choose: Random) -> str:
    """A text as a printer might set it."""
    for typed, set_as in choose.sample(TYPESETTING, choose.randint(0, 4)):
        parts = plain.split(typed)
        plain = parts[0] + "".join(choose.choice((typed, typed, set_as)) + part for part in parts[1:])
    return plain


def edited(words: str, choose: Random) -> str:
    """A quotation with what editors do: ellipses, glosses, another first letter."""
    parts = words.split(" ")
    if choose.random() < 0.4 and len(parts) > 6:
        at = choose.randint(2, len(parts) - 3)
        parts[at : at + choose.randint(1, 3)] = [choose.choice(("...", "\u2026", "[...]", ". . ."))]
    for at, part in enumerate(parts):
        if part in ("it", "they", "It", "They") and choose.random() < 0.7:
            parts[at] = choose.choice(("[the keepers]", f"{part} [the keepers]"))
    if choose.random() < 0.1:
        parts[-1] = parts[-1][:-1] if choose.random() < 0.5 else "nowhere"
    if choose.random() < 0.2 and parts[0][0].isalpha():
        parts[0] = f"[{parts[0][0].swapcase()}]{parts[0][1:]}"
    return " ".join(parts)


def quotations(number: int, seed: int) -> Iterator[tuple[Source, Quotation]]:
    choose = Random(seed)
    for count in range(number):
        paragraphs = [
            " ".join(sentence(choose) for _ in range(choose.randint(1, 4)))
            for _ in range(choose.randint(1, 4))
        ]
        plain = choose.choice(paragraphs).split(" ")
        start = choose.randrange(max(1, len(plain) - 3))
        end = choose.randint(start + 3, start + 14)
        content = "\n\n".join(printed(paragraph, choose) for paragraph in paragraphs)
        kept: dict[str, Any] = {}
        if choose.random() < 0.25:
            kept["prefix"] = scalar(" ".join(plain[max(0, start - 3) : start]) or "said")
        if choose.random() < 0.25:
            kept["suffix"] = scalar(" ".join(plain[end : end + 3]) or "said")
        if choose.random() < 0.1:
            kept["line"] = scalar(str(choose.randint(1, 3)))
        words = edited(" ".join(plain[start:end]), choose)
        yield source(f"s{count}", content), Quotation(scalar(words), None, AT, **kept)


def asked_of(made: Rerun) -> dict[str, Any]:
    """A quotation as the page hands it to the browser."""
    wanted: dict[str, Any] = json.loads(made.json())["quotation"]
    return wanted


def test_what_was_found_is_found_again_and_nothing_else(bench: Page) -> None:
    counted: Counter[str] = Counter()
    asked, expected = [], []
    for found_in, quotation in quotations(QUOTED, 99):
        assert found_in.text is not None
        outcome = match(quotation, found_in.text, Lookup(found_in.text), language_of("en"))
        spans, foldings = (
            (outcome.spans, outcome.foldings) if isinstance(outcome, Match) else ((Span(0, 1),), ())
        )
        made = rerun(quotation, found_in, spans, foldings)
        if isinstance(outcome, Match):
            assert made is not None
            counted["found"] += 1
            counted["found in pieces"] += len(made.quotation.stretches) > 1
            counted["with a bracket"] += any(
                (*filter(None, made.quotation.between), made.quotation.before, made.quotation.after)
            )
            counted["with foldings"] += bool(foldings)
            line = found_in.text.position(spans[0].start).line
            expected.append(
                [{"spans": [list(span) for span in spans], "line": line, "foldings": list(foldings)}]
            )
            asked.append([found_in.text.content, asked_of(made)])
        elif made is not None and len(made.quotation.stretches) == 1 and outcome.reason in COUNTS:
            counted[outcome.reason] += 1
            told = asked_of(made) | ({"line": int(quotation.line)} if quotation.line else {})
            expected.append(COUNTS[outcome.reason])
            asked.append([found_in.text.content, told])
    there = bench.evaluate(FIND_THERE, asked)
    wrong = [
        (question, said, found)
        for question, said, found in zip(asked, expected, there, strict=True)
        if (found != said if isinstance(said, list) else (min(len(found), 2) != said))
    ]
    assert wrong[:2] == []
    assert all(times > 20 for times in counted.values()), counted
    assert len(counted) == 4 + len(COUNTS), counted


COUNTS = {Reason.NOT_FOUND: 0, Reason.CUT_INSIDE_WORD: 0, Reason.WRONG_NEIGHBOURS: 0, Reason.AMBIGUOUS: 2}
