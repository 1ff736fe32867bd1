"""C3: the first explainer, written with less care. Each slip its source invites is refused, and nothing else.

All of the slips are, and the goal is nine in ten; what no program decides is listed for a reviewer instead
(``test_claims_diff.py``).
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from onrecord.app import check_project
from onrecord.finding import Severity
from source_tree import ROOT

FACTS = Path("facts/russia-recognises-taliban.yml")

# What a careless writer makes of a claim: the claim's id, and the sentence that takes its place.
SLIPS = {
    "the day of the report for that of the event": (
        "ambassador-welcomed",
        "Gul Hassan Hassan, the Taliban's new ambassador to Russia, was welcomed by the Russian "
        "authorities on July 4.",
    ),
    "another weekday": (
        "ambassador-welcomed",
        "Gul Hassan Hassan, the Taliban's new ambassador to Russia, was welcomed by the Russian "
        "authorities on Friday.",
    ),
    "the ambassador of the other side": (
        "hassan-role",
        "Gul Hassan Hassan is Russia's new ambassador to the Taliban.",
    ),
    "a deputy promoted": ("rudenko-role", "Andrey Rudenko is Russia's Foreign Minister."),
    "an acting minister confirmed": ("muttaqi-role", "Amir Khan Muttaqi is the Taliban's foreign minister."),
    "another place": (
        "moscow-meeting",
        "The recognition followed a special meeting in Kabul between Hassan and Andrey Rudenko, "
        "Russia's Deputy Foreign Minister.",
    ),
    "another person at the meeting": (
        "moscow-meeting",
        "The recognition followed a special meeting in Moscow between Hassan and Vladimir Putin.",
    ),
    "the flags exchanged": (
        "flag",
        "At the Afghan embassy in Moscow, the Taliban's white flag was replaced by the Afghan "
        "government's flag.",
    ),
    "another number of years": (
        "took-control",
        "After four years of war, the Taliban took control in 2021, when U.S. troops left the country.",
    ),
    "another year": (
        "took-control",
        "After 20 years of war, the Taliban took control in 2024, when U.S. troops left the country.",
    ),
    "who left and who took control": (
        "took-control",
        "After 20 years of war, U.S. troops took control in 2021, when the Taliban left the country.",
    ),
    "an embassy opened instead of kept": (
        "embassy-kabul",
        "Russia opened its embassy in Kabul in August 2021.",
    ),
    "the other embassy": ("embassy-kabul", "Russia has maintained its embassy in Moscow since August 2021."),
    "a paraphrase in quotation marks": (
        "turning-point-or-milestone",
        'Taliban leaders called it "a very significant turning point".',
    ),
    "quoted words altered": (
        "putin-allies",
        'President Vladimir Putin previously referred to the Taliban as "our allies in the fight '
        'against terrorism".',
    ),
    "the remark dated by the attack": (
        "putin-allies",
        'In 2024 President Vladimir Putin referred to the Taliban as "allies against terrorism".',
    ),
    "a remark of the past made now": (
        "putin-allies",
        'Vladimir Putin now calls the Taliban "allies against terrorism".',
    ),
    "another minister": (
        "putin-allies",
        'Prime Minister Vladimir Putin previously referred to the Taliban as "allies against terrorism".',
    ),
    "another attacker": (
        "isisk-attack",
        "The Taliban carried out an attack on a Moscow concert hall in 2024.",
    ),
    "another year of the attack": (
        "isisk-attack",
        "ISIS-K carried out an attack on a Moscow concert hall in 2025.",
    ),
    "the nearest group for the group": (
        "terror-list",
        "In April 2025, Moscow removed ISIS-K from its terror list.",
    ),
    "put on the list": ("terror-list", "In April 2025, Moscow added the Taliban to its terror list."),
    "another month": ("terror-list", "In May 2025, Moscow removed the Taliban from its terror list."),
    "another capital": ("terror-list", "In April 2025, Washington removed the Taliban from its terror list."),
    "speakers merged": (
        "trade-prospects",
        'According to Taliban officials, there are "significant prospects for cooperation in trade '
        'and economic areas".',
    ),
    "praise turned round": (
        "praise",
        "Russia praised the Taliban's action and stated that it would improve relations.",
    ),
    "praise turned into blame": ("praise", "Taliban officials criticised Russia's action."),
    "a hope come true": ("praise", "Russia's action has improved relations."),
    "a plan carried out": (
        "sectors",
        "Russia has developed projects in infrastructure, transportation, energy and agriculture.",
    ),
    "as of yet turned into ever": (
        "no-other-formally",
        "No other nation will ever formally acknowledge the Taliban government.",
    ),
    "no other nation turned into some": (
        "no-other-formally",
        "Other nations have formally acknowledged the Taliban government.",
    ),
    "ambassadors taken for recognition": (
        "no-other-fully",
        "No other nation has ambassadors of the Taliban.",
    ),
    "a condition dropped": (
        "western-condition",
        "Western countries will not recognise the Taliban under any circumstances.",
    ),
    "a negation dropped": ("western-condition", "Western countries will recognise the Taliban."),
    "a condition read as a promise": (
        "western-condition",
        "Western countries will recognise the Taliban as soon as women's rights are restored.",
    ),
    "a majority turned into nobody": (
        "waiting",
        "No nation is waiting on the Taliban to abide by international pressures.",
    ),
    "all children for girls": ("girls-school", "The Taliban forbids children from attending high school."),
    "allowed for forbidden": ("girls-school", "The Taliban allows girls to attend high school."),
    "a restriction turned into a ban": ("women-work", "The Taliban bans women's employment and mobility."),
    "another currency": (
        "us-assets",
        "The United States continues to freeze 7 billion roubles in Afghan assets.",
    ),
    "another magnitude": ("us-assets", "The United States continues to freeze $7 million in Afghan assets."),
    "another country": ("us-assets", "Russia continues to freeze $7 billion in Afghan assets."),
    "a cause made up": (
        "have-or-forbids",
        "No other nation has fully recognized the Taliban because the Taliban forbids girls from "
        "attending high school.",
    ),
}


def with_text(facts: str, claim: str, text: str) -> str:
    """The fact file with another sentence for one claim, as it would be written in a hurry."""
    before, id, rest = facts.partition(f"  - id: {claim}\n")
    assert id, f"there is no claim {claim}"
    lines = rest.split("\n")
    assert lines[0].startswith("    text:")
    end = next(number for number, line in enumerate(lines) if number and not line.startswith("      "))
    quoted = text.replace('"', '\\"')
    return "\n".join((before + id + f'    text: "{quoted}"', *lines[end:]))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("careless")
    for folder in ("facts", "seeds"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_refused(project: Path, slip: str) -> None:
    claim, text = SLIPS[slip]
    facts = (ROOT / FACTS).read_text("utf-8")
    (project / FACTS).write_text(with_text(facts, claim, text), "utf-8", newline="\n")
    findings = check_project(project).findings
    told = [(finding.severity, finding.rule, finding.message) for finding in findings]
    assert [f for f in findings if f.severity is Severity.ERROR and f.claim == claim], told
    grounding = [finding for finding in findings if finding.claim == claim and finding.related]
    assert grounding, told
    assert all(finding.location.path == FACTS.as_posix() for finding in grounding)


def test_what_was_written_with_care_is_not_spoken_of(project: Path) -> None:
    (project / FACTS).write_bytes((ROOT / FACTS).read_bytes())
    outcome = check_project(project)
    assert outcome.findings == ()
    assert sum(len(explainer.claims) for explainer in outcome.resolution.project.explainers) >= 40
    assert len(outcome.waived) == 1, "one exception was granted, for a reading that no program has"
