"""When a watch checks again: without a clock, with states made up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.watching import Stamp, State, changes, state_of

A, B, C = Stamp(1, 10, 100), Stamp(2, 10, 100), Stamp(1, 11, 100)


class Stopped(Exception):
    """The states that were made up are used up."""


def seen(*states: State) -> list[tuple[str, ...]]:
    """What changed, as looks at ``states`` one after the other tell it."""
    looks = iter(states)
    waits = 0

    def look() -> State:
        assert waits == looked[0], "it waits before each look but the first"
        looked[0] += 1
        try:
            return next(looks)
        except StopIteration:
            raise Stopped from None

    def wait() -> None:
        nonlocal waits
        waits += 1

    looked = [0]
    return list(_until_stopped(changes(look, wait)))


def _until_stopped(told: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    try:
        yield from told
    except Stopped:
        return


@pytest.mark.parametrize(
    ("states", "told"),
    [
        ([{}], [()]),
        ([{"facts/a.yml": A}] * 4, [()]),
        ([{"facts/a.yml": A}, {"facts/a.yml": B}], [(), ("facts/a.yml",)]),
        ([{"facts/a.yml": A}, {"facts/a.yml": C}], [(), ("facts/a.yml",)]),
        ([{"facts/a.yml": A}, {}, {}, {"facts/a.yml": A}], [(), ("facts/a.yml",), ("facts/a.yml",)]),
        ([{"a": A, "b": A, "c": A}, {"a": B, "b": A, "d": A}], [(), ("a", "c", "d")]),
        ([{"a": A}, {"a": B}, {"a": B}, {"a": A}], [(), ("a",), ("a",)]),
    ],
)
def test_changes(states: list[State], told: list[tuple[str, ...]]) -> None:
    assert seen(*states) == told


def test_what_changes_during_a_check_is_seen_after_it() -> None:
    states: list[State] = [{"a": A}]
    told = changes(lambda: states[-1], lambda: None)
    assert next(told) == ()
    states.append({"a": B})
    assert next(told) == ("a",)
    states.append({"a": C})
    assert next(told) == ("a",)


def test_the_state_of_folders(tmp_path: Path) -> None:
    folders = "facts", "seeds"
    assert state_of(tmp_path, folders) == {}
    for name in folders:
        (tmp_path / name).mkdir()
    file = tmp_path / "facts" / "a.yml"
    file.write_bytes(b"one")
    first = state_of(tmp_path, folders)
    assert list(first) == ["facts/a.yml"]
    assert state_of(tmp_path, folders) == first
    file.write_bytes(b"three")
    assert state_of(tmp_path, folders) != first
    file.write_bytes(b"one")
    kept = first["facts/a.yml"].changed
    os.utime(file, ns=(kept, kept))
    assert state_of(tmp_path, folders) == first
    other = tmp_path / "b"
    other.write_bytes(b"two")
    os.utime(other, ns=(kept, kept))
    other.replace(file)
    assert state_of(tmp_path, folders) != first
    (tmp_path / "seeds" / "gone").symlink_to(tmp_path / "nowhere")
    assert "seeds/gone" in state_of(tmp_path, folders)
