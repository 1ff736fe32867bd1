"""Topics: which explainers stand under which name, on which page, and what the list says."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.page import Page, Settings
from onrecord.pages import topic
from onrecord.view.published import published
from onrecord.view.topics import topics
from pages import example as project
from pages.example import Made, many, verified, words
from pages.markup import parse
from pages.test_pages import targets_by_name

SETTINGS = Settings("1871-10-01")


def about(name: str, day: str, *names: str) -> Made:
    gate, claims = project.second()
    return replace(gate, id=name, published=words(day), topics=many(*names)), claims


ABOUT = (
    about("old", "1872-01-01", "Dams and weirs", "Women’s rights"),
    about("new", "1872-01-03", "dams  and Weirs", "السدود"),
    about("other", "1872-01-02", "Élan", "the Gate"),
)


def pages(*made: Made) -> dict[str, Page]:
    return {page.path: page for page in topic.PAGE_KIND.pages(verified(*made), SETTINGS)}


def test_one_name_is_one_topic_however_it_is_written() -> None:
    everything = topics(published(verified(*ABOUT)))
    found = {one.name: [entry.path for entry in one.explainers] for one in everything}
    assert found == {
        "Dams and weirs": ["new", "old"],
        "Élan": ["other"],
        "the Gate": ["other"],
        "Women’s rights": ["old"],
        "السدود": ["new"],
    }
    assert list(found)[:4] == ["Dams and weirs", "Élan", "the Gate", "Women’s rights"]


def test_each_topic_has_a_page_of_cards_newest_first() -> None:
    page = pages(*ABOUT)["topics/dams-and-weirs"]
    assert (page.kind, page.title, page.trail) == ("topic", "Dams and weirs", (("Topics", "topics"),))
    assert page.index == '<h1 id="~en~topic">Dams and weirs</h1>\n'
    assert (page.updated, page.edit_path) == ("1872-01-03", "facts/gate.yml")
    cards = list(parse(page.html).all("li", class_="or-card"))
    assert [card.one("h2").one("a").attributes["href"] for card in cards] == ["../../new/", "../../old/"]


def test_the_list_counts_and_leads_to_each() -> None:
    page = pages(*ABOUT)["topics"]
    assert page.kind == "topics"
    listed = {
        item.one("a").text: (item.one("a").attributes["href"], item.one("span").text)
        for item in parse(page.html).one("ul", class_="or-index").all("li")
    }
    assert listed["Dams and weirs"] == ("../topics/dams-and-weirs/", "2 explainers")
    assert listed["Women’s rights"] == ("../topics/womens-rights/", "1 explainer")
    assert len(listed) == 5


def test_a_topic_in_another_script_has_an_address_and_its_language() -> None:
    entry, claims = project.third()
    arabic = replace(entry, id="other-sadd", topics=many("السدود"))
    found = pages((arabic, claims))
    (path,) = [path for path in found if path.startswith("topics/")]
    assert path.removeprefix("topics/").isascii()
    title = parse(found[path].html).by_id("title")
    assert (title.text, title.attributes["lang"], title.attributes["dir"]) == ("السدود", "ar", "rtl")


def test_a_topic_with_many_explainers_goes_on() -> None:
    many_of_them = [about(f"gate-{number}", "1872-02-01", "Gates") for number in range(51)]
    found = pages(*many_of_them)
    assert list(found) == ["topics", "topics/gates", "topics/gates/2"]
    second = found["topics/gates/2"]
    assert second.trail == (("Topics", "topics"), ("Gates", "topics/gates"))
    assert second.index == ""
    tree = parse(second.html)
    assert len(list(tree.all("li", class_="or-card"))) == 1
    assert (
        tree.one("nav", class_="or-pager").one("a", rel="prev").attributes["href"] == "../../../topics/gates/"
    )
    assert tree.by_id("title").text == second.title == "Gates, page 2"


def test_without_topics_the_list_says_so() -> None:
    gate, claims = project.second()
    made = verified((gate, claims))
    bare = replace(made.resolution.project, explainers=(gate,))
    resolution = replace(made.resolution, project=bare, claims=made.resolution.claims[-1:])
    (page,) = topic.PAGE_KIND.pages(replace(made, resolution=resolution), SETTINGS)
    assert (page.path, page.kind) == ("topics", "topics")
    assert "There are no topics so far." in page.html


@pytest.mark.parametrize("path", ["topics", "topics/dams-and-weirs"])
def test_links_of_one_name_have_one_target(path: str) -> None:
    found = targets_by_name(parse(pages(*ABOUT)[path].html))
    assert {name: to for name, to in found.items() if len(to) > 1} == {}


def test_home_shows_the_largest_topics_and_who_there_is() -> None:
    large = [about(f"gate-{n}", "1872-02-01", "Gates", f"Topic {chr(97 + n)}") for n in range(14)]
    insertion = dict(topic.PAGE_KIND.insertions(verified(*large), SETTINGS))["topics"]
    links = [(link.text, link.attributes["href"]) for link in parse(insertion("")).all("a")]
    assert ("Gates", "topics/gates/") in links
    assert len(links) == 12 + 2
    everything = topics(published(verified(*large)))
    assert links[-2] == (f"All {len(everything)} topics", "topics/")
    assert links[-1][1] == "entities/"
    assert "1 person and 1 organisation" in {to: said for said, to in links}["entities/"]


def test_drafts_have_no_topic() -> None:
    entry, claims = about("hidden", "1872-01-01", "Secrets")
    assert "topics/secrets" not in pages((replace(entry, draft=True), claims))


def test_an_explainer_leads_to_its_topics() -> None:
    site = published(verified(*ABOUT))
    new = next(entry for entry in site.explainers if entry.path == "new")
    made = set(pages(*ABOUT))
    assert [name for name, _ in new.topics] == ["dams  and Weirs", "السدود"]
    assert {path for _, path in new.topics} <= made
