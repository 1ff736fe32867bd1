"""A quotation ends where a word, a number or a sign ends."""

from __future__ import annotations

import pytest

from onrecord.boundaries import cuts_at_end, cuts_at_start

MAGNITUDES = frozenset({"million", "percent"})

# The quotation stands between the bars.
CUT_AT_START = [
    "in|effective",
    "2,|100 people",
    "0|.5 per cent",
    "-|0.42 degrees",
    "\u2212|5 degrees",
    "\u2013|5 degrees",
    "$|7 billion",
    "US|$7 billion",
    "-|$7",
    "\u2265|12 years",
    "p < |0.05",
    "\u00b1 |0.3",
    "\u20ac |50",
    "35 |000 tons",
    "1990-|1995",
    "10:|30",
    "1/|2",
    "cross-|validation",
    "O'|Brien",
    "don'|t",
    "AT&|T",
    "and/|or",
    "U.|S. troops",
    "me@|example.com",
    "COVID-|19",
    "x|\u00b2 is",
    "#|5",
    "\u00a7 |12",
    "B|12",
]
CUT_AT_END = [
    "ineffect|ive",
    "2|,100",
    "2|.5",
    "5|%",
    "5 |%".replace(" |", "| "),
    "5|\u00b0C",
    "20|\u20ac",
    "35| 000 tons",
    "$7| million",
    "5| percent",
    "1990|-1995",
    "10|:30",
    "5| \u00b1 0.3",
    "65|+",
    "the Taliban|'s ambassador",
    "ISIS|-K",
    "long|- and short-term",
    "CO|\u2082",
    "m|\u00b2",
    "AT|&T",
    "U|.S.",
    "example|.com",
    "C|++",
    "F|#",
    "a \u00d7|5",
    "$|7",
    "<| 0.05",
]
WHOLE_AT_START = [
    "It is |effective",
    "(|effective",
    "\u201c|effective",
    "'|effective",
    "In 2020 |100 people",
    "A total of |100",
    "the end.|The next",
    "\u4e2d|\u6587",
    "iPhone|\u3092",
    "word \u2014 |5 more",
    "word\u2014|which",
    "word\n|word",
    "|word",
    "so, |5 of",
    "on page:|five",
]
WHOLE_AT_END = [
    "effective| in",
    "effective|, but",
    "effective|.",
    "in 2021|.",
    "in 2021|, when",
    "in 2021| when",
    "the 5| millions",
    "word|\u2014which",
    "word| \u2014 which",
    "\u4e2d|\u6587",
    "word|\nword",
    "word|",
    "(word|)",
    "the end|.The next",
    "the boys|' club",
    'said."| He',
]


@pytest.mark.parametrize("text", CUT_AT_START)
def test_cut_at_the_start(text: str) -> None:
    before, after = text.split("|")
    assert cuts_at_start(before + after, len(before))


@pytest.mark.parametrize("text", WHOLE_AT_START)
def test_whole_at_the_start(text: str) -> None:
    before, after = text.split("|")
    assert not cuts_at_start(before + after, len(before))


@pytest.mark.parametrize("text", CUT_AT_END)
def test_cut_at_the_end(text: str) -> None:
    before, after = text.split("|")
    assert cuts_at_end(before + after, len(before), MAGNITUDES)


@pytest.mark.parametrize("text", WHOLE_AT_END)
def test_whole_at_the_end(text: str) -> None:
    before, after = text.split("|")
    assert not cuts_at_end(before + after, len(before), MAGNITUDES)
