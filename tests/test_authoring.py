"""Claims put into fact files: the rest of the file stays as it is, however it is written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gate.example import SEED, change, write
from onrecord import app
from onrecord.authoring import Drafted, desk, draft_claim, free_id
from onrecord.check import Rejected
from onrecord.loaders.decoding import read_mapping
from onrecord.loaders.nodes import YamlMapping
from onrecord.loaders.problems import Problems
from onrecord.loaders.project import load_project
from onrecord.mistake import Mistake
from onrecord.opening import draft_explainer
from onrecord.quotable import clean, entry_lines, entry_of, exact_entry, value_lines
from onrecord.resolve import Evidence
from onrecord.seeking import seek

WORDS = "The gate was opened twice in the spring, before the snow had melted in the hills."
HEAD = "title: What does the report say of the dam?\nsource: report\n"
PLAIN = HEAD + (
    "claims:\n"
    "  - id: visited\n"
    "    text: The committee visited the dam on 3 May and walked along its whole length.\n"
    "    evidence:\n"
    "      - quote: The committee visited the dam on 3 May and walked along its whole length.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "project")


def drafted(root: Path, content: str | bytes, *, words: str = WORDS, section: str = "") -> Drafted:
    """``content`` as the file of the dam's page, with a claim more."""
    file = root / "facts" / "dam.yml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    at = desk(app.configure(root))
    hit = seek(words, at.sources())[0]
    entry = exact_entry(hit.source, hit.span)
    return draft_claim(at, at.explainer("dam"), entry, words, section=section)


def parsed(content: bytes) -> YamlMapping:
    problems = Problems()
    _, file = read_mapping("facts/dam.yml", content, problems)
    assert file is not None
    assert not len(problems)
    return file


def without_lines_of(draft: Drafted, *, break_: bytes = b"\n") -> bytes:
    """The new file without the claim's lines and, where there is one, the blank line before them."""
    lines = draft.content.split(break_)
    start, count = draft.line - 1, len(draft.lines)
    if not lines[start - 1].strip() and draft.old.count(break_ + break_) < draft.content.count(
        break_ + break_
    ):
        start, count = start - 1, count + 1
    return break_.join(lines[:start] + lines[start + count :])


SHAPES = {
    "plain": PLAIN,
    "no final newline": PLAIN.rstrip("\n"),
    "blank lines at the end": PLAIN + "\n\n",
    "comments": PLAIN.replace("claims:", "claims: # all of them\n\n  # the first\n")
    + "  # the last\n\n# end\n",
    "a comment on the last line": PLAIN.rstrip("\n") + " # so it is\n",
    "no indentation": PLAIN.replace("\n  ", "\n"),
    "deep": PLAIN.replace("\n    ", "\n        ").replace("\n  -", "\n      -"),
    "wide dashes": PLAIN.replace("  - id", "  -   id").replace("\n    ", "\n      "),
    "lists below their key": PLAIN.replace("      - quote", "    - quote"),
    "a dash on its own line": PLAIN.replace("  - id", "  -\n    id"),
    "flow evidence": PLAIN.replace("\n      - quote", " [{quote").rstrip("\n") + "\n    }\n    ]\n",
    "a flow claim": HEAD
    + "claims:\n  - {id: visited, text: The committee walked along the whole length of the dam.,\n"
    + "     evidence: [{quote: 'The committee visited the dam on 3 May'}]}\n",
    "a key after it": PLAIN + "# who\nsubject: [the dam]\n",
    "keys in another order": PLAIN.replace(HEAD, "") + HEAD,
    "a block at the end": PLAIN + "    note: |\n      Once.\n\n      # Twice.\n",
    "a folded block at the end": PLAIN + "    note: >-\n      Once,\n      twice.\n\nsubject: [the dam]\n",
    "a block that keeps its end": PLAIN + "    note: |+\n      Once.\n\n\nsubject: [the dam]\n",
    "two, with a blank line": PLAIN
    + "\n  - id: keeper\n    text: The keeper lives beside the gate.\n    evidence:\n"
    + "      - quote: the keeper lives beside the gate\n",
    "an end mark": PLAIN + "...\n",
}


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("name", SHAPES)
def test_the_rest_of_the_file_stays(project: Path, name: str, break_: str) -> None:
    before = SHAPES[name].replace("\n", break_).encode()
    draft = drafted(project, before)
    assert draft.passes, [finding.message for finding in draft.findings]
    assert without_lines_of(draft, break_=break_.encode()) == before
    old, new = parsed(before), parsed(draft.content)
    assert new["claims"][:-1] == old["claims"]
    assert {**new, "claims": 0} == {**old, "claims": 0}
    assert dict(new["claims"][-1]) == {"id": draft.claim, "text": WORDS, "evidence": [{"quote": WORDS}]}


@given(
    dash=st.integers(0, 6),
    width=st.integers(2, 5),
    evidence=st.integers(0, 4),
    blank=st.booleans(),
    final=st.sampled_from(["", "\n", "\n\n", "\n# the end", "\n  # the end\n\n"]),
    break_=st.sampled_from(["\n", "\r\n"]),
    after=st.sampled_from(["", "\nsubject: [the dam]", "\n\n# who\nsubject:\n- the dam"]),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_indentation(
    project: Path, dash: int, width: int, evidence: int, blank: bool, final: str, break_: str, after: str
) -> None:
    lines = [*HEAD.splitlines(), "claims:"]
    for id, words in (("visited", SEED.splitlines()[2]), ("cost", "the keeper lives beside the gate")):
        margin = " " * (dash + width)
        lines += [""] if blank else []
        lines += [
            f"{' ' * dash}-{' ' * (width - 1)}id: {id}",
            f"{margin}text: {words[0].upper()}{words[1:]}{'' if words.endswith('.') else '.'}",
            f"{margin}evidence: # of {id}",
            f"{margin}{' ' * evidence}- quote: {words}",
        ]
    before = ("\n".join(lines) + after + final).replace("\n", break_).encode()
    draft = drafted(project, before)
    assert draft.passes
    assert without_lines_of(draft, break_=break_.encode()) == before
    old, new = parsed(before), parsed(draft.content)
    assert new["claims"][:-1] == old["claims"]
    assert {**new, "claims": 0} == {**old, "claims": 0}
    assert [len(line) - len(line.lstrip()) for line in draft.lines] == [
        dash,
        dash + width,
        dash + width,
        dash + width + evidence,
    ]


SECTIONS = {
    "a flow list": "      - claims: [visited]",
    "a flow list over lines": "      - claims: [\n          visited,\n        ]",
    "a block list": "      - claims:\n          - visited # first",
    "a block list below its key": "      - claims:\n        - visited",
    "quoted": "      - claims: ['visited' ]",
    "the last of two": "      - claims: [visited]\n      - editor: Our own words.\n",
    "no paragraph of claims": "      - editor: Our own words.",
}


@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.parametrize("is_first", [True, False])
def test_the_section_gets_the_claim(project: Path, name: str, is_first: bool) -> None:
    sections = (
        "answer: [visited]\nsections:\n"
        f"  - heading: What was seen?\n    body:\n{SECTIONS[name].rstrip()}\n"
        "  - heading: What else?\n    body:\n      - editor: Nothing else.\n"
    )
    before = sections + PLAIN if is_first else PLAIN + sections
    draft = drafted(project, before, section="what  was seen?")
    assert draft.passes
    assert not draft.findings
    old, new = parsed(before.encode()), parsed(draft.content)
    body = new["sections"][0]["body"]
    listed = [id for part in body for id in part.get("claims", [])]
    assert listed == [*(["visited"] if "visited" in SECTIONS[name] else []), draft.claim]
    assert [part for part in body if "editor" in part] == [
        part for part in old["sections"][0]["body"] if "editor" in part
    ]
    assert new["sections"][1:] == old["sections"][1:]
    rest = iter(draft.content.decode())
    assert all(char in rest for char in before), "what was there stands there still, in order"


@pytest.mark.parametrize(
    ("content", "section", "words"),
    [
        (
            HEAD + "claims: [{id: a, text: A dam., evidence: [{quote: the whole length}]}]\n",
            "",
            "in brackets",
        ),
        (PLAIN, "What?", "has no sections at all"),
        (PLAIN + "sections:\n  - heading: Seen?\n    body:\n      - claims: [visited]\n", "", "--section"),
        (
            PLAIN + "sections:\n  - heading: Seen?\n    body:\n      - claims: [visited]\n",
            "X",
            "it has .Seen",
        ),
        (PLAIN + "sections:\n  - heading: Seen?\n    body: [{editor: Ours.}]\n", "Seen?", "by hand"),
    ],
)
def test_what_cannot_be_done_is_said(project: Path, content: str, section: str, words: str) -> None:
    with pytest.raises(Mistake, match=words):
        drafted(project, content, section=section)


def test_ids_are_free_and_permanent(project: Path) -> None:
    change(
        project / "facts" / "dam.yml",
        "answer: [visited]\n",
        "answer: [visited]\nretired:\n"
        "  - {id: gate-opened-twice-spring-snow, date: 2026-05-05, why: It was wrong.}\n",
    )
    at = desk(app.configure(project))
    assert not isinstance(at.outcome, Rejected)
    hit = seek(WORDS, at.sources())[0]
    entry = exact_entry(hit.source, hit.span)
    first = free_id(WORDS, hit.source)
    draft = draft_claim(at, at.explainer("facts/dam.yml"), entry, WORDS)
    assert (first, draft.claim) == ("gate-opened-twice-spring-snow", "gate-opened-twice-spring-snow-2")
    for taken in ("visited", "gate-opened-twice-spring-snow"):
        with pytest.raises(Mistake, match="permanent"):
            draft_claim(at, at.explainer("dam"), entry, WORDS, id=taken)
    assert not draft_claim(at, at.explainer("dam"), entry, WORDS, id="Not: an id").passes


hostile = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_characters="\0"),
        st.sampled_from(":#'\"|>-[]{}&*!%@` \n\r\t\u0085\u2028\u202e\u200b\u00a0\x1b\ufeff\u00ad"),
    ),
    max_size=60,
)


@given(before=hostile, words=hostile, after=hostile)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_offered_is_found_again(project: Path, before: str, words: str, after: str) -> None:
    text = f"{before} The gate {words} was opened in the snow {after}".encode()
    (project / "seeds" / "report.txt").write_bytes(text)
    metadata = project / "seeds" / "report.yml"
    lines = metadata.read_text("utf-8").splitlines()
    lines[2] = f"sha256: {hashlib.sha256(text).hexdigest()}"
    metadata.write_text("\n".join(lines) + "\n", "utf-8")
    sources = load_project(project).corpus.sources.values()
    for hit in seek("gate was opened in the snow", sources):
        entry = entry_of(hit.source, hit.span)
        if entry.evidence is None:
            assert entry.why
            continue
        assert isinstance(entry.evidence, Evidence)
        assert entry.evidence.spans[0].start < hit.span.end
        shown = "\n".join(entry.lines)
        assert shown.replace("\n", "").isprintable()
        file = parsed(
            f"title: x\nclaims:\n  evidence:\n    {shown.replace(chr(10), chr(10) + '    ')}\n".encode()
        )
        claims = file["claims"]
        assert isinstance(claims, YamlMapping)
        assert [dict(one) for one in claims["evidence"]] == [dict(entry.fields)]


@given(value=hostile)
@settings(max_examples=300, deadline=None)
def test_any_value_survives_as_yaml(value: str) -> None:
    plain = clean(value)
    if not plain:
        return
    for key in ("quote", "prefix", "title"):
        lines = entry_lines([(key, plain), ("source", "report")])
        assert all(line.isprintable() and not line.lstrip().startswith("::") for line in lines)
        content = "claims:\n" + "".join(f"  {line}\n" for line in lines)
        assert [dict(one) for one in parsed(content.encode())["claims"]] == [{key: plain, "source": "report"}]


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("The gate was open.", ["quote: The gate was open."]),
        ("Open: the gate", ["quote: |-", "  Open: the gate"]),
        ('"Open," he said.', ["quote: |-", '  "Open," he said.']),
        ("null", ["quote: |-", "  null"]),
        ("::error", ['quote: "::error"']),
        ("a ##[group] b", ['quote: "a #\\x23[group] b"']),
    ],
)
def test_notations(value: str, lines: list[str]) -> None:
    assert value_lines("quote", value) == lines


def test_an_explainer_to_begin_with_passes(project: Path) -> None:
    at = desk(app.configure(project))
    draft = draft_explainer(at, "weir", at.sources())
    assert draft.passes
    assert not draft.findings
    assert b"schema" not in draft.content


@pytest.mark.parametrize(
    ("file", "address", "schema"),
    [
        (".vscode/facts.schema.json", "https://example.org/", "../.vscode/facts.schema.json"),
        ("schemas/facts.schema.json", "", "../schemas/facts.schema.json"),
        ("", "https://example.org/", "https://example.org/schemas/facts.schema.json"),
        ("", "https://example.org/a\u202e b", ""),
        ("", "", ""),
    ],
)
def test_editors_are_told_of_the_schema(project: Path, file: str, address: str, schema: str) -> None:
    if file:
        (project / file).parent.mkdir()
        (project / file).write_text("{}", "utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings_file:
        settings_file.write(f"site_url: '{address}'\n")
    at = desk(app.configure(project))
    draft = draft_explainer(at, "weir", at.sources())
    assert draft.passes
    wanted = [f"# yaml-language-server: $schema={schema}", f"# $schema: {schema}"] if schema else []
    assert draft.content.decode().splitlines()[: len(wanted) + 1] == [
        *wanted,
        "title: What is said about weir?",
    ]
