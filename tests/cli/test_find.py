"""``onrecord find``: places in all sources, YAML that can be pasted, and sources that try to act."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.talking import put_source, said
from gate.example import content_of
from onrecord import app
from onrecord.check import Verified
from onrecord.printable import printable


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    status, out, err = said(capsys, "find", *arguments, "--format", "json")
    assert err == ""
    assert out.isascii()
    made = json.loads(out)
    assert made["version"] == 1
    assert status == (0 if made["found"] else 1)
    places: list[dict[str, object]] = made["found"]
    return places


def yaml_of(out: str) -> str:
    """What is to be pasted: the lines that are indented so far."""
    return "".join(f"{line}\n" for line in out.splitlines() if line.startswith("      "))


def test_words_that_stand_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content_of(project)
    status, out, err = said(capsys, "find", "keeper", "lives beside the gate")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "found in 1 place: keeper lives beside the gate",
        "",
        "seeds/report.txt:5:52 in the source report, the only place",
        "  |",
        "  | It was built for $7 billion by the county, and the keeper lives beside the gate.",
        "  |                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "",
        "      - quote: keeper lives beside the gate",
        "        source: report",
    ]
    assert content_of(project) == before


@pytest.mark.parametrize("typed", ["the  gate\u00a0was opened", "The gate \u200bwas\nopened twice"])
def test_differences_in_type_do_not_count(
    project: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    put_source(project, "note", "A note.\n\nThen the gate was opened by hand.\n")
    (place,) = found(capsys, typed)
    assert place["exact"] is True


def test_every_place_is_told_apart(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_source(
        project,
        "diary",
        "In March the gate was opened by hand.\n\nIn June, when it was dry, the gate was opened by hand.\n",
    )
    places = found(capsys, "the gate was opened by hand")
    assert [(one["source"], one["line"], one["place"], one["places"]) for one in places] == [
        ("diary", 1, 1, 2),
        ("diary", 3, 2, 2),
    ]
    entries = [one["entry"] for one in places]
    assert all(isinstance(entry, dict) and len(entry) == 3 for entry in entries)
    assert entries[0] != entries[1]
    out = said(capsys, "find", "the gate was opened by hand")[1]
    assert "in the source diary, place 1 of 2" in out
    assert "in the source diary, place 2 of 2" in out


def test_the_yaml_can_be_pasted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_source(
        project,
        "diary",
        "In March: the gate was opened by hand.\n\nIn June: the gate was opened by hand.\n\n"
        '# "No: 7" is dry.\n',
    )
    for words in ("the gate was opened by hand", '"No: 7" is dry', "In March: the gate was opened"):
        status, out, _ = said(capsys, "find", words)
        assert status == 0
        for number, entry in enumerate(yaml_of(out).split("      - ")[1:]):
            claim = (
                f"title: What is it?\nclaims:\n  - id: c{number}\n    text: The gate was opened by hand.\n"
                f"    evidence:\n      - {entry}"
            )
            (project / "facts" / "pasted.yml").write_text(claim, "utf-8")
            outcome = app.check_project(project)
            wrong = {found.rule for found in outcome.findings if found.rule.startswith("quotation-")}
            assert not wrong, claim
    (project / "facts" / "pasted.yml").unlink()
    assert isinstance(app.check_project(project), Verified)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("the wall leaks in autumn", "not true that"),
        ("the gate", "at least 12 characters"),
        ("eeper of the gate lives besid", "cut out of longer ones"),
    ],
)
def test_the_whole_sentence_is_offered(
    project: Path, capsys: pytest.CaptureFixture[str], words: str, why: str
) -> None:
    put_source(
        project,
        "diary",
        "It is not true that the wall leaks in autumn.\n\nThe keeper of the gate lives beside the lake.\n",
    )
    (place,) = found(capsys, words, "--source", "diary")
    assert isinstance(place["entry"], dict)
    assert place["entry"]["quote"] == place["sentence"]
    assert why in str(place["instead_of"])
    assert f"= whole sentence: {place['instead_of']}" in said(capsys, "find", words, "--source", "diary")[1]


def test_close_passages_and_invented_ones(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (near,) = found(capsys, "The gate was open twice in spring, before the snow melted in the hills.")
    assert near["exact"] is False
    assert isinstance(near["score"], float)
    assert 0.8 <= near["score"] < 1
    (same,) = found(capsys, "the GATE was opened twice in the spring")
    assert (same["exact"], same["score"]) == (False, 0.99)
    for invented in ("The bridge fell into the river in a storm.", "zzz", "Bananas are cheap this year"):
        status, out, err = said(capsys, "find", invented)
        assert (status, out, err) == (1, f"nothing in the sources is like these words: {invented}\n", "")


def test_words_among_many_sources(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(120):
        put_source(
            project, f"s{number}", f"The barrel number {number} was rolled into the cellar of the inn.\n"
        )
    places = found(capsys, "rolled into the cellar")
    assert len(places) == 20
    assert [one["source"] for one in places][:3] == ["s0", "s1", "s10"]
    out = said(capsys, "find", "rolled into the cellar")[1]
    assert "found in 120 places" in out
    assert "and 100 more places: give more words" in out
    (near, *_) = found(capsys, "The gate was open twice in spring, before the snow melted in the hills.")
    assert near["source"] == "report"


ATTACKS = "\x1b[2J\x1b]0;x\x07 \u202eevil\u202c ##[error]x ##vso[task.x]y \u200b\ufeff\ue000"


def test_a_hostile_source_and_hostile_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = f"Here {ATTACKS} the lock was oiled {ATTACKS} again.\n\n::error::the lock was oiled\n"
    put_source(project, "foe", lines)
    for words in (
        "the lock was oiled",
        f"the lock was oiled {ATTACKS}",
        f"\x1b[2J{ATTACKS}",
        "\udcff the lock",
    ):
        status, out, err = said(capsys, "find", words)
        assert (status in (0, 1), err) == (True, "")
        for line in out.splitlines():
            assert printable(line) == line
            assert not line.lstrip().startswith("::")
        out = said(capsys, "find", words, "--format", "json")[1]
        assert out.isascii()
        assert "##" not in out


def test_what_nobody_sees_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_source(project, "diary", "The lo\u00adck was\u00a0oiled in the\u200b spring.\n")
    (place,) = found(capsys, "The lock was oiled in the spring")
    assert place["unseen"] == [
        "no-break space (U+00A0)",
        "soft hyphen (U+00AD)",
        "zero width space (U+200B)",
    ]
    assert isinstance(place["entry"], dict)
    assert place["entry"]["quote"] == "The lock was oiled in the spring"
    out = said(capsys, "find", "The lock was oiled in the spring")[1]
    assert "= unseen: no-break space (U+00A0)" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "TEXT"),
        ((" \u200b ",), "there are no words to look for"),
        (("dam", "--source", "none"), "there is no source 'none'"),
        (("dam", "--format", "yaml"), "invalid choice"),
    ],
)
def test_the_operators_mistake(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    status, out, err = said(capsys, "find", *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1
