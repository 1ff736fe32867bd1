"""People, organisations and places: one page each, with what the explainers say and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import Entity
from onrecord.page import Page, Settings
from onrecord.pages import entity
from onrecord.view.entities import Naming, PublishedEntity, entities
from onrecord.view.published import published
from pages import example as project
from pages.example import AT, Made, claim, many, quote, verified, words
from pages.markup import Element, parse
from pages.test_pages import target, targets_by_name

SETTINGS = Settings("1871-10-01")


def who(name: str, kind: str = "person", *aliases: str, **rest: Any) -> Entity:
    return Entity(words(name), kind, AT, aliases=many(*aliases), **{k: words(v) for k, v in rest.items()})


def naming(name: str, day: str, *texts: str, entities: tuple[Entity, ...] = (), **rest: Any) -> Made:
    """An explainer with a claim for each text, all of the same quotation."""
    claims = [
        claim(f"c{number}", text, quote("The gate stuck.", "letter"), **rest)
        for number, text in enumerate(texts)
    ]
    made = replace(
        project.second()[0],
        id=name,
        title=words(f"What of {name}?"),
        published=words(day),
        claims=tuple(one for one, _ in claims),
        entities=entities,
    )
    return made, claims


SECOND = naming(
    "keepers",
    "1872-01-01",
    "The keeper is Mr Byron.",
    "Ms Byronic is somebody else.",
    "Ashby pays Byron.",
    entities=(
        who("Mr A. Byron", "person", "Mr Byron", "Byron", id="byron", role="c0"),
        who("Ashby", "place"),
        who("the Committee", "organisation"),
    ),
)
VERIFIED = verified(SECOND)
FOUND = {one.key: one for one in entities(published(VERIFIED))}
PAGES = {page.path: page for page in entity.PAGE_KIND.pages(VERIFIED, SETTINGS)}
BYRON = parse(PAGES["entities/byron"].html)


def section(tree: Element, heading: str) -> Element:
    found = tree.by_id(heading).parent
    assert found is not None
    return found


def leads(tree: Element, path: str) -> list[tuple[str, str]]:
    return [target(path, link.attributes["href"]) for link in tree.all("a", class_="or-ref")]


def test_the_same_id_is_the_same_person_by_whatever_name() -> None:
    byron = FOUND["byron"]
    assert [mention.entry.path for mention in byron.mentions] == ["keepers", "dam"]
    assert byron.name == "Mr A. Byron"
    assert byron.other_names == ("Mr Byron", "Byron")
    assert "Also named: Mr Byron, Byron" in " ".join(BYRON.text.split())


def test_without_an_id_the_name_makes_one() -> None:
    committee = FOUND["the-committee"]
    assert {mention.entry.path for mention in committee.mentions} >= {"dam", "keepers"}
    assert committee.name == "the Committee"


def test_who_it_is_stands_as_a_claim_with_its_evidence() -> None:
    told = section(BYRON, "who")
    assert "The keeper is Mr Byron." in told.text
    assert "Mr Byron, the keeper, said that the gate had stuck since spring." in told.text
    assert leads(told, "entities/byron") == [("keepers", "c-c0"), ("dam", "c-since-spring")]


def test_what_is_attributed_says_how_it_reached_us() -> None:
    said = [" ".join(item.text.split()) for item in section(BYRON, "said").all("li")]
    assert said[0].startswith("Paraphrased: Mr Byron, the keeper, said")
    assert said[1].startswith("Reported: Mr Byron denied")


def test_claims_that_name_it_are_linked_by_explainer() -> None:
    told = section(BYRON, "claims")
    assert [heading.text for heading in told.all("h3")] == ["What of keepers?", "Is the dam safe?"]
    assert leads(told, "entities/byron") == [
        ("keepers", "c-c2"),
        ("keepers", "c-c0"),
        ("dam", "c-since-spring"),
        ("dam", "c-nobody-warned"),
    ]
    assert "Byronic" not in told.text


def test_doubt_about_a_claim_goes_with_it() -> None:
    reading = next(
        item
        for item in section(parse(PAGES["entities/the-committee"].html), "claims").all("li")
        if "The committee found no cracks in the dam." in item.text
    )
    assert "[our reading]" in reading.text


def test_the_page_adds_nothing_and_says_what_it_rests_on() -> None:
    assert "What our explainers say about Mr A. Byron. This page adds nothing." in BYRON.text
    cited = {target("entities/byron", a.attributes["href"])[0] for a in section(BYRON, "sources").all("a")}
    assert cited == {"sources/letter", "sources/report", "how-we-check"}


def test_a_name_at_the_beginning_of_a_sentence_is_found() -> None:
    made, outcomes = claim("c", "The committee met.", quote("The gate stuck.", "letter"))
    entry = replace(
        project.second()[0], id="met", claims=(made,), entities=(who("the committee", "organisation"),)
    )
    found = {one.key: one for one in entities(published(verified((entry, [(made, outcomes)]))))}
    mention = next(m for m in found["the-committee"].mentions if m.entry.path == "met")
    assert [one.id for one in mention.named_in] == ["c"]


@pytest.mark.parametrize(
    ("text", "name", "is_there"),
    [
        ("Ashby pays.", "Ashby", True),
        ("They pay Ashby", "Ashby", True),
        ("Ashbyites pay.", "Ashby", False),
        ("Old-Ashby pays.", "Ashby", True),
        ("aa a a", "a a", True),
        ("Nobody.", "", False),
    ],
)
def test_names_stand_as_whole_words(text: str, name: str, is_there: bool) -> None:
    entry, _ = naming("x", "1872-01-01", "First.", text, "Last.")
    site = published(verified((entry, naming("x", "1872-01-01", "First.", text, "Last.")[1])))
    printed = next(one for one in site.explainers if one.path == "x").in_order()
    assert [one.id for one in Naming(printed).claims([name])] == (["c1"] if is_there else [])


def test_the_list_is_grouped_by_kind_and_sorted() -> None:
    page = PAGES["entities"]
    assert (page.kind, page.title) == ("entities", "People, organisations and places")
    assert [heading.text for heading in page.headings[1:]] == ["People", "Organisations", "Places"]
    tree = parse(page.html)
    listed = " ".join(section(tree, "person").one("li").text.split())
    assert listed == "Mr A. Byron 4 claims in 2 explainers"
    assert [a.text for a in section(tree, "organisation").all("a")] == ["The Committee"]
    ordered = verified(
        naming(
            "abc", "1872-01-01", "x", entities=tuple(who(n, "place") for n in ("the Beta", "Ábel", "Alpha"))
        )
    )
    names = [one.name for one in entities(published(ordered)) if one.kind == "place"]
    assert names == ["Ábel", "Alpha", "the Beta"]


def test_two_of_one_name_are_told_apart() -> None:
    twins = (who("J. Smith", id="smith-one"), who("J. Smith", id="smith-two"))
    made = verified(naming("smiths", "1872-01-01", "J. Smith met J. Smith.", entities=twins))
    (listing, *_) = entity.PAGE_KIND.pages(made, SETTINGS)
    names = [link.text for link in parse(listing.html).all("a") if "Smith" in link.text]
    assert names == ["J. Smith (smith-one)", "J. Smith (smith-two)"]


def lots(explainers: int, claims: int) -> tuple[PublishedEntity, dict[str, Page]]:
    made = [
        naming(
            f"e{number}",
            "1872-01-01",
            *(f"Ms Lot did thing {n}." for n in range(claims)),
            entities=(who("Ms Lot", id="lot"),),
            attributed_to="Ms Lot",
        )
        for number in range(explainers)
    ]
    project_of_them = verified(*made)
    found = {one.key: one for one in entities(published(project_of_them))}
    pages = {page.path: page for page in entity.PAGE_KIND.pages(project_of_them, SETTINGS)}
    return found["lot"], pages


def test_of_one_explainer_at_most_fifty_claims_are_listed() -> None:
    lot, pages = lots(1, 60)
    assert lot.claims == 60
    for heading in ("said", "claims"):
        told = section(parse(pages["entities/lot"].html), heading)
        assert len(list(told.all("li"))) == 50
        assert told.one("p", class_="or-more").one("a").name == "and 10 more on the page What of e0?"


def test_a_page_grows_no_further_than_twenty_explainers() -> None:
    _, pages = lots(41, 1)
    paths = [path for path in pages if path.startswith("entities/lot")]
    assert paths == ["entities/lot", "entities/lot/2", "entities/lot/3"]
    assert [len(list(parse(pages[path].html).all("h3"))) for path in paths] == [20, 20, 1]
    assert pages["entities/lot"].index.count("Lot") == 1
    assert pages["entities/lot/2"].index == ""


def test_search_finds_the_names_and_not_the_claims_again() -> None:
    index = parse(PAGES["entities/byron"].index)
    assert index.one("h1", id="~en~person").text == "Mr A. Byron"
    assert index.one("p").text == "Mr Byron; Byron"


@pytest.mark.parametrize("path", PAGES)
def test_links_of_one_name_have_one_target(path: str) -> None:
    found = targets_by_name(parse(PAGES[path].html))
    assert {name: to for name, to in found.items() if len(to) > 1} == {}


@pytest.mark.parametrize("path", PAGES)
def test_headings_are_those_of_the_page(path: str) -> None:
    tree = parse(PAGES[path].html)
    found = [(int(h.tag[1]), h.attributes["id"], h.text) for h in tree.all() if h.tag in ("h1", "h2")]
    announced = [(heading.level, heading.id, heading.text) for heading in PAGES[path].headings]
    assert found[1:] == announced[1:]


def test_a_site_that_names_nobody_says_so() -> None:
    bare = replace(VERIFIED.resolution.project, explainers=(project.second()[0],))
    claims = tuple(one for one in VERIFIED.resolution.claims if one.explainer.id == "gate")
    nobody = replace(VERIFIED, resolution=replace(VERIFIED.resolution, project=bare, claims=claims))
    (page,) = entity.PAGE_KIND.pages(nobody, SETTINGS)
    assert "No explainer names anybody so far." in page.html
