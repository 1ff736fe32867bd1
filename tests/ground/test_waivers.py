"""A waiver is for the words that were reviewed: it expires with them, and says what to write."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from dam import write_project
from onrecord.app import check_project
from onrecord.check import Rejected, Verified, all_rules
from onrecord.report import Account, what_was_done

WALL = "The wall is sound."
QUOTE = "The wall is sound"
RULE = "cut-before-contrast"
REASON = "The gate is told of below."


def facts(
    reviewed: str = "", *, text: str = WALL, quote: str = QUOTE, rule: str = RULE, more: str = ""
) -> str:
    given = f", reviewed: {reviewed}" if reviewed else ""
    return (
        f"title: The dam\nsource: report\nclaims:\n  - id: wall\n    text: {text}\n{more}"
        f"    evidence:\n      - quote: {quote}\n"
        f"    waivers:\n      - {{rule: {rule}, reason: {REASON}{given}}}\n"
    )


def fingerprint(*lines: str) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()[:8]


def outcome(root: Path, written: str) -> Verified | Rejected:
    write_project(root, {"facts/dam.yml": written})
    return check_project(root)


def rules(checked: Verified | Rejected) -> list[str]:
    return [finding.rule for finding in checked.findings]


def test_a_waiver_for_these_words_takes_the_finding_out(tmp_path: Path) -> None:
    checked = outcome(tmp_path, facts(fingerprint(WALL, QUOTE)))
    assert isinstance(checked, Verified)
    assert [finding.rule for finding in checked.waived] == [RULE]
    assert checked.summary.waived == 1
    lines = what_was_done(Account(checked.findings, checked.summary, checked.waived))
    assert any("exceptions that reviewers granted: 1" in line for line in lines)


@pytest.mark.parametrize("reviewed", ["", "00000000", "wall", fingerprint(WALL, QUOTE).upper() + "F"])
def test_without_the_fingerprint_it_says_what_to_write(tmp_path: Path, reviewed: str) -> None:
    checked = outcome(tmp_path, facts(reviewed))
    assert isinstance(checked, Rejected)
    assert rules(checked) == ["expired-waiver"]
    assert checked.waived == ()
    assert checked.summary.waived == 0
    (found,) = checked.findings
    assert f"reviewed: '{fingerprint(WALL, QUOTE)}'" in found.help
    assert [note.label for note in found.notes] == ["waived"]
    assert found.location.span is not None
    place = found.location.text.content[slice(*found.location.span)]
    assert place == (reviewed or RULE)


def test_what_it_says_to_write_works(tmp_path: Path) -> None:
    (found,) = outcome(tmp_path, facts()).findings
    written = re.search(r"reviewed: '([0-9a-f]{8})'", found.help)
    assert written is not None
    assert isinstance(outcome(tmp_path, facts(written[1])), Verified)


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "The wall is quite sound."},
        {"text": "The wall is sound"},
        {"quote": "wall is sound"},
        {"text": "the wall is sound."},
    ],
)
def test_it_expires_when_the_words_change(tmp_path: Path, changed: dict[str, str]) -> None:
    assert "expired-waiver" in rules(outcome(tmp_path, facts(fingerprint(WALL, QUOTE), **changed)))


@pytest.mark.parametrize(
    "kept",
    [
        {"text": ">-\n      The wall\n      is sound."},
        {"quote": '"The wall   is sound"'},
        {"more": "    note: The wall is old.\n"},
        {"more": "    date_basis: none\n"},
    ],
)
def test_it_stays_where_only_spaces_or_remarks_change(tmp_path: Path, kept: dict[str, str]) -> None:
    checked = outcome(tmp_path, facts(fingerprint(WALL, QUOTE), **kept).replace("is old", "is so"))
    assert isinstance(checked, Verified), rules(checked)
    assert checked.summary.waived == 1


def test_it_expires_when_a_claim_changes_that_it_is_worked_out_from(tmp_path: Path) -> None:
    how, base = "So it is.", "The committee found that the dam was safe."
    derived = (
        "title: The dam\nsource: report\nclaims:\n  - id: safe\n    text: {base}\n"
        "    evidence:\n      - quote: The committee found that the dam was safe.\n"
        "  - id: wall\n    text: The wall is sound.\n    evidence:\n      - quote: The wall is sound\n"
        "    derived: {{from: [safe], how: So it is.}}\n"
        "    waivers:\n      - {{rule: cut-before-contrast, reason: So., reviewed: {reviewed}}}\n"
    )
    seen = fingerprint(WALL, QUOTE, how, base, base)
    assert "expired-waiver" not in rules(outcome(tmp_path, derived.format(base=base, reviewed=seen)))
    assert "expired-waiver" in rules(outcome(tmp_path, derived.format(base=f"In May, {base}", reviewed=seen)))


def test_one_with_nothing_to_waive_is_not_asked_for_its_fingerprint(tmp_path: Path) -> None:
    whole = "The wall is sound, but the gate sticks."
    assert rules(outcome(tmp_path, facts(text=f"'{whole}'", quote=f"'{whole}'"))) == ["unused-waiver"]


@pytest.mark.parametrize("rule", ["quotation-not-found", "duplicate-id", "expired-waiver", "unused-waiver"])
def test_what_can_be_looked_up_cannot_be_waived(tmp_path: Path, rule: str) -> None:
    checked = outcome(tmp_path, facts(fingerprint(WALL, QUOTE), rule=rule))
    assert "impossible-waiver" in rules(checked)


def test_all_rules_that_need_a_judgement_can_be_waived_and_no_others() -> None:
    every = all_rules()
    judged = {name for name, rule in every.items() if rule.compare}
    assert all(every[name].waivable for name in judged)
    looked_up = ("quotation-not-found", "quotation-altered", "source-changed", "unknown-claim")
    assert not any(every[name].waivable for name in (*looked_up, "cut-from-negation", "expired-waiver"))
