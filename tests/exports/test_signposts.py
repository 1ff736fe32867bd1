"""Links and names in the heads of pages: where they lead, how few there are, and that they stay text."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urljoin

import pytest

from onrecord.check import Verified
from onrecord.exports import cards
from onrecord.exports.signposts import EXPORT_KIND
from onrecord.page import Settings
from onrecord.view.published import published
from pages import hostile
from pages.example import verified
from pages.markup import parse

SITE = "https://example.org/site/"
NOWHERE = Settings("1871-10-01")
SOMEWHERE = Settings("1871-10-01", address=SITE)
EXAMPLE = verified()
HOSTILE = verified(hostile.explainer(), sources=hostile.SOURCES)
Names = dict[str, list[str]]


def heads(project: Verified, settings: Settings) -> dict[str, str]:
    return dict(EXPORT_KIND.heads(project, settings))


def names(head: str) -> Names:
    """What a head says, by the relation, the property or the name."""
    found: Names = defaultdict(list)
    for element in parse(head).all():
        given = element.attributes
        key = given.get("rel") or given.get("property") or given.get("name") or ""
        found[key].append(given["href"] if element.tag == "link" else given["content"])
    return dict(found)


HERE = {path: names(head) for path, head in heads(EXAMPLE, NOWHERE).items()}
THERE = {path: names(head) for path, head in heads(EXAMPLE, SOMEWHERE).items()}


def test_which_pages_have_them() -> None:
    expected = {entry.path for entry in published(EXAMPLE).explainers}
    expected |= {claim.path for entry in published(EXAMPLE).explainers for claim in entry.all_claims()}
    expected |= {f"sources/{name}" for name in published(EXAMPLE).sources}
    assert set(HERE) == expected | {""}


@pytest.mark.parametrize("path", THERE)
def test_a_page_says_how_to_cite_it_where_it_has_an_address(path: str) -> None:
    address = f"{SITE}{path}/" if path else SITE
    assert THERE[path]["cite-as"] == [address]
    assert THERE[path]["og:url"] == [address]
    assert not {"cite-as", "og:url", "og:image", "citation_public_url"} & set(HERE[path])


def test_what_a_page_is() -> None:
    assert HERE["dam"]["type"] == ["https://schema.org/Article"]
    assert HERE["claims/dam/visited"]["type"] == ["https://schema.org/Claim"]
    assert HERE["claims/dam/too-much"]["type"] == ["https://schema.org/WebPage"]
    assert HERE["sources/report"]["type"] == ["https://schema.org/CreativeWork"]


def test_our_words_have_a_licence_and_those_of_sources_do_not() -> None:
    assert HERE["dam"]["license"] == HERE["claims/dam/visited"]["license"]
    assert HERE["dam"]["license"][0].startswith("https://creativecommons.org/")
    assert "license" not in HERE["sources/report"]


def test_a_claim_points_to_its_explainer_and_to_the_facts() -> None:
    for path, found in HERE.items():
        if path.startswith("claims/"):
            explainer = path.split("/")[1]
            assert [urljoin(f"{SITE}{path}/", one) for one in found["collection"]] == [f"{SITE}{explainer}/"]
            facts = [urljoin(f"{SITE}{path}/", one) for one in found["describedby"]]
            assert facts == [f"{SITE}{explainer}/facts.json"]


def test_how_many_lines_there_are_does_not_hang_on_how_much_there_is() -> None:
    claims = {len(head.splitlines()) for path, head in heads(EXAMPLE, SOMEWHERE).items() if "claims/" in path}
    assert len(claims) == 1
    assert "item" not in THERE["dam"]
    assert max(len(head.splitlines()) for head in heads(EXAMPLE, SOMEWHERE).values()) <= 25


def test_a_claim_travels_with_its_words() -> None:
    (said,) = HERE["claims/dam/since-spring"]["og:description"]
    assert said.endswith("The source: “Mr Byron, the keeper, said that the gate had stuck since spring.”")
    (long,) = HERE["claims/weir/read-daily"]["og:description"]
    assert long.endswith(" […]”")
    assert len(long) < 400
    assert HERE["claims/dam/no-river"]["og:description"] == ["The river is not named."]


def test_a_withdrawn_claim_is_not_said_again() -> None:
    found = THERE["claims/dam/too-much"]
    assert found["og:title"] == ["Withdrawn: The dam is safe for all time."]
    assert found["og:description"] == ["A claim that was withdrawn."]


def test_an_explainer_can_be_shared_and_cited() -> None:
    dam = THERE["dam"]
    assert dam["og:title"] == dam["citation_title"] == ["Is the dam safe?"]
    assert dam["og:image"] == [f"{SITE}dam/card.png"] == THERE["claims/dam/visited"]["og:image"]
    assert dam["article:published_time"] == ["1871-07-01"]
    assert dam["article:modified_time"] == ["1871-09-01"]
    assert dam["citation_publication_date"] == ["1871/07/01"]
    assert dam["citation_language"] == ["en"]
    assert "citation_author" not in dam  # nobody says who wrote it
    assert "article:published_time" not in THERE["gate"]  # nobody says when


def test_the_picture_is_there() -> None:
    files = {export.path for export in cards.EXPORT_KIND.exports(EXAMPLE, SOMEWHERE)}
    pictures = {image.removeprefix(SITE) for found in THERE.values() for image in found.get("og:image", ())}
    assert pictures == {"card.png", *(f"{entry.path}/card.png" for entry in published(EXAMPLE).explainers)}
    assert pictures <= files


def test_hostile_text_stays_in_its_attribute() -> None:
    for path, head in heads(HOSTILE, SOMEWHERE).items():
        elements = list(parse(head).all())
        assert {element.tag for element in elements} <= {"link", "meta"}, path
        assert {name for element in elements for name in element.attributes} <= {
            *("rel", "href", "type", "property", "name", "content")
        }
        assert len(elements) == len(head.strip().split("\n"))


def test_the_same_facts_give_the_same_bytes() -> None:
    assert heads(verified(), SOMEWHERE) == heads(EXAMPLE, SOMEWHERE)
