"""What readers are promised, goal by goal (R1 to R10 and R13), in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from unicodedata import normalize

import pytest
from playwright.sync_api import Page

from browser.building import built
from browser.conftest import Windows
from browser.contrast import poor_contrasts
from browser.looking import (
    EXPLAINERS,
    LINKS,
    LOOKED_AT,
    MAGNIFIED,
    NARROW,
    NO_SCRIPT,
    PRESSES,
    TOUCH,
    WIDE,
    WITH_COLOURS,
    WITHOUT_COLOURS,
    brightness,
    button_of,
    dark,
    in_windows,
    targets_by_name,
    violations,
    width_of,
    window,
)
from browser.printed import text_of_pdf
from onrecord.model import Claim, Explainer
from onrecord.resolve import AbsenceOutcome, Evidence, ResolvedClaim
from pages.example import verified
from pages.markup import Element, parse

CLAIMS: dict[str, list[ResolvedClaim]] = {}
for _resolved in verified().resolution.claims:
    if not _resolved.claim.withdrawn and not _resolved.explainer.draft:
        CLAIMS.setdefault(f"{_resolved.explainer.id}/", []).append(_resolved)
EXPLAINER: dict[str, Explainer] = {path: claims[0].explainer for path, claims in CLAIMS.items()}


def quotations(claim: ResolvedClaim) -> list[str]:
    """The source's words that a claim rests on, each quotation as it is to be shown."""
    found = []
    for outcome in claim.evidence:
        if isinstance(outcome, Evidence):
            assert outcome.source.text is not None
            pieces = (outcome.source.text.content[start:end] for start, end in outcome.spans)
            found.append(" […] ".join(pieces))
    return found


def all_quotations(path: str) -> list[str]:
    return [words for claim in CLAIMS[path] for words in quotations(claim)]


WORDS_ALONE = """all => all.map(quote => {
  const copy = quote.cloneNode(true);
  copy.querySelectorAll('ins').forEach(gloss => {
    const before = gloss.previousSibling;
    before.data = before.data.replace(/ $/, '');
    gloss.remove();
  });
  return copy.textContent;
})"""
"""The words of quotations without our glosses and the space before each."""


@pytest.mark.parametrize("press", PRESSES)
@pytest.mark.parametrize("path", EXPLAINERS)
@in_windows(script=TOUCH, no_script={**TOUCH, "java_script_enabled": False})
def test_one_press_opens_the_words_and_nothing_scrolls(page: Page, site: str, path: str, press: str) -> None:
    """R1: from every printed claim to its verbatim quotation by one click, tap or Enter; 0 px scrolled."""
    page.goto(site + path)
    for claim in CLAIMS[path]:
        name = claim.claim.id
        button, evidence = button_of(page, name), page.locator(f"#e-{name}")
        button.scroll_into_view_if_needed()
        button.evaluate("e => e.focus({preventScroll: true})")
        before = page.evaluate("[scrollX, scrollY, location.href]")
        PRESSES[press](button)
        assert evidence.is_visible()
        assert page.evaluate("[scrollX, scrollY, location.href]") == before
        assert evidence.locator("blockquote").evaluate_all(WORDS_ALONE) == quotations(claim)
        page.keyboard.press("Escape")
        assert not evidence.is_visible()


@in_windows(script=WIDE, no_script=NO_SCRIPT, narrow=NARROW)
def test_evidence_closes_and_gives_the_focus_back(page: Page, site: str) -> None:
    """R2: Escape and a press outside close; focus returns to the button; Tab goes into the popover next."""
    page.goto(site + "dam/")
    for name in ("visited", "warned", "gate-sticks"):
        button, evidence = button_of(page, name), page.locator(f"#e-{name}")
        button.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('[popover]')?.id") == f"e-{name}"
        page.keyboard.press("Escape")
        assert not evidence.is_visible()
        assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == f"e-{name}"
        button.press("Enter")
        assert evidence.is_visible()
        page.mouse.click(*outside(page, f"#e-{name}"))
        assert not evidence.is_visible()


def outside(page: Page, place: str) -> tuple[float, float]:
    """A point of the window that is not on ``place`` and on nothing to press."""
    found = page.evaluate(
        """place => {
          const box = document.querySelector(place).getBoundingClientRect();
          for (let y = innerHeight - 3; y > 0; y -= 7) for (let x = 3; x < innerWidth; x += 31) {
            if (x > box.left - 2 && x < box.right + 2 && y > box.top - 2 && y < box.bottom + 2) continue;
            const there = document.elementFromPoint(x, y);
            if (there && !there.closest('a, button, input, label, summary')) return [x, y];
          }
        }""",
        place,
    )
    return (found[0], found[1])


@in_windows(wide=WIDE, no_script=NO_SCRIPT)
def test_all_evidence_at_once_can_be_read_side_by_side(page: Page, site: str) -> None:
    """R2: with all evidence shown, at least two quotations stand beside each other in one window."""
    page.goto(site + "weir/")
    page.locator("#or-show-all").check()
    shown = page.locator(".or-evidence:visible blockquote")
    boxes = [box for box in (shown.nth(n).bounding_box() for n in range(shown.count())) if box]
    beside = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if max(one["y"], other["y"]) < min(one["y"] + one["height"], other["y"] + other["height"])
        and (one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"])
    ]
    assert beside
    page.locator("#or-show-all").uncheck()
    assert page.locator(".or-evidence:visible").count() == 0


@pytest.mark.parametrize("path", EXPLAINERS)
def test_every_quotation_is_in_the_file_once_after_its_claim(path: str) -> None:
    """R3: as bytes, with neither styles nor scripts, the list of evidence has each quotation once."""
    tree = parse_article(path)
    listed = tree.one("section", role="doc-endnotes")
    numbers = [int(entry.attributes["value"]) for entry in listed.all("li") if "value" in entry.attributes]
    assert numbers == list(range(1, len(CLAIMS[path]) + 1))
    for claim in CLAIMS[path]:
        entry = listed.by_id(f"evidence-{claim.claim.id}")
        assert [quote.text for quote in entry.all("blockquote")] == quotations(claim)
        assert entry.text.strip().startswith(claim.claim.text)
        assert f"Back to claim {entry.attributes['value']}" in entry.text


def parse_article(path: str) -> Element:
    html = (built() / path / "index.html").read_text("utf-8")
    start = html.index('<div class="or-page')
    return parse(html[start : html.index("</article>")].strip())


@pytest.mark.parametrize("path", EXPLAINERS)
@in_windows(bare=window(1280, script=False, locale="en-GB"))
def test_without_styles_and_scripts_the_evidence_is_there(page: Page, site: str, path: str) -> None:
    """R3: a browser that loads no styles and runs no scripts shows every quotation beside its claim."""
    page.route("**/*.css", lambda route: route.fulfill(status=200, content_type="text/css", body=""))
    try:
        page.goto(site + path)
        assert page.evaluate("document.styleSheets.length && document.styleSheets[0].cssRules.length") == 0
        for claim in CLAIMS[path]:
            entry = page.locator(f"#evidence-{claim.claim.id}")
            assert entry.evaluate("e => getComputedStyle(e).display") == "list-item"
            assert entry.evaluate("e => e.value") > 0
            quotes = entry.locator("blockquote:visible")
            assert quotes.evaluate_all("all => all.map(e => e.textContent)") == quotations(claim)
    finally:
        page.unroute_all()


def against(page: Page, within: str | None = None) -> list[str]:
    """What stands in somebody's way, in light and in dark colours."""
    wide = page.viewport_size is not None and page.viewport_size["width"] > 1000
    found = violations(page, WITH_COLOURS if wide else WITHOUT_COLOURS, within)
    found += poor_contrasts(page, within or "body")
    with dark(page):
        assert brightness(page) < 60
        return found + poor_contrasts(page, within or "body") + violations(page, LINKS, within)


@pytest.mark.parametrize("width", [1280, 360, 320])
@pytest.mark.parametrize("path", LOOKED_AT.values(), ids=LOOKED_AT)
def test_nothing_stands_in_anybodys_way(windows: Windows, site: str, path: str, width: int) -> None:
    """R4: axe finds nothing, and every contrast is enough, in light and dark."""
    page = windows.of(window(width, reduced_motion="reduce"))
    page.goto(site + path)
    assert against(page) == []


@pytest.mark.parametrize("width", [1280, 360, 320])
@pytest.mark.parametrize("path", EXPLAINERS)
def test_open_evidence_stands_in_nobodys_way(windows: Windows, site: str, path: str, width: int) -> None:
    """R4: the same with a popover open, for one of each kind of evidence on the page."""
    page = windows.of(window(width, reduced_motion="reduce"))
    page.goto(site + path)
    for name in one_of_each_kind(path):
        button_of(page, name).click()
        assert against(page, f"#e-{name}") == []
        page.keyboard.press("Escape")


def test_a_contrast_that_is_poor_is_found(page: Page, site: str) -> None:
    """R4: the ratio is that of WCAG, with what shines through."""
    page.goto(site + "gate/")
    title = page.locator("#title")
    for colour, opacity, told in (
        ("rgb(119 119 119)", 1, []),
        ("rgb(180 180 180)", 1, ["2.07 of 3"]),
        ("rgb(0 0 0)", 0.3, ["2.11 of 3"]),
    ):
        style = f"color: {colour}; background: white; opacity: {opacity}"
        title.evaluate("(e, style) => e.style.cssText = style", style)
        assert [found.partition(":")[0] for found in poor_contrasts(page, "h1")] == told


def one_of_each_kind(path: str) -> list[str]:
    """The names of claims whose evidence differs in kind: in status, language, or what it consists of."""
    kinds: dict[tuple[object, ...], str] = {}
    for claim in CLAIMS[path]:
        made = claim.claim
        languages = frozenset(o.source.language for o in claim.evidence if isinstance(o, Evidence))
        kind = (made.status, bool(made.derived), bool(made.waivers), bool(made.corrections), languages)
        kinds.setdefault((*kind, any(isinstance(o, AbsenceOutcome) for o in claim.evidence)), str(made.id))
    return list(kinds.values())


@pytest.mark.parametrize("path", [*EXPLAINERS, "sources/report/", "sources/ledger/", ""])
@in_windows(wide=WIDE, narrow=NARROW)
def test_numbers_are_large_enough_and_have_names_of_their_own(page: Page, site: str, path: str) -> None:
    """R6: buttons of at least 24 by 24 px; one name, one thing that it opens."""
    page.goto(site + path)
    numbers = page.locator(".or-number:visible, .or-ref:visible")
    assert numbers.count() >= 1
    sizes = numbers.evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(r => Math.min(r.width, r.height))"
    )
    assert min(sizes) >= 24
    opens = page.locator("button.or-number").evaluate_all(
        "all => all.map(e => [e.getAttribute('aria-label'), e.getAttribute('popovertarget')])"
    )
    for one, other in combinations(opens, 2):
        assert one[0] != other[0] or one[1] == other[1]


@pytest.mark.parametrize("path", LOOKED_AT.values(), ids=LOOKED_AT)
def test_links_of_one_name_lead_to_one_place(page: Page, site: str, path: str) -> None:
    """R6: on the whole page, what surrounds the article included."""
    page.goto(site + path)
    found = targets_by_name(page)
    assert "" not in found
    assert {name: sorted(targets) for name, targets in found.items() if len(targets) > 1} == {}


@pytest.mark.parametrize("path", EXPLAINERS)
def test_print_has_an_entry_of_evidence_for_each_claim(page: Page, site: str, path: str) -> None:
    """R7: as many entries as claims, each quotation visible, whatever was open on the screen."""
    page.goto(site + path)
    page.emulate_media(media="print")
    try:
        assert page.locator(".or-evidence:visible").count() == len(CLAIMS[path])
        shown = page.locator(".or-evidence:visible blockquote:visible")
        assert sorted(shown.evaluate_all(WORDS_ALONE)) == sorted(all_quotations(path))
        assert page.locator("blockquote:visible").count() == len(all_quotations(path))  # none twice
        assert page.locator(".or-switch:visible, .or-close:visible, .md-header:visible").count() == 0
    finally:
        page.emulate_media(media="null")


@pytest.mark.parametrize("path", ["dam/", "weir/"])
def test_the_printed_file_has_the_words(page: Page, site: str, path: str) -> None:
    """R7: the words are in the PDF itself, and the numbers of all claims."""
    page.goto(site + path)
    text = text_of_pdf(page.pdf())
    shown = page.locator(".or-evidence blockquote").all_text_contents()
    quotes = [words for words in (normalize("NFKC", words) for words in shown) if words.isascii()]
    assert len(quotes) > 8
    assert [words for words in quotes if "".join(words.split()) not in text] == []
    for number in range(1, len(CLAIMS[path]) + 1):
        assert f"Evidence{number}" in text


@pytest.mark.parametrize("path", LOOKED_AT.values(), ids=LOOKED_AT)
@in_windows(narrowest=window(320), magnified=MAGNIFIED)
def test_nothing_scrolls_sideways(page: Page, site: str, path: str) -> None:
    """R8: neither at 320 px nor at 400 %, evidence open or closed, from left to right or the other way."""
    page.goto(site + path)
    assert width_of(page) <= 320
    if switch := page.locator("#or-show-all").all():
        switch[0].check()
        assert width_of(page) <= 320
        switch[0].uncheck()
        page.locator("button.or-number:visible").first.click()
        assert width_of(page) <= 320
        page.keyboard.press("Escape")
    page.evaluate("document.body.dir = 'rtl'")
    assert width_of(page) <= 320


UNCLAIMED = """() => {
  const ours = '.or-claim, .or-editor, .or-tag, .or-number, .or-ref, .or-evidence, .or-switch, .or-vh';
  const apart = '.or-ledger, .or-endnotes, .or-cite, .or-source-card, .or-facts, h2, h3';
  const parts = document.querySelectorAll('.or-explainer section');
  const found = new Set();
  for (const section of parts) {
    if (section.querySelector('#corrections, #history')) continue;
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
      const text = node.data.trim().replace(/\\s+/g, ' ');
      if (text && !node.parentElement.closest(ours + ',' + apart)) found.add(text);
    }
  }
  return [...found];
}"""
"""The texts in the sections of an explainer that are no claims and not marked as ours."""
LABELS = (
    r"as of .+",
    r"stated in the source|inferred by us",
    r"(Probably |About |probably |about )*[\w ]*\d{4}s?( to [\w ]*\d{4})?",
    r"Not dated in the source",
    r"The heading rests on claims?",
    r"person|organisation|place|Also named:|Named in( \d+ claims?)?",
    r"Own words:|Paraphrased:|Reported:|:|\.|,|and|”\.|”|“",
    r"No words of theirs are quoted on this page\.|(Nobody|Nobody else) is quoted on this page\.",
    r"We searched|for|, and found (none of these words|it nowhere)\.( A \* stands for any ending\.)?",
    r"The source says “",
    r"\d+|date stated in the source|dated|date inferred by us|not dated: \d+ claims? at the end of the list",
    r"Drawn to scale\. The numbers are those of the claims; a line spans the days that a date can mean\.",
)
"""Words of ours beside claims in the sections of an explainer: none of them says anything about the world."""


def names_of(explainer: Explainer) -> Iterator[str]:
    """What an explainer or its sources call people and things, which labels repeat."""
    for entity in explainer.entities:
        yield from (str(entity.name), *map(str, entity.aliases))
    for claim in explainer.claims:
        yield from (str(x) for x in (claim.attributed_to, claim.date_words, claim.date_note) if x)
        for quotation in claim.evidence:
            yield from map(str, getattr(quotation, "terms", ()))
            if speaker := getattr(quotation, "speaker", None):
                yield str(speaker)


@pytest.mark.parametrize("path", EXPLAINERS)
def test_every_sentence_is_a_claim_or_marked_as_ours(page: Page, site: str, path: str) -> None:
    """R9: every text in a generated section is a claim, an editor's remark, a name, or a label we know."""
    page.goto(site + path)
    known = {name.casefold() for name in names_of(EXPLAINER[path])}
    known |= {str(s.title).casefold() for s in verified().resolution.project.corpus.sources.values()}
    unknown = [
        text
        for text in page.evaluate(UNCLAIMED)
        if text.casefold() not in known and not any(re.fullmatch(label, text) for label in LABELS)
    ]
    assert unknown == []


BESIDE = """printed => {
  const moment = printed.closest('.or-moment');
  const found = [...(moment?.querySelectorAll('.or-moment__basis') ?? [])];
  let next = printed;
  while ((next = next.nextElementSibling) && !next.matches('.or-number')) found.push(next);
  const seen = found.filter(e => e.checkVisibility() && e.getBoundingClientRect().height >= 12);
  return seen.map(e => e.textContent).join(' ');
}"""
"""The words that can be seen between a claim and its number, and how its date was got."""


def words_beside(claim: Claim) -> list[str]:
    """What has to be said in words beside a claim."""
    said = {"interpretation": ["our reading"], "contested": ["contested"]}.get(claim.status, [])
    dated = ["inferred"] if claim.date and ("?" in claim.date or claim.date_basis == "inferred") else []
    return [
        *said,
        *dated,
        *(["worked out"] if claim.derived else []),
        *(["exception"] if claim.waivers else []),
    ]


@pytest.mark.parametrize("path", EXPLAINERS)
@in_windows(wide=WIDE, narrow=NARROW)
def test_doubt_is_said_in_words_beside_the_sentence(page: Page, site: str, path: str) -> None:
    """R10: inferred dates, our readings and contested claims say so wherever the claim is printed."""
    page.goto(site + path)
    for claim in CLAIMS[path]:
        name = claim.claim.id
        for printed in page.locator(f"#c-{name}, a.or-again[href='#c-{name}']").all():
            beside = printed.evaluate(BESIDE)
            assert [words for words in words_beside(claim.claim) if words not in beside] == [], (name, beside)


@pytest.mark.parametrize("path", EXPLAINERS)
def test_the_short_answer_is_short(page: Page, site: str, path: str) -> None:
    """R13: at most 60 words, each sentence a claim."""
    page.goto(site + path)
    answer = page.locator(".or-answer .or-claim").all_text_contents()
    assert len(answer) == len([c for c in CLAIMS[path] if c.claim.id in EXPLAINER[path].answer])
    assert len(" ".join(answer).split()) <= 60


def share_of_one_source(path: str) -> float:
    """The greatest share of a page's claims that rest on one source, as a part of 1; repeats do not count."""
    used = [
        {str(o.source.id) for o in claim.evidence if o.source} for claim in CLAIMS[path] if claim.evidence
    ]
    return max(sum(name in sources for sources in used) for name in set().union(*used)) / len(used)


@pytest.mark.parametrize("path", EXPLAINERS)
@in_windows(wide=WIDE, narrow=NARROW)
def test_a_page_on_one_source_says_so_in_view(page: Page, site: str, path: str) -> None:
    """R13: where one source supports more than 80 % of the claims, the first screen says it."""
    page.goto(site + path)
    caveat = page.locator(".or-caveat").first
    says_one = caveat.inner_text().startswith("One source")
    assert says_one == (share_of_one_source(path) > 0.8)
    box = caveat.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 760
