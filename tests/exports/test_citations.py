"""Citations parse as BibTeX and as CSL-JSON, say what the facts say, and take no doubtful date for a fact."""

from __future__ import annotations

import json
import re
from functools import cache, partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace
from pybtex.database import Entry, parse_string

from exports import hostile_dated
from onrecord.exports import citations as kind
from onrecord.page import Offer, Settings
from onrecord.view import links
from onrecord.view.citing import citation_text, cited_source
from onrecord.view.fingerprint import fingerprint
from onrecord.view.legible import one_line
from onrecord.view.published import PublishedExplainer, published
from onrecord.view.render import _environment
from pages import hostile
from pages.example import SOURCES, source, verified, words
from pages.markup import Element, parse

ADDRESS = "https://example.org/record/"
OTHER = Offer("explainer", "facts.json", "All claims", "application/json", "describedby")
NOWHERE = Settings("1871-10-01")
SOMEWHERE = Settings("1871-10-01", address=ADDRESS)
BOTH = pytest.mark.parametrize("settings", [NOWHERE, SOMEWHERE], ids=["nowhere", "somewhere"])
VERIFIED = verified(hostile_dated.explainer(), sources=hostile.SOURCES)
ENTRIES = {entry.path: entry for entry in published(VERIFIED).explainers}
PATHS = pytest.mark.parametrize("path", sorted(ENTRIES))
ANY_TEXT = st.text(st.characters(exclude_categories=()))
SPECIAL_TEXT = st.text(st.sampled_from("#$%&~_^\\{}\"@,=' ab"))

STRING: dict[str, Any] = {"type": "string", "minLength": 1}
NAMES: dict[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": dict.fromkeys(("family", "given", "suffix", "literal"), STRING),
        "minProperties": 1,
        "additionalProperties": False,
    },
}
DATE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "season": {"type": ["string", "integer"]},
        "circa": {"type": ["string", "number", "boolean"]},
        "literal": STRING,
        "raw": STRING,
    },
    "oneOf": [{"required": ["date-parts"]}, {"required": ["literal"]}],
    "additionalProperties": False,
}
CSL = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {
            "id": STRING,
            "type": {"enum": ["document", "webpage"]},
            "author": NAMES,
            "issued": DATE,
            "accessed": DATE,
            **dict.fromkeys(
                ("title", "container-title", "publisher", "URL", "version", "language", "note"), STRING
            ),
        },
        "required": ["id", "type", "title"],
        "additionalProperties": False,
    },
}
"""The part of CSL 1.0.2 (https://docs.citationstyles.org, appendices III and IV) that we write."""

LATEX = {
    **{f"\\{char}": char for char in "#$%&_"},
    r"\textbackslash{}": "\\",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
}


def from_latex(text: str) -> str:
    """What LaTeX prints for ``text``; a special character that is not escaped is an error."""
    out = []
    for found in re.finditer(r"\\text[a-z]+\{\}|\\.|(?s:.)", text):
        assert found[0] in LATEX or found[0] not in "#$%&~_^\\{}", found[0]
        out.append(LATEX.get(found[0], found[0]))
    return "".join(out)


def value(entry: Entry, name: str) -> str:
    """A field as it is printed, without the braces that keep it together."""
    given = str(entry.fields[name])
    return from_latex(given[1:-1] if given[:1] == "{" and given[-1:] == "}" else given)


def spaced(text: str) -> str:
    return " ".join(one_line(text).split())


@cache
def files(settings: Settings) -> dict[str, str]:
    return {export.path: export.content.decode() for export in kind.exports(VERIFIED, settings)}


def bibtex(path: str, settings: Settings) -> dict[str, Entry]:
    return dict(parse_string(files(settings)[f"{path}/cite.bib"], "bibtex").entries.items())


def csl(path: str, settings: Settings) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads(files(settings)[f"{path}/cite.json"])}


def test_every_explainer_has_both_forms_and_offers_them() -> None:
    assert set(files(NOWHERE)) == {f"{path}/{name}" for path in ENTRIES for name in ("cite.bib", "cite.json")}
    offers = {offer.name: (offer.kind, offer.media_type) for offer in kind.EXPORT_KIND.offers}
    assert offers == {
        "cite.bib": ("explainer", "application/x-bibtex"),
        "cite.json": ("explainer", "application/vnd.citationstyles.csl+json"),
    }


@BOTH
@PATHS
def test_csl_json_is_as_the_standard_says(path: str, settings: Settings) -> None:
    found = json.loads(files(settings)[f"{path}/cite.json"])
    assert [error.message for error in Draft202012Validator(CSL).iter_errors(found)] == []


@BOTH
@PATHS
def test_both_forms_cite_the_explainer_and_each_of_its_sources(path: str, settings: Settings) -> None:
    expected = [f"explainer-{path}", *(f"source-{one.id}" for one in ENTRIES[path].sources)]
    assert list(bibtex(path, settings)) == expected
    assert list(csl(path, settings)) == expected


@PATHS
def test_fields_are_what_the_facts_say(path: str) -> None:
    entry, bib, items = ENTRIES[path], bibtex(path, NOWHERE), csl(path, NOWHERE)
    wanted = {f"explainer-{path}": (entry.title, "On Record", "")}
    wanted |= {f"source-{s.id}": (s.title, s.author or "", s.publisher or "") for s in entry.sources}
    for name, (title, author, publisher) in wanted.items():
        assert value(bib[name], "title") == spaced(title)
        assert items[name]["title"] == one_line(title)
        assert [one["literal"] for one in items[name].get("author", [])] == [one_line(author)] * bool(author)
        (person,) = bib[name].persons.get("author", []) or [None]
        assert (from_latex(str(person)[1:-1]) if person else "") == spaced(author)
        assert (value(bib[name], "publisher") if "publisher" in bib[name].fields else "") == spaced(publisher)
        assert items[name].get("publisher", "") == one_line(publisher)


def test_a_certain_date_is_a_date() -> None:
    bib, items = bibtex("dam", NOWHERE), csl("dam", NOWHERE)
    for name, parts in (("explainer-dam", [1871, 7, 1]), ("source-arabic", [1871, 6, 1])):
        assert items[name]["issued"] == {"date-parts": [parts]}
        assert bib[name].fields["year"] == str(parts[0])
        assert bib[name].fields["month"] == {6: "June", 7: "July"}[parts[1]]
        assert bib[name].fields["day"] == str(parts[2])
        assert "published" not in bib[name].fields["note"]
    assert items["source-letter"]["accessed"] == {"date-parts": [[1871, 6, 30]]}


DOUBTFUL = [
    ("1871-05", "inferred", "May 1871, inferred by us", True),
    ("1871-05-03?", "inferred", "probably 3 May 1871, inferred by us", True),
    ("1871?", "stated", "probably 1871", True),
    ("1871~", "stated", "about 1871", True),
    ("187X", "stated", "the 1870s", True),
    ("1871-05-XX", "stated", "May 1871", True),
    ("1870/1871", "stated", "1870 to 1871", False),
    ("1871-21", "stated", "spring 1871", False),
]


@pytest.mark.parametrize(("date", "basis", "said", "circa"), DOUBTFUL)
def test_a_date_that_is_no_day_or_not_certain_is_said_in_words(
    date: str, basis: str, said: str, *, circa: bool
) -> None:
    found = replace(SOURCES["report"], published=words(date), published_basis=words(basis))
    item = kind.csl(cited_source(found))
    assert item["issued"] == ({"literal": said, "circa": True} if circa else {"literal": said})
    (entry,) = parse_string(kind.bibtex(cited_source(found)), "bibtex").entries.values()
    assert not {"year", "month", "day"} & set(entry.fields)
    assert f"published {said}" in entry.fields["note"]


def test_what_is_not_known_is_left_out() -> None:
    item = csl("dam", NOWHERE)["source-chinese"]
    assert not {"author", "issued", "accessed", "URL"} & set(item)
    assert "author" not in bibtex("dam", NOWHERE)["source-chinese"].persons
    assert "issued" not in csl("gate", NOWHERE)["explainer-gate"]
    assert not {"year", "url"} & set(bibtex("gate", NOWHERE)["explainer-gate"].fields)


def test_only_a_site_with_an_address_has_one() -> None:
    for settings, address in ((NOWHERE, None), (SOMEWHERE, f"{ADDRESS}dam/")):
        assert csl("dam", settings)["explainer-dam"].get("URL") == address
        assert bibtex("dam", settings)["explainer-dam"].fields.get("url") == address
    assert ADDRESS not in "".join(files(NOWHERE).values())


def test_addresses_of_sources_are_addresses() -> None:
    assert csl("dam", NOWHERE)["source-arabic"]["URL"] == "https://example.org/dam"
    hostile_source = csl("hostile-page", NOWHERE)["source-hostile-whole"]
    assert "URL" not in hostile_source  # it is no http address
    odd = source("odd", "Odd", "x", url="https://example.org/a b{c}\\d^e%20f#g_h~i")
    (entry,) = parse_string(kind.bibtex(cited_source(odd)), "bibtex").entries.values()
    assert entry.fields["url"] == "https://example.org/a%20b%7Bc%7D%5Cd%5Ee%20f#g_h~i"


def test_a_citation_names_what_was_cited() -> None:
    digits = fingerprint(ENTRIES["dam"])[:12]
    assert csl("dam", NOWHERE)["explainer-dam"]["version"] == digits
    assert f"version {digits}" in bibtex("dam", NOWHERE)["explainer-dam"].fields["note"]
    assert (
        f"SHA-256 of the text as we have it: {SOURCES['report'].digest}"
        in csl("dam", NOWHERE)["source-report"]["note"]
    )


def test_no_citation_holds_words_of_a_source() -> None:
    everything = "".join(files(NOWHERE).values())
    assert "@hostile-parts@" not in everything
    assert "never used" not in everything


@trying(deadline=None)
@given(SPECIAL_TEXT | ANY_TEXT.map(one_line))
def test_any_text_comes_back_from_bibtex(text: str) -> None:
    escaped = kind.in_bibtex(text)
    depth = 0
    for char in escaped:
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0
    assert from_latex(escaped) == text
    (entry,) = parse_string(f"@misc{{a,\n title = {{{{{escaped}}}}},\n}}\n", "bibtex").entries.values()
    assert value(entry, "title") == re.sub(r"\s+", " ", text)


@trying(deadline=None)
@given(ANY_TEXT.filter(one_line), ANY_TEXT.filter(one_line))
def test_any_title_and_author_make_a_bibliography(title: str, author: str) -> None:
    cited = cited_source(source("any", title, "x", author=author))
    parsed = parse_string(kind.bibtex(cited), "bibtex").entries
    assert list(parsed) == ["source-any"]
    assert set(parsed["source-any"].fields) == {"title", "language", "note"}
    assert kind.csl(cited)["title"] == one_line(title)


def box(settings: Settings, entry: PublishedExplainer) -> Element:
    template = _environment().from_string(
        '{% import "_cite.html" as cite with context %}{{ cite.citation(entry) }}'
    )
    html = template.render(
        page=entry.path,
        settings=settings,
        link=partial(links.link, page=entry.path),
        entry=entry,
        citation_text=citation_text,
        fingerprint=fingerprint,
    )
    return parse(html)


def test_the_box_has_text_forms_version_and_licence() -> None:
    entry = ENTRIES["dam"]
    tree = box(replace(SOMEWHERE, offers=(OTHER, *kind.EXPORT_KIND.offers)), entry)
    text = "Is the dam safe? On Record. Published 1 July 1871, last changed 1 September 1871."
    assert tree.one(class_="or-cite__text").text == f"{text} {ADDRESS}dam/"
    links_there = {element.attributes["href"]: element.attributes.get("type") for element in tree.all("a")}
    assert OTHER.name not in links_there
    assert links_there["cite.bib"] == "application/x-bibtex"
    assert links_there["cite.json"] == "application/vnd.citationstyles.csl+json"
    assert [element.text for element in tree.all("code")] == [fingerprint(entry)[:12], fingerprint(entry)]
    assert "Quoted words belong to their owners" in tree.one(class_="or-licence").text


def test_the_box_of_a_site_without_address_or_forms() -> None:
    tree = box(NOWHERE, ENTRIES["gate"])
    assert tree.one(class_="or-cite__text").text == "Does the gate stick? On Record."
    assert [element.attributes["href"] for element in tree.all("a")] == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]


def test_the_box_shows_a_hostile_title_as_it_is() -> None:
    tree = box(NOWHERE, ENTRIES["hostile-page"])
    assert ENTRIES["hostile-page"].title in tree.one(class_="or-cite__text").text
    assert {element.tag for element in tree.all()} <= {"p", "bdi", "code", "a"}


def test_a_title_that_ends_a_sentence_gets_no_second_full_stop() -> None:
    titles = {"Is it": "Is it. On Record.", "Is it?": "Is it? On Record.", "It is.": "It is. On Record."}
    for title, expected in titles.items():
        made = replace(ENTRIES["gate"], title=title)
        assert citation_text(made, NOWHERE) == expected


def test_the_same_facts_make_the_same_bytes() -> None:
    again = verified(hostile_dated.explainer(), sources=hostile.SOURCES)
    made = {export.path: export.content.decode() for export in kind.exports(again, SOMEWHERE)}
    assert made == files(SOMEWHERE)
