"""Lists that grow: all explainers, corrections, the home page's cards, and how each is split into pages."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from msgspec.structs import replace

from onrecord.model import Claim
from onrecord.page import Page, Settings
from onrecord.pages import corrections, explainer_list, home
from onrecord.view.changes import changes
from onrecord.view.published import published
from onrecord.view.sheets import Sheet, sheets
from pages import example as project
from pages.example import Made, claim, quote, verified, words
from pages.markup import Element, parse

SETTINGS = Settings("1871-10-01", repository="https://example.org/code")


def explainers(number: int) -> list[Made]:
    """So many explainers of one claim, one a day, of which every claim was corrected once."""
    made = []
    for count in range(number):
        day = f"1872-{count // 28 + 1:02}-{count % 28 + 1:02}"
        one, outcomes = claim(
            "sticks",
            "The gate stuck.",
            quote("The gate stuck.", "letter"),
            corrections=(project.correction(day, f"The gate stuck {count} times.", "Nobody counted."),),
        )
        entry = replace(
            project.second()[0],
            id=f"gate-{count}",
            title=words(f"Did the gate stick on {day}?"),
            published=words(day),
            claims=(one,),
        )
        made.append((entry, [(one, outcomes)]))
    return made


VERIFIED = verified(*explainers(110))
OF_EXAMPLE = len(published(verified()).explainers)


@cache
def trees(kind: str) -> dict[str, Element]:
    return {path: parse(page.html) for path, page in made(kind).items()}


@cache
def made(kind: str) -> dict[str, Page]:
    module = {"explainers": explainer_list, "corrections": corrections}[kind]
    return {page.path: page for page in module.PAGE_KIND.pages(VERIFIED, SETTINGS)}


# ---- The pages of a list -------------------------------------------------------------------------


@pytest.mark.parametrize(("items", "sizes"), [(0, [0]), (1, [1]), (5, [5]), (6, [5, 1]), (10, [5, 5])])
def test_a_list_is_split_and_nothing_is_left_out(items: int, sizes: list[int]) -> None:
    found = list(sheets("list", range(items), 5))
    assert [len(sheet.items) for sheet in found] == sizes
    assert [item for sheet in found for item in sheet.items] == list(range(items))
    assert [sheet.path for sheet in found] == ["list", *(f"list/{n}" for n in range(2, len(sizes) + 1))]
    assert {(sheet.total, sheet.last) for sheet in found} == {(items, len(sizes))}


@pytest.mark.parametrize(
    ("number", "last", "linked"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (4, 7, [1, 2, 3, 4, 5, 6, 7]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (1, 90, [1, 2, 3, 0, 90]),
        (50, 90, [1, 0, 48, 49, 50, 51, 52, 0, 90]),
        (90, 90, [1, 0, 88, 89, 90]),
    ],
)
def test_however_many_pages_there_are_few_are_linked(number: int, last: int, linked: list[int]) -> None:
    sheet: Sheet[int] = Sheet("list", number, last, (), 0)
    assert sheet.linked == linked


@pytest.mark.parametrize("kind", ["explainers", "corrections"])
def test_pages_of_a_list_lead_to_each_other(kind: str) -> None:
    found = trees(kind)
    paths = list(found)
    assert len(paths) > 1
    for path, tree in found.items():
        pager = tree.one("nav", class_="or-pager")
        assert pager.one(**{"aria-current": "page"}).text == f"Page {paths.index(path) + 1}"
        names = [link.name for link in pager.all("a")]
        assert len(set(names)) == len(names)
        numbered = {f"Page {number}" for number in range(1, len(paths) + 1)}
        assert {name for name in names if name.startswith("Page")} < numbered
        assert ("Previous page" in names) == (path != paths[0])
        assert ("Next page" in names) == (path != paths[-1])
    titles = [page.title for page in made(kind).values()]
    assert len(set(titles)) == len(titles)


def test_a_second_page_stands_below_the_first() -> None:
    page = made("explainers")["explainers/2"]
    assert (page.kind, page.title, page.trail) == (
        "explainers",
        "All explainers, page 2",
        (("All explainers", "explainers"),),
    )
    trail = [
        item.text for item in trees("explainers")["explainers/2"].one("nav", class_="or-trail").all("li")
    ]
    assert trail == ["On Record", "All explainers", "Page 2"]


# ---- Explainers ----------------------------------------------------------------------------------


def test_every_explainer_has_a_card_newest_first() -> None:
    links = [
        card.one("h2").one("a").attributes["href"].strip("./")
        for tree in trees("explainers").values()
        for card in tree.all("li", class_="or-card")
    ]
    dated = [link.removeprefix("gate-") for link in links if link.startswith("gate-")]
    assert len(links) == 110 + OF_EXAMPLE
    assert list(map(int, dated)) == list(range(109, -1, -1))
    assert [len(list(tree.all(class_="or-card"))) for tree in trees("explainers").values()] == [
        *(50, 50),
        len(links) - 100,
    ]


def test_a_card_says_what_it_is_about_and_what_it_rests_on() -> None:
    cards = {
        card.one("a").attributes["href"].strip("./"): " ".join(card.text.split())
        for tree in trees("explainers").values()
        for card in tree.all("li", class_="or-card")
    }
    assert cards["dam"] == (
        "Is the dam safe? The committee found no cracks in the dam. [our reading] [exception to a rule] "
        f"{len(list(dam_claims()))} claims from 4 sources and 1 that only repeats others "
        "· last change 1 September 1871"
    )
    assert cards["gate-0"] == (
        "Did the gate stick on 1872-01-01? 1 claim from 1 source · published 1 January 1872"
    )
    arabic = next(
        link
        for tree in trees("explainers").values()
        for link in tree.all("a")
        if link.attributes["href"].endswith("sadd/")
    )
    assert (arabic.attributes["lang"], arabic.attributes["dir"]) == ("ar", "rtl")


def dam_claims() -> list[Claim]:
    return [made for made, _ in project.CLAIMS if made.withdrawn is None]


def test_a_site_without_explainers_says_so() -> None:
    bare = replace(VERIFIED, resolution=replace(VERIFIED.resolution, claims=()))
    empty = replace(bare.resolution.project, explainers=())
    nothing = replace(bare, resolution=replace(bare.resolution, project=empty))
    (page,) = explainer_list.PAGE_KIND.pages(nothing, SETTINGS)
    assert "There are no explainers so far." in page.html


def test_home_shows_the_newest_and_leads_to_the_others() -> None:
    insertions = dict(home.PAGE_KIND.insertions(VERIFIED, SETTINGS))
    tree = parse(insertions["explainers"](""))
    cards = [card.one("a").attributes["href"] for card in tree.all("li", class_="or-card")]
    assert cards == [f"gate-{number}/" for number in range(109, 97, -1)]
    *_, last = tree.all("a")
    assert (last.text, last.attributes["href"]) == (f"All {110 + OF_EXAMPLE} explainers", "explainers/")
    few = dict(home.PAGE_KIND.insertions(verified(), SETTINGS))["explainers"]("")
    assert "explainers/" not in [link.attributes["href"] for link in parse(few).all("a")]


# ---- Corrections ---------------------------------------------------------------------------------


def test_corrections_go_on_over_several_pages_newest_first() -> None:
    entries = [list(tree.all("section", class_="or-change")) for tree in trees("corrections").values()]
    everything = changes(published(VERIFIED))
    assert [len(page) for page in entries] == [100, len(everything) - 100]
    days = [entry.one("h2").one("time").attributes["datetime"] for page in entries for entry in page]
    assert all(later >= earlier for later, earlier in pairwise(days))


def test_corrections_say_how_many_each_explainer_has_and_lead_to_its_own() -> None:
    first, second = trees("corrections").values()
    listed = {
        item.one("a").attributes["href"]: item.one(class_="or-index__count").text
        for item in second.one("details", class_="or-filter").all("li")
    }
    assert listed["../../dam/#corrections"] == "4 entries"
    assert listed["../../gate-0/#corrections"] == "1 entry"
    assert len(list(first.one("details", class_="or-filter").all("li"))) == 100


def test_corrections_say_the_policy_and_whom_to_tell() -> None:
    first, second = trees("corrections").values()
    for tree in (first, second):
        assert tree.one("p", class_="or-deck").text.count(".") == 3
        assert "Report a problem" in {link.text for link in tree.all("a")}
    assert [heading.level for heading in made("corrections")["corrections/2"].headings][:2] == [1, 2]


def test_a_minor_change_is_no_correction() -> None:
    one, outcomes = claim(
        "sticks",
        "The gate stuck.",
        quote("The gate stuck.", "letter"),
        corrections=(
            project.correction("1872-01-01", "The door stuck.", "It was the gate."),
            replace(project.correction("1872-01-02", "The gate  stuck.", "A blank."), minor=True),
        ),
    )
    entry = replace(project.second()[0], id="minor", claims=(one,))
    found = [
        c for c in changes(published(verified((entry, [(one, outcomes)])))) if c.explainer.path == "minor"
    ]
    assert [(change.was, change.now) for change in found] == [("The door stuck.", "The gate  stuck.")]
