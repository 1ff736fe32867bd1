"""What readers are promised holds in Firefox too, with and without scripts."""

from __future__ import annotations

import pytest

from browser.looking import EXPLAINERS, HOSTILE, LOOKED_AT
from firefox.driving import Firefox

ENTER, ESCAPE, TAB = "\ue007", "\ue00c", "\ue004"
FOCUSED = """const here = document.activeElement;
return here.closest('[popover]')?.id ?? here.getAttribute('popovertarget')"""
WHERE = "return [scrollX, scrollY, location.href]"
GO_TO = """const button = document.querySelector(arguments[0]);
scrollTo(0, Math.round(button.getBoundingClientRect().top + scrollY) - 300);
button.focus({preventScroll: true});"""
SHOWN = """return arguments[0].map(
  selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length);"""
REFUSED = """const picture = document.createElement('img');
picture.src = 'https://elsewhere.example/a.png';
document.body.append(picture);"""
BUTTON = "#c-{0} ~ button[popovertarget=e-{0}]"


def focus(firefox: Firefox, claim: str) -> None:
    firefox.evaluate(GO_TO, BUTTON.format(claim))


@pytest.mark.parametrize("claim", ["warned", "safe-arabic", "no-river", "gate-sticks"])
def test_a_click_opens_the_words_and_nothing_scrolls(firefox: Firefox, site: str, claim: str) -> None:
    firefox.open(site + "dam/")
    focus(firefox, claim)
    before = firefox.evaluate(WHERE)
    assert not firefox.is_shown(f"#e-{claim}")
    firefox.click(BUTTON.format(claim))
    assert firefox.is_shown(f"#e-{claim}")
    assert firefox.evaluate(WHERE) == before
    firefox.click(f"#e-{claim} .or-close")
    assert not firefox.is_shown(f"#e-{claim}")


def test_enter_opens_tab_goes_in_and_escape_closes(firefox: Firefox, site: str) -> None:
    firefox.open(site + "dam/")
    focus(firefox, "warned")
    before = firefox.evaluate(WHERE)
    firefox.press(ENTER)
    assert "We [the writers] were told in spring […] and did nothing." in firefox.text("#e-warned blockquote")
    assert firefox.evaluate(WHERE) == before
    firefox.press(TAB)
    assert firefox.evaluate(FOCUSED) == "e-warned"
    firefox.press(ESCAPE)
    assert not firefox.is_shown("#e-warned")
    assert firefox.evaluate(FOCUSED) == "e-warned"


@pytest.mark.parametrize("path", EXPLAINERS)
def test_all_evidence_can_be_shown_at_once(firefox: Firefox, site: str, path: str) -> None:
    firefox.open(site + path)
    firefox.click("#or-show-all")
    shown, there = firefox.evaluate(SHOWN, [".or-evidence", "[id^=evidence-]"])
    assert shown == there > 0
    assert firefox.evaluate("return document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", EXPLAINERS)
def test_the_list_of_evidence_is_there(firefox: Firefox, site: str, path: str) -> None:
    firefox.open(site + path)
    listed, all_quotations = firefox.evaluate(SHOWN, ["[role=doc-endnotes] blockquote", "blockquote"])
    assert listed == all_quotations > 0


def test_no_page_runs_what_it_should_not_or_complains(firefox: Firefox, site: str) -> None:
    """No error, nothing refused by the policy, nothing of what authors wrote at work."""
    for path in (*LOOKED_AT.values(), *HOSTILE):
        firefox.open(site + path)
        assert firefox.evaluate("return window.wrappedJSObject?.ran ?? window.ran ?? null") is None
    assert firefox.complaints(site) == []


def test_what_a_page_tries_against_its_policy_is_noted(firefox: Firefox, site: str) -> None:
    """A picture from elsewhere is refused, and that is heard: else the test above would say nothing."""
    firefox.open(site + "gate/")
    firefox.evaluate(REFUSED)
    asked = (firefox.complaints(site) for _ in range(500))  # it is noted a little later
    assert any("img-src" in complaint for complaints in asked for complaint in complaints)
