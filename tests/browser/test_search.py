"""What a reader finds: a claim, a speaker, a quotation in any language, at its place and nowhere else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.building import built, served
from browser.conftest import Windows
from browser.looking import DARK, NARROW, NO_SCRIPT, WIDE, in_windows, violations, width_of, window

QUOTATION = "We were told in spring"
KEYS = "or-find-words"


def search(page: Page, site: str, query: str) -> None:
    """Open the search page with a query, and wait for what it says."""
    page.goto(f"{site}search/?q={quote(query)}")
    expect(page.get_by_role("status")).not_to_be_empty()


def places(page: Page) -> list[str]:
    """Where the results lead, below the site's root, without the links of the pages themselves."""
    links = page.locator(".or-hit__places a").evaluate_all("all => all.map(a => a.pathname + a.hash)")
    return [link.lstrip("/") for link in links]


def pages(page: Page) -> list[str]:
    links = page.locator(".or-hit__title a").evaluate_all("all => all.map(a => a.pathname + a.hash)")
    return [link.lstrip("/") for link in links]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("committee visited the dam", "dam/#c-visited"),
        ("visiting committees", "dam/#c-visited"),  # by the stems of the words
        ('"told in spring"', "dam/#c-warned"),
        ("We were told in spring and did nothing", "dam/#c-warned"),
        ("with care set by hand", "dam/#c-by-hand"),
        ("قالت اللجنة إن السد آمن", "dam/#c-safe-arabic"),
        ("委员会认为大坝是安全的", "dam/#c-safe-chinese"),
        ("大坝是安全", "dam/#c-safe-chinese"),  # from the middle of the sentence
        ("engineer named", "dam/#c-no-clerk"),
    ],
)
def test_what_is_searched_for_leads_to_its_place(page: Page, site: str, query: str, place: str) -> None:
    search(page, site, query)
    assert place in places(page)
    assert len(places(page)) == len(set(places(page)))
    page.locator(f".or-hit__places a[href$='{place}']").click()
    assert page.url == f"{site}{place}"
    target = page.locator(f"#{place.partition('#')[2]}")
    expect(target).to_be_in_viewport()


@pytest.mark.parametrize(
    "query", [QUOTATION, f'"{QUOTATION}"', "委员会认为大坝是安全的。", "set by hand, “with care”"]
)
def test_a_quotation_is_found_once(page: Page, site: str, query: str) -> None:
    search(page, site, query)
    assert len([place for place in places(page) if place.startswith("dam/")]) == 1
    assert pages(page).count("dam/") == 1
    words = page.locator(".or-hit__words", has_text=query.strip('"')[:10])
    assert words.count() == 1


def test_what_a_page_by_hand_says_is_found_there_and_not_the_claims_it_prints(page: Page, site: str) -> None:
    search(page, site, "committee visited the dam on 3 May")
    assert pages(page)[0] == "dam/"
    assert "" not in pages(page)
    page.goto(site)
    assert page.locator(".or-claim", has_text="The committee visited the dam on 3 May.").count() == 1
    search(page, site, '"letter for letter"')
    assert "how-we-check/" in pages(page)
    assert page.locator(".or-hit__words mark").count() > 0


def test_a_speaker_is_found_with_what_is_said(page: Page, site: str) -> None:
    search(page, site, "Mr Byron")
    found = places(page)
    assert {"dam/#c-since-spring", "dam/#c-nobody-warned"} <= set(found)
    assert "dam/#c-visited" not in found


def test_characters_that_only_stand_apart_are_not_found(page: Page, site: str) -> None:
    search(page, site, "坝安")
    expect(page.get_by_role("status")).to_have_text("Nothing found for “坝安”.")


def test_nothing_is_said_where_nothing_is_found(page: Page, site: str) -> None:
    search(page, site, "xyzzyq")
    expect(page.get_by_role("status")).to_have_text("Nothing found for “xyzzyq”.")
    assert page.locator(".or-hit").count() == 0


def test_what_has_only_some_of_the_words_says_so(page: Page, site: str) -> None:
    search(page, site, "committee ωψφ")
    expect(page.get_by_role("status")).to_contain_text("No page has all of these words.")
    assert page.locator(".or-hit").count() > 0


def test_words_are_shown_in_their_language_and_direction(page: Page, site: str) -> None:
    search(page, site, "قالت اللجنة إن السد آمن")
    words = page.locator(".or-hit__words[lang=ar]").first
    assert words.evaluate("e => getComputedStyle(e).direction") == "rtl"
    search(page, site, "大坝报告")
    assert page.locator(".or-hit__title a").first.inner_text() == "大坝报告"
    assert page.locator(".or-hit__title a").first.get_attribute("lang") == "zh"


def test_it_answers_while_one_writes_and_the_address_keeps_the_query(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    expect(page.locator(f"#{KEYS}")).to_be_focused()
    page.keyboard.type("gate sticks")
    expect(page.locator(".or-hit")).not_to_have_count(0)
    expect(page).to_have_url(f"{site}search/?q=gate+sticks")
    page.locator(".or-hit__places a").first.click()
    page.go_back()
    expect(page.locator(f"#{KEYS}")).to_have_value("gate sticks")
    expect(page.locator(".or-hit")).not_to_have_count(0)
    page.locator(f"#{KEYS}").fill("")
    expect(page.locator(".or-hit")).to_have_count(0)
    expect(page.locator("#or-find-status")).to_be_empty()
    expect(page).to_have_url(f"{site}search/")


def test_enter_asks_at_once(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    page.locator(f"#{KEYS}").fill("gate")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Found on")
    expect(page).to_have_url(f"{site}search/?q=gate")


def test_more_results_come_ten_at_a_time_and_the_keyboard_goes_on_with_them(page: Page, site: str) -> None:
    search(page, site, "rule")
    expect(page.locator(".or-hit")).to_have_count(10)
    page.get_by_role("button", name="More results").press("Enter")
    expect(page.locator(".or-hit")).to_have_count(20)
    expect(page.locator(".or-hit").nth(10).locator("a").first).to_be_focused()
    assert len(pages(page)) == len(set(pages(page)))


def test_hostile_text_is_shown_as_it_was_written(page: Page, site: str, windows: Windows) -> None:
    for query in (
        "img onerror alert",
        "script alert bold",
        '<img src=x onerror=alert(9)> "',
        "hidden esrever",
    ):
        search(page, site, query)
        assert page.locator(".or-hit").count() > 0
        assert page.locator("article :is(img, script, svg, b, style)").count() == 0
    search(page, site, "<img src=x onerror=window.ran=1> nowhere")
    assert page.evaluate("window.ran") is None
    search(page, site, "src onerror alert quoted bold")
    expect(page.locator(".or-hit__places a").first).to_contain_text(
        '<img src=x onerror=alert(3)> & {{ 6 * 7 }} "quoted" **bold**'
    )
    assert [text for text in windows.complaints if "search" in text.lower()] == []


@in_windows(wide=window(1280, reduced_motion="reduce"), narrow=window(360, reduced_motion="reduce"))
def test_results_stand_in_nobodys_way(page: Page, site: str) -> None:
    for query in ("Mr Byron", "xyzzyq", "大坝"):
        search(page, site, query)
        assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    try:
        search(page, site, "Mr Byron")
        assert violations(page) == []
    finally:
        page.emulate_media(color_scheme="light")


@in_windows(narrowest=window(320))
def test_results_do_not_scroll_sideways(page: Page, site: str) -> None:
    for query in ("Mr Byron", "hidden", "www"):
        search(page, site, query)
        assert width_of(page) <= 320


@in_windows(wide=WIDE, no_script=NO_SCRIPT)
def test_every_page_has_a_form_where_there_is_room(page: Page, site: str) -> None:
    for path in ("", "dam/", "claims/dam/visited/", "404.html"):
        page.goto(site + path)
        form = page.get_by_role("search")
        assert form.count() == 1
        assert page.locator("a.or-search__link:visible").count() == 0
        form.get_by_role("searchbox", name="Search this site").fill("gate sticks")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=gate+sticks")
    assert page.locator(".md-search, [for=__search]").count() == 0


@in_windows(narrow=NARROW, dark=DARK)
def test_every_page_has_a_link_where_there_is_little(page: Page, site: str) -> None:
    page.goto(f"{site}dam/")
    assert page.locator(".or-search:visible").count() == 0
    link = page.get_by_role("link", name="Search this site")
    box = link.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    link.click()
    page.wait_for_url(f"{site}search/")
    assert page.get_by_role("search").count() == 1


@in_windows(no_script=NO_SCRIPT)
def test_without_script_it_leads_to_the_lists(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=dam")
    assert page.get_by_role("search").count() == 0
    page.get_by_role("link", name="all explainers").click()
    assert page.url == f"{site}explainers/"


@pytest.fixture(scope="module")
def below_a_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site at an address that is not the root of its server, and in a folder called like the index."""
    folder = tmp_path_factory.mktemp("server")
    shutil.copytree(built(), folder / "pagefind-and-more" / "site")
    with served(folder) as address:
        yield f"{address}pagefind-and-more/site/"


def test_below_a_path_it_finds_the_same(page: Page, below_a_path: str) -> None:
    search(page, below_a_path, "committee visited")
    page.locator(".or-hit__places a").first.click()
    assert page.url == f"{below_a_path}dam/#c-visited"


@pytest.fixture(scope="module")
def without_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("server") / "site"
    shutil.copytree(built(), folder, ignore=shutil.ignore_patterns("pagefind"))
    with served(folder) as address:
        yield address


def test_where_it_cannot_be_loaded_it_says_so(page: Page, windows: Windows, without_index: str) -> None:
    search(page, without_index, "dam")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    windows.complaints.clear()  # the browser's own, about the missing file
