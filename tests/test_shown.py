"""How much of a source its page shows, and what the rules say about that."""

from __future__ import annotations

from pathlib import Path

import pytest

from dam import write_project
from onrecord.app import check_project
from onrecord.check import Rejected, Verified
from onrecord.finding import Finding
from onrecord.resolve import Resolution
from onrecord.shown import LONG, Extent, extent_of, nearly_whole, shown_extents
from onrecord.text import Span
from onrecord.view.passages import shown_spans
from onrecord.view.published import published
from pages.example import SOURCES, verified

SENTENCES = [
    f"The keeper of the {place} wrote that the {thing} had been mended before the frost of that year set in."
    for place, thing in (
        *(("weir", "gate"), ("mill", "wheel"), ("quay", "crane"), ("lock", "sluice"), ("ford", "stones")),
        *(("bridge", "rail"), ("ferry", "rope"), ("church", "bell"), ("school", "roof"), ("inn", "stable")),
    )
]
METADATA = "id: letter\nfile: letter.txt\nsha256: \u2026\ntitle: A letter\n"


def claims(quoted: list[str], draft: str = "") -> str:
    parts = [f"title: The letter\nsource: letter\n{draft}claims:"]
    for number, sentence in enumerate(quoted):
        parts.append(f"  - id: c{number}\n    text: {sentence}\n    evidence:\n      - quote: {sentence}")
    return "\n".join(parts) + "\n"


def checked(
    root: Path, facts: str, metadata: str = "", text: str = " ".join(SENTENCES)
) -> Verified | Rejected:
    write_project(
        root,
        {
            "facts/letter.yml": facts,
            "seeds/letter.txt": f"{text}\n",
            "seeds/letter.yml": METADATA + metadata,
        },
    )
    return check_project(root)


def told(outcome: Verified | Rejected) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in outcome.findings]


def test_a_character_is_counted_once_and_white_space_never() -> None:
    assert extent_of("ab cd\n ef", [Span(0, 5), Span(3, 8), Span(0, 2)]) == Extent(5, 6)
    assert extent_of("", []) == Extent(0, 0)
    assert not Extent(0, 0).is_nearly_all
    assert Extent(9, 10).is_nearly_all
    assert not Extent(89, 100).is_nearly_all


@pytest.mark.parametrize(
    ("quoted", "share"), [(8, ""), (9, "90"), (10, "100")], ids=["four-fifths", "nine-tenths", "all"]
)
def test_excerpts_that_cover_a_source_are_warned_of(tmp_path: Path, quoted: int, share: str) -> None:
    outcome = checked(tmp_path, claims(SENTENCES[:quoted]))
    expected = [("excerpts-cover-source", f"the excerpts show {share}% of this source")] if share else []
    assert isinstance(outcome, Verified)
    assert told(outcome) == expected
    for finding in outcome.findings:
        assert finding.location.path == "seeds/letter.yml"
        assert finding.location.text.content[slice(*span_of(finding))] == "letter"


def span_of(finding: Finding) -> Span:
    assert finding.location.span is not None
    return finding.location.span


def test_half_a_sentence_is_shown_as_the_whole_of_it(tmp_path: Path) -> None:
    """Readers see the sentence, so the sentence counts and not the quotation alone."""
    halves = [sentence.partition(" before the frost")[0] for sentence in SENTENCES]
    assert told(checked(tmp_path, claims(halves))) == [
        ("excerpts-cover-source", "the excerpts show 100% of this source")
    ]


@pytest.mark.parametrize(
    "metadata",
    [
        "excerpts_reason: Each sentence is evidence of a claim.\n",
        "publish: full\nrights: In the public domain.\n",
    ],
)
def test_a_reason_or_a_right_is_enough(tmp_path: Path, metadata: str) -> None:
    assert told(checked(tmp_path, claims(SENTENCES), metadata)) == []


def test_a_short_text_cannot_be_quoted_in_part(tmp_path: Path) -> None:
    text = " ".join(SENTENCES[:2])
    outcome = checked(tmp_path, claims(SENTENCES[:2]), text=text)
    extent = outcome.resolution.once(shown_extents)["letter"]
    assert extent.part == extent.whole < 500
    assert told(outcome) == []


def test_drafts_count_and_withdrawn_claims_do_not(tmp_path: Path) -> None:
    draft = checked(tmp_path / "draft", claims(SENTENCES, "draft: true\n"))
    assert ("excerpts-cover-source", "the excerpts show 100% of this source") in told(draft)
    gone = claims(SENTENCES).rstrip("\n") + "\n    withdrawn: {date: 2026-01-01, why: Not needed.}\n"
    assert told(checked(tmp_path / "nine", gone)) == [
        ("excerpts-cover-source", "the excerpts show 90% of this source")
    ]


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        (
            "excerpts_reason: So it is.\n",
            "the excerpts do not show nearly all of this source, so they need no reason",
        ),
        (
            "excerpts_reason: So it is.\npublish: full\nrights: Ours.\n",
            "the source is published whole, so its excerpts need no reason",
        ),
    ],
)
def test_a_reason_that_is_not_needed_is_warned_of(tmp_path: Path, metadata: str, message: str) -> None:
    assert told(checked(tmp_path, claims(SENTENCES[:3]), metadata)) == [("unused-excerpts-reason", message)]


def test_whether_a_reason_is_needed_is_not_told_while_quotations_are_not_found(tmp_path: Path) -> None:
    broken = claims(SENTENCES).replace("      - quote: The keeper", "      - quote: The reeve")
    outcome = checked(tmp_path, broken, "excerpts_reason: Each sentence is evidence of a claim.\n")
    assert isinstance(outcome, Rejected)
    assert "unused-excerpts-reason" not in dict(told(outcome))


@pytest.mark.parametrize(
    ("rights", "rule"), [("", "whole-text-without-rights"), ("rights: ''\n", "empty-value")]
)
def test_a_whole_text_needs_a_right(tmp_path: Path, rights: str, rule: str) -> None:
    outcome = checked(tmp_path, claims(SENTENCES[:3]), f"publish: full\n{rights}")
    assert isinstance(outcome, Rejected)
    assert rule in dict(told(outcome))


def test_the_rule_counts_what_the_pages_show() -> None:
    """For every source of the example that claims quote: the same characters, counted in two places."""
    site = published(verified())
    counted = shown_extents(verified().resolution)
    compared = 0
    for name, used in site.sources.items():
        if used.source.publish == "full" or not used.passages:
            continue
        text = SOURCES[name].text
        assert text is not None
        assert counted[name] == extent_of(text.content, shown_spans(used.source, used.passages)), name
        compared += 1
    assert compared >= 3


def test_what_is_looked_at_less_closely_is_not_nearly_whole(tmp_path: Path) -> None:
    """With one sentence more each time: no extent is passed over that is nearly all of its text."""
    nearly = 0
    for text in (" ".join(SENTENCES), "\n\n".join(SENTENCES), " ".join(SENTENCES) + " x" * 1500):
        for number in range(1, len(SENTENCES) + 1):
            root = tmp_path / f"{len(text)}-{text.count(chr(10))}-{number}"
            resolution = checked(root, claims(SENTENCES[:number]), text=text).resolution
            extents = shown_extents(resolution)
            assert nearly_whole(resolution) == {n: e for n, e in extents.items() if e.is_nearly_all}
            nearly += len(nearly_whole(resolution))
    assert nearly >= 3


def test_of_a_long_sentence_only_what_is_near_counts(tmp_path: Path) -> None:
    long = f"The keeper wrote {'and wrote ' * LONG}until the gate of the weir had been mended"
    text = f"{long} {'and then wrote again ' * 200}."
    outcome = checked(tmp_path, claims(["the gate of the weir had been mended"]), text=text)
    assert isinstance(outcome.resolution, Resolution)
    extent = shown_extents(outcome.resolution)["letter"]
    assert 500 < extent.part < 900
