"""Quotations of the real source: in any declared folding they resolve, with one change they never do."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.app import check_project
from onrecord.languages import language_of
from onrecord.lookup import Lookup
from onrecord.match import match
from onrecord.model import (
    Absence,
    Claim,
    Corpus,
    Explainer,
    Project,
    Quotation,
    Source,
)
from onrecord.outcome import Match, Reason
from onrecord.resolve import AbsenceOutcome, Evidence, Unresolved, resolve
from onrecord.text import Location, Scalar, Span, Text

ROOT = Path(__file__).parent.parent
SEED = Text("seeds/seed.txt", (ROOT / "seeds" / "000_a6a44bd857a37829.txt").read_bytes().decode("utf-8"))
LOOKUP = Lookup(SEED)
ENGLISH = language_of("en")
FACTS = Text("facts/example.yml", "")
AT = Location(FACTS)


def scalar(value: str) -> Scalar:
    return Scalar(value, FACTS, 0, len(value))


def quoted(exact: str, name: str | None = None) -> Quotation:
    return Quotation(exact=scalar(exact), source=scalar(name) if name else None, at=AT)


def source(name: str, content: str | None) -> Source:
    text = None if content is None else Text(f"seeds/{name}.txt", content)
    return Source(
        id=scalar(name), file=scalar(f"{name}.txt"), sha256=scalar("0"), title=scalar(name), at=AT, text=text
    )


def project(*evidence: Quotation | Absence, **contents: str | None) -> Project:
    claim = Claim(id=scalar("c"), text=scalar("A claim."), evidence=evidence, at=AT)
    explainer = Explainer(id="example", title=scalar("T"), claims=(claim,), at=AT, source=scalar("report"))
    sources = {name: source(name, content) for name, content in contents.items()}
    return Project((explainer,), Corpus(sources), (), FACTS, FACTS)


def outcomes(*evidence: Quotation | Absence, **contents: str | None) -> list[object]:
    return list(resolve(project(*evidence, **contents)).claims[0].evidence)


# What a keyboard, a printer or an editor may do to the same words.

TYPED = {"\u201d": '"', "\u00a0": " "}
PRINTED = [
    lambda text, choose: text.replace(" ", choose(["\u00a0", "  ", "\n", "\t", "\u2009", " "])),
    lambda text, choose: text.replace("'", choose(["\u2019", "'", "\u02bc"])),
    lambda text, choose: text.replace('"', choose(["\u201c", "\u201d", "\u201e", '"'])),
    lambda text, choose: text.replace("-", choose(["\u2010", "\u2011", "-"])),
    lambda text, choose: text.replace("fi", choose(["\ufb01", "fi"])).replace("ff", choose(["\ufb00", "ff"])),
    lambda text, choose: text.replace("o", choose(["o\u00ad", "o\u200b", "o"])),
    lambda text, choose: text.replace(" the ", choose([" *the* ", " **the** ", " the "])),
    lambda text, choose: text.translate(FULL_WIDTH) if choose([True, False]) else text,
]
FULL_WIDTH = {ord(char): ord(char) + 0xFEE0 for char in "0123456789"}


def good_slices() -> Iterator[Span]:
    """Whole words in one paragraph of the seed, long enough, unique, not refused for what they leave out."""
    for line in range(1, SEED.line_count() + 1):
        first, content = SEED.line_start(line), SEED.line(line)
        words = [found.span() for found in re.finditer(r"\S+", content)]
        for number, (start, _) in enumerate(words):
            for _, end in words[number + 4 :: 3]:
                taken = content[start:end]
                fits = 30 <= len(taken) <= 300 and taken[0].isalnum() and SEED.content.count(taken) == 1
                if fits and isinstance(match(quoted(taken), SEED, LOOKUP, ENGLISH), Match):
                    yield Span(first + start, first + end)


GOOD_SLICES = list(good_slices())


def slices() -> st.SearchStrategy[Span]:
    return st.sampled_from(GOOD_SLICES)


def test_there_are_many_slices() -> None:
    assert len(GOOD_SLICES) > 1000


SLICES = [
    Span(start, end)
    for line in range(1, SEED.line_count() + 1)
    for start, end in [(SEED.line_start(line), SEED.line_start(line) + len(SEED.line(line)))]
    if end - start > 80 and SEED.content.count(SEED.content[start:end]) == 1
]


@settings(max_examples=200)
@given(slices())
def test_a_slice_resolves_to_its_own_span(span: Span) -> None:
    outcome = match(quoted(SEED.content[span.start : span.end]), SEED, LOOKUP, ENGLISH)
    assert isinstance(outcome, Match)
    assert outcome.spans == (span,)
    assert outcome.foldings == ()


@settings(max_examples=200)
@given(slices(), st.randoms(use_true_random=False))
def test_a_slice_typed_on_a_keyboard_resolves_to_its_own_span(span: Span, random_: random.Random) -> None:
    typed = SEED.content[span.start : span.end]
    for printed, key in TYPED.items():
        typed = typed.replace(printed, key)
    typed = typed.replace(" ", random_.choice(["\n", "  ", "\n    ", " "]))
    typed = typed.replace("'", random_.choice(["\u2019", "'"])).replace('"', random_.choice(["\u201c", '"']))
    outcome = match(quoted(typed), SEED, LOOKUP, ENGLISH)
    assert isinstance(outcome, Match)
    assert outcome.spans == (span,)
    assert (outcome.foldings == ()) == (typed == SEED.content[span.start : span.end])


@settings(max_examples=300)
@given(slices(), st.sets(st.integers(0, len(PRINTED) - 1)), st.randoms(use_true_random=False))
def test_a_slice_of_a_source_printed_otherwise_resolves(
    span: Span, ways: set[int], random_: random.Random
) -> None:
    typed = SEED.content[span.start : span.end]
    for fancy, key in TYPED.items():
        typed = typed.replace(fancy, key)
    printed = typed
    for way in sorted(ways):
        printed = PRINTED[way](printed, random_.choice)
    before, after = "Nothing else was said.\n\n", "\n\nAnd that was all of it."
    text = Text("seeds/x.txt", before + printed + after)
    outcome = match(quoted(typed), text, Lookup(text), ENGLISH)
    assert isinstance(outcome, Match), printed
    (found,) = outcome.spans
    assert text.content[found.start : found.end] == printed.strip("\u00ad\u200b*")
    assert (outcome.foldings == ()) == (printed == typed)


@settings(max_examples=400)
@given(slices(), st.data())
def test_one_letter_or_digit_changed_never_resolves(span: Span, draw: st.DataObject) -> None:
    exact = SEED.content[span.start : span.end]
    at = draw.draw(st.sampled_from([i for i, char in enumerate(exact) if char.isalnum()]))
    other = draw.draw(
        st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\u0430\u00e9")
    )
    assume(other != exact[at])
    changed = exact[:at] + other + exact[at + 1 :]
    assert not isinstance(match(quoted(changed), SEED, LOOKUP, ENGLISH), Match)


@settings(max_examples=200)
@given(slices(), st.data())
def test_one_character_left_out_or_put_in_never_resolves_to_the_slice(
    span: Span, draw: st.DataObject
) -> None:
    exact = SEED.content[span.start : span.end]
    at = draw.draw(st.integers(1, len(exact) - 2))
    if draw.draw(st.booleans()):
        assume(exact[at].isalnum())
        changed = exact[:at] + exact[at + 1 :]
    else:
        changed = exact[:at] + draw.draw(st.sampled_from("xe7%$\u00b2")) + exact[at:]
    assert not isinstance(match(quoted(changed), SEED, LOOKUP, ENGLISH), Match)


@pytest.mark.parametrize("span", SLICES[:6], ids=lambda span: str(span.start))
def test_a_word_left_out_of_a_paragraph_never_resolves(span: Span) -> None:
    words = SEED.content[span.start : span.end].split(" ")
    for number in range(1, len(words) - 1):
        shorter = " ".join(words[:number] + words[number + 1 :])
        assert not isinstance(match(quoted(shorter), SEED, LOOKUP, ENGLISH), Match)


def test_spans_of_the_project_are_slices_of_their_sources() -> None:
    resolution = check_project(ROOT).resolution
    found = list(resolution.found())
    assert len(found) > 40
    for _, evidence in found:
        text = evidence.source.text
        assert text is not None
        for span in evidence.spans:
            assert text.content[span.start : span.end].split() != []


REPORT = "The committee found that the dam was safe.\n\nThe gate was not opened before June.\n"


def test_an_unknown_source_is_said_to_be_unknown() -> None:
    (outcome,) = outcomes(quoted("The committee found that", "raport"), report=REPORT)
    assert isinstance(outcome, Unresolved)
    assert outcome.reason is Reason.UNKNOWN_SOURCE


def test_a_source_that_cannot_be_read_is_unavailable() -> None:
    (outcome,) = outcomes(quoted("The committee found that"), report=None)
    assert isinstance(outcome, Unresolved)
    assert outcome.reason is Reason.SOURCE_UNAVAILABLE


def test_a_near_miss_is_altered_and_shows_the_closest_passage() -> None:
    (outcome,) = outcomes(quoted("The committee found that the dam was sound."), report=REPORT)
    assert isinstance(outcome, Unresolved)
    assert outcome.reason is Reason.ALTERED
    assert outcome.closest is not None
    passage = REPORT[outcome.closest.span.start : outcome.closest.span.end]
    assert passage == "The committee found that the dam was safe."


def test_words_that_stand_in_another_source_are_found_there() -> None:
    (outcome,) = outcomes(
        quoted("Nobody was asked about the mill."),
        report=REPORT,
        letter="It rained. Nobody was asked about the mill.",
    )
    assert isinstance(outcome, Unresolved)
    assert outcome.reason is Reason.NOT_FOUND
    assert [(source.id, span) for source, span in outcome.elsewhere] == [("letter", Span(11, 43))]


def test_an_invisible_character_in_a_quotation_is_never_passed_over() -> None:
    (outcome,) = outcomes(quoted("The committee found that the\u200b dam was safe."), report=REPORT)
    assert isinstance(outcome, Unresolved)
    assert outcome.part == Span(28, 29)


def test_words_outside_are_told_with_the_evidence() -> None:
    (outcome,) = outcomes(quoted("opened before June."), report=REPORT)
    assert isinstance(outcome, Evidence)
    assert [cut.kind.value for cut in outcome.cut_off] == ["cut-from-negation"]


def test_absent_words_are_searched_for_in_the_source_named() -> None:
    absence = Absence((scalar("gate"), scalar("river")), None, AT)
    (outcome,) = outcomes(absence, report=REPORT)
    assert isinstance(outcome, AbsenceOutcome)
    assert [(term, REPORT[span.start : span.end]) for term, span in outcome.present] == [("gate", "gate")]
    (missing,) = outcomes(Absence((scalar("gate"),), scalar("raport"), AT), report=REPORT)
    assert isinstance(missing, AbsenceOutcome)
    assert missing.source is None
