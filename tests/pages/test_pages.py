"""Every kind of page, made from one small project that uses everything."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import pytest

from onrecord import pages as kinds
from onrecord.discover import discover
from onrecord.page import Insertion, Page, PageKind, Settings
from onrecord.resolve import Evidence
from onrecord.view.links import mark_id
from pages.example import CLAIMS, LONG_WORD, READINGS, SOURCES, fourth, verified
from pages.markup import Element, parse

GOLDEN = Path(__file__).parent / "golden"
SETTINGS = Settings("1871-10-01", address="https://example.org/")
WITH_REPOSITORY = Settings("1871-10-01", repository="https://example.org/code")
BY_HAND = {"", "how-we-check", "corrections-policy"}
LIVE = {str(claim.id): claim for claim, _ in CLAIMS if claim.withdrawn is None}


def all_pages(settings: Settings) -> dict[str, Page]:
    found = [
        page
        for kind in discover(kinds, "PAGE_KIND", PageKind).values()
        for page in kind.pages(verified(), settings)
    ]
    assert len({page.path for page in found}) == len(found)
    return {page.path: page for page in found}


def all_insertions() -> dict[str, Insertion]:
    return {
        name: insertion
        for kind in discover(kinds, "PAGE_KIND", PageKind).values()
        for name, insertion in kind.insertions(verified(), SETTINGS)
    }


PAGES = all_pages(SETTINGS)
TREES = {path: parse(page.html) for path, page in PAGES.items()}
DAM, WEIR = TREES["dam"], TREES["weir"]
OURS = [path for path in PAGES if path.partition("/")[0] not in ("rules", "foldings")]


def test_the_pages_there_are() -> None:
    expected = {
        "dam",
        "gate",
        "sadd",
        "weir",
        "ashby-dam",
        "corrections",
        "rules",
        "foldings",
        "claims/gate/sticks",
    }
    expected |= {f"sources/{name}" for name in SOURCES}
    expected |= {f"claims/dam/{claim.id}" for claim, _ in CLAIMS}
    expected |= {"claims/dam/cracks", *(f"claims/ashby-dam/{name}" for name in LIVE)}
    assert expected <= set(PAGES)
    assert not [path for path in PAGES if "draft" in path]


@pytest.mark.parametrize("path", OURS)
def test_golden(path: str, request: pytest.FixtureRequest) -> None:
    file = GOLDEN / f"{path.replace('/', '--')}.html"
    made = PAGES[path].html + "\n"
    if request.config.getoption("--update-golden", default=False):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, "utf-8", newline="\n")
    assert file.read_text("utf-8") == made, "run with --update-golden and look at the change"


def test_no_golden_page_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.glob("*.html")} == {path.replace("/", "--") for path in OURS}


@pytest.mark.parametrize("path", PAGES)
def test_ids_are_unique_and_headings_exist(path: str) -> None:
    ids = [element.attributes["id"] for element in TREES[path].all() if "id" in element.attributes]
    assert len(set(ids)) == len(ids)
    assert not any(set(name) & set(" \t\n") for name in ids)
    for heading in PAGES[path].headings:
        assert TREES[path].by_id(heading.id).tag == f"h{heading.level}"
        assert len(heading.text) <= 80
    assert [heading.level for heading in PAGES[path].headings][:1] == [1]


@pytest.mark.parametrize("path", PAGES)
def test_one_title_and_no_level_left_out(path: str) -> None:
    levels = [int(e.tag[1]) for e in TREES[path].all() if e.tag in ("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PAGES)
def test_what_labels_describe_is_there(path: str) -> None:
    ids = {element.attributes.get("id") for element in TREES[path].all()}
    for attribute in ("aria-labelledby", "for", "popovertarget"):
        for element in TREES[path].all():
            if attribute in element.attributes:
                assert element.attributes[attribute] in ids


def section_of(element: Element) -> Element:
    while element.tag != "section":
        assert element.parent is not None
        element = element.parent
    return element


def target(path: str, href: str) -> tuple[str, str]:
    """The page and the place that ``href`` on the page at ``path`` leads to."""
    address, _, fragment = href.partition("#")
    parts = list(PurePosixPath(path).parts)
    for part in address.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(unquote(part))
    return "/".join(parts), unquote(fragment)


def leads_somewhere(path: str, link: Element) -> bool:
    href = link.attributes["href"]
    if href.startswith("https://"):
        return True
    page, place = target(path, href)
    if page in BY_HAND or page.startswith("rules/"):
        return not place
    return page in TREES and (not place or any(e.attributes.get("id") == place for e in TREES[page].all()))


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere(path: str) -> None:
    assert [link.attributes["href"] for link in TREES[path].all("a") if not leads_somewhere(path, link)] == []


def targets_by_name(tree: Element) -> dict[str, set[str]]:
    """The addresses that links of each name lead to."""
    found: dict[str, set[str]] = {}
    for link in tree.all("a"):
        found.setdefault(link.name, set()).add(link.attributes["href"])
    return found


@pytest.mark.parametrize("path", PAGES)
def test_links_of_one_name_have_one_target(path: str) -> None:
    found = targets_by_name(TREES[path])
    assert "" not in found
    assert {name: targets for name, targets in found.items() if len(targets) > 1} == {}


@pytest.mark.parametrize("path", ["dam", "gate"])
def test_evidence_buttons_have_distinct_names(path: str) -> None:
    names: dict[str, str] = {}
    for button in TREES[path].all("button", class_="or-number"):
        target_of_it = button.attributes["popovertarget"]
        assert names.setdefault(button.name, target_of_it) == target_of_it
        assert button.text in button.name


@pytest.mark.parametrize("name", LIVE)
def test_each_claim_stands_once_with_its_evidence_in_place_and_in_the_list(name: str) -> None:
    claim = LIVE[name]
    outcomes = next(outcomes for made, outcomes in CLAIMS if made.id == name)
    printed = DAM.by_id(f"c-{name}")
    assert printed.text == claim.text
    assert printed.parent is not None
    buttons = [b for b in printed.parent.all("button") if b.attributes["popovertarget"] == f"e-{name}"]
    assert buttons
    quotations = [outcome for outcome in outcomes if isinstance(outcome, Evidence)]
    for place in (DAM.by_id(f"e-{name}"), DAM.by_id(f"evidence-{name}")):
        assert len(list(place.all("blockquote"))) == len(quotations)


def test_there_is_as_much_evidence_as_claims() -> None:
    assert len(list(DAM.all(class_="or-evidence"))) == len(LIVE)
    listed = DAM.one("section", role="doc-endnotes").one("ol")
    numbers = [e.attributes["value"] for e in listed.all("li") if "value" in e.attributes]
    assert numbers == [str(number) for number in range(1, len(LIVE) + 1)]


@pytest.mark.parametrize("name", LIVE)
def test_quotations_are_the_words_of_the_source_with_their_language(name: str) -> None:
    outcomes = [o for made, out in CLAIMS if made.id == name for o in out if isinstance(o, Evidence)]
    listed = DAM.by_id(f"evidence-{name}").all("blockquote")
    for outcome, shown in zip(outcomes, listed, strict=True):
        assert outcome.source.text is not None
        content = outcome.source.text.content
        assert shown.text == " […] ".join(content[a:b] for a, b in outcome.spans)
        assert shown.attributes["lang"] == outcome.source.language
        assert shown.attributes["dir"] == ("rtl" if outcome.source.language == "ar" else "ltr")
        page, place = target("dam", shown.attributes["cite"])
        assert (page, place) == (f"sources/{outcome.source.id}", mark_id(outcome.spans[0]))


def test_a_gloss_stands_in_brackets_and_is_told_from_the_words() -> None:
    shown = DAM.by_id("e-no-cracks").one("blockquote")
    assert shown.text == 'It [the committee] found no cracks, "but the gate sticks."'
    assert shown.one("ins").text == "[the committee]"
    assert "The sentence before names nothing else." in DAM.by_id("e-no-cracks").text


def test_words_left_out_are_shown_on_demand() -> None:
    details = DAM.by_id("e-warned").one("details")
    assert "by post and (says the clerk) by telephone," in details.text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no-cracks", "[our reading]"),
        ("warned", "[contested]"),
        ("visited", "[date inferred: probably 3 May 1871]"),
        ("two-languages", "[worked out from other claims]"),
        ("gate-sticks", "[as of the source]"),
        ("safe-arabic", "[as of June 1871]"),
    ],
)
def test_what_is_ours_is_said_beside_the_sentence(name: str, said: str) -> None:
    printed = DAM.by_id(f"c-{name}")
    assert printed.parent is not None
    assert said in printed.parent.text


def test_a_withdrawn_claim_leaves_the_page_and_keeps_its_address() -> None:
    assert not [e for e in DAM.all() if e.attributes.get("id", "").endswith("-too-much")]
    assert DAM.text.count("The dam is safe for all time.") == 1
    listed = DAM.one("ul", class_="or-changes", id="changes").text
    assert "The dam is safe for all time. (dam/too-much) Withdrawn." in listed
    page = TREES["claims/dam/too-much"]
    assert "The dam is safe for all time." in page.text
    assert "The passage does not say so." in page.text
    assert not list(page.all("blockquote"))


def test_removed_and_renamed_addresses_lead_on() -> None:
    removed = TREES["claims/dam/cracks"]
    *_, last = removed.all("a")
    assert target("claims/dam/cracks", last.attributes["href"])[0] == "claims/dam/no-cracks"
    assert any(target("ashby-dam", a.attributes["href"])[0] == "dam" for a in TREES["ashby-dam"].all("a"))


def test_corrections_say_what_was_what_is_and_why_newest_first() -> None:
    entries = list(TREES["corrections"].all("section"))
    assert [entry.one("time").attributes["datetime"] for entry in entries] == [
        "1871-09-01",
        "1871-08-01",
        "1871-07-03",
        "1871-07-02",
    ]
    first_change = entries[3]
    assert first_change.one("del").text == "There are no cracks."
    assert first_change.one("ins").text == "No cracks were found."


def test_the_strip_and_the_caveat_are_counted() -> None:
    strip = " ".join(DAM.one("ul", class_="or-strip").text.split())
    assert strip == (
        f"Rests on 4 sources and 1 that only repeats others Claims {len(LIVE)} "
        "Looked up 15 quotations are in their sources, 4 terms are not "
        "As of May 1871 to 1 June 1871, in part inferred by us, others undated Last change 1 September 1871"
    )
    assert DAM.one("p", class_="or-caveat").text.startswith(
        "4 sources and 1 that only repeats others. Nothing here was checked"
    )
    gate = TREES["gate"].one("p", class_="or-caveat").text
    assert gate.startswith("One source, undated, no outlet and no web address given. Nothing here was ")


def test_a_page_without_sections_prints_every_claim() -> None:
    assert TREES["gate"].by_id("c-sticks").text == "The gate stuck."


def test_a_claim_in_no_section_is_printed_too() -> None:
    assert section_of(DAM.by_id("c-not-placed")).one("h2").text == "Also on record"


def test_who_speaks_is_said_and_that_nobody_else_does() -> None:
    speakers = {s.one(class_="or-speaker__name").text: s for s in DAM.all(class_="or-speaker")}
    assert set(speakers) == {"Mr Byron", "The committee"}
    assert "Paraphrased:" in speakers["Mr Byron"].text
    assert "Own words:" in speakers["The committee"].text
    assert "No words of theirs are quoted" not in speakers["The committee"].text
    assert "No words of theirs are quoted" in speakers["Mr Byron"].text
    assert "Nobody else is quoted on this page." in DAM.text


def test_the_timeline_tells_stated_inferred_and_undated_apart_in_words() -> None:
    moments = [" ".join(m.one(class_="or-moment__when").text.split()) for m in DAM.all(class_="or-moment")]
    assert moments == ["Spring 1871 stated in the source", "Probably 3 May 1871 inferred by us"]
    assert "The writers were told in spring and did nothing." in DAM.one("ul", class_="or-undated").text


def test_a_search_lists_its_words() -> None:
    said = " ".join(DAM.by_id("e-no-river").one("p", class_="or-searched").text.split())
    assert said == (
        "We searched Report on the dam for River, Ash* and stream, and found none of these words. "
        "A * stands for any ending."
    )


@pytest.mark.parametrize("path", PAGES)
def test_what_authors_wrote_is_shown_and_never_run(path: str) -> None:
    tree = TREES[path]
    assert not [e for e in tree.all() if e.tag in ("script", "img", "style", "iframe", "b") and e.attributes]
    assert not list(tree.all("script"))
    for element in tree.all():
        assert not [name for name in element.attributes if name.startswith("on")]
        assert not element.attributes.get("href", "").startswith("javascript:")


def test_hostile_text_is_shown_letter_for_letter() -> None:
    assert DAM.by_id("c-hostile").text == '<img src=x onerror=alert(3)> & {{ 6 * 7 }} "quoted" **bold**'
    assert '<script>alert("x")</script> & {{ 7 * 7 }} **bold** [x](javascript:alert(1))' in DAM.text
    assert "</div><script>alert(4)</script>" in DAM.by_id("e-hostile").text
    source = TREES["sources/hostile"]
    assert source.by_id("title").text == '<b>"Hostile"</b> & {{ title }}'
    assert "javascript:alert(1)" in TREES["sources/chinese"].text


def shown_text(line: Element) -> str:
    """What of a line is the source's."""
    return "".join(
        child
        if isinstance(child, str)
        else ""
        if {"or-margin", "or-gap"} & set(child.classes)
        else shown_text(child)
        for child in line.children
    )


def test_a_source_published_whole_is_shown_letter_for_letter() -> None:
    text = SOURCES["report"].text
    assert text is not None
    rows = [
        (row.one(class_="or-line__number").text.split()[-1], shown_text(row.one("p")))
        for row in TREES["sources/report"].all("li", class_="or-line")
    ]
    numbered = enumerate(text.content.split("\n"), 1)
    assert rows == [(str(number), line) for number, line in numbered if line.strip()]


def test_of_excerpts_only_sentences_in_use_are_shown() -> None:
    arabic = TREES["sources/arabic"].one("ol", class_="or-lines")
    assert arabic.one("mark").text == "قالت اللجنة إن السد آمن."
    assert "البوابة" not in arabic.text
    assert "[… 17 characters not shown]" in arabic.text
    assert (arabic.attributes["lang"], arabic.attributes["dir"]) == ("ar", "rtl")


@pytest.mark.parametrize("name", SOURCES)
def test_every_passage_is_marked_and_leads_to_its_claims(name: str) -> None:
    page = TREES[f"sources/{name}"]
    for claim, outcomes in CLAIMS:
        for outcome in outcomes:
            if claim.withdrawn or not isinstance(outcome, Evidence) or outcome.source.id != name:
                continue
            for span in outcome.spans:
                page.by_id(mark_id(span))
                (margin,) = [
                    mark.parent.children[mark.parent.children.index(mark) + 1]
                    for mark in page.all("mark", id=mark_id(span))
                    if mark.parent is not None
                ]
                assert isinstance(margin, Element)
                hrefs = [target(f"sources/{name}", a.attributes["href"]) for a in margin.all("a")]
                assert hrefs.count(("dam", f"c-{claim.id}")) == 1


def test_overlapping_passages_are_marked_inside_each_other() -> None:
    outer, inner = 'It found no cracks, "but the gate sticks."', "but the gate sticks."
    content = TREES["sources/report"]
    marks = {mark.text.partition('"')[0]: mark for mark in content.all("mark")}
    assert inner in [mark.text for mark in marks["It found no cracks, "].all("mark")]
    assert outer.startswith("It found no cracks, ")


def test_passages_that_cross_nest_or_are_the_same_are_each_marked() -> None:
    """Crossing marks are split where the other ends; two claims on the same words share one mark."""
    page = TREES["sources/ledger"]
    evidence = {claim.id: outcomes[0] for claim, outcomes in fourth()[1]}
    spans = {name: evidence[name].spans[0] for name in ("whole", "built", "mended", "raised", "two-feet")}
    marks = {name: page.by_id(mark_id(span)) for name, span in spans.items()}
    assert marks["built"] in list(marks["whole"].all("mark"))
    assert marks["built"].text + " and raised by two feet in 1840" in shown_text(marks["whole"])
    assert marks["mended"] in list(marks["built"].all("mark"))
    assert marks["raised"] is marks["two-feet"]
    assert shown_text(marks["raised"]) == "raised by two feet in 1840"
    margins = [link.attributes["href"] for margin in page.all(class_="or-margin") for link in margin.all("a")]
    for name in spans:
        assert [href.partition("#")[2] for href in margins].count(f"c-{name}") == 1


def test_the_longest_quotation_and_the_longest_word_are_whole() -> None:
    assert len(READINGS) > 3000
    assert [quote.text for quote in WEIR.by_id("evidence-read-daily").all("blockquote")] == [READINGS]
    assert WEIR.by_id("c-mark").text == f"The mark reads {LONG_WORD}."
    assert len(list(WEIR.by_id("e-eight-months").all("blockquote"))) == 8
    assert "These passages carry the claim together." in WEIR.by_id("e-eight-months").text


@pytest.mark.parametrize(
    ("name", "language", "direction"), [("hebrew", "he", "rtl"), ("japanese", "ja", "ltr")]
)
def test_every_language_is_named_and_runs_its_way(name: str, language: str, direction: str) -> None:
    title, lines = (
        TREES[f"sources/{name}"].by_id("title"),
        TREES[f"sources/{name}"].one("ol", class_="or-lines"),
    )
    quote = WEIR.by_id(f"evidence-safe-{name}").one("blockquote")
    for place in (title, quote, lines):
        assert (place.attributes["lang"], place.attributes["dir"]) == (language, direction)
    assert title.text == SOURCES[name].title


def test_characters_that_hide_are_pointed_out() -> None:
    page = TREES["sources/report"]
    assert page.one(class_="or-odd").attributes["data-name"] == "no-break space (U+00A0)"
    listed = " ".join(section_of(page.by_id("oddities")).text.split())
    assert "No-break space (U+00A0): 1 time, on line 6" in listed
    assert "Curly double quotation mark, beside 2 straight: 2 times, on line 6" in listed


def test_a_claim_page_shows_the_passage_in_its_place() -> None:
    whole = TREES["claims/dam/no-cracks"].one("blockquote")
    assert whole.text.strip().endswith("Its members were surprised.")
    assert whole.one("mark").text == 'It found no cracks, "but the gate sticks."'
    part = TREES["claims/gate/sticks"].one("blockquote")
    assert part.text.strip() == "The gate stuck."


def test_links_to_report_and_edit_need_a_repository() -> None:
    without, with_it = PAGES["dam"].html, all_pages(WITH_REPOSITORY)["dam"].html
    assert "Report a problem" not in without
    tree = parse(with_it)
    reports = [a for a in tree.all("a") if a.name.startswith("Report a problem with claim")]
    assert len(reports) == len(LIVE)
    assert (
        "template=report-a-claim.yml&amp;title=Problem+with+dam%2Fvisited&amp;claim=dam%2Fvisited" in with_it
    )
    edit = next(a for a in tree.all("a") if a.name.startswith("Edit"))
    assert edit.attributes["href"] == "https://example.org/code/edit/main/facts/dam.yml"


def test_insertions() -> None:
    insertions = all_insertions()
    assert {"explainers", "latest-corrections", "counts", "rules", "dam/visited"} <= set(insertions)
    assert not {"dam/too-much", "draft/sticks"} & set(insertions)
    for name, insertion in insertions.items():
        for page in ("", "how-we-check", "deep/er"):
            tree = parse(insertion(page))
            for link in tree.all("a"):
                assert leads_somewhere(page, link), (name, link.attributes["href"])


def test_an_inserted_claim_may_stand_in_a_sentence() -> None:
    tree = parse(all_insertions()["dam/visited"](""))
    assert {element.tag for element in tree.all()} <= {"span", "button", "a", "cite"}
    assert tree.one(role="blockquote").text == "The committee visited the dam on 3 May."
    assert tree.one(class_="or-claim").text == "The committee visited the dam on 3 May."


def test_pages_lead_up_and_on() -> None:
    assert PAGES["claims/dam/visited"].trail == (("Is the dam safe?", "dam"),)
    assert PAGES["sources/letter"].trail == ()
    assert PAGES["sources/report"].trail == (("Is the dam safe?", "dam"),)
    assert (PAGES["dam"].previous, PAGES["dam"].next) == ("", "sadd")
    assert (PAGES["sadd"].previous, PAGES["sadd"].next) == ("dam", "weir")
    assert (PAGES["gate"].previous, PAGES["gate"].next) == ("weir", "")
    for page in PAGES.values():
        assert {page.previous, page.next} <= {*PAGES, ""}
