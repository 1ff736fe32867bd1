"""Plain text for machines: no claim without its words, and nothing an author wrote turns into mark-up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from exports import hostile_dated
from onrecord.exports import plain_text as kind
from onrecord.page import Settings
from onrecord.view.citing import holds_as_of
from onrecord.view.legible import contained, one_line
from onrecord.view.markdown import anchor, literal
from onrecord.view.published import PublishedExplainer, published
from pages import hostile
from pages.example import Made, second, verified, words

Test = Callable[[str], None]
ADDRESS = "https://example.org/record/"
NOWHERE = Settings("1871-10-01")
SOMEWHERE = Settings("1871-10-01", address=ADDRESS)
BOTH = pytest.mark.parametrize("settings", [NOWHERE, SOMEWHERE], ids=["nowhere", "somewhere"])
VERIFIED = verified(hostile_dated.explainer(), sources=hostile.SOURCES)
ENTRIES = {entry.path: entry for entry in published(VERIFIED).explainers}
PATHS = pytest.mark.parametrize("path", sorted(ENTRIES))
READER = MarkdownIt("commonmark").enable(["strikethrough", "table"])
ANY_TEXT = st.text(st.characters(exclude_categories=()))
ACTING = st.text(st.sampled_from("\\`*_[]()<>#+-=.!~&;|:1 \t\n\"'abx/\u202e\u2066\u2069\u2028"))
CASES = (
    *(
        "# x",
        "a #",
        "a ##",
        "1. x",
        "2) x",
        "- x",
        "+ x",
        "> x",
        "---",
        "***",
        "___",
        "===",
        "```",
        "~~~",
        "    x",
    ),
    *(
        "&lt;",
        "&#60;",
        "<b>",
        "<!-- x -->",
        "<https://x.example>",
        "a\\",
        "\\*",
        "![x](y)",
        "[x]: y",
        "[ ] x",
        "|-|-|",
    ),
    *(
        "~~x~~",
        "*x*",
        "_x_",
        "a\n\n# x",
        "a\u2028# x",
        "\tx",
        "\x00",
        "\ud800",
        "\ufffe",
        "a  \nb",
        "\u202ea",
        "a\u2069",
    ),
)
A_CLAIM = re.compile(r"\s*- (?:[^*]*\. |[A-Z][a-z ]+: )?\*\*Claim (\d+):\*\* (.*)")
A_LINK = re.compile(r"- \[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)(?:: (.+))?")


@cache
def files(settings: Settings) -> dict[str, str]:
    return {export.path: export.content.decode() for export in kind.exports(VERIFIED, settings)}


def claim_lines(text: str) -> Iterator[tuple[int, str]]:
    for line in text.split("\n"):
        if found := A_CLAIM.fullmatch(line):
            yield int(found[1]), found[2]


def with_cases(test: Test) -> Test:
    """``test`` of any text, tried with each of `CASES` too."""
    for case in CASES:
        test = example(case)(test)
    return test


def shown(tokens: list[Token]) -> str:
    """The text of inline tokens, of which none may be mark-up."""
    assert {token.type for token in tokens} <= {"text", "text_special"}, [token.type for token in tokens]
    return "".join(token.content for token in tokens)


def inline(markdown: str, *blocks: str) -> list[Token]:
    """The inline tokens of ``markdown``, which must be exactly these ``blocks`` around one text."""
    tokens = READER.parse(markdown)
    opening = [token.type for token in tokens if token.nesting == 1]
    assert opening == list(blocks), opening
    (found,) = (token for token in tokens if token.type == "inline")
    return found.children or []


def expected(text: str) -> str:
    return contained(one_line(text)).strip()


@with_cases
@trying(deadline=None, max_examples=60)
@given(ACTING | ANY_TEXT)
def test_any_text_shows_as_it_is_in_a_paragraph(text: str) -> None:
    if expected(text):
        assert shown(inline(literal(text), "paragraph_open")) == expected(text)
    else:
        assert literal(text).strip() == ""


@with_cases
@trying(deadline=None, max_examples=60)
@given(ACTING | ANY_TEXT)
def test_any_text_shows_as_it_is_in_a_list_a_heading_and_a_quotation(text: str) -> None:
    if expected(text):
        in_list = ("bullet_list_open", "list_item_open", "paragraph_open")
        assert shown(inline(f"- {literal(text)}", *in_list)).strip() == expected(text)
        assert shown(inline(f"## {literal(text)}", "heading_open")).strip() == expected(text)
        in_quote = ("blockquote_open", "paragraph_open")
        assert shown(inline(f"> {literal(text)}", *in_quote)).strip() == expected(text)


@with_cases
@trying(deadline=None, max_examples=60)
@given(ACTING | ANY_TEXT)
def test_any_text_shows_as_it_is_inside_a_sentence_and_as_the_name_of_a_link(text: str) -> None:
    said = shown(inline(f"Said: “{literal(text)}” (x).", "paragraph_open"))
    assert said == f"Said: “{contained(one_line(text))}” (x)."
    first, *middle, last = inline(anchor(f"a{text}a", "x/(y)/"), "paragraph_open")
    assert (first.type, last.type) == ("link_open", "link_close")
    assert first.attrs["href"] == "x/%28y%29/"
    assert shown(middle) == contained(one_line(f"a{text}a"))


@with_cases
@trying(deadline=None, max_examples=60)
@given(ACTING | ANY_TEXT)
def test_a_text_turns_nothing_after_it(text: str) -> None:
    waiting: list[str] = []
    for char in contained(text):
        if char in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068":
            waiting.append("\u202c" if char < "\u2066" else "\u2069")
        elif char == "\u202c" and waiting[-1:] == ["\u202c"]:
            waiting.pop()
        elif char == "\u2069" and "\u2069" in waiting:
            del waiting[len(waiting) - 1 - waiting[::-1].index("\u2069") :]
    assert waiting == []
    assert contained(text).startswith(text)


def test_the_files() -> None:
    assert set(files(NOWHERE)) == {
        *(f"{path}/explainer.txt" for path in ENTRIES),
        "llms.txt",
        "llms-full.txt",
    }
    (offer,) = kind.EXPORT_KIND.offers
    assert (offer.kind, offer.name, offer.title, offer.media_type) == (
        "explainer",
        "explainer.txt",
        "Plain text",
        "text/plain",
    )


def check_claims(entry: PublishedExplainer, text: str) -> None:
    lines = list(claim_lines(text))
    assert {number for number, _ in lines} == {claim.number for claim in entry.claims.values()}
    by_number = {claim.number: claim for claim in entry.claims.values()}
    for number, line in lines:
        claim = by_number[number]
        assert line.startswith(literal(claim.claim.text))
        assert f"As of: {literal(holds_as_of(claim, entry))}." in line
        for passage in claim.passages:
            assert (
                f"Evidence: “{literal(passage.words)}” (“{literal(passage.title)}”, line {passage.line}, "
                in line
            )
        for search in claim.searches:
            assert all(literal(term) in line for term in search.terms)
        for other in entry.named(claim.claim.derived.claims if claim.claim.derived else ()):
            assert all(literal(passage.words) in line for passage in other.passages)
        assert claim.passages or claim.searches or claim.claim.derived


@BOTH
@PATHS
def test_each_claim_carries_its_words_source_line_and_as_of(path: str, settings: Settings) -> None:
    check_claims(ENTRIES[path], files(settings)[f"{path}/explainer.txt"])


@PATHS
def test_so_it_does_where_everything_is_in_one_file(path: str) -> None:
    entry = ENTRIES[path]
    _, _, after = files(SOMEWHERE)["llms-full.txt"].partition(f"## {literal(entry.title)}\n")
    part = re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0]
    check_claims(entry, part)


def test_a_claim_line_in_full() -> None:
    lines = dict(claim_lines(files(SOMEWHERE)["dam/explainer.txt"]))
    assert lines[3] == (
        "The committee visited the dam on 3 May. (date inferred: probably 3 May 1871) "
        "Evidence: “The committee visited the dam on 3 May.” (“Report on the dam”, line 3, "
        "published May 1871, inferred by us; the source’s own words). "
        "As of: May 1871, a date we inferred. Date: Probably 3 May 1871, inferred by us. "
        "The source says “on 3 May”. The year is that of the report. "
        "[Page of this claim](https://example.org/record/claims/dam/visited/)"
    )
    assert lines[8].startswith(
        "Two reports in other languages call the dam safe. (worked out from other claims) Worked out from "
        "claim 6 (“قالت اللجنة إن السد آمن.”) and claim 7 (“委员会认为大坝是安全的。”): Both say so."
    )
    assert "we searched “Report on the dam” for River, Ash\\* and stream, and found none of it." in lines[14]


def test_sections_come_in_the_order_of_the_page_and_remarks_are_marked() -> None:
    text = files(NOWHERE)["dam/explainer.txt"]
    headings = re.findall(r"^(#+) (.*)$", text, flags=re.MULTILINE)
    chapters = [literal(chapter.heading) for chapter in ENTRIES["dam"].outline.chapters]
    assert headings[0] == ("#", "Is the dam safe?")
    assert [name for _, name in headings[1:]] == [
        "Short answer",
        *chapters,
        "Corrections and updates",
        "Cite",
    ]
    assert {level for level, _ in headings[1:]} == {"##"}
    assert "\nEditor’s remark, not a claim: What was \\<not> looked at, we do not know.\n" in text
    assert "Nothing here was checked against the world outside them." in text
    assert "(Creative Commons" not in text
    assert "Quoted words belong to their owners." in text


def test_what_is_withdrawn_is_named_as_withdrawn_and_nothing_else_states_it() -> None:
    for path in ("dam/explainer.txt", "llms-full.txt"):
        (line,) = (line for line in files(NOWHERE)[path].split("\n") if "safe for all time" in line)
        assert line == (
            "- 1 September 1871, withdrawn (claim too-much), no longer claimed: "
            "“The dam is safe for all time.” Why: The passage does not say so."
        )
        assert (
            "- 3 July 1871, removed (claim cracks). In its place: claim 1. Why: Merged."
            in files(NOWHERE)[path]
        )
        assert (
            "It said, wrongly: “There are no cracks.” It says: “No cracks were found.”"
            in files(NOWHERE)[path]
        )


@BOTH
def test_the_index_is_as_llmstxt_org_says(settings: Settings) -> None:
    text = files(settings)["llms.txt"]
    head, *sections = re.split(r"^## (.*)\n", text, flags=re.MULTILINE)
    lines = head.split("\n")
    assert lines[0] == "# On Record"
    assert lines[2].startswith("> ")
    assert not any(line.startswith("#") for line in lines[1:])
    assert sections[::2] == ["Explainers", "Corrections", "Optional"]
    for body in sections[1::2]:
        links = [line for line in body.split("\n") if line]
        assert links
        assert all(A_LINK.fullmatch(line) for line in links)
    found = [match[2] for line in text.split("\n") if (match := A_LINK.fullmatch(line))]
    base = settings.address
    assert found == [
        *(f"{base}{path}/explainer.txt" for path in ENTRIES),
        *(
            f"{base}{path}"
            for path in ("corrections/", "corrections/feed.json", "how-we-check/", "llms-full.txt")
        ),
    ]


def test_the_index_says_what_each_explainer_rests_on() -> None:
    text = files(NOWHERE)["llms.txt"]
    assert (
        "- [Is the dam safe?](dam/explainer.txt): What a report, a letter and two translations say. "
        "(15 claims from 4 sources and 1 that only repeats others; published 1 July 1871)\n"
    ) in text


def test_the_index_names_no_page_that_a_site_does_not_have() -> None:
    made = {e.path: e.content.decode() for e in kind.exports(VERIFIED, replace(NOWHERE, method=""))}
    assert "How we check" not in made["llms.txt"]


def test_the_index_is_bounded_and_the_full_file_is_not() -> None:
    made, claims = second()
    crowd: list[Made] = [
        (replace(made, id=f"gate-{n:03}", published=words("1873-01-01")), claims) for n in range(120)
    ]
    found = {export.path: export.content.decode() for export in kind.exports(verified(*crowd), NOWHERE)}
    listed = re.findall(r"\]\(([^()]+)/explainer\.txt\)", found["llms.txt"])
    assert listed == [f"gate-{n:03}" for n in range(kind.MOST_LISTED)]
    assert "Listed are the newest 100 of 124 explainers." in found["llms.txt"]
    assert found["llms-full.txt"].count("\n## ") == 124


def test_links_are_right_where_the_file_lies() -> None:
    assert "](../claims/dam/visited/)" in files(NOWHERE)["dam/explainer.txt"]
    assert "](claims/dam/visited/)" in files(NOWHERE)["llms-full.txt"]
    assert "](../sources/report/)" in files(NOWHERE)["dam/explainer.txt"]
    for text in files(SOMEWHERE).values():
        targets = re.findall(r"(?<!\\)\]\(([^)]*)\)", text)
        assert targets
        assert all(target.startswith("https://") for target in targets)


def test_of_a_source_only_what_its_page_shows_is_in_a_file() -> None:
    everything = "".join(files(NOWHERE).values())
    assert "@hostile-parts@" in everything
    assert "never used" not in everything


ALLOWED = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "blockquote_open"),
    *("blockquote_close", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    *("text", "text_special", "strong_open", "strong_close", "link_open", "link_close"),
}


@BOTH
def test_what_authors_wrote_makes_no_mark_up(settings: Settings) -> None:
    for path, text in files(settings).items():
        for token in READER.parse(text):
            assert token.type in ALLOWED, (path, token.type, token.content)
            for child in token.children or ():
                assert child.type in ALLOWED, (path, child.type, token.content)
                target = str(child.attrs.get("href", ""))
                assert re.match(r"https://|\.\.?/|[a-z0-9-]+/|llms-full|$", target), target
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", text)


@pytest.mark.parametrize(
    "name",
    [
        *("Claim.text", "Claim.note", "Claim.date_note", "Claim.date_words", "Quotation.not_covered"),
        *(
            "Quotation.translation",
            "Quotation.translated_by",
            "Reference.words",
            "Reference.means",
            "Reference.why",
        ),
        *("Absence.terms", "Derivation.how", "Waiver.reason", "Correction.was", "Correction.why"),
        *(
            "Withdrawal.why",
            "Retired.why",
            "Update.what",
            "EditorNote.text",
            "Section.heading",
            "Entity.name",
        ),
        *("Entity.aliases", "Explainer.title", "Explainer.description", "Source.title", "Source.author"),
        *("Source.publisher", "Source.dateline", "Source.rights", "Source.note", "Source.obtained"),
    ],
)
def test_what_authors_wrote_is_there_letter_for_letter(name: str) -> None:
    text = files(NOWHERE)["hostile-page/explainer.txt"]
    seen = "\n".join(
        "".join(child.content for child in token.children or ())
        for token in READER.parse(text)
        if token.children
    )
    assert one_line(f"{hostile.HOSTILE} {hostile.mark(name)}") in seen


def test_the_same_facts_make_the_same_bytes() -> None:
    again = verified(hostile_dated.explainer(), sources=hostile.SOURCES)
    made = kind.exports(again, replace(SOMEWHERE, today="1999-01-01"))
    assert {export.path: export.content.decode() for export in made} == files(SOMEWHERE)
