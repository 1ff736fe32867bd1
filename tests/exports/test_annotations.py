"""Web Annotations: every quotation with its claim, and selectors that lead back to the same place."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from msgspec.structs import replace
from pyld import jsonld

from onrecord.check import Verified
from onrecord.exports.annotations import BESIDE, CONTEXT, EXPORT_KIND
from onrecord.model import Absence, Source
from onrecord.page import Settings
from onrecord.resolve import AbsenceOutcome, Evidence
from onrecord.text import Span
from onrecord.view.links import mark_id
from onrecord.view.passages import shown_spans
from onrecord.view.published import published
from pages.example import AT, SOURCES, claim, many, quote, second, source, verified, words
from pages.test_pages import TREES

ADDRESS = "https://example.org/"
SETTINGS = Settings("1871-10-01", address=ADDRESS)
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
RDF, DC = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://purl.org/dc/elements/1.1/"
NUMBER = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
# The terms in use, as the context of the recommendation (Web Annotation Vocabulary, appendix) has them.
TERMS = {
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@id"},
    "Annotation": f"{OA}Annotation",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Text": "http://purl.org/dc/dcmitype/Text",
    **{name: OA + name for name in ("SpecificResource", "TextualBody")},
    **{name: OA + name for name in ("TextPositionSelector", "TextQuoteSelector")},
    **{name: OA + name for name in ("describing", "linking", "tagging", "exact", "prefix", "suffix")},
    **{
        name: {"@id": f"{OA}has{name.capitalize()}", "@type": "@id"}
        for name in ("body", "target", "source", "selector", "scope")
    },
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "partOf": {"@id": f"{AS}partOf", "@type": "@id"},
    "first": {"@id": f"{AS}first", "@type": "@id"},
    "total": {"@id": f"{AS}totalItems", "@type": NUMBER},
    "startIndex": {"@id": f"{AS}startIndex", "@type": NUMBER},
    "start": {"@id": f"{OA}start", "@type": NUMBER},
    "end": {"@id": f"{OA}end", "@type": NUMBER},
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": f"{RDF}value",
    "format": f"{DC}format",
    "language": f"{DC}language",
}


def collections(settings: Settings = SETTINGS, project: Verified | None = None) -> dict[str, dict[str, Any]]:
    """The collections by the ids of their sources."""
    found = {}
    for export in EXPORT_KIND.exports(project or verified(), settings):
        folder, name, file = export.path.split("/")
        assert (folder, file) == ("sources", "annotations.jsonld")
        found[name] = json.loads(export.content)
    return found


MADE = collections()
ITEMS = [(name, item) for name, made in MADE.items() for item in made["first"]["items"]]
TARGETS = [(name, target) for name, item in ITEMS for target in item["target"]]


def content_of(name: str) -> str:
    text = SOURCES[name].text
    assert text is not None
    return text.content


def quotations() -> list[tuple[str, str, Evidence]]:
    """Explainer, claim and evidence of every quotation of a claim on a page."""
    return [
        (resolved.explainer.id, str(resolved.claim.id), outcome)
        for resolved in verified().resolution.claims
        for outcome in resolved.evidence
        if not resolved.explainer.draft and not resolved.claim.withdrawn and isinstance(outcome, Evidence)
    ]


def test_each_quotation_of_a_published_claim_is_one_annotation() -> None:
    assert set(MADE) == {str(outcome.source.id) for _, _, outcome in quotations()}
    assert len(ITEMS) == len(quotations())
    assert len({item["id"] for _, item in ITEMS}) == len(ITEMS)
    for made in MADE.values():
        assert made["total"] == len(made["first"]["items"])
    wanted = sorted(
        (explainer, name, [list(span) for span in outcome.spans]) for explainer, name, outcome in quotations()
    )
    assert wanted == sorted((*claim_of(item), places(item)) for _, item in ITEMS)


def claim_of(item: dict[str, Any]) -> tuple[str, str]:
    explainer, name = item["body"][-1].removeprefix(f"{ADDRESS}claims/").rstrip("/").split("/")
    return explainer, name


def places(item: dict[str, Any]) -> list[list[int]]:
    return [[target["selector"][1]["start"], target["selector"][1]["end"]] for target in item["target"]]


@pytest.mark.parametrize(("name", "target"), TARGETS)
def test_both_selectors_lead_to_the_same_place(name: str, target: dict[str, Any]) -> None:
    content = content_of(name)
    quoted, place = target["selector"]
    assert (quoted["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert content[place["start"] : place["end"]] == quoted["exact"]
    before, after = quoted.get("prefix", ""), quoted.get("suffix", "")
    wanted = before + quoted["exact"] + after
    first = content.index(wanted)
    assert first + len(before) == place["start"]
    assert content.find(wanted, first + 1) < 0, "the words stand twice"
    assert max(len(before), len(after)) <= BESIDE


@pytest.mark.parametrize("name", MADE)
def test_no_selector_holds_more_of_the_text_than_the_page_shows(name: str) -> None:
    used = published(verified()).sources[name]
    content = content_of(name)
    shown = {offset for span in shown_spans(used.source, used.passages) for offset in range(*span)}
    for target in (target for source_of, target in TARGETS if source_of == name):
        quoted, place = target["selector"]
        start = place["start"] - len(quoted.get("prefix", ""))
        end = place["end"] + len(quoted.get("suffix", ""))
        assert all(offset in shown or content[offset].isspace() for offset in range(start, end))


def test_the_marks_of_the_page_are_the_targets() -> None:
    for name, target in TARGETS:
        place = target["selector"][1]
        mark = TREES[f"sources/{name}"].by_id(mark_id(Span(place["start"], place["end"])))
        assert mark.tag == "mark"
        assert target["scope"] == f"{ADDRESS}sources/{name}/"


@pytest.mark.parametrize("name", MADE)
def test_the_file_is_named_where_it_is_published_and_else_by_its_fingerprint(name: str) -> None:
    (text,) = {json.dumps(target["source"]) for of, target in TARGETS if of == name}
    source_of = SOURCES[name]
    file = json.loads(text)
    assert (file["format"], file["language"]) == ("text/plain", source_of.language)
    if source_of.publish == "full":
        assert file["id"] == f"{ADDRESS}sources/{name}/text.txt"
    else:
        scheme, _, digest = file["id"].partition(";")
        assert scheme == "ni:///sha-256"
        assert base64.urlsafe_b64decode(f"{digest}=").hex() == source_of.digest


def test_a_claim_never_stands_without_its_words_in_brackets_and_its_date() -> None:
    (item,) = [item for _, item in ITEMS if claim_of(item) == ("dam", "no-cracks")]
    said, as_of, page = item["body"]
    assert said["value"] == ("The committee found no cracks in the dam. [our reading] [exception to a rule]")
    assert said["purpose"] == "describing"
    assert as_of["value"].startswith("As of: May 1871")
    assert page == f"{ADDRESS}claims/dam/no-cracks/"


def test_a_quotation_that_does_not_support_its_claim_says_so() -> None:
    tags = {
        item["body"][2]["value"]
        for _, item in ITEMS
        if claim_of(item) in {("dam", "surprised"), ("dam", "gate-sticks")} and len(item["body"]) > 3
    }
    assert tags == {
        "Supports the claim in part. Not covered: whether it still does",
        "Context: does not carry the claim by itself",
        "Disputes the claim",
    }


def test_pieces_of_a_quotation_are_targets_of_their_own() -> None:
    (item,) = [item for _, item in ITEMS if claim_of(item) == ("dam", "warned")]
    exact = [target["selector"][0]["exact"] for target in item["target"]]
    assert exact == ["We were told in spring", "and did nothing."]


@pytest.mark.parametrize("name", MADE)
def test_without_an_address_everything_is_relative_to_the_file(name: str) -> None:
    made = collections(Settings("1871-10-01"))[name]
    assert not made["id"].startswith("http")
    assert expanded(made, name) == expanded(MADE[name], name)


def with_claims(used: Source, *made: Any) -> Verified:
    """The example with one more source, and an explainer of these claims on it."""
    entry = replace(second()[0], id="more", claims=tuple(one for one, _ in made))
    return verified((entry, list(made)), sources=(used,))


def test_a_source_that_is_only_searched_has_none() -> None:
    book = source("book", "A book", "Nothing of note.\n")
    absence = Absence(many("river"), words("book"), AT)
    project = with_claims(
        book, claim("no-river", "No river is named.", (absence, AbsenceOutcome(absence, book)))
    )
    assert "book" in published(project).sources
    assert "book" not in collections(project=project)


@pytest.mark.parametrize("name", MADE)
def test_the_collections_are_json_ld(name: str) -> None:
    made = expanded(MADE[name], name)
    assert made["@type"] == [f"{AS}OrderedCollection"]
    (page,) = made[f"{AS}first"]
    items = page[f"{AS}items"][0]["@list"]
    assert len(items) == made[f"{AS}totalItems"][0]["@value"] == MADE[name]["total"]
    for item in items:
        assert item["@type"] == [f"{OA}Annotation"]
        assert item[f"{OA}motivatedBy"] == [{"@id": f"{OA}linking"}]
        for target in item[f"{OA}hasTarget"]:
            assert len(target[f"{OA}hasSelector"]) == 2
            assert target[f"{OA}hasSource"][0]["@id"].startswith(("https://", "ni:///"))
    assert not missing_terms(MADE[name])


def expanded(made: dict[str, Any], name: str) -> Any:
    """``made`` as a reader of JSON-LD takes it from its address."""
    assert made["@context"] == CONTEXT
    base = f"{ADDRESS}sources/{name}/annotations.jsonld"
    (found,) = jsonld.expand(made, {"base": base, "documentLoader": offline})
    return found


def offline(url: str, _options: object) -> dict[str, Any]:
    assert url == CONTEXT, "nothing else is asked for"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}


def missing_terms(value: Any) -> set[str]:
    """The keys and types of a collection that the context does not know: they would be lost."""
    if isinstance(value, list):
        return {name for part in value for name in missing_terms(part)}
    if not isinstance(value, dict):
        return set()
    names = {*value, value.get("type", "Text")} - {"@context"}
    return (names - TERMS.keys()) | {name for part in value.values() for name in missing_terms(part)}


def test_of_words_that_stand_twice_the_place_says_which() -> None:
    """Where nothing beside the words may be shown, the selector by words finds both places."""
    content = "It hailed.\n\nThe gate stuck.\n\nIt rained.\n\nThe gate stuck.\n\nIt snowed.\n"
    twice = source("twice", "Twice", content)
    quotation, outcome = quote("The gate stuck.", "twice", found=twice)
    later = content.rindex("The gate stuck.")
    again = replace(outcome, spans=(Span(later, later + 15),))
    made = collections(project=with_claims(twice, claim("late", "The gate stuck again.", (quotation, again))))
    (item,) = made["twice"]["first"]["items"]
    selectors = item["target"][0]["selector"]
    assert selectors[0] == {"type": "TextQuoteSelector", "exact": "The gate stuck."}
    assert selectors[1]["start"] == later
