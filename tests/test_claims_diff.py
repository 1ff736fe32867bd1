"""The claims diff: it says all that changed, fits into a comment, and nothing in it acts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gate.example import change, write
from onrecord.check import check
from onrecord.claims_diff.document import MOST_BYTES, claims_diff
from onrecord.claims_diff.inert import inert, shown
from onrecord.claims_diff.worded import worded
from onrecord.cli import main
from onrecord.ground.waiving import fingerprint
from onrecord.loaders.project import load_files
from onrecord.resolve import resolve
from onrecord.view.legible import contained, one_line
from own_git import committed

GOLDEN = Path(__file__).with_name("golden") / "claims_diff.md"
REPORT = """Report on the dam at Ashby

The committee visited the dam on 3\u00a0May and walked along its whole length. "It is old", said the keeper.

It was built for $7 billion by the county, and the keeper lives beside the gate.

In May, the committee examined it and, after a long debate, found no cracks. It is to be examined again.
"""
LETTER = "The county opened the gate twice in the spring, wrote @keeper in #12.\n"
BEFORE = """title: What does the report say of the dam?
published: 2026-05-04
source: report
claims:
  - id: visited
    text: The committee visited the dam on 3 May.
    evidence:
      - quote: The committee visited the dam on 3 May
  - id: cost
    text: The dam was built for $7 billion by the county.
    evidence:
      - quote: It was built for $7 billion by the county
        refers:
          - {words: It, means: The dam, why: The sentence before is about the dam.}
  - id: cracks
    text: The committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and, after a long debate, found no cracks.
  - id: old
    text: The dam is old, the keeper said.
    attributed_to: the keeper
    evidence:
      - quote: '"It is old", said the keeper.'
  - id: lives
    text: The keeper lives beside the gate.
    evidence:
      - quote: the keeper lives beside the gate.
  - id: leaning
    text: The committee was at the dam.
    depends_on: [visited]
    evidence:
      - quote: The committee visited the dam on 3 May
"""
AFTER = """title: What does the report say about the dam?
published: 2026-05-04
source: report
claims:
  - id: visited
    text: On 3 May the committee visited the dam.
    corrections:
      - date: 2026-05-05
        was: The committee visited the dam on 3 May.
        why: Shorter.
        minor: true
    evidence:
      - quote: The committee visited the dam on 3 May
  - id: cost
    text: The dam was built for $7 billion by the county.
    status: interpretation
    note: Nobody else says so.
    evidence:
      - quote: It was built for $7 billion by the county, and the keeper
        refers:
          - {words: It, means: The dam, why: The sentence before is about the dam.}
  - id: cracks
    text: The committee found no cracks in May.
    evidence:
      - quote: In May, the committee examined it and ... found no cracks.
  - id: old
    text: The dam is old, the keeper said.
    attributed_to: the keeper
    withdrawn: {date: 2026-05-06, why: He meant the gate.}
    evidence:
      - quote: '"It is old", said the keeper.'
  - id: leaning
    text: The committee was at the dam.
    depends_on: [visited]
    evidence:
      - quote: The committee visited the dam on 3 May
  - id: opened
    text: The county opened the gate twice in the spring.
    evidence:
      - quote: The county opened the gate twice in the spring
        source: letter
"""


def files(
    facts: str, *letters: str, name: str = "dam", report: str = REPORT, note: str = ""
) -> dict[str, bytes]:
    made = {f"facts/{name}.yml": facts.encode()}
    for source, text in [("report", report), *(("letter", letter) for letter in letters)]:
        digest = hashlib.sha256(text.encode()).hexdigest()
        made[f"seeds/{source}.txt"] = text.encode()
        made[f"seeds/{source}.yml"] = (
            f"id: {source}\nfile: {source}.txt\nsha256: {digest}\ntitle: The {source}\nlanguage: en\n"
            f"publish: full\nrights: Written for these tests.\n{note}"
        ).encode()
    return made


def diff(before: dict[str, bytes], after: dict[str, bytes], revision: str = "main") -> str:
    old, new = (resolve(load_files(content)) for content in (before, after))
    return claims_diff(old, check(new), "0123456789abcdef0123456789abcdef01234567", revision)


class Reading(HTMLParser):
    """What a page shows: its text, one node each, and its tags; ``without`` are tags that are passed over."""

    def __init__(self, without: str = "") -> None:
        super().__init__()
        self.nodes: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self._open: list[str] = []
        self._without = without

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open.append(tag)
        self.attributes.extend(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        if self._without not in self._open:
            self.nodes.append("" if "code" in self._open and not self._without else data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    @property
    def text(self) -> str:
        return "".join(self.nodes)


def read(markdown: str, without: str = "none") -> Reading:
    engine = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    page = Reading(without)
    page.feed(engine.render(markdown))
    page.close()
    return page


def test_all_that_changed_as_a_reviewer_reads_it() -> None:
    assert diff(files(BEFORE), files(AFTER, LETTER)) == GOLDEN.read_text("utf-8")


def test_nothing_changed() -> None:
    told = diff(files(BEFORE), files(BEFORE))
    assert "No claim and no source changed." in told
    assert "###" not in told


def test_what_was_published_comes_first_and_what_nothing_accounts_for_before_the_rest() -> None:
    lines = (
        diff(files(BEFORE), files(AFTER, LETTER))
        .split("### Changes to what was published")[1]
        .split("\n### ")[0]
    )
    names = re.findall(r"^- <code>dam/(\w+)</code>: ([\w ;,]+)\. (.*)", lines, re.MULTILINE)
    assert [name for name, _, _ in names] == ["cost", "cracks", "lives", "visited", "old"]
    assert ["and no " in account for _, _, account in names] == [True, True, True, False, False]


def test_a_claim_stands_beside_its_quotation_in_its_paragraph() -> None:
    told = diff(files(BEFORE), files(AFTER, LETTER))
    assert (
        "<mark>In May, the committee examined it and</mark>, after a long debate, <mark>found no cracks."
        in told
    )
    assert "an ellipsis: \u201c, after a long debate, \u201d" in told or "an ellipsis: \u201c" in told
    assert "no-break space (U+00A0)" in told
    assert "read by us: \u201cIt\u201d is The dam (The sentence before is about the dam.)" in told
    assert "Look again at what leans on it:\n\n- <code>leaning</code>: The committee was at the dam." in told


def test_an_exception_is_left_to_the_reviewer_with_its_reason() -> None:
    resolution = resolve(load_files(files(AFTER, LETTER)))
    (leaning,) = (one.claim for one in resolution.claims if one.claim.id == "leaning")
    seen = fingerprint(resolution, "dam", leaning)
    waiver = f"{{rule: dependant-needs-review, reason: 'Read *it* again.', reviewed: {seen}}}"
    facts = AFTER.replace(
        "    depends_on: [visited]\n", f"    depends_on: [visited]\n    waivers: [{waiver}]\n"
    )
    told = diff(files(AFTER, LETTER), files(facts, LETTER))
    assert "#### <code>leaning</code>: waivers changed" in told
    assert (
        "What a program could not decide:\n\n- exception to <code>dependant-needs-review</code>: "
        "Read &#42;it&#42; again. (it takes out: the claim leans on"
    ) in told


def test_what_cannot_be_read_is_not_just_removed() -> None:
    facts = BEFORE.replace("text: The committee found no cracks.", "text: The committee found no #12 cracks.")
    told = diff(files(BEFORE), files(facts))
    assert "#### <code>cracks</code>: removed" in told
    assert "What the check found:\n\n- error <code>cut-by-comment</code>" in told
    told = diff(files(BEFORE), files(BEFORE.replace("title: ", "title: [")))
    assert "- the page: removed\n- error <code>broken-yaml</code>: " in told


def test_a_renamed_explainer_is_the_same() -> None:
    signpost = "retired: [{id: dam, date: 2026-05-05, why: A clearer name., replaced_by: the-dam}]\n"
    facts = BEFORE.replace("claims:", signpost + "claims:")
    told = diff(files(BEFORE), files(facts, name="the-dam"))
    assert "- the page: renamed from dam" in told
    assert "No claim and no source changed." in told


def test_a_removed_explainer_takes_its_claims_with_it() -> None:
    told = diff(files(BEFORE), files(BEFORE, name="other"))
    assert "6 claims removed; 6 claims added" in told
    assert told.count("no entry under <code>retired</code> accounts for it") == 12


@pytest.mark.parametrize(
    ("before", "after", "said", "published"),
    [
        ("draft: true\n", "draft: true\n", "1 claim reworded.", False),
        ("draft: true\n", "", "6 claims added.", False),
        ("", "draft: true\n", "6 claims removed.", True),
    ],
)
def test_a_draft_was_never_published(before: str, after: str, said: str, published: bool) -> None:
    facts = BEFORE.replace("The committee found no", "The committee saw no")
    told = diff(files(before + BEFORE), files(after + facts))
    assert said in told
    assert ("### Changes to what was published" in told) is published


def test_a_source_that_is_another() -> None:
    told = diff(
        files(BEFORE),
        files(BEFORE, report=REPORT.replace("$7 billion", "$8 billion"), note="url: https://a.example/\n"),
    )
    assert "- source <code>report</code>: text changed, and claims rest on it" in told
    assert "1 source with a changed text" in told
    assert "<del>7</del> <strong>8</strong>" in told
    assert "- <code>url</code>: <strong>https<span>&#58;</span>//a.example/</strong>" in told
    assert "The check **fails**" in told
    assert "**Not found in it now**, words of: <code>dam/cost</code>" in told


def test_only_the_metadata_of_a_source_changed() -> None:
    told = diff(files(BEFORE), files(BEFORE, note="note: Read twice.\n"))
    assert "#### <code>report</code>: metadata changed" in told
    assert "- <code>note</code>: <strong>Read twice.</strong>" in told
    assert "### Changes to what was published" not in told


def test_a_changed_default_source_is_a_changed_quotation() -> None:
    moved = BEFORE.replace("source: report", "source: letter")
    told = diff(files(BEFORE, REPORT), files(moved, REPORT))
    assert "6 claims with a changed quotation" in told
    assert "(from <code>report</code>, now from <code>letter</code>)" in told


HOSTILE = (
    "</details><script>alert(1)</script>",
    "@octocat and a@b.example and @org/team",
    "#12, GH-12, owner/repo#12, 0123abcdef",
    "![x](https://evil.example/x.png) [y](javascript:alert(1)) <https://evil.example>",
    "https://evil.example www.evil.example :tada: $x$ `code` ~~~ **b** _i_ ~~s~~ | a | b |",
    "```\n\n# heading\n\n- list\n\n> quote\n\n1. one\n===\n---\n    code",
    "<!-- comment --> &lt; &amp; &#64; \\ \u202e right to left",
    "[^1]: note [ ] task [!NOTE] <mark> </mark>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_acts(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\u202e", "\\u202e")
    keys = "".join(f'    {key}: "{quoted}"\n' for key in ("note", "attributed_to", "date_note", "date_words"))
    facts = AFTER.replace("    status: interpretation\n    note: Nobody else says so.\n", keys)
    facts = facts.replace("text: The committee found no cracks in May.", f'text: "{quoted}"')
    facts = (
        facts.replace("why: Shorter.", f'why: "{quoted}"')
        .replace("say about the", "say")
        .replace("quote: It was built", f'quote: "{quoted}"\n      - quote: It was built')
    )
    told = diff(files(BEFORE), files(facts, text, note=f'note: "{quoted}"\n'), revision=text)
    page = read(told)
    known = {"h2", "h3", "h4", "p", "ul", "li", "blockquote", "strong", "em", "del", "code", "mark", "kbd"}
    assert set(page.tags) <= known | {"span", "wbr"}
    assert page.attributes == []
    _assert_inert(page.nodes)
    assert "\u202e" not in told


def _assert_inert(nodes: Iterable[str]) -> None:
    acting = re.compile(r"@\w|#\d|GH-\d|\b[0-9a-f]{7,}\b|:\w+:|https?://|www\.\w|\$.|.\$", re.IGNORECASE)
    assert [found[0] for node in nodes if (found := acting.search(node))] == []


@settings(deadline=None)
@given(st.text() | st.text(alphabet="\\`*_{}[]<>()#+-.!|~&;:@$^=1ag \n/w", max_size=40))
def test_escaped_text_shows_as_it_was_written(text: str) -> None:
    plain = contained(one_line(text)).strip()
    for place in (inert(text), f"> {inert(text)}", f"- {inert(text)}", f"#### heading: {inert(text)}"):
        page = read(place)
        assert page.text.strip().removeprefix("heading:").strip() == plain
        assert page.attributes == []
        assert set(page.tags) <= {"p", "blockquote", "ul", "li", "h4", "span", "wbr"}
        _assert_inert(page.nodes)


_WORDS = st.lists(
    st.sampled_from(["the", "dam", "7,000", "was*", "@a", "\u6c34\u5e93", "</x>", "."]), max_size=8
)


@settings(deadline=None)
@given(_WORDS, _WORDS)
def test_both_wordings_can_be_read_from_one(old: list[str], new: list[str]) -> None:
    told = worded(" ".join(old), " ".join(new))
    assert _squeezed(read(told, without="del").text) == "".join(new)
    assert _squeezed(read(told, without="strong").text) == "".join(old)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_two_wordings() -> None:
    assert worded("one two three", "one 2 three") == "one <del>two</del> <strong>2</strong> three"
    assert (
        worded("one two three four", "one 2 3 four") == "one <del>two three</del> <strong>2 3</strong> four"
    )
    assert worded("one", "one two") == "one<strong> two</strong>"
    assert worded("\u6c34\u5e93\u5b89\u5168", "\u6c34\u5e93\u5371\u9669") == (
        "\u6c34\u5e93<del>\u5b89\u5168</del> <strong>\u5371\u9669</strong>"
    )
    long = "word " * 60
    assert len(worded(long + "a", long + "b", around=20)) < 80


def test_characters_that_nobody_sees_are_named() -> None:
    assert shown("a\u200bb\u202ec") == (
        "a<kbd>zero width space (U+200B)</kbd>b<kbd>right-to-left override (U+202E)</kbd>c"
    )
    assert shown("x" * 4000).endswith(" <em>(and 1,000 characters more)</em>")


def _many(number: int, word: str) -> str:
    claims = "".join(
        f"  - id: claim-{n}\n    text: The {word} visited the dam on 3 May, {n}.\n    evidence:\n"
        "      - quote: The committee visited the dam on 3 May\n"
        for n in range(number)
    )
    return f"title: Dam\npublished: 2026-05-04\nsource: report\nclaims:\n{claims}"


def test_it_fits_into_a_comment_and_says_what_does_not() -> None:
    told = diff(files(_many(900, "committee")), files(_many(900, "board")))
    assert len(told.encode()) <= MOST_BYTES
    found = re.search(r"\*\*And ([\d,]+) more\*\*, .* run <code>onrecord diff main</code>\n\Z", told)
    assert found
    assert int(found[1].replace(",", "")) + told.count("#### ") == 900
    assert told.count("#### ") > 40
    listed = told.count("\n- <code>dam/")
    assert f"\n- and {900 - listed} more of these\n" in told
    assert listed > 80


def test_a_claim_that_is_too_long_leaves_room_for_the_others() -> None:
    entry = "      - quote: The committee visited the dam on 3 May\n"
    before = BEFORE.replace(entry, entry * 1, 1)
    long = "".join(f"      - quote: {word}\n" for word in ["The committee visited the dam on 3 May"] * 400)
    after = AFTER.replace(entry, long, 1)
    told = diff(files(before), files(after, LETTER))
    assert len(told.encode()) <= MOST_BYTES
    assert "**And 1 more**" in told
    assert "#### <code>opened</code>: added" in told


@pytest.fixture
def repository(plain_environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write(tmp_path / "project")
    committed(root)
    monkeypatch.chdir(root)
    return root


def test_the_command_prints_the_markdown_alone(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "HEAD", "--markdown", "-"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("## Claims since <code>")
    assert "checked:" not in told
    change(repository / "facts/dam.yml", "text: The gate was opened", "text: The gate opened")
    assert main(["diff", "HEAD", "--markdown", "-"]) == 1
    first = capsys.readouterr().out
    assert "The gate <del>was </del>opened" in first
    assert main(["diff", "HEAD", "--markdown", "-"]) == 1
    assert capsys.readouterr().out == first


def test_the_command_writes_a_file_beside_its_report(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = repository / "diff.md"
    file.write_text("old", "utf-8")
    assert main(["diff", "HEAD", "--markdown", "diff.md"]) == 0
    assert "for reviewers: diff.md" in capsys.readouterr().out
    assert file.read_text("utf-8").startswith("## Claims since <code>")
    assert not list(repository.glob(".diff.md*"))


@pytest.mark.parametrize("file", ["nowhere/diff.md", "facts", ""])
def test_a_file_that_cannot_be_written(
    repository: Path, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    assert main(["diff", "HEAD", "--markdown", file]) == 2
    assert "onrecord: cannot write" in capsys.readouterr().err
    assert not list(repository.glob(".facts*"))
