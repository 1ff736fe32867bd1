"""Feeds hold what the pages say, in the form that RFC 4287 and JSON Feed 1.1 ask for."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import example, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from msgspec.structs import replace

from exports import hostile_dated
from onrecord.export import Export
from onrecord.exports import feeds as kind
from onrecord.model import Explainer
from onrecord.page import Settings
from onrecord.view.feed import MOST_ENTRIES, NEVER, Entry, Feed, feeds, is_day
from onrecord.view.legible import one_line
from onrecord.view.published import Published, published
from pages import hostile
from pages.example import CLAIMS, Made, explainer, many, second, verified, words
from pages.markup import parse

ADDRESS = "https://example.org/record/"
NOWHERE = Settings("1871-10-01")
SOMEWHERE = Settings("1871-10-01", address=ADDRESS)
BOTH = pytest.mark.parametrize("settings", [NOWHERE, SOMEWHERE], ids=["nowhere", "somewhere"])
VERIFIED = verified(hostile_dated.explainer(), sources=hostile.SOURCES)
FEEDS = ("feed.atom", "feed.json", "corrections/feed.atom", "corrections/feed.json")
ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1)

TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
LINK: dict[str, Any] = {"type": "string", "format": "uri-reference", "minLength": 1}
MOMENT: dict[str, Any] = {"type": "string", "format": "date-time"}
LANGUAGE: dict[str, Any] = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}
AUTHORS: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": TEXT, "url": LINK, "avatar": LINK},
        "minProperties": 1,
        "additionalProperties": False,
    },
}
ITEM: dict[str, Any] = {
    "type": "object",
    "properties": {
        "id": TEXT,
        "url": LINK,
        "external_url": LINK,
        "title": TEXT,
        "content_html": TEXT,
        "content_text": TEXT,
        "summary": TEXT,
        "image": LINK,
        "banner_image": LINK,
        "date_published": MOMENT,
        "date_modified": MOMENT,
        "authors": AUTHORS,
        "tags": {"type": "array", "items": TEXT},
        "language": LANGUAGE,
        "attachments": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "url": LINK,
                    "mime_type": TEXT,
                    "title": TEXT,
                    "size_in_bytes": {"type": "number"},
                    "duration_in_seconds": {"type": "number"},
                },
                "required": ["url", "mime_type"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "patternProperties": {"^_[A-Za-z]": {"type": "object"}},
    "additionalProperties": False,
}
JSON_FEED = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": {"type": "string", "format": "uri"},
        "feed_url": {"type": "string", "format": "uri"},
        "description": TEXT,
        "user_comment": TEXT,
        "next_url": LINK,
        "icon": LINK,
        "favicon": LINK,
        "authors": AUTHORS,
        "language": LANGUAGE,
        "expired": {"type": "boolean"},
        "hubs": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"type": TEXT, "url": LINK},
                "required": ["type", "url"],
                "additionalProperties": False,
            },
        },
        "items": {"type": "array", "items": ITEM},
    },
    "required": ["version", "title", "items"],
    "patternProperties": {"^_[A-Za-z]": {"type": "object"}},
    "additionalProperties": False,
}
VALIDATOR = Draft202012Validator(JSON_FEED, format_checker=FormatChecker())


@cache
def files(settings: Settings) -> dict[str, bytes]:
    made: list[Export] = list(kind.exports(VERIFIED, settings))
    return {export.path: export.content for export in made}


def items(settings: Settings, path: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(files(settings)[path])["items"]
    return found


def texts(element: ElementTree.Element, tag: str) -> list[str]:
    return [child.text or "" for child in element.findall(ATOM + tag)]


def links(element: ElementTree.Element, relation: str) -> list[str]:
    return [link.attrib["href"] for link in element.findall(ATOM + "link") if link.get("rel") == relation]


def check_atom(content: bytes) -> ElementTree.Element:
    """What RFC 4287 requires of a feed and its entries (sections 4.1.1, 4.1.2, 4.1.3, 4.2.6 and 4.2.7)."""
    feed = ElementTree.fromstring(content)
    assert feed.tag == f"{ATOM}feed"
    assert texts(feed.findall(ATOM + "author")[0], "name")[0]
    entries = feed.findall(ATOM + "entry")
    names = []
    for element in (feed, *entries):
        for tag in ("id", "title", "updated"):
            (value,) = texts(element, tag)
            assert value.strip(), tag
        names += texts(element, "id")
        for tag in ("updated", "published"):
            assert all(RFC3339.fullmatch(value) for value in texts(element, tag))
        assert len(links(element, "alternate")) == 1
    assert len(set(names)) == len(names)
    assert all(urlsplit(name).scheme in ("https", "urn") for name in names)
    for entry in entries:
        (body,) = entry.findall(ATOM + "content")
        assert body.get("type") == "html"
        assert list(body) == []
    return feed


def test_the_files() -> None:
    assert tuple(files(NOWHERE)) == FEEDS
    offered = {(offer.kind, offer.name): offer for offer in kind.EXPORT_KIND.offers}
    assert set(offered) == {(k, name) for k in ("site", "corrections") for name in ("feed.atom", "feed.json")}
    assert {offer.relation for offer in offered.values()} == {"alternate"}
    assert offered["site", "feed.atom"].media_type == "application/atom+xml"
    assert offered["site", "feed.json"].media_type == "application/feed+json"


@BOTH
@pytest.mark.parametrize("path", ["feed.atom", "corrections/feed.atom"])
def test_atom_is_as_the_standard_says(path: str, settings: Settings) -> None:
    feed = check_atom(files(settings)[path])
    assert links(feed, "self") == ([ADDRESS + path] if settings.address else [])
    home = path.removesuffix("feed.atom")
    (alternate,) = links(feed, "alternate")
    assert alternate == (ADDRESS + home if settings.address else "../corrections/" if home else "./")


@BOTH
@pytest.mark.parametrize("path", ["feed.atom", "corrections/feed.atom"])
def test_a_feed_reader_reads_what_was_written(path: str, settings: Settings) -> None:
    read = feedparser.parse(files(settings)[path])
    assert not read.bozo
    written = items(settings, path.replace("atom", "json"))
    assert len(written) > 3
    assert [entry.id for entry in read.entries] == [item["id"] for item in written]
    assert [entry.updated for entry in read.entries] == [item["date_modified"] for item in written]
    assert [entry.published for entry in read.entries] == [item["date_published"] for item in written]
    assert [entry.title_detail.type for entry in read.entries] == ["text/plain"] * len(written)


@BOTH
@pytest.mark.parametrize("path", ["feed.json", "corrections/feed.json"])
def test_json_feed_is_as_the_standard_says(path: str, settings: Settings) -> None:
    feed = json.loads(files(settings)[path])
    assert [error.message for error in VALIDATOR.iter_errors(feed)] == []
    names = [item["id"] for item in feed["items"]]
    assert len(set(names)) == len(names)
    assert ("feed_url" in feed) == bool(settings.address)
    if settings.address:
        assert feed["feed_url"] == ADDRESS + path


@BOTH
@pytest.mark.parametrize("folder", ["", "corrections/"])
def test_both_formats_hold_the_same(folder: str, settings: Settings) -> None:
    entries = check_atom(files(settings)[f"{folder}feed.atom"]).findall(ATOM + "entry")
    written = items(settings, f"{folder}feed.json")
    for tag, key in (
        ("id", "id"),
        ("title", "title"),
        ("content", "content_html"),
        ("updated", "date_modified"),
    ):
        assert [texts(entry, tag)[0] for entry in entries] == [item[key] for item in written]
    assert [links(entry, "alternate")[0] for entry in entries] == [item["url"] for item in written]


def test_explainers_come_newest_first_with_the_dates_of_the_facts() -> None:
    dates = [
        (item["url"], item["date_published"], item["date_modified"]) for item in items(NOWHERE, "feed.json")
    ]
    assert dates[:3] == [
        ("hostile-page/", "1872-01-01T00:00:00Z", "1872-02-04T00:00:00Z"),
        ("dam/", "1871-07-01T00:00:00Z", "1871-09-01T00:00:00Z"),
        ("sadd/", "1871-06-15T00:00:00Z", "1871-06-15T00:00:00Z"),
    ]
    published_days = [published for _, published, _ in dates]
    assert published_days == sorted(published_days, reverse=True)
    updated = ElementTree.fromstring(files(NOWHERE)["feed.atom"]).findtext(f"{ATOM}updated")
    assert updated == "1872-02-04T00:00:00Z"


def test_an_explainer_without_a_date_has_no_entry() -> None:
    assert "gate/" not in [item["url"] for item in items(NOWHERE, "feed.json")]


def test_an_entry_has_the_short_answer_with_its_quotations_and_as_of_when_it_holds() -> None:
    (item,) = (one for one in items(SOMEWHERE, "feed.json") if one["url"] == f"{ADDRESS}dam/")
    tree = parse(item["content_html"])
    said = [element.text for element in tree.all("strong")]
    assert said == ["The committee found no cracks in the dam.", "The gate of the dam sticks."]
    quoted = [element.text for element in tree.all("blockquote")]
    assert quoted == ['It found no cracks, "but the gate sticks."', "but the gate sticks.", "The gate stuck."]
    holds = [element.text for element in tree.all("p") if element.text.startswith("As of ")]
    assert [text.partition(".")[0] for text in holds] == [
        "As of May 1871, a date we inferred",
        "As of May 1871, a date we inferred, others undated",
    ]
    assert "[our reading]" in tree.text
    assert "Nothing here was checked against the world outside them." in tree.text
    targets = [element.attributes["href"] for element in tree.all("a")]
    assert targets == [
        f"{ADDRESS}claims/dam/no-cracks/",
        f"{ADDRESS}claims/dam/gate-sticks/",
        f"{ADDRESS}dam/",
    ]


def test_what_is_worked_out_comes_with_the_words_it_rests_on_in_the_end() -> None:
    made: Made = (replace(explainer(), id="other", answer=many("two-languages")), CLAIMS)
    (feed, _) = feeds(published(verified(made)), NOWHERE)
    (entry,) = (one for one in feed.entries if one.address == "other/")
    quoted = [element.text for element in parse(entry.html).all("blockquote")]
    assert quoted == ["قالت اللجنة إن السد آمن.", "委员会认为大坝是安全的。"]


def test_corrections_say_what_was_said_and_what_is_said_now_and_why() -> None:
    found = {item["id"]: item for item in items(SOMEWHERE, "corrections/feed.json")}
    corrected = found[f"{ADDRESS}corrections/#ashby-dam--no-cracks--1"]
    assert corrected["date_modified"] == "1871-07-02T00:00:00Z"
    tree = parse(corrected["content_html"])
    assert tree.one("del").text == "There are no cracks."
    assert tree.one("ins").text == "No cracks were found."
    assert "It said too much." in tree.text
    withdrawn = found[f"{ADDRESS}corrections/#ashby-dam--too-much--withdrawn"]
    assert withdrawn["title"] == "Withdrawn: The dam is safe for all time."
    assert "no longer claimed" in withdrawn["content_html"]
    removed = found[f"{ADDRESS}corrections/#ashby-dam--cracks--removed"]
    assert removed["url"] == f"{ADDRESS}claims/dam/cracks/"
    assert f'href="{ADDRESS}claims/dam/no-cracks/"' in removed["content_html"]


def entry_of(made: Explainer, settings: Settings) -> Entry:
    (feed, _) = feeds(published(verified((made, CLAIMS))), settings)
    (entry,) = (one for one in feed.entries if one.title == one_line(made.title))
    return entry


@BOTH
def test_an_id_stays_whatever_else_changes(settings: Settings) -> None:
    first = replace(explainer(), id="first", title=words("First"), retired=())
    moved = [replace(one, id=words("first"), replaced_by=words("second")) for one in explainer().retired[:1]]
    later = replace(
        first,
        id="second",
        title=words("Second"),
        published=words("1871-09-30"),
        retired=(*moved, replace(moved[0], id=words("between"), date=words("1871-12-01"))),
    )
    before, after = entry_of(first, settings), entry_of(later, settings)
    assert before.id == after.id
    assert before.address != after.address


def test_ids_without_an_address_are_those_of_this_site_alone() -> None:
    mine = entry_of(replace(explainer(), id="first", title=words("First"), retired=()), NOWHERE)
    theirs = entry_of(
        replace(explainer(), id="first", title=words("First"), retired=()),
        Settings("1871-10-01", name="Others"),
    )
    assert mine.id == "urn:uuid:355fab24-c40a-5232-aa02-28a94e0039a8"
    assert mine.id != theirs.id


def test_there_are_at_most_fifty_entries_and_the_newest_are_kept() -> None:
    made, claims = second()
    many_made: list[Made] = [
        (
            replace(made, id=f"gate-{day:02}", published=words(f"1873-{1 + day // 28:02}-{1 + day % 28:02}")),
            claims,
        )
        for day in range(60)
    ]
    (feed, _) = feeds(published(verified(*many_made)), NOWHERE)
    assert [entry.address for entry in feed.entries] == [
        f"gate-{day:02}/" for day in range(59, 59 - MOST_ENTRIES, -1)
    ]


def test_a_site_without_corrections_has_an_empty_feed_of_its_latest_change() -> None:
    site = published(VERIFIED)
    quiet = replace(site, explainers=tuple(one for one in site.explainers if one.path == "sadd"))
    _, corrections = feeds(quiet, NOWHERE)
    assert corrections.entries == ()
    assert corrections.updated == "1871-06-15"
    assert texts(check_atom(kind.atom(corrections)), "updated") == ["1871-06-15T00:00:00Z"]
    _, nothing = feeds(Published((), {}, {}), NOWHERE)
    assert nothing.updated == NEVER
    check_atom(kind.atom(nothing))
    assert VALIDATOR.is_valid(json.loads(kind.json_feed(nothing)))


def test_what_authors_wrote_is_text() -> None:
    (item,) = (one for one in items(NOWHERE, "feed.json") if one["url"] == "hostile-page/")
    assert item["title"] == one_line(f"{hostile.HOSTILE} {hostile.mark('Explainer.title')}")
    ours = {"a", "bdi", "blockquote", "cite", "dd", "del", "div", "dl", "dt", "ins", "p", "span", "strong"}
    attributes = {"href", "lang", "dir"}
    for path in ("feed.json", "corrections/feed.json"):
        for one in items(NOWHERE, path):
            for element in parse(one["content_html"]).all():
                assert element.tag in ours
                assert set(element.attributes) <= attributes
                assert not element.attributes.get("href", "").startswith("javascript")
    text = parse(item["content_html"]).text
    for name in (
        "Claim.text",
        "Quotation.not_covered",
        "Quotation.translation",
        "Absence.terms",
        "Source.title",
    ):
        assert one_line(f"{hostile.HOSTILE} {hostile.mark(name)}") in text


def test_of_a_source_only_the_quoted_words_are_in_a_feed() -> None:
    everything = b"".join(files(NOWHERE).values())
    assert b"@hostile-parts@" in everything
    assert b"never used" not in everything


def lone(title: str, content: str) -> Feed:
    entry = Entry("urn:a", "a/", one_line(title), "en", NEVER, NEVER, one_line(title), one_line(content))
    return Feed("", "urn:b", one_line(title), one_line(title), "All.", "./", {}, NEVER, (entry,))


@trying(deadline=None)
@given(ANY_TEXT.filter(one_line), ANY_TEXT.filter(one_line))
def test_any_text_comes_back_from_atom_and_json(title: str, content: str) -> None:
    feed = lone(title, content)
    read = ElementTree.fromstring(kind.atom(feed))
    assert read.findtext(f"{ATOM}title") == one_line(title)
    (entry,) = read.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == one_line(title)
    assert entry.findtext(f"{ATOM}content") == one_line(content)
    (item,) = json.loads(kind.json_feed(feed))["items"]
    assert (item["title"], item["content_html"]) == (one_line(title), one_line(content))


@example("a\x00\x08\x0b\x1f\x7f\x85\x9f\ud800\ufffe\uffff\u2028\u2029\r\nb")
@trying(deadline=None)
@given(ANY_TEXT)
def test_one_line_holds_nothing_that_xml_forbids(text: str) -> None:
    line = one_line(text)
    allowed = re.compile("[\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
    assert allowed.fullmatch(line)
    assert one_line(line) == line
    assert len(line.splitlines()) <= 1


@pytest.mark.parametrize("text", ["", "1871", "1871-07-32", "18710701", "1871-W01-1", "x", "0000-01-01"])
def test_what_is_no_day_dates_nothing(text: str) -> None:
    assert not is_day(text)
    assert is_day("1871-07-31")


def test_the_same_facts_make_the_same_bytes() -> None:
    again = verified(hostile_dated.explainer(), sources=hostile.SOURCES)
    assert {export.path: export.content for export in kind.exports(again, SOMEWHERE)} == files(SOMEWHERE)
    tomorrow = replace(SOMEWHERE, today="1999-01-01")
    assert {export.path: export.content for export in kind.exports(VERIFIED, tomorrow)} == files(SOMEWHERE)
