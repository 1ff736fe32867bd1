"""The axis of a timeline: what a date can mean, where it stands, and that nothing overlaps."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from onrecord.view.axis import FEWEST, HALF, LANE, MOST_LANES, Axis, Dated, Sign, axis, reach

CLUSTERS = [
    Dated(1, "2021", "stated"),
    Dated(2, "2021-08", "stated"),
    Dated(3, "2021-08/..", "stated"),
    Dated(4, "2024", "stated"),
    Dated(5, "2025-04", "stated"),
    Dated(6, "2025-07-03?", "inferred"),
    Dated(7, "2025-07-04?", "inferred"),
]


def drawn(*dates: str) -> Axis:
    made = axis([Dated(number, date, "stated") for number, date in enumerate(dates, 1)])
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2025-07-04", 1),
        ("2025-07-04?", 1),
        ("2024-02", 29),
        ("2023-12", 31),
        ("2024", 366),
        ("2025-21", 92),
        ("2025-24", 90),
        ("199X", 3652),
        ("19XX", 36524),
        ("2025-XX-XX", 365),
        ("2025-07-XX", 31),
        ("2024-02/2024-03", 60),
        ("-0044-03-15", 1),
    ],
)
def test_all_days_that_a_date_can_mean(date: str, days: int) -> None:
    found = reach(date)
    assert found is not None
    assert found.first is not None
    assert found.after is not None
    assert found.after - found.first == days


def test_an_open_end_is_open() -> None:
    since, until = reach("2021-08/.."), reach("../2021")
    assert since is not None
    assert until is not None
    assert (since.after, until.first) == (None, None)


@pytest.mark.parametrize("date", ["", "last week", "2025-13", "2025-02-30", "../..", "/", "2021/b", "b/2021"])
def test_an_unknown_date_has_no_place(date: str) -> None:
    assert reach(date) is None


def test_few_dates_need_no_axis() -> None:
    dated = [Dated(number, f"20{number}0", "stated") for number in range(1, FEWEST)]
    assert axis(dated) is None
    assert axis([*dated, Dated(9, "last week", "stated")]) is None
    assert axis([Dated(number, "2025-07-04", "stated") for number in range(5)]) is None


def test_a_crowd_is_not_drawn() -> None:
    crowd = [Dated(number, "2025-07-04", "stated") for number in range(MOST_LANES + 1)]
    assert axis([*crowd, Dated(99, "2020", "stated")]) is None
    assert axis([*crowd[1:], Dated(99, "2020", "stated")]) is not None


def test_time_is_to_scale() -> None:
    first, middle, last = drawn("2001-01-01", "2011-01-01", "2021-01-01").signs
    assert middle.x - first.x == pytest.approx(last.x - middle.x, abs=0.05)


def test_a_year_is_a_line_and_a_day_is_none() -> None:
    year, day, _ = drawn("2021", "2022-06-01", "2025").signs
    assert year.right - year.left > 15
    assert day.right - day.left < 0.1
    assert year.x == pytest.approx((year.left + year.right) / 2, abs=0.02)


def test_an_open_end_has_an_arrow_to_the_edge() -> None:
    until, since, _ = drawn("../2021", "2023/..", "2025").signs
    assert (until.opens, until.left, until.x) == ("before", 5.0, until.right)
    assert (since.opens, since.right, since.x) == ("after", 95.0, since.left)


def extent(sign: Sign) -> tuple[float, float]:
    return min(sign.left, sign.x - HALF), max(sign.right, sign.x + HALF)


def test_nothing_overlaps_on_the_narrowest_screen() -> None:
    made = axis(CLUSTERS)
    assert made is not None
    assert [sign.number for sign in made.signs] == [1, 2, 3, 4, 5, 6, 7]
    for one, other in combinations(made.signs, 2):
        if one.y == other.y:
            assert extent(one)[1] <= extent(other)[0] or extent(other)[1] <= extent(one)[0]
        else:
            assert abs(one.y - other.y) >= LANE
    assert all(0 < sign.y < made.line < made.height for sign in made.signs)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (("2021", "2024", "2025-07-04"), ["2021", "2022", "2023", "2024", "2025"]),
        (("2025-01", "2025-03", "2025-06-30"), ["Jan 2025", "Mar 2025", "May 2025", "Jul 2025"]),
        (("2025-06-29", "2025-07-01", "2025-07-02"), ["29 Jun", "30 Jun", "1 Jul", "2 Jul", "3 Jul"]),
        (("-0500", "0100", "1000"), ["-500", "0", "500", "1000"]),
    ],
)
def test_ticks_are_whole_and_named(dates: tuple[str, ...], words: list[str]) -> None:
    ticks = drawn(*dates).ticks
    assert [tick.words for tick in ticks] == words
    assert all(5 <= tick.x <= 95 for tick in ticks)
    assert all(after.x - before.x > 10 for before, after in pairwise(ticks))
