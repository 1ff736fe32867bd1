"""Dates: what the format allows, what the calendar allows, and what we refuse on purpose."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.loaders.edtf import earliest, wrong_date, wrong_day
from onrecord.view.dates import when

RIGHT = {
    "2025": (2025, 1, 1),
    "2025-04": (2025, 4, 1),
    "2025-04-17": (2025, 4, 17),
    "2024-02-29": (2024, 2, 29),
    "2000-02-29": (2000, 2, 29),
    "2025-04-17T10:30:00": (2025, 4, 17),
    "2025-04-17T10:30:00Z": (2025, 4, 17),
    "2025-04-17T10:30:00+05:30": (2025, 4, 17),
    "2025?": (2025, 1, 1),
    "2025-04~": (2025, 4, 1),
    "2025-04-17%": (2025, 4, 17),
    "201X": (2010, 1, 1),
    "20XX": (2000, 1, 1),
    "2025-XX": (2025, 1, 1),
    "2025-04-XX": (2025, 4, 1),
    "2025-XX-XX": (2025, 1, 1),
    "2025-21": (2025, 3, 1),
    "2025-24?": (2025, 12, 1),
    "-0044": (-44, 1, 1),
    "-0044-03-15": (-44, 3, 15),
    "2024/2025": (2024, 1, 1),
    "2024-11/2025-02-03": (2024, 11, 1),
    "2025/2025-04": (2025, 1, 1),
    "2025-04/2025": (2025, 4, 1),
    "2025-24/2026-01": (2025, 12, 1),
    "2025~/2026?": (2025, 1, 1),
    "2021-08/..": (2021, 8, 1),
    "../2021-08": (2021, 8, 1),
    "2021-08/": (2021, 8, 1),
    "/2021-08": (2021, 8, 1),
}
WRONG = [
    *(
        "",
        "25",
        "2025-4",
        "2025/04/17",
        "17.04.2025",
        "April 2025",
        "2025-00",
        "2025-13",
        "2025-25",
        "2025-04-00",
    ),
    *("2025-04-31", "2025-02-29", "1900-02-29", "0000", "0000-01-01", "2025-04-17 10:30", "2025-04-17T10:30"),
    *(
        "2025-04-17T24:00:00",
        "2025-04-17T10:60:00",
        "2025-04T10:30:00",
        "2025-XX-04",
        "201X-04",
        "2X25",
        "XXXX",
    ),
    *(
        "2025-21-04",
        "2025??",
        "?2025",
        "../..",
        "/",
        "..",
        "/..",
        "2025/2024",
        "2025-05/2025-04",
        "2024/2025/2026",
    ),
    *(
        "2025-02-30/..",
        "2025 ",
        " 2025",
        "2025\n",
        "２０２５",
        "٢٠٢٥",
        "Y17000",
        "12025",
        "--0044",
        "2025-04-17?/x",
        "2" * 99,
    ),
]


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    assert wrong_date(text) == ""
    assert earliest(text) == RIGHT[text]


@pytest.mark.parametrize("text", WRONG)
def test_wrong(text: str) -> None:
    assert wrong_date(text)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_can_be_printed(text: str) -> None:
    assert when(text).order < (99999, 0, 0)


@given(st.dates())
def test_every_day_of_the_calendar(day: date) -> None:
    assert wrong_day(day.isoformat()) == ""
    assert wrong_date(day.isoformat()) == ""
    assert earliest(day.isoformat()) == (day.year, day.month, day.day)


@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32))
def test_no_other_day(year: int, month: int, day: int) -> None:
    try:
        date(year, month, day)
    except ValueError:
        assert wrong_day(f"{year:04}-{month:02}-{day:02}")


@pytest.mark.parametrize("text", ["2025", "2025-04", "2025-04-31", "2025-04-17T10:30:00Z", "2025-04-17?", ""])
def test_not_a_day(text: str) -> None:
    assert wrong_day(text)


@given(st.text(st.sampled_from("0129-/.?~%XT:Z+Y "), max_size=24))
def test_any_text_is_right_or_wrong(text: str) -> None:
    if not wrong_date(text):
        earliest(text)
        assert when(text).words
