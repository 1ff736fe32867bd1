"""The explainer: its order, its drawing of time, its account of itself, and the names of its links."""

from __future__ import annotations

import re

from msgspec.structs import replace

from onrecord.model import ClaimsParagraph, Entity, Explainer, GeneratedBlock, Section
from onrecord.page import Page, Settings
from onrecord.pages.explainer import PAGE_KIND
from pages.example import AT, SOURCES, Made, claim, many, quote, second, verified, words
from pages.markup import Element, parse

PLAIN = Settings("1871-10-01")
WITH_REPOSITORY = Settings(
    "1871-10-01", repository="https://example.org/code", address="https://example.org/"
)


def pages(settings: Settings, *more: Made) -> dict[str, Page]:
    return {page.path: page for page in PAGE_KIND.pages(verified(*more), settings)}


PAGES = pages(PLAIN)
DAM, GATE = parse(PAGES["dam"].html), parse(PAGES["gate"].html)


def gate_with(*claims: object, **rest: object) -> Element:
    """The page of an explainer that is like the smallest one but for its claims."""
    made: Explainer = replace(second()[0], id="more", claims=tuple(one for one, _ in claims), **rest)
    return parse(pages(PLAIN, (made, list(claims)))["more"].html)


def said(element: Element) -> str:
    return " ".join(element.text.split())


def test_the_order_of_the_page() -> None:
    names = [heading.attributes["id"] for heading in DAM.all("h2")]
    assert names[0] == "short-answer"
    assert names[-5:] == ["checked", "evidence", "corrections", "cite", "history"]
    listed = [heading.id for heading in PAGES["dam"].headings]
    assert listed == ["title", *names]


def test_places_of_the_page_have_names_of_their_own() -> None:
    names = [heading.text for heading in PAGES["dam"].headings]
    assert len(set(names)) == len(names)
    assert {"What was found?", "What was found? (2)"} < set(names)
    assert "Corrections" not in names  # that is the page of all corrections


def test_every_section_begins_with_its_heading() -> None:
    sections = list(DAM.all("section"))
    assert len(sections) > 8
    for section in sections:
        first = next(child for child in section.children if isinstance(child, Element))
        assert first.tag == "h2"


def test_the_caveat_stands_in_the_head() -> None:
    head = DAM.one("header")
    assert "Nothing here was checked against the world" in said(head.one("p", class_="or-caveat"))
    assert [said(label) for label in head.all("span", class_="or-strip__label")] == [
        *("Rests on", "Claims", "Looked up", "As of", "Last change")
    ]


def test_one_switch_opens_all_evidence_with_an_answer_and_without() -> None:
    for page in (DAM, GATE):
        switch = page.one("input", id="or-show-all")
        assert switch.attributes["type"] == "checkbox"
    assert not list(GATE.all("section", class_="or-answer"))


def test_only_headings_that_the_author_wrote_have_the_language_of_the_explainer() -> None:
    page = parse(PAGES["sadd"].html)
    languages = {heading.attributes["id"]: heading.attributes.get("lang") for heading in page.all("h2")}
    assert languages["section-1"] == "ar"
    assert languages["about-the-source"] is None
    assert languages["evidence"] is None


# ---- Time ----------------------------------------------------------------------------------------


def dated(*dates: tuple[str, str]) -> Element:
    claims = [
        claim(
            f"moment-{number}",
            f"Moment {number} came.",
            quote("The gate stuck.", "letter"),
            date=date,
            date_basis=basis,
        )
        for number, (date, basis) in enumerate(dates, 1)
    ]
    return gate_with(*claims)


def test_a_timeline_is_drawn_to_scale_and_said_in_words() -> None:
    page = dated(("1870", "stated"), ("1871-05-03?", "inferred"), ("1871-06/..", "stated"))
    drawing = page.one("figure", class_="or-axis")
    picture = next(drawing.all("svg"))
    assert picture.attributes["aria-hidden"] == "true"
    assert [said(number) for number in drawing.all("text") if "or-axis__number" in number.classes] == [
        "1",
        "2",
        "3",
    ]
    caption = said(drawing.one("figcaption"))
    assert caption.startswith("date stated in the source date inferred by us Drawn to scale.")
    assert len(list(page.one("ol", class_="or-timeline").all("li"))) == 3


def test_certain_and_inferred_dates_differ_in_shape() -> None:
    page = dated(("1870", "stated"), ("1871-05-03?", "inferred"), ("1872", "stated"))
    picture = next(page.one("figure", class_="or-axis").all("svg"))
    assert len(list(picture.all("circle"))) == 2
    assert len([path for path in picture.all("path") if "or-axis__shape" in path.classes]) == 1


def test_two_dates_are_not_drawn() -> None:
    page = dated(("1870", "stated"), ("1871", "stated"))
    assert not list(page.all("svg"))
    assert len(list(page.one("ol", class_="or-timeline").all("li"))) == 2


def test_nothing_has_a_style_of_its_own() -> None:
    page = dated(("1870", "stated"), ("1871", "stated"), ("1872", "stated"))
    assert all("style" not in element.attributes for element in page.all())


# ---- The account -----------------------------------------------------------------------------------


def test_the_ledger_names_what_was_waived_and_what_is_not_proved() -> None:
    ledger = DAM.one("section", class_="or-ledger")
    assert [said(heading) for heading in ledger.all("h3")] == [
        *("A program checked", "People judged", "This does not prove")
    ]
    (waived,) = [item for item in ledger.all("li") if said(item).startswith("Exceptions to a rule")]
    assert [link.attributes["href"] for link in waived.all("a")] == ["#c-no-cracks"]
    assert not [item for item in GATE.all("li") if said(item).startswith("Exceptions")]


def test_the_history_of_the_page_needs_a_repository() -> None:
    assert "History of this page" not in said(DAM)
    linked = parse(pages(WITH_REPOSITORY)["dam"].html)
    history = next(link for link in linked.all("a") if said(link) == "History of this page’s facts")
    assert history.attributes["href"] == "https://example.org/code/commits/main/facts/dam.yml"
    assert linked.by_id("report").tag == "h2"
    assert [heading.id for heading in pages(WITH_REPOSITORY)["dam"].headings][-1] == "report"


def test_what_is_printed_names_address_version_and_fingerprints() -> None:
    printed = said(parse(pages(WITH_REPOSITORY)["dam"].html).one("p", class_="or-imprint"))
    assert re.match(
        r"Printed from https://example\.org/dam/\. Version [0-9a-f]{12} of 1 September 1871\.", printed
    )
    assert f"SHA-256 {SOURCES['report'].digest}" in printed
    assert "https://example.org/dam, SHA-256" in printed
    assert said(DAM.one("p", class_="or-imprint")).startswith("Version ")


def test_printed_evidence_has_the_fingerprint_of_its_source() -> None:
    for caption in DAM.by_id("e-visited").all("figcaption"):
        assert caption.attributes["data-print"] == SOURCES["report"].digest[:12]
    assert all(
        "data-print" not in caption.attributes for caption in DAM.by_id("evidence-visited").all("figcaption")
    )


# ---- Names -----------------------------------------------------------------------------------------


def test_claims_of_one_wording_are_told_apart_by_number() -> None:
    same = "The gate stuck."
    page = gate_with(
        claim("first", same, quote(same, "letter")),
        claim("second", same, quote("The gate stuck", "letter")),
        claim("other", "We did nothing.", quote("and did nothing", "letter")),
        answer=many("first", "second", "other"),
        sections=(Section(words("What?"), (ClaimsParagraph(many("first", "second", "other"), AT),), AT),),
    )
    names = [said(link) for link in page.one("section", class_="or-answer").all("a", class_="or-again")]
    assert names == [f"{same} (claim 1)", f"{same} (claim 2)", "We did nothing."]


def test_no_space_stands_before_a_full_stop() -> None:
    leaning = claim("leaning", "So it stuck.", quote("The gate stuck", "letter"), depends_on=["sticks"])
    page = gate_with(*second()[1], leaning)
    remarks = page.by_id("e-leaning").one("ul", class_="or-remarks")
    assert said(remarks) == "Falls with: claim 1."
    for text in (said(DAM), said(remarks)):
        assert " ." not in text.replace(" …", "")


def test_people_and_topics_lead_to_their_pages_by_names_of_their_own() -> None:
    page = gate_with(
        *second()[1],
        topics=many("The keeper"),
        entities=(
            Entity(words("the keeper"), "person", AT, role=words("sticks")),
            Entity(words("Ashby"), "place", AT, id=words("ashby")),
        ),
    )
    topic = page.one("p", class_="or-kicker").one("a")
    keeper, ashby = (name.one("a") for name in page.all("p", class_="or-person__name"))
    assert [topic.attributes["href"], keeper.attributes["href"], ashby.attributes["href"]] == [
        *("../topics/the-keeper/", "../entities/the-keeper/", "../entities/ashby/")
    ]
    assert len({topic.name.casefold(), keeper.name.casefold(), ashby.name.casefold()}) == 3


def test_people_who_are_listed_twice_have_one_address() -> None:
    """The comparison of a finished site refuses an id that stands twice, and no author could mend it."""
    people = Section(words("Who?"), (GeneratedBlock("people", AT),), AT)
    again = Section(words("And who once more?"), (GeneratedBlock("people", AT),), AT)
    entities = (Entity(words("The gate"), "place", AT, id=words("gate"), role=words("sticks")),)
    sticks = claim("sticks", "The gate stuck.", quote("The gate stuck.", "letter"))
    page = gate_with(sticks, sections=(people, again), entities=entities)
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert ids.count("who-gate") == 1
    assert len(set(ids)) == len(ids)


def test_lines_run_as_the_explainer_is_written() -> None:
    """Our labels stand inside of them; the line as a whole runs from right to left."""
    sadd = parse(PAGES["sadd"].html)
    assert {element.attributes.get("dir") for element in sadd.all("p", class_="or-claims")} == {"rtl"}
    assert not [element for element in DAM.all("p", class_="or-claims") if "dir" in element.attributes]
