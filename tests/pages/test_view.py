"""The parts that pages are made of: dates, names, passages, foldings, and how claims hang together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.folding import FOLDINGS
from onrecord.model import Claim, Corpus, Project, Quotation
from onrecord.resolve import resolve
from onrecord.text import Span, Text
from onrecord.view.account import caveat, figures, strip
from onrecord.view.changes import changes_of
from onrecord.view.claims import PrintedClaim
from onrecord.view.dates import when
from onrecord.view.foldings import NEVER, Difference, example, shown_foldings
from onrecord.view.passages import Token, Used, context, lines
from onrecord.view.published import published
from onrecord.view.words import direction, language_name, opening, percent
from pages import example as project
from pages.example import AT, claim, quote, source, verified, words
from pages.test_pages import DAM, PAGES, TREES


@pytest.mark.parametrize(
    ("date", "said", "machine"),
    [
        ("2025", "2025", "2025"),
        ("2025-04", "April 2025", "2025-04"),
        ("2025-04-07", "7 April 2025", "2025-04-07"),
        ("2025-07-03?", "probably 3 July 2025", ""),
        ("2025~", "about 2025", ""),
        ("2025-07%", "probably about July 2025", ""),
        ("199X", "the 1990s", ""),
        ("2025-21", "spring 2025", ""),
        ("2021-08/..", "since August 2021", ""),
        ("../2021", "until 2021", ""),
        ("2021/", "from 2021 until an unknown date", ""),
        ("/2021", "from an unknown date until 2021", ""),
        ("2021/2022-03", "2021 to March 2022", ""),
        ("last week", "last week", ""),
        ("a/b", "a/b", ""),
        ("2021/b", "2021/b", ""),
        ("../..", "../..", ""),
        ("2025-99", "2025-99", ""),
        ("", "", ""),
    ],
)
def test_a_date_in_words(date: str, said: str, machine: str) -> None:
    found = when(date)
    assert (found.words, found.machine) == (said, machine)


def test_dates_sort_by_the_earliest_moment_they_can_mean() -> None:
    in_order = ["../1870", "1871", "1871-21", "1871-05-03?", "1871-05-04", "1872/..", "unknown"]
    assert all(when(first).order < when(second).order for first, second in pairwise(in_order))


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 9, "0%"), (1, 2000, "under 1%"), (1999, 2000, "99%"), (5, 5, "100%"), (0, 0, "0%")],
)
def test_shares_are_never_rounded_to_all_or_nothing(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


def test_words_of_languages() -> None:
    assert [direction(tag) for tag in ("en", "ar", "fa-AF", "az-Arab", "ur-Latn")] == [
        *("ltr", "rtl", "rtl", "rtl", "ltr")
    ]
    assert [language_name(tag) for tag in ("en", "en-GB", "tlh")] == ["English", "English (en-GB)", "tlh"]


def test_the_opening_of_a_claim_is_short() -> None:
    assert opening("One two three.") == "One two three."
    assert opening("One two three four five six, seven, eight.") == "One two three four five six, seven…"
    assert len(opening("w" * 400)) < 60


# ---- Passages ------------------------------------------------------------------------------------


def told(tokens: Iterator[Token] | tuple[Token, ...]) -> str:
    """Tokens as a line: marks in brackets, what is not shown as a number of characters."""
    said = {"open": "[", "close": "]", "refs": ""}
    return "".join(
        f"<{token.characters}>" if token.kind == "gap" else said.get(token.kind, token.text)
        for token in tokens
    )


def spans(content: str, *pieces: str) -> list[Used]:
    return sorted(
        (Used(Span(content.index(piece), content.index(piece) + len(piece))) for piece in pieces),
        key=lambda used: used.span,
    )


def test_marks_stand_inside_each_other_and_are_split_where_they_overlap() -> None:
    content = "one two three four five"
    shown = lines(
        source("x", "X", content, publish="full"),
        spans(content, "one two three", "two", "three four", "two three four five"),
    )
    assert [told(line.tokens) for line in shown] == ["[one [[two] [three]]][[ four] five]"]


def test_excerpts_show_whole_sentences_and_count_the_rest() -> None:
    content = "First one. Mr. Byron spoke. He left.\n\nAnother paragraph.\n\nA third.\n"
    shown = lines(source("x", "X", content), spans(content, "Byron"))
    assert [(line.number, line.last, told(line.tokens)) for line in shown] == [
        (1, 1, "<10> Mr. [Byron] spoke. <8>"),
        (3, 5, "<26>"),
    ]


def test_of_a_long_sentence_what_is_near_is_shown() -> None:
    content = "word " * 2000 + "here it is " + "word " * 2000
    for publish in ("excerpts", "full"):
        (line,) = context(source("x", "X", content, publish=publish), [spans(content, "here it is")[0].span])
        shown = told(line.tokens)
        assert "word [here it is] word" in shown
        assert len(shown) < 1000
        assert shown.startswith("word")
        assert shown.endswith("word")


def test_a_passage_over_two_lines_is_marked_on_both() -> None:
    content = "The gate\nwas stuck. It was old."
    shown = lines(source("x", "X", content), spans(content, "gate\nwas"))
    assert [told(line.tokens) for line in shown] == ["The [gate]", "[was] stuck. <11>"]
    assert [t.id for line in shown for t in line.tokens if t.kind == "open"] == ["s-4-12", ""]


def test_many_passages_in_one_line_take_no_time() -> None:
    content = "word " * 20_000
    used = [Used(Span(start, start + 4)) for start in range(0, len(content), 5)]
    (line,) = lines(source("x", "X", content, publish="full"), used)
    assert sum(token.kind == "open" for token in line.tokens) == 20_000


# ---- Foldings ------------------------------------------------------------------------------------


def test_every_folding_has_a_place_with_its_sentence_and_example() -> None:
    page = TREES["foldings"]
    for shown in shown_foldings():
        heading = page.by_id(shown.id)
        assert heading.parent is not None
        assert shown.folding.sentence in heading.parent.text
        assert ("In sources only" in heading.parent.text) == shown.folding.in_source_only
    assert len(shown_foldings()) == len(FOLDINGS)


def test_what_nobody_would_see_is_pointed_out_and_named() -> None:
    made = example("a\u00adb\u00a0c  d\ne\u0301\u201c")
    assert [token.name for token in made.tokens if token.kind == "odd"] == [
        *("soft hyphen (U+00AD)", "no-break space (U+00A0)", "space", "space", "end of the line"),
        "combining acute accent",
    ]
    assert made.names == (
        *("soft hyphen (U+00AD)", "no-break space (U+00A0)", "combining acute accent (U+0301)"),
        "left double quotation mark (U+201C)",
    )


def is_found(quoted: str, printed: str) -> bool:
    """Whether a quotation is found in a source that has other words, or the same."""
    made = replace(project.second()[0], source=words("x"))
    quotation = Quotation(words(quoted), words("x"), AT)
    one = Claim(id=words("c"), text=words("A claim."), evidence=(quotation,), at=AT)
    corpus = Corpus({"x": source("x", "X", f"They said that {printed} then.")})
    folders = Text("facts", ""), Text("seeds", "")
    resolution = resolve(Project((replace(made, claims=(one,)),), corpus, (), *folders))
    return bool(list(resolution.found()))


@pytest.mark.parametrize("difference", NEVER, ids=lambda difference: difference.name)
def test_what_always_counts_is_never_folded(difference: Difference) -> None:
    assert is_found(difference.one, difference.one)
    assert is_found(difference.other, difference.other)
    assert not is_found(difference.one, difference.other)
    assert not is_found(difference.other, difference.one)


# ---- Claims --------------------------------------------------------------------------------------


def test_claims_that_disagree_say_so_on_both_sides() -> None:
    for one, other in (("warned", "nobody-warned"), ("nobody-warned", "warned")):
        remarks = DAM.by_id(f"e-{one}").one("ul", class_="or-remarks")
        assert "Does not agree with" in remarks.text
        assert f"#c-{other}" in [a.attributes["href"] for a in remarks.all("a")]


def test_a_superseded_claim_says_so_in_its_sentence() -> None:
    printed = DAM.by_id("c-gate-sticks")
    assert printed.parent is not None
    assert "The gate of the dam sticks. [superseded]" in " ".join(printed.parent.text.split())
    assert "Superseded by:" in DAM.by_id("e-gate-sticks").text
    assert "Takes the place of:" in DAM.by_id("e-surprised").text


def test_the_speaker_of_a_quotation_comes_before_the_one_of_its_claim() -> None:
    captions = [caption.text for caption in DAM.by_id("e-surprised").all("figcaption")]
    assert captions[0].endswith("Words of The committee, in quotation marks in the source.")
    assert captions[1].endswith("The source’s own words.")
    assert captions[2].endswith("Mr Byron, as the source reports it.")


def test_only_supporting_passages_carry_a_claim() -> None:
    assert "carries" not in DAM.by_id("e-surprised").text
    assert "Each of these passages carries the claim by itself." in DAM.by_id("e-gate-sticks").text


def test_corrections_are_told_in_the_order_of_their_days() -> None:
    made, outcomes = claim(
        "x",
        "Now.",
        quote("Nothing else was looked at."),
        corrections=(
            project.correction("1871-03-02", "Second.", "b"),
            project.correction("1871-03-01", "First.", "a"),
        ),
    )
    entry = replace(project.second()[0], id="x", claims=(made,))
    site = published(verified((entry, [(made, outcomes)])))
    assert [e.path for e in site.explainers][-1] == "x"
    assert [(c.was, c.now) for c in changes_of(site.explainers[-1])] == [
        ("Second.", "Now."),
        ("First.", "Second."),
    ]


def test_titles_that_are_alike_are_told_apart() -> None:
    gate, claims = project.second()
    twin = replace(gate, id="gate-again", title=words("A letter"))
    third = replace(gate, id="gate-once-more")
    site = published(verified((twin, claims), (third, claims)))
    titles = {entry.path: entry.title for entry in site.explainers}
    assert titles["gate"] == "Does the gate stick? (gate)"
    assert titles["gate-once-more"] == "Does the gate stick? (gate-once-more)"
    assert titles["gate-again"] == "A letter"
    assert site.sources["letter"].name == "A letter (source letter)"


def test_one_source_for_most_claims_is_said() -> None:
    claims = [claim(f"c{n}", f"Claim {n}.", quote("The gate stuck.", "letter")) for n in range(5)]
    claims.append(claim("c5", "Another.", quote("委员会认为大坝是安全的。", "chinese")))
    assert account_of(*claims)[0] == (
        "One source supports 83% of the claims. Nothing here was checked against the world outside them."
    )


def account_of(*claims: tuple[Claim, tuple[Any, ...]]) -> tuple[str, str]:
    """The caveat of an explainer with these claims, and the first figure of its strip."""
    entry = replace(project.second()[0], id="x", claims=tuple(made for made, _ in claims))
    site = published(verified((entry, list(claims))))
    made = next(entry for entry in site.explainers if entry.path == "x")
    return caveat(made), strip(made, figures(made.claims.values(), made.origins))[0][1]


def test_a_source_that_only_repeats_another_is_no_second_source() -> None:
    """The letter says that it repeats the report."""
    said, counted = account_of(
        claim("c0", "Nothing else.", quote("Nothing else was looked at.")),
        claim("c1", "The gate stuck.", quote("The gate stuck.", "letter")),
    )
    assert said == (
        "One source and 1 that only repeats it. Nothing here was checked against the world outside them."
    )
    assert counted == "1 source and 1 that only repeats it"


def test_claims_that_do_not_agree_name_each_other_on_both_pages() -> None:
    """One of the two says ``conflicts_with``; the other's page says so as well."""
    for one, other in (("warned", "nobody-warned"), ("nobody-warned", "warned")):
        about = TREES[f"claims/dam/{one}"].by_id("about").parent
        assert about is not None
        said = " ".join(about.text.split())
        assert f"Does not agree with{printed_of(other).claim.text}" in said


def test_a_superseded_claim_says_so_wherever_it_is_printed() -> None:
    tags = [tag.text for tag in printed_of("gate-sticks").tags]
    assert "superseded" in tags
    assert "superseded" in TREES["claims/dam/gate-sticks"].one("p", class_="or-tags").text


def test_an_exception_is_told_with_the_claim_in_a_readers_words() -> None:
    told = (
        "Exception. A rule objects: “The quotation stops short of a contrast in its own sentence.” "
        "(cut-before-contrast). A reviewer let the claim stand: The contrast is the next claim."
    )
    evidence = TREES["dam"].by_id("e-no-cracks").text
    listed = TREES["dam"].by_id("evidence-no-cracks").text
    own = TREES["claims/dam/no-cracks"].text
    for text in (evidence, listed, own):
        assert told in " ".join(text.split())
    assert "exception to a rule" in [tag.text for tag in printed_of("no-cracks").tags]


def printed_of(name: str) -> PrintedClaim:
    return next(entry for entry in published(verified()).explainers if entry.path == "dam").claims[name]


# ---- Every page ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_what_it_is_and_where(path: str) -> None:
    assert PAGES[path].description
    *_, here = TREES[path].one("nav", class_="or-trail").all("li")
    assert here.attributes["aria-current"] == "page"


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("rules/")])
def test_verified_never_stands_alone(path: str) -> None:
    assert "verified" not in TREES[path].text.lower()


def test_every_passage_says_whose_language_it_is() -> None:
    for path, tree in TREES.items():
        for quoted in tree.all("blockquote"):
            assert {"lang", "dir", "cite"} <= set(quoted.attributes), path


def test_nothing_of_ours_is_left_in_the_language_of_an_explainer() -> None:
    page = TREES["sadd"]
    for place in ("title", "c-aman"):
        assert (page.by_id(place).attributes["lang"], page.by_id(place).attributes["dir"]) == ("ar", "rtl")
    assert page.by_id("evidence").attributes.get("lang") is None
    note = next(span for span in page.all("span", lang="ar") if span.text == "لم تذكر اللجنة السبب.")
    assert note.attributes["dir"] == "rtl"


def test_the_subject_and_who_is_who_have_their_place() -> None:
    assert "That the whole page is about the dam and Ashby" in DAM.text
    assert DAM.by_id("who-byron").one(class_="or-person__name").text.startswith("Mr Byron")
