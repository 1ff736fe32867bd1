"""Check it yourself: a reader looks a quotation up once more, and hears what the browser found."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from browser.building import served
from browser.sources import AT, scalar, source
from onrecord.exports import assets, source_text
from onrecord.exports.assets import FOLDER
from onrecord.head import with_head
from onrecord.head_links import links_of
from onrecord.languages import language_of
from onrecord.lookup import Lookup
from onrecord.match import match
from onrecord.model import Explainer, Quotation, Source
from onrecord.outcome import Match
from onrecord.page import Settings
from onrecord.pages import claim as claim_pages
from onrecord.resolve import Evidence
from pages.example import Made, claim, verified

SETTINGS = Settings("2026-11-24")
STORY = (
    "\U0001d4d0 letter of 3 May.\r\n\r\n"
    "The keepers wrote to the board. They said that the \u201cold\u201d gate had stuck since spring, and, "
    "as the clerk knew, that nobody came. <img src=x onerror=alert(1)> & so on.\r\n\r\n"
    "The board said that the gate was 1990\u20131995 years old.\r\nNobody else was asked in 5 years.\r\n"
)
TYPED = {
    "plain": ("The keepers wrote to the board.", {}),
    "marks": ('that the "old" gate had stuck since spring', {}),
    "pieces": ('[The keepers] said that the "old" gate had stuck ... that nobody came.', {}),
    "hostile": ("<img src=x onerror=alert(1)> & so on.", {}),
    "neighbours": ("that the gate was 1990-1995 years old.", {"prefix": scalar("said"), "line": scalar("5")}),
}
STORIES = source("story", STORY)
PARTS = replace(source("parts", STORY), publish="excerpts")


def evidence_for(words: str, found_in: Source, kept: dict[str, Any]) -> tuple[Quotation, Evidence]:
    quotation = Quotation(scalar(words), found_in.id, AT, **kept)
    assert found_in.text is not None
    found = match(quotation, found_in.text, Lookup(found_in.text), language_of("en"))
    assert isinstance(found, Match), found
    return quotation, Evidence(quotation, found_in, found.spans, found.foldings, found.omitted)


def story() -> Made:
    claims = [
        claim(name, f"A claim: {name}.", evidence_for(words, STORIES, kept))
        for name, (words, kept) in TYPED.items()
    ]
    claims.append(claim("parts", "A claim: parts.", evidence_for(TYPED["plain"][0], PARTS, {})))
    two = [evidence_for(TYPED[name][0], STORIES, {}) for name in ("plain", "marks")]
    claims.append(claim("both", "A claim: both.", *two))
    return Explainer(
        id="story", title=scalar("A story"), claims=tuple(made for made, _ in claims), at=AT
    ), claims


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages of these claims, without a theme, under the policy of every page."""
    folder = tmp_path_factory.mktemp("pages")
    project = verified(story(), sources=(STORIES, PARTS))
    made = [page for page in claim_pages.pages(project, SETTINGS) if page.path.startswith("claims/story/")]
    exports = [*assets.exports(project, SETTINGS), *source_text.exports(project, SETTINGS)]
    files = {export.path: export.content for export in exports}
    for page in made:
        html = f"<!doctype html><html lang=en><head><title>x</title></head><body>{page.html}</body></html>"
        files[f"{page.path}/index.html"] = with_head(html, links_of(page, SETTINGS, ()), policy=True).encode()
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    with served(folder) as address:
        yield f"{address}claims/story/"


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window that complains of every error."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield page
    page.close()
    assert complaints == []


def press(page: Page) -> str:
    """What the page says after its first button was pressed."""
    page.locator(".or-rerun__button").first.click()
    page.locator(".or-rerun__verdict").first.wait_for()
    return page.get_by_role("status").first.inner_text()


def changed(page: Page, old: str, new: str) -> None:
    """Let the source come with other words."""
    body = STORY.replace(old, new).encode()
    page.route("**/text.txt", lambda route: route.fulfill(body=body, content_type="text/plain"))


SAME = "Your browser comes to the same result as this page."
OTHER = "Your browser comes to another result than this page."


@pytest.mark.parametrize(
    ("name", "told", "marked"),
    [
        ("plain", "once: characters 23 to 53, from line 3 on. Letter for letter.", [TYPED["plain"][0]]),
        (
            "marks",
            "characters 65 to 106, from line 3 on. Different in type, which does not count: quotation marks.",
            ["that the \u201cold\u201d gate had stuck since spring"],
        ),
        (
            "pieces",
            "characters 55 to 93 and 133 to 149",
            ["They said that the \u201cold\u201d gate had stuck", "that nobody came."],
        ),
        ("hostile", "Letter for letter.", [TYPED["hostile"][0]]),
        (
            "neighbours",
            "from line 5 on. Different in type, which does not count: dashes.",
            ["that the gate was 1990\u20131995 years old."],
        ),
    ],
)
def test_the_browser_comes_to_the_same_result(
    window: Page, pages: str, name: str, told: str, marked: list[str]
) -> None:
    window.goto(f"{pages}{name}/")
    said = " ".join(press(window).split())
    assert said.startswith(SAME)
    assert told in said
    assert f"its fingerprint (SHA-256) is {STORIES.digest}." in said
    passage = window.locator(".or-rerun__passage")
    assert passage.locator("mark").all_text_contents() == marked
    assert window.locator(".or-rerun img").count() == 0
    shown = passage.evaluate("e => [e.lang, e.dir, e.textContent.trim()]")
    assert shown[:2] == ["en", "ltr"]
    assert STORY.split("\r\n\r\n")[1 if name != "neighbours" else 2].strip() == shown[2]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("May", "June", "characters 24 to 54, from line 3 on. The page says characters 23 to 53"),
        ("wrote to", "called on", "The words are not in it. The page says characters 23 to 53"),
        (
            "The board",
            "The keepers wrote to the board. It",
            "The words stand in it more than once: characters 23 to 53",
        ),
        ("keepers", "keep\u00aders", "invisible characters. The page says: Letter for letter."),
    ],
)
def test_another_text_is_told_from_the_one_that_was_checked(
    window: Page, pages: str, old: str, new: str, told: str
) -> None:
    changed(window, old, new)
    window.goto(f"{pages}plain/")
    said = press(window)
    assert said.startswith(OTHER)
    assert "The file is not the one that was checked" in said
    assert told in said


def test_a_text_with_the_words_in_place_is_still_another_text(window: Page, pages: str) -> None:
    changed(window, "5 years", "6 years")
    window.goto(f"{pages}plain/")
    said = press(window)
    assert said.startswith(OTHER)
    assert "The words stand in it once: characters 23 to 53, from line 3 on." in said


def test_without_a_secure_connection_the_words_are_still_looked_up(window: Page, pages: str) -> None:
    window.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })")
    window.goto(f"{pages}plain/")
    said = press(window)
    assert said.startswith(
        "Your browser finds the words where this page says. It could not compare the file."
    )
    assert "browsers compute fingerprints only on pages that come over https" in said


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda route: route.abort(), "The text of the source did not come: there may be no connection."),
        (
            lambda route: route.fulfill(status=404),
            "The text of the source is not where it should be (answer 404).",
        ),
        (lambda route: route.fulfill(body=b"\xff\xfe"), "The file that came is no text in UTF-8."),
    ],
    ids=["offline", "missing", "not text"],
)
def test_what_stands_in_the_way_is_told_in_plain_words(
    window: Page, pages: str, answer: Callable[[Any], None], told: str
) -> None:
    window.goto(f"{pages}plain/")
    window.route("**/text.txt", answer)
    assert press(window) == f"This could not be checked. {told}"
    window.unroute("**/text.txt")
    window.locator(".or-rerun__button").click()
    window.get_by_text(SAME).wait_for()
    assert window.locator(".or-rerun__passage").count() == 1


def test_each_quotation_has_a_button_and_an_answer_of_its_own(window: Page, pages: str) -> None:
    window.goto(f"{pages}both/")
    window.get_by_role("button", name="Check it yourself, quotation 2").press("Enter")
    window.get_by_text(SAME).wait_for()
    assert [status.inner_text() != "" for status in window.get_by_role("status").all()] == [False, True]


def test_nothing_dead_is_shown_without_scripts_or_without_the_text(browser: Browser, pages: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{pages}plain/")
    assert page.locator(".or-rerun").count() == 1
    assert not page.locator(".or-rerun").is_visible()
    page.goto(f"{pages}parts/")
    assert page.locator(".or-rerun").count() == 0
    assert page.locator("script").count() == 0
    page.close()


def test_the_modules_are_small() -> None:
    sizes = {
        name: len(gzip.compress((FOLDER / name).read_bytes(), 9))
        for name in ("check.js", "fold.js", "find.js")
    }
    assert sizes["check.js"] < 3_000, "this one is loaded with every page"
    assert sum(sizes.values()) < 12_288
