"""Which claims are compared, with what, and how a disagreement is told."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dam import DEFAULT_SEEDS, write_project
from onrecord.app import check_project
from onrecord.check import check
from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement, compared, comparisons
from onrecord.resolve import Resolution
from onrecord.rule import grounding_rule
from onrecord.text import Span

SAFE = "The committee found that the dam was safe."
LETTER = "Die Mauer ist dicht und fest. Der Winter war lang.\n"
HEAD = "title: The dam\nsource: report\nclaims:\n"


def resolution(root: Path, claims: str) -> Resolution:
    write_project(root, {"facts/dam.yml": HEAD + claims})
    return check_project(root).resolution


def claim(id: str, text: str, *rest: str) -> str:
    return "\n".join((f"  - id: {id}", f"    text: {text}", *rest, ""))


def quoting(*quotations: str) -> str:
    return "\n".join(("    evidence:", *(f"      - quote: '{words}'" for words in quotations)))


def texts(found: tuple[Comparison, ...]) -> list[tuple[str, list[str]]]:
    return [(str(one.claim.id), [passage.reading.content for passage in one.passages]) for one in found]


def test_a_claim_is_compared_with_all_its_quotations(tmp_path: Path) -> None:
    found = comparisons(
        resolution(
            tmp_path, claim("safe", "It was safe.", quoting(SAFE, "The wall is sound, but the gate sticks."))
        )
    )
    assert texts(found) == [("safe", [SAFE, "The wall is sound, but the gate sticks."])]
    assert not found[0].derived


def test_a_claim_that_is_its_quotation_word_for_word_costs_nothing(tmp_path: Path) -> None:
    assert comparisons(resolution(tmp_path, claim("safe", SAFE, quoting(SAFE)))) == ()


def test_the_pieces_around_an_ellipsis_are_passages_each(tmp_path: Path) -> None:
    quotation = "In May, the committee ... found no cracks."
    found = comparisons(resolution(tmp_path, claim("safe", "It was safe.", quoting(quotation))))
    assert texts(found) == [("safe", ["In May, the committee", "found no cracks."])]


def test_quotations_that_dispute_or_give_context_carry_nothing(tmp_path: Path) -> None:
    rest = f"{quoting(SAFE)}\n      - quote: The wall is sound, but the gate sticks.\n        stance: context"
    found = comparisons(resolution(tmp_path, claim("safe", "It was safe.", rest)))
    assert texts(found) == [("safe", [SAFE])]


def test_a_claim_whose_quotation_fails_is_not_compared(tmp_path: Path) -> None:
    assert (
        comparisons(resolution(tmp_path, claim("safe", "It was safe.", quoting("It never stood there."))))
        == ()
    )


def test_a_withdrawn_claim_is_not_compared(tmp_path: Path) -> None:
    rest = f"{quoting(SAFE)}\n    withdrawn: {{date: 2026-01-02, why: It was wrong.}}"
    assert comparisons(resolution(tmp_path, claim("safe", "It was safe.", rest))) == ()


def test_words_that_do_not_occur_are_no_passages(tmp_path: Path) -> None:
    assert (
        comparisons(
            resolution(tmp_path, claim("flood", "No flood.", "    evidence:\n      - absent: [flood*]"))
        )
        == ()
    )


def test_a_derived_claim_is_compared_with_the_claims_it_comes_from(tmp_path: Path) -> None:
    derived = "    derived: {from: [safe], how: Safe means sound.}"
    found = comparisons(
        resolution(tmp_path, claim("safe", SAFE, quoting(SAFE)) + claim("sound", "It was sound.", derived))
    )
    assert texts(found) == [("sound", ["Safe means sound.", SAFE, SAFE])]
    assert found[0].derived
    assert found[0].passages[0].at().path == "facts/dam.yml"


def test_a_claim_with_a_quotation_in_another_language_is_not_compared(tmp_path: Path) -> None:
    digest = hashlib.sha256(LETTER.encode()).hexdigest()
    other = f"id: letter\nfile: letter.txt\nsha256: {digest}\ntitle: Brief\nlanguage: de\n"
    rest = f"{quoting(SAFE)}\n      - quote: Die Mauer ist dicht und fest.\n        source: letter"
    write_project(
        tmp_path,
        {
            "facts/dam.yml": HEAD + claim("safe", "It was safe and tight.", rest),
            **DEFAULT_SEEDS,
            "seeds/letter.txt": LETTER,
            "seeds/letter.yml": other,
        },
    )
    assert comparisons(check_project(tmp_path).resolution) == ()


def test_a_passage_knows_its_place_and_its_surroundings(tmp_path: Path) -> None:
    (found,) = comparisons(resolution(tmp_path, claim("safe", "It was safe.", quoting("the dam was safe"))))
    (passage,) = found.passages
    place = passage.at(Span(4, 7))
    assert place.path == "seeds/report.txt"
    assert place.span is not None
    assert place.text.content[place.span.start : place.span.end] == "dam"
    assert passage.surroundings.content.strip() == SAFE


def test_a_comparison_of_plain_texts() -> None:
    found = compared("It held.", ("The wall held.",), ("the wall",))
    assert found.reading.content == "It held."
    assert [str(name) for name in found.explainer.subject] == ["the wall"]
    assert found.claim.text.at(Span(3, 7)).text.content[3:7] == "held"
    with pytest.raises(ValueError, match="tlh"):
        compared("nuqneH", ("nuqneH",), tag="tlh")


def test_a_disagreement_is_told_at_both_places(tmp_path: Path) -> None:
    def compare(comparison: Comparison) -> list[Disagreement]:
        word = comparison.reading.words[-1]
        (passage,) = comparison.passages
        place = passage.reading.words[-1]
        return [Disagreement("they differ", word.span, "mend it", passage, (place.span,), "it says")]

    rule = grounding_rule("onrecord.rules.made_up", "Made up.", Severity.WARNING, compare)
    (finding,) = rule.check(resolution(tmp_path, claim("safe", "It was sound.", quoting(SAFE))))
    assert (finding.rule, finding.explainer, finding.claim) == ("made-up", "dam", "safe")
    assert finding.location.start == (5, 18)
    (other,) = finding.related
    assert (other.message, other.location.path) == ("it says", "seeds/report.txt")
    assert rule.waivable


def test_of_an_error_and_a_warning_about_the_same_words_the_error_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compare(comparison: Comparison) -> list[Disagreement]:
        return [Disagreement("they differ", comparison.reading.words[-1].span, "mend it")]

    made = {
        name: grounding_rule(f"onrecord.rules.{name}", "Made up.", severity, compare)
        for name, severity in (("a_warning", Severity.WARNING), ("an_error", Severity.ERROR))
    }
    monkeypatch.setattr("onrecord.check.all_rules", lambda: {rule.id: rule for rule in made.values()})
    outcome = check(resolution(tmp_path, claim("safe", "It was sound.", quoting(SAFE))))
    assert [finding.rule for finding in outcome.findings] == ["an-error"]
