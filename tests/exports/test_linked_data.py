"""JSON-LD in the heads of pages: it expands, it leads somewhere, and it says no more than is known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from msgspec.structs import replace
from pyld import jsonld

from onrecord import pages as kinds
from onrecord.check import Verified
from onrecord.discover import discover
from onrecord.exports.linked_data import EXPORT_KIND
from onrecord.page import Page, PageKind, Settings
from onrecord.view.published import published
from pages import hostile
from pages.example import CLAIMS, SOURCES, claim, quote, second, verified
from pages.markup import Element, parse

SITE = "https://example.org/site/"
NOWHERE = Settings("1871-10-01")
SOMEWHERE = Settings("1871-10-01", address=SITE)
VOCABULARY = "https://schema.org/"
CONTEXT = {"@context": {"@vocab": VOCABULARY}}
BY_HAND = {"", "how-we-check", "corrections-policy"}
EXAMPLE = verified()
HOSTILE = verified(hostile.explainer(), sources=hostile.SOURCES)
Json = dict[str, Any]

THING = {"@type", "@id", "description", "identifier", "name", "url", "alternateName"}
WORK = THING | {
    *(
        "about",
        "abstract",
        "archivedAt",
        "author",
        "citation",
        "copyrightNotice",
        "correction",
        "dateModified",
    ),
    *(
        "creativeWorkStatus",
        "datePublished",
        "encoding",
        "hasPart",
        "headline",
        "inLanguage",
        "isAccessibleForFree",
    ),
    *(
        "isBasedOn",
        "isPartOf",
        "keywords",
        "license",
        "mentions",
        "publisher",
        "publishingPrinciples",
        "temporal",
    ),
    *("temporalCoverage", "text", "translator", "workTranslation"),
}
PROPERTIES = {
    "Article": WORK,
    "Claim": WORK | {"appearance"},
    "CorrectionComment": WORK,
    "CreativeWork": WORK,
    "MediaObject": WORK | {"contentUrl", "encodingFormat", "sha256"},
    "Organization": THING | {"correctionsPolicy", "publishingPrinciples"},
    "Person": THING,
    "Place": THING,
    "PropertyValue": THING | {"propertyID", "value"},
    "Quotation": WORK | {"spokenByCharacter"},
    "WebSite": WORK,
}
"""The types of schema.org that stand in the heads of pages, with those of their properties that may."""
REQUIRED = {
    "Article": {"headline"},
    "Claim": {"text", "inLanguage", "temporal", "appearance", "isBasedOn"},
    "CorrectionComment": {"datePublished", "text", "about"},
    "CreativeWork": set[str](),
    "MediaObject": {"contentUrl", "sha256"},
    "Organization": {"name"},
    "Person": {"name"},
    "Place": {"name"},
    "PropertyValue": {"propertyID", "value"},
    "Quotation": {"text", "inLanguage", "url", "isPartOf", "description"},
    "WebSite": {"name"},
}


def heads(project: Verified, settings: Settings) -> dict[str, str]:
    return dict(EXPORT_KIND.heads(project, settings))


def script_of(head: str) -> Element:
    (element,) = parse(head).all()
    return element


def read(head: str) -> Json:
    made = json.loads(script_of(head).text)
    assert isinstance(made, dict)
    return made


HEADS = heads(EXAMPLE, SOMEWHERE)
NODES = {path: read(head) for path, head in HEADS.items()}
PAGES: dict[str, Page] = {
    page.path: page
    for kind in discover(kinds, "PAGE_KIND", PageKind).values()
    for page in kind.pages(EXAMPLE, SOMEWHERE)
}


def nodes(value: object) -> Iterator[Json]:
    """Every object in ``value``, itself included."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def of_type(value: object, kind: str) -> list[Json]:
    return [node for node in nodes(value) if node.get("@type") == kind]


def expanded(document: Json, path: str) -> list[Json]:
    """``document`` as a reader of JSON-LD takes it on the page at ``path``, without a network."""

    def load(url: str, _options: object) -> Json:
        assert url.rstrip("/") == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}

    made = jsonld.expand(document, {"base": f"{SITE}{path}/" if path else SITE, "documentLoader": load})
    assert isinstance(made, list)
    return made


def leads_somewhere(address: str) -> bool:
    page, fragment = urldefrag(address)
    if not page.startswith(SITE):
        return False
    path = unquote(page.removeprefix(SITE))
    if path and not path.endswith("/"):
        return False
    path = path.rstrip("/")
    if path in BY_HAND:
        return not fragment
    return path in PAGES and (not fragment or f'id="{fragment}"' in PAGES[path].html)


def test_which_pages_have_it() -> None:
    expected = {entry.path for entry in published(EXAMPLE).explainers}
    expected |= {claim.path for entry in published(EXAMPLE).explainers for claim in entry.claims.values()}
    expected |= {f"sources/{name}" for name in published(EXAMPLE).sources}
    assert set(HEADS) == expected | {""}
    assert expected <= set(PAGES)
    assert "claims/dam/too-much" in PAGES  # withdrawn: no machine is to take it for a claim
    assert "claims/dam/too-much" not in HEADS


@pytest.mark.parametrize("path", HEADS)
def test_types_and_properties_are_those_of_schema_org(path: str) -> None:
    assert NODES[path]["@context"] == "https://schema.org"
    for node in nodes({name: value for name, value in NODES[path].items() if name != "@context"}):
        if "@type" not in node:
            assert set(node) in ({"@id"}, {"name"})
            continue
        assert set(node) <= PROPERTIES[node["@type"]], node["@type"]
        assert set(node) >= REQUIRED[node["@type"]], node["@type"]
        assert all(value not in ("", [], {}, None) for value in node.values())


@pytest.mark.parametrize("settings", [NOWHERE, SOMEWHERE], ids=["relative", "absolute"])
def test_it_expands_and_every_name_of_a_node_leads_somewhere(settings: Settings) -> None:
    for path, head in heads(EXAMPLE, settings).items():
        made = expanded(read(head), path)
        ids = [node["@id"] for node in nodes(made) if "@id" in node]
        assert ids[0] == (f"{SITE}{path}/" if path else SITE)
        assert [name for name in ids if not leads_somewhere(name)] == [], path
        types = [kind for node in nodes(made) for kind in node.get("@type", ())]
        assert types
        assert all(kind.startswith(VOCABULARY) for kind in types)


@pytest.mark.parametrize("settings", [NOWHERE, SOMEWHERE], ids=["relative", "absolute"])
def test_both_kinds_of_addresses_say_the_same(settings: Settings) -> None:
    made = heads(EXAMPLE, settings)
    for path in ("dam", "claims/dam/no-cracks", "sources/report"):
        names = [node["@id"] for node in nodes(expanded(read(made[path]), path)) if "@id" in node]
        wanted = [node["@id"] for node in nodes(expanded(NODES[path], path)) if "@id" in node]
        assert names == wanted


def test_links_without_a_name_lead_somewhere() -> None:
    for node in NODES.values():
        for quotation in of_type(node, "Quotation"):
            assert leads_somewhere(quotation["url"])
        for principles in (
            one["publishingPrinciples"] for one in nodes(node) if "publishingPrinciples" in one
        ):
            assert leads_somewhere(principles)
    (publisher,) = of_type(NODES["dam"], "Organization")[:1]
    assert leads_somewhere(publisher["correctionsPolicy"])


def test_there_is_no_verdict() -> None:
    everything = "".join(HEADS.values())
    for word in ("ClaimReview", "Rating", "reviewRating", "verified", "fact-check"):
        assert word not in everything


def test_an_explainer() -> None:
    dam = NODES["dam"]
    assert dam["@type"] == "Article"
    assert (dam["datePublished"], dam["dateModified"]) == ("1871-07-01", "1871-09-01")
    assert {part["@id"] for part in dam["hasPart"]} == {
        f"{SITE}claims/dam/{claim.id}/" for claim, _ in CLAIMS if claim.withdrawn is None
    }
    assert [source["@id"] for source in dam["isBasedOn"]] == [source["@id"] for source in dam["citation"]]
    assert {entity["@id"] for entity in dam["mentions"]} == {
        f"{SITE}entities/byron/",
        f"{SITE}entities/the-committee/",
    }


def test_what_was_changed_is_said() -> None:
    comments = of_type(NODES["dam"], "CorrectionComment")
    assert len(comments) == 4
    texts = " ".join(comment["text"] for comment in comments)
    assert "It said: “No cracks were found.” It says: “The committee found no cracks in the dam.”" in texts
    on_the_claim = of_type(NODES["claims/dam/no-cracks"], "CorrectionComment")
    assert [comment["datePublished"] for comment in on_the_claim] == ["1871-08-01", "1871-07-02"]
    assert of_type(NODES["claims/dam/visited"], "CorrectionComment") == []


def test_a_claim_has_the_words_it_rests_on() -> None:
    for entry in published(EXAMPLE).explainers:
        for printed in entry.claims.values():
            node = NODES[printed.path]
            quoted = {one["text"] for one in of_type(node, "Quotation")}
            assert quoted == {passage.words for passage in printed.passages}
            carrying = {one["text"] for one in node["isBasedOn"] if one.get("@type") == "Quotation"}
            assert carrying == {passage.words for passage in printed.passages if passage.carries}
            assert node["temporal"].startswith("as of ")


def test_a_claim_that_is_worked_out_or_searched_for_says_so() -> None:
    assert NODES["claims/dam/two-languages"]["isBasedOn"] == [
        {"@id": f"{SITE}claims/dam/safe-arabic/"},
        {"@id": f"{SITE}claims/dam/safe-chinese/"},
    ]
    no_river = NODES["claims/dam/no-river"]
    assert no_river["isBasedOn"] == [{"@id": f"{SITE}sources/report/"}]
    assert no_river["description"] == (
        "We searched “Report on the dam” for River, Ash* and stream, and found none of it."
    )
    assert NODES["claims/dam/no-cracks"]["creativeWorkStatus"] == ["our reading", "exception to a rule"]


def test_only_words_in_quotation_marks_are_put_into_a_mouth() -> None:
    speaking = {
        path: [
            one["spokenByCharacter"]["name"]
            for one in of_type(node, "Quotation")
            if "spokenByCharacter" in one
        ]
        for path, node in NODES.items()
        if path.startswith("claims/")
    }
    assert {path: names for path, names in speaking.items() if names} == {
        "claims/dam/surprised": ["the committee"]
    }
    (byron,) = of_type(NODES["claims/dam/since-spring"], "Quotation")
    assert byron["description"] == "Mr Byron, in the source’s paraphrase."


def test_no_date_in_doubt_is_plain_fact() -> None:
    for node in NODES.values():
        for one in nodes(node):
            for name in ("datePublished", "dateModified", "temporalCoverage"):
                assert re.fullmatch(r"\d{4}(-\d\d){0,2}(T.*)?(/.*)?", one.get(name, "1871")), one[name]
    assert "datePublished" not in NODES["sources/report"]  # its date is inferred
    assert NODES["sources/report"]["temporal"] == "May 1871, inferred by us"
    assert "datePublished" not in NODES["sources/hebrew"]
    assert date.fromisoformat(NODES["sources/arabic"]["datePublished"])
    assert "temporalCoverage" not in NODES["claims/dam/visited"]
    assert NODES["claims/weir/built"]["temporalCoverage"] == "1803"


def test_a_date_that_we_inferred_is_left_out_even_where_it_is_precise() -> None:
    inferred = [
        claim(
            "spring",
            "It stuck.",
            quote("The gate stuck.", "letter"),
            date="1871-05-03",
            date_basis="inferred",
        )
    ]
    stated = [
        claim(
            "spring", "It stuck.", quote("The gate stuck.", "letter"), date="1871-05-03", date_basis="stated"
        )
    ]
    for claims, told in ((inferred, None), (stated, "1871-05-03")):
        made = replace(second()[0], id="other", claims=tuple(one for one, _ in claims))
        node = read(heads(verified((made, claims)), SOMEWHERE)["claims/other/spring"])
        assert node.get("temporalCoverage") == told


def test_a_source_is_known_by_its_digest() -> None:
    for name, used in published(EXAMPLE).sources.items():
        node = NODES[f"sources/{name}"]
        assert node["identifier"]["value"] == used.source.digest
        assert ("encoding" in node) == (used.source.publish == "full")
    assert "url" not in NODES["sources/chinese"]  # it is no web address
    assert NODES["sources/report"]["encoding"]["contentUrl"] == f"{SITE}sources/report/text.txt"


def test_of_excerpts_it_holds_the_quoted_words_alone() -> None:
    everything = "".join(HEADS.values())
    for name, rest in (
        ("arabic", "ولم تذكر البوابة"),
        ("chinese", "闸门没有被提到"),
        ("letter", "by telephone"),
    ):
        text = SOURCES[name].text
        assert text is not None
        assert rest in text.content
        assert rest not in everything


def test_hostile_text_does_not_break_out() -> None:
    for path, head in heads(HOSTILE, SOMEWHERE).items():
        assert head.count("<") == 2, path
        assert head.count(">") == 2
        assert "&" not in head
        element = script_of(head)
        assert (element.tag, element.attributes) == ("script", {"type": "application/ld+json"})
    made = read(heads(HOSTILE, SOMEWHERE)["hostile-page"])
    (entry,) = [entry for entry in published(HOSTILE).explainers if entry.path == "hostile-page"]
    assert made["headline"] == str(entry.explainer.title)
    assert hostile.HOSTILE in made["headline"]
    for node in nodes(made):
        assert not str(node.get("url", "")).startswith("javascript")


def test_the_same_facts_give_the_same_bytes() -> None:
    assert heads(verified(), SOMEWHERE) == HEADS
