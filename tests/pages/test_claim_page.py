"""The page of a claim: what it rests on, what is said of it, where it stands, and what became of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.check import Verified
from onrecord.page import Offer, Page, Settings
from onrecord.pages import claim as kind
from onrecord.view.history import history
from onrecord.view.published import published
from onrecord.view.rerun import SCRIPT
from pages.example import CLAIMS, SOURCES, Made, claim, correction, explainer, quote, verified, words
from pages.markup import Element, parse

OFFERS = (Offer("explainer", "facts.json", "All facts (JSON)", "application/json"),)
SETTINGS = Settings("1871-10-01", address="https://example.org/", offers=OFFERS)
WITH_REPOSITORY = Settings("1871-10-01", repository="https://example.org/code", offers=OFFERS)


def pages_of(project: Verified, settings: Settings = SETTINGS) -> dict[str, Page]:
    return {page.path: page for page in kind.pages(project, settings)}


PAGES = pages_of(verified())
TREES = {path: parse(page.html) for path, page in PAGES.items()}
IN_REPOSITORY = {path: parse(page.html) for path, page in pages_of(verified(), WITH_REPOSITORY).items()}


def told(tree: Element, term: str) -> list[str]:
    """What the lists of a page say to a term."""
    pairs = [entry for entry in tree.all("div") if [e.tag for e in entry.all()][:1] == ["dt"]]
    return [" ".join(pair.one("dd").text.split()) for pair in pairs if pair.one("dt").text == term]


def steps(tree: Element) -> list[str]:
    return [" ".join(step.text.split()) for step in tree.one("ol", class_="or-changes").all("li")]


def of_claims(*claims: Any) -> dict[str, Element]:
    """The pages of an explainer of these claims alone."""
    made: Made = (
        replace(
            explainer(), id="more", claims=tuple(one for one, _ in claims), sections=(), answer=(), retired=()
        ),
        list(claims),
    )
    found = pages_of(verified(made))
    return {path.rpartition("/")[2]: parse(page.html) for path, page in found.items() if "/more/" in path}


# What it rests on


def test_a_quotation_stands_in_its_paragraph_with_its_words_marked() -> None:
    shown = TREES["claims/dam/visited"].one("blockquote")
    assert shown.one("mark").text == "The committee visited the dam on 3 May."
    assert "Its members were surprised." in shown.text


def test_a_quotation_says_whether_it_is_letter_for_letter() -> None:
    caption = TREES["claims/dam/visited"].one("figcaption")
    assert caption.text.endswith("Quoted letter for letter.")
    changed = TREES["claims/dam/by-hand"].one("figure")
    assert "letter for letter" not in changed.text
    assert "Different in type, which does not count: Spaces." in changed.text


def test_a_source_on_the_web_has_links_to_the_passage_and_to_the_copy() -> None:
    (original,) = TREES["claims/dam/safe-arabic"].all("a", rel="noopener")
    assert original.name == "In the original"
    assert original.attributes["href"].startswith("https://example.org/dam#:~:text=%D9%82")
    (copy,) = TREES["claims/dam/warned"].all("a", rel="noopener")
    assert (copy.name, copy.attributes["href"]) == ("Archived copy", "https://example.org/copy")
    assert not list(TREES["claims/dam/safe-chinese"].all("a", rel="noopener")), (
        "its address is no web address"
    )


def test_links_to_several_originals_are_told_apart() -> None:
    arabic = "قالت اللجنة إن السد آمن."
    two = claim("two", "Two.", quote(arabic, "arabic"), quote("ولم تذكر البوابة.", "arabic"))
    links = [link.name for link in of_claims(two)["two"].all("a", rel="noopener")]
    assert links == ["In the original (quotation 1)", "In the original (quotation 2)"]


# What a browser needs to check it


def asked(tree: Element) -> list[dict[str, Any]]:
    return [json.loads(box.attributes["data-rerun"]) for box in tree.all(class_="or-rerun")]


def test_a_browser_gets_what_it_needs_where_the_text_is_published() -> None:
    page, tree = PAGES["claims/dam/since-spring"], TREES["claims/dam/since-spring"]
    assert page.scripts == (SCRIPT,)
    assert tree.one(class_="or-rerun").attributes["data-text"] == "../../../sources/report/text.txt"
    assert "hidden" in tree.one(class_="or-rerun").attributes
    source = SOURCES["report"]
    assert source.text is not None
    start = source.text.content.index("Mr Byron, the keeper")
    assert asked(tree) == [
        {
            "version": 1,
            "quotation": {"stretches": ["Mr Byron, the keeper, said that the gate had stuck since spring."]},
            "digest": source.digest,
            "spans": [[start, start + 64]],
            "line": 5,
            "foldings": [],
        }
    ]


@pytest.mark.parametrize("name", ["warned", "safe-arabic", "two-languages", "no-river", "too-much"])
def test_nothing_of_a_text_that_is_not_published_goes_to_the_browser(name: str) -> None:
    assert asked(TREES[f"claims/dam/{name}"]) == []
    assert PAGES[f"claims/dam/{name}"].scripts == ()


def test_excerpts_say_that_the_check_cannot_be_repeated() -> None:
    assert "None of the check can be repeated here" in TREES["claims/dam/safe-arabic"].text
    assert "Part of the check can be repeated here" in TREES["claims/dam/gate-sticks"].text
    assert "can be repeated" not in TREES["claims/dam/visited"].text


@pytest.mark.parametrize(
    ("exact", "pieces", "wanted"),
    [
        (
            "The committee visited the dam … on 3 May.",
            ("The committee visited the dam", "on 3 May."),
            {"stretches": ["The committee visited the dam", "on 3 May."], "between": [None]},
        ),
        (
            "[The committee] found no cracks",
            ("It found no cracks",),
            {"stretches": ["found no cracks"], "before": "It"},
        ),
        (
            'found no cracks, "but [it] gate sticks',
            ('found no cracks, "but the gate sticks',),
            {"stretches": ['found no cracks, "but', "gate sticks"], "between": ["the"]},
        ),
        (
            "[i]t found no cracks",
            ("It found no cracks",),
            {"stretches": ["It found no cracks"]},
        ),
    ],
)
def test_a_quotation_is_taken_apart_as_it_was_looked_up(
    exact: str, pieces: tuple[str, ...], wanted: dict[str, Any]
) -> None:
    made = of_claims(claim("x", "A claim.", quote(exact, "report", *pieces)))["x"]
    assert [one["quotation"] for one in asked(made)] == [wanted]


def test_what_an_author_says_of_the_place_goes_along() -> None:
    placed = quote("the gate sticks.", prefix="but", suffix='"', line="3")
    (told_of_it,) = asked(of_claims(claim("x", "A claim.", placed))["x"])
    assert told_of_it["quotation"] == {
        "stretches": ["the gate sticks."], "prefix": "but", "suffix": '"', "line": 3,
    }  # fmt: skip


def test_words_that_go_on_with_a_number_go_along_where_a_number_ends() -> None:
    (with_number,) = asked(of_claims(claim("x", "A claim.", quote("visited the dam on 3")))["x"])
    assert {"million", "percent"} <= set(with_number["quotation"]["magnitudes"])


# What is said of it


@pytest.mark.parametrize(
    ("name", "term", "said"),
    [
        ("visited", "Said by", "the source"),
        ("since-spring", "Said by", "Mr Byron, according to the source"),
        ("no-river", "Said by", "us, after a search"),
        ("two-languages", "Status", "Worked out from other claims."),
        ("no-cracks", "Status", "Our reading: the source can be read in more than one way."),
        ("warned", "Date", "Not dated. The source says “in spring”."),
        ("no-cracks", "Date", "none is given"),
        ("safe-arabic", "Holds", "as of June 1871; whether it still does was not checked"),
        ("warned", "Does not agree with", "Mr Byron denied that anybody had been warned."),
        ("safe-arabic", "Other claims that lean on it", "Two reports in other languages call the dam safe."),
        ("gate-sticks", "Superseded by", 'The committee said: "but the gate sticks".'),
        ("surprised", "Takes the place of", "The gate of the dam sticks."),
        ("no-clerk", "Note", "Nor is a mason."),
    ],
)
def test_what_is_said_of_a_claim(name: str, term: str, said: str) -> None:
    found = told(TREES[f"claims/dam/{name}"], term)
    assert [line.partition(" (claim ")[0] for line in found] == [said]


def test_how_a_date_was_got_is_told() -> None:
    (said,) = told(TREES["claims/dam/visited"], "Date")
    assert said.startswith("Probably 3 May 1871, inferred by us.")
    assert said.endswith("The year is that of the report.")


def test_an_exception_is_told_with_its_reason() -> None:
    (said,) = told(TREES["claims/dam/no-cracks"], "Rules")
    assert "A reviewer let the claim stand: The contrast is the next claim." in said


def test_where_it_stands_names_the_heading_and_the_short_answer() -> None:
    where = TREES["claims/dam/no-cracks"].by_id("where").parent
    assert where is not None
    assert "In its place in: Is the dam safe?, under “What was found?”; and in the short answer" in where.text
    assert "short answer" not in TREES["claims/dam/visited"].text


# What became of it


def test_the_history_tells_what_was_and_what_is_oldest_first() -> None:
    assert steps(TREES["claims/dam/no-cracks"]) == [
        "1 July 1871: the page was published.",
        "2 July 1871: corrected. It said There are no cracks. "
        "and then No cracks were found. It said too much.",
        "1 August 1871: corrected. It said No cracks were found. "
        "and then The committee found no cracks in the dam. By whom was missing.",
    ]
    page = TREES["claims/dam/no-cracks"]
    assert [e.text for e in page.all("del")] == ["There are no cracks.", "No cracks were found."]
    assert "No corrections so far" not in page.text
    assert "No corrections so far. How corrections work." in " ".join(
        TREES["claims/dam/visited"].text.split()
    )


def test_a_minor_change_and_a_second_reading_are_steps_too() -> None:
    made, evidence = claim("x", "The dam was visited.", quote("visited the dam"), reread=words("1871-08-02"))
    (entry, _) = claim("y", "Y.", quote("visited the dam"))
    minor = replace(correction("1871-08-01", "The dam was vizited.", "A slip of the pen."), minor=True)
    made = replace(made, corrections=(minor,))
    tree = of_claims((made, evidence), (entry, evidence))["x"]
    assert steps(tree)[1:] == [
        "1 August 1871: reworded. It said The dam was vizited. "
        "and then The dam was visited. A slip of the pen.",
        "2 August 1871: read again, after a change to a claim that this one leans on.",
    ]


def test_every_change_is_one_press_away_where_there_is_a_repository() -> None:
    links = {link.name: link.attributes["href"] for link in IN_REPOSITORY["claims/dam/visited"].all("a")}
    base = "https://example.org/code"
    assert links["Every change to the facts of this page"] == f"{base}/commits/main/facts/dam.yml"
    assert links["Edit it"] == f"{base}/edit/main/facts/dam.yml"
    assert (
        "template=report-a-claim.yml&title=Problem+with+dam%2Fvisited&claim=dam%2Fvisited"
        in links["Report a problem with this claim"]
    )
    assert "Wrong?" not in TREES["claims/dam/visited"].text


def test_address_name_and_data_are_there_to_take_along() -> None:
    tree = TREES["claims/dam/visited"]
    assert told(tree, "Address") == ["https://example.org/claims/dam/visited/"]
    assert told(IN_REPOSITORY["claims/dam/visited"], "Address") == ["claims/dam/visited/"]
    assert told(tree, "Name in our files") == ["dam/visited"]
    (data,) = [link for link in tree.all("a") if link.name == "All facts (JSON)"]
    assert (data.attributes["href"], data.attributes["type"]) == (
        "../../../dam/facts.json",
        "application/json",
    )
    without = pages_of(verified(), replace(SETTINGS, offers=()))["claims/dam/visited"]
    assert "For machines" not in without.html


# Claims that are gone


def test_a_withdrawn_claim_says_what_it_said_since_when_it_is_gone_and_why() -> None:
    tree = TREES["claims/dam/too-much"]
    caveat = tree.one(class_="or-caveat").text
    assert caveat == "Since 1 September 1871 we no longer make this claim. The passage does not say so."
    assert tree.one("q").text == "The dam is safe for all time."
    assert steps(tree)[-1] == "1 September 1871: withdrawn. The passage does not say so."
    assert not list(tree.all("blockquote"))


def test_a_withdrawn_claim_names_what_took_its_place_and_the_other_way_round() -> None:
    withdrawn = next(made for made in CLAIMS if made[0].withdrawn)
    after = claim("after", "The dam was safe then.", quote("found no cracks"), supersedes=["too-much"])
    trees = of_claims(withdrawn, after)
    assert "In its place: The dam was safe then." in " ".join(trees["too-much"].text.split())
    (said,) = told(trees["after"], "Takes the place of")
    assert said.startswith("The dam is safe for all time.")
    assert said.endswith("(withdrawn)")


def test_a_removed_claim_says_since_when_why_and_what_to_read_instead() -> None:
    tree = IN_REPOSITORY["claims/dam/cracks"]
    caveat = tree.one(class_="or-caveat").text
    assert caveat == "Since 3 July 1871 there is no claim called dam/cracks. Merged."
    said = " ".join(tree.text.split())
    assert "In its place: The committee found no cracks in the dam." in said
    assert "What it said is in the history of the page’s facts." in said
    assert "history of" not in TREES["claims/dam/cracks"].text


def test_a_removed_claim_without_another_in_its_place_says_so() -> None:
    gone = replace(explainer().retired[0], replaced_by=None)
    made: Made = (replace(explainer(), id="more", retired=(gone,), claims=(), sections=(), answer=()), [])
    tree = parse(pages_of(verified(made))["claims/more/cracks"].html)
    assert "No other claim stands in its place." in tree.text


def test_a_claim_under_an_old_name_leads_to_where_it_is() -> None:
    tree = TREES["claims/ashby-dam/visited"]
    assert any(link.attributes["href"] == "../../../claims/dam/visited/" for link in tree.all("a"))
    assert "A clearer name." in tree.text


def test_history_is_in_the_order_of_dates() -> None:
    for entry in published(verified()).explainers:
        for one in entry.all_claims():
            dates = [step.date for step in history(one)]
            assert dates == sorted(dates)


def test_the_headings_of_the_contents_are_those_of_the_page() -> None:
    for path in ("claims/dam/visited", "claims/dam/no-river", "claims/dam/too-much"):
        for heading in PAGES[path].headings[1:]:
            assert TREES[path].by_id(heading.id).text == heading.text
