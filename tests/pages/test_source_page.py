"""The source page: anchors, margins, what is dimmed, what is shown and what is not, and all of it quickly."""

from __future__ import annotations

import time
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.check import Verified
from onrecord.model import Source
from onrecord.page import Settings
from onrecord.pages.source import PAGE_KIND
from onrecord.resolve import Evidence
from onrecord.text import Span
from onrecord.view.passages import Used, lines, shown_spans
from onrecord.view.published import published
from onrecord.view.source_files import ANNOTATIONS, TEXT
from onrecord.view.unseen import odd_places
from onrecord.view.words import percent
from pages.example import AT, SOURCES, Quotation, absent, claim, quote, second, source, verified, words
from pages.markup import Element, parse
from pages.test_pages import TREES
from pages.test_view import spans, told

SETTINGS = Settings("1871-10-01", offers=(TEXT, ANNOTATIONS))
NAMES = sorted(SOURCES)


def project(used: Source, *made: Any) -> Verified:
    """The example with one more source, and an explainer of these claims on it."""
    entry = replace(second()[0], id="more", claims=tuple(one for one, _ in made))
    return verified((entry, list(made)), sources=(used,))


def page_of(name: str, made: Verified | None = None) -> Element:
    (page,) = [one for one in PAGE_KIND.pages(made or verified(), SETTINGS) if one.path == f"sources/{name}"]
    return parse(page.html)


def page_with(used: Source, *made: Any) -> Element:
    return page_of(str(used.id), project(used, *made))


def said(element: Element) -> str:
    return " ".join(element.text.split())


# ---- Lines and paragraphs --------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_each_line_has_an_anchor_and_its_number_is_the_link_to_it(name: str) -> None:
    rows = list(TREES[f"sources/{name}"].all("li", class_="or-line"))
    assert rows
    for row in rows:
        number = row.one("a", class_="or-line__number")
        first = number.text.partition("–")[0]
        assert row.attributes["id"] == f"l{first}"
        assert number.attributes["href"] == f"#l{first}"
        assert number.name in (f"Line {number.text}", f"Lines {number.text}")


def test_a_paragraph_is_counted_over_the_whole_text_and_begins_on_its_first_line() -> None:
    content = "One.\nStill one.\n\n  \nTwo is not shown.\n\nThree is.\nStill three.\r\n\r\nFour.\n"
    letter = source("text", "Text", content)
    used = [*spans(content, "Still one."), *spans(content, "Three is."), *spans(content, "Four.")]
    found = [(line.number, line.last, line.paragraph, line.shown) for line in lines(letter, used)]
    assert found == [
        (1, 1, 1, False),
        (2, 2, 0, True),
        (5, 5, 2, False),
        (7, 7, 3, True),
        (8, 8, 0, False),
        (10, 10, 4, True),
    ]
    tree = TREES["sources/report"]
    assert tree.by_id("p3").text.startswith("Mr Byron")
    assert tree.by_id("p3").parent is tree.by_id("l5")
    assert "id" not in tree.by_id("l6").one("p").attributes


@pytest.mark.parametrize("name", NAMES)
def test_the_text_says_its_language_and_runs_its_way(name: str) -> None:
    text = TREES[f"sources/{name}"].one("ol", class_="or-lines")
    language = SOURCES[name].language
    assert text.attributes["lang"] == language
    assert text.attributes["dir"] == ("rtl" if language in ("ar", "he") else "ltr")
    for ours in (*text.all(class_="or-margin"), *text.all(class_="or-line__number")):
        assert ours.attributes["lang"] == "en"
        assert "dir" not in ours.attributes, "it stands on the side on which lines of the text end or begin"


# ---- The margin --------------------------------------------------------------------------------------


def margins(tree: Element) -> list[list[str]]:
    """The numbers of each group in the margin, without those that wait in a popover."""
    return [
        [ref.text for ref in group.children if isinstance(ref, Element) and ref.tag == "a"]
        for group in tree.all(class_="or-margin")
    ]


def test_passages_that_end_together_have_one_group_with_each_claim_once() -> None:
    letter = source("text", "Text", "The gate of the dam stuck in May.\n")
    tree = page_with(
        letter,
        claim("a", "A.", quote("The gate of the dam stuck in May.", "text", found=letter)),
        claim("b", "B.", quote("stuck in May.", "text", found=letter)),
        claim(
            "c",
            "C.",
            quote("of the dam stuck in May.", "text", found=letter),
            quote("in May.", "text", found=letter),
        ),
    )
    assert margins(tree) == [["1", "2", "3"]]
    assert tree.one("p", class_="or-line__text").text == "The gate of the dam stuck in May.123"


@pytest.mark.parametrize(("claims", "shown"), [(1, 1), (8, 8), (9, 6), (30, 6)])
def test_of_many_claims_most_wait_behind_a_button(claims: int, shown: int) -> None:
    letter = source("text", "Text", "The gate of the dam stuck in May.\n")
    made = [
        claim(f"c{n}", f"Claim {n}.", quote("The gate of the dam stuck in May.", "text", found=letter))
        for n in range(claims)
    ]
    tree = page_with(letter, *made)
    assert margins(tree) == [[str(number) for number in range(1, shown + 1)]]
    waiting = [ref.text for group in tree.all(class_="or-more") for ref in group.all("a")]
    assert waiting == [str(number) for number in range(shown + 1, claims + 1)]
    buttons = list(tree.all("button", class_="or-ref--more"))
    assert len(buttons) == (claims > shown)
    for button in buttons:
        assert button.text == f"+{claims - shown}"
        assert button.name == f"+{claims - shown} claims, beginning with claim {shown + 1}"
        popover = tree.by_id(button.attributes["popovertarget"])
        assert (popover.attributes["popover"], popover.name) == ("", button.name)


def test_what_stands_in_a_paragraph_may_stand_there() -> None:
    """Only phrasing content: a browser would end the paragraph before anything else."""
    allowed = {"mark", "span", "a", "button"}
    for name in NAMES:
        for text in TREES[f"sources/{name}"].all("p", class_="or-line__text"):
            assert {element.tag for element in text.all()} <= allowed


# ---- What is shown, and what is said about it ------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_page_counts_what_it_shows_and_what_is_in_use(name: str) -> None:
    used = published(verified()).sources[name]
    text = used.source.text
    assert text is not None
    solid = {offset for offset, char in enumerate(text.content) if not char.isspace()}
    shown = {o for span in shown_spans(used.source, used.passages) for o in range(*span)} & solid
    in_use = {o for entry in used.passages for o in range(*entry.span)} & solid
    strip = said(TREES[f"sources/{name}"].one("ul", class_="or-strip"))
    all_of_it = "all" if shown == solid else percent(len(shown), len(solid))
    assert f"Shown {all_of_it} of it In use {percent(len(in_use), len(solid))} of it" in strip
    if used.source.publish == "full":
        assert shown == solid
        if in_use < solid:
            unused = percent(len(solid) - len(in_use), len(solid))
            assert f"the rest, {unused} of it, is paler: no claim rests on it" in said(
                TREES[f"sources/{name}"].one("p", class_="or-lead")
            )


def test_the_words_that_an_ellipsis_leaves_out_are_shown_with_their_quotation() -> None:
    """The evidence shows them on demand, so the source's page must not say that they are not shown."""
    content = "The gate stuck. It rained all day. Nobody came. The rest is lost.\n"
    letter = source("text", "Text", content)
    evidence = quote(
        "The gate stuck. … Nobody came.", "text", "The gate stuck.", "Nobody came.", found=letter
    )
    tree = page_with(letter, claim("a", "A.", evidence))
    assert [mark.text for mark in tree.all("mark")] == ["The gate stuck.", "Nobody came."]
    assert "It rained all day." in tree.one("ol", class_="or-lines").text
    assert "The rest is lost." not in tree.text


def test_nearly_all_is_shown_with_the_reason_that_is_given() -> None:
    reason = "Each <b>sentence</b> is evidence."
    content = "The gate stuck in May. It was mended.\n"
    letter = source("text", "Text", content, excerpts_reason=reason)
    evidence = quote(content.strip(), "text", found=letter)
    tree = page_with(letter, claim("a", "A.", evidence))
    (told_why,) = tree.all("p", class_="or-excerpts-reason")
    assert said(told_why) == f"Nearly the whole text is shown, because: {reason}"
    assert about(tree)["Why so much of it"] == reason
    little = page_with(letter, claim("a", "A.", quote("It was mended.", "text", found=letter)))
    assert not list(little.all("p", class_="or-excerpts-reason"))


def about(tree: Element) -> dict[str, str]:
    """What is known of the source, by its names."""
    rows = tree.one("dl", class_="or-facts").all("div")
    return {said(row.one("dt")): said(row.one("dd")) for row in rows}


def test_about_the_source_is_said_how_it_was_got_and_what_may_be_done_with_it() -> None:
    report, letter = about(TREES["sources/report"]), about(TREES["sources/letter"])
    assert report["How we got it"] == "Typed from the printed report."
    assert report["Shown here"] == "the whole text"
    assert "Why so much of it" not in report
    assert letter["Rights"] == "The writer's heirs"
    assert letter["How we got it"] == "not stated"
    assert letter["Shown here"] == "only the sentences our claims rest on"
    assert letter["Fingerprint (SHA-256)"] == SOURCES["letter"].digest


def test_files_are_offered_only_where_they_are() -> None:
    def offered(tree: Element) -> list[str]:
        return [a.attributes["href"] for forms in tree.all("ul", class_="or-forms") for a in forms.all("a")]

    assert offered(page_of("report")) == ["text.txt", "annotations.jsonld"]
    assert offered(page_of("letter")) == ["annotations.jsonld"]
    book = source("book", "A book", "Nothing of note.\n")
    searched, outcome = absent("river", name="report")
    evidence = (replace(searched, source=words("book")), replace(outcome, source=book))
    assert offered(page_with(book, claim("none", "No river is named.", evidence))) == []


# ---- What readers would overlook ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("a\u00a0b", "en", ["no-break space (U+00A0)"]),
        ("a\u200bb\u00adc", "en", ["zero width space (U+200B)", "soft hyphen (U+00AD)"]),
        ("a\u202eb", "en", ["right-to-left override (U+202E)"]),
        ("a\u3164b\u2800c", "en", ["hangul filler (U+3164)", "braille pattern blank (U+2800)"]),
        ("x\ufe0f \u034f", "en", ["variation selector-16 (U+FE0F)", "combining grapheme joiner (U+034F)"]),
        ("a\x0bb\x85c", "en", ["line tabulation (U+000B)", "next line (U+0085)"]),
        ("a\u2028b\ue000", "en", ["line separator (U+2028)", "private-use character (U+E000)"]),
        ("あ\u3000い", "ja", []),
        ("a\u3000b", "en", ["ideographic space (U+3000)"]),
        ("می\u200cرود", "fa", []),
        ("قال \u200fنعم", "ar", []),
        ("\u2764\ufe0f \U0001f469\u200d\U0001f527 e\u0301 «»“”…", "en", []),
        ("plain, with a tab\tand\r\nline ends", "en", []),
    ],
)
def test_what_hides_is_named_and_what_a_script_needs_is_not(
    text: str, language: str, names: list[str]
) -> None:
    assert [name for _, name in odd_places(text, Span(0, len(text)), language)] == names


# ---- Large sources ---------------------------------------------------------------------------------------

SENTENCE = "On day {} the keeper of the weir counted {} barrels of lime, which were paid for."


def large(size: int, publish: str, between: str) -> str:
    """The page of a source of ``size`` characters, of which every fifth sentence is quoted."""
    sentences: list[str] = []
    offsets: list[int] = []
    length = 0
    while length < size:
        sentences.append(SENTENCE.format(len(sentences), len(sentences) * 37 % 911))
        offsets.append(length)
        length += len(sentences[-1]) + len(between)
    big = source("big", "Big", between.join(sentences) + "\n", publish=publish)
    made = []
    for number in range(0, len(sentences), 5):
        exact = sentences[number]
        quotation = Quotation(exact=words(exact), source=words("big"), at=AT)
        place = Span(offsets[number], offsets[number] + len(exact))
        made.append(claim(f"c{number}", exact, (quotation, Evidence(quotation, big, (place,)))))
    prepared = project(big, *made)
    published(prepared)
    begin = time.process_time()
    pages = PAGE_KIND.pages(prepared, SETTINGS)
    html = next(page.html for page in pages if page.path == "sources/big")
    assert time.process_time() - begin < size / 1e5, (
        "far more than it takes, and far less than if it were quadratic"
    )
    assert html.count("<mark ") == len(made)
    assert len(html.encode()) < 4 * size
    return html


@pytest.mark.parametrize("publish", ["full", "excerpts"])
@pytest.mark.parametrize("between", ["\n\n", " "], ids=["many-lines", "one-line"])
def test_a_large_source_is_printed_in_linear_time(publish: str, between: str) -> None:
    html = large(1_000_000, publish, between)
    assert html.count("</mark>") == html.count("<mark ") > 2_000
    assert ("not shown]" in html) == (publish == "excerpts")


def test_overlapping_and_split_marks_are_told_letter_for_letter() -> None:
    content = "one two three four five six"
    used = spans(content, "one two three", "three four", "four five six", "five", "two three four five")
    (line,) = lines(source("x", "X", content, publish="full"), used)
    assert "".join(token.text for token in line.tokens) == content
    assert told(line.tokens).count("[") == told(line.tokens).count("]")
    opened = [token.id for token in line.tokens if token.kind == "open" and token.id]
    assert len(opened) == len(set(opened)) == len(used)
    assert isinstance(used[0], Used)
