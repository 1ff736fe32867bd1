"""Strict YAML: what is read as it stands, and what is refused, each at its place."""

from __future__ import annotations

from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.files import METADATA, Told, changed, load, short, told
from onrecord.loaders import yaml
from onrecord.loaders.decoding import LARGEST_YAML, read_mapping
from onrecord.loaders.nodes import Node, YamlMapping, parse_flat
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import MOST_PROBLEMS, Problems
from onrecord.text import Scalar, Span


def read(content: str) -> tuple[Node | None, list[Told]]:
    problems = Problems()
    node = yaml.parse(YamlText("facts/x.yml", content), problems)
    return node, [short(problem) for problem in problems.told()]


def test_every_value_is_a_text_that_knows_its_place() -> None:
    node, problems = read("a: no\nb: 2025-04-01\nc: 010\n'd': [~, 1.0]\n")
    assert problems == []
    assert node == {"a": "no", "b": "2025-04-01", "c": "010", "d": ["~", "1.0"]}
    assert isinstance(node, YamlMapping)
    found = node["b"]
    assert isinstance(found, Scalar)
    assert (found.start, found.end, found.style) == (9, 19, "")
    assert node.key_span("b", found.text.content) == Span(6, 7)
    assert node.key_span("d", found.text.content) == Span(27, 30)


REFUSED = {
    "an open quotation mark": ("a: 'x\nb: y\n", "broken-yaml", "'", 1, 4),
    "an open bracket": ("a: [x\nb: y\n", "broken-yaml", "[", 1, 4),
    "an open bracket at the end": ("b: y\na: [\n", "broken-yaml", "[", 2, 4),
    "a second colon": ("a: b: c\n", "broken-yaml", ":", 1, 5),
    "text after a quotation": ('a: "x" y\n', "broken-yaml", "y", 1, 8),
    "a tab": ("a:\n\t- b\n", "broken-yaml", "\t", 2, 1),
    "a tab in a block": ("a: |\n \tx\n  y\n", "broken-yaml", "\t", 2, 2),
    "a bad escape": ('a: "\\q"\n', "broken-yaml", "\\q", 1, 5),
    "half a surrogate pair": ('a: "\\ud800"\n', "broken-yaml", "\\u", 1, 5),
    "a sign at the beginning": ("a: @x\n", "broken-yaml", "@", 1, 4),
    "a star at the beginning": ("a: *\n", "broken-yaml", "*", 1, 4),
    "a star and a word": ("a: *not so\n", "broken-yaml", "*", 1, 4),
    "text beside the block sign": ("a: | x\n", "broken-yaml", "x", 1, 6),
    "a line without a colon": ("a: x\nb\nc: d\n", "broken-yaml", "b", 2, 1),
    "a key too deep": ("a: x\n  b: c\n", "broken-yaml", "b:", 2, 3),
    "a line that does not fit": ("a:\n  b: c\n d: e\n", "broken-yaml", "d: e", 3, 2),
    "a value cut by a comment": ("a: x #y\n  z\n", "broken-yaml", "#y", 1, 6),
    "a list among keys": ("a: b\n- c\n", "broken-yaml", "- c", 2, 1),
    "a key that stands twice": ("a: x\nb: y\n'a': z\n", "duplicate-key", "'a'", 3, 1),
    "an anchor": ("a: &x y\n", "yaml-alias", "&x", 1, 4),
    "an alias": ("a: *x\n", "yaml-alias", "*x", 1, 4),
    "a merge key": ("a:\n  <<: {b: c}\n", "yaml-alias", "<<", 2, 3),
    "a merge key with its anchor": ("b: &b {c: d}\na:\n  <<: *b\n", "yaml-alias", "<<", 3, 3),
    "a tag": ("a: !!str y\n", "yaml-tag", "!!str", 1, 4),
    "a tag on a list": ("a: !x [y]\n", "yaml-tag", "!x", 1, 4),
    "a list as a key": ("? [a]\n: b\n", "complex-key", "[a]", 1, 3),
    "an alias as a key": ("*a : b\n", "complex-key", "*a : b", 1, 1),
    "a directive": ("# x\n%TAG ! y\n---\na: b\n", "yaml-directive", "%TAG ! y", 2, 1),
    "an old version": ("%YAML 1.1\n---\na: b\n", "yaml-directive", "%YAML 1.1", 1, 1),
    "a second document": ("a: b\n---\nc: d\n", "second-document", "---", 2, 1),
    "text after the end": ("a: b\n...\n# x\n  c: d\n", "second-document", "c: d", 4, 3),
    "depth": (f"a: {'[' * 20}\n", "excessive-size", "[\n"[:1], 1, 23),
    "a control character": ("a: b\x07\n", "unreadable-file", "\x07", 1, 5),
    "NUL": ("a: b\0\n", "unreadable-file", "\0", 1, 5),
}


@pytest.mark.parametrize(("content", "rule", "words", "line", "column"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(content: str, rule: str, words: str, line: int, column: int) -> None:
    assert read(content)[1] == [Told(rule, words, line, column)]


CUT = "a: b # c\n  d\ne: f\n"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize(
    "content", [CUT, *(content for content, *_ in REFUSED.values())], ids=["cut", *REFUSED]
)
def test_what_is_said_of_it_however_lines_end(content: str, end: str) -> None:
    def said(content: str) -> list[tuple[str, ...]]:
        problems = Problems()
        yaml.parse(YamlText("facts/x.yml", content), problems)
        found = [(one.rule, one.message, one.help, str(one.location.start)) for one in problems.told()]
        return [tuple(each.replace(repr(end)[1:-1], "\\n") for each in one) for one in found]

    assert said(content.replace("\n", end)) == said(content)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_of_an_instruction_is_taken_out_and_no_other(end: str) -> None:
    content = f"# c{end}%YAML 1.1{end}---{end}a: b{end}"
    problems = Problems()
    yaml.parse(YamlText("facts/x.yml", content), problems)
    (problem,) = problems.told()
    assert problem.fix is not None
    (edit,) = problem.fix.edits
    assert (
        content[: edit.span.start] + edit.replacement + content[edit.span.end :]
        == f"# c{end}---{end}a: b{end}"
    )


@pytest.mark.parametrize(("content", "rule", "words", "line", "column"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_without_libyaml(
    content: str, rule: str, words: str, line: int, column: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "CParser", None)
    problems = [one.rule for one in read(content)[1]]
    assert problems == [rule] or (content == REFUSED["a tab in a block"][0] and problems == [])


def test_all_that_is_wrong_but_not_broken_is_told_at_once() -> None:
    problems = read("a: !x y\na: z\nb: &c d\n")[1]
    assert sorted(one.rule for one in problems) == ["duplicate-key", "yaml-alias", "yaml-tag"]


def test_a_second_key_names_the_first() -> None:
    problems = Problems()
    yaml.parse(YamlText("facts/x.yml", "a: x\nb: y\na: z\n"), problems)
    related = problems.told()[0].related[0]
    assert related.location.span == Span(0, 1)


@pytest.mark.parametrize("content", ["---\na: b\n...\n", "%YAML 1.2\n---\na: b\n", "a: b\n...\n# end\n...\n"])
def test_one_document_may_be_marked_as_such(content: str) -> None:
    assert read(content) == ({"a": "b"}, [])


def test_too_many_values() -> None:
    content = "a: [" + "x," * (yaml.MOST_VALUES + 1) + "]"
    assert [one.rule for one in read(content)[1]] == ["excessive-size"]


@pytest.mark.parametrize(
    "unit", ["[", "{", "- ", "? ", "&a ", "*a ", "!a ", "'", '"', "a: ", ": ", "%TAG ! a\n", "---\n", "\t"]
)
def test_a_megabyte_of_anything_is_refused(unit: str) -> None:
    problems = told(load(unit * (LARGEST_YAML // len(unit))))
    assert 0 < len(problems) <= MOST_PROBLEMS + 1


def test_not_more_problems_than_anybody_reads() -> None:
    problems = read("".join(f"k{n}: &a{n} b\n" for n in range(MOST_PROBLEMS + 7)))[1]
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].rule == "excessive-size"


BYTES = {
    "UTF-16": (METADATA.encode("utf-16"), "id: report"),
    "UTF-16, big": (b"\xfe\xff" + METADATA.encode("utf-16-be"), "id: report"),
    "UTF-32": (METADATA.encode("utf-32"), "id: report"),
    "no UTF-8": (METADATA.encode() + "note: é\n".encode("latin-1"), "\ufffd"),
    "surrogates": (METADATA.encode() + b"note: \xed\xa0\x80\n", "\ufffd"),
    "NUL": (METADATA.encode() + b"note: a\0b\n", "\0"),
    "a byte order mark": (b"\xef\xbb\xbf" + METADATA.encode(), "i"),
    "a next line": (METADATA.encode() + "note: a\x85b\n".encode(), "\x85"),
    "a mark in the middle": (METADATA.encode() + "\ufeffnote: a\n".encode(), "\ufeff"),
    "a line separator": (METADATA.encode() + "note: a\u2028b\n".encode(), "\u2028"),
    "a comment": (b"  # nothing yet\n", "# nothing yet"),
}


@pytest.mark.parametrize(("content", "words"), BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_text(content: bytes, words: str) -> None:
    problems = told(load(metadata=content))
    assert [(one.rule, one.words) for one in problems] == [("unreadable-file", words)]


@pytest.mark.parametrize(
    "content", [b"", b"\n \n", b"\xef\xbb\xbf", METADATA.encode("utf-16-le"), b"a" * (LARGEST_YAML + 1)]
)
def test_bytes_without_a_place(content: bytes) -> None:
    problems = told(load(content))
    assert [one.rule for one in problems] in (["unreadable-file"], ["excessive-size"])


@pytest.mark.parametrize(
    ("content", "words"), [("just text\n", "just text"), ("- a\n- b\n", "- a"), ("# x\n[a]\n", "# x")]
)
def test_the_top_is_a_mapping(content: str, words: str) -> None:
    assert [(one.rule, one.words) for one in told(load(content))] == [("wrong-shape", words)]


def test_positions_count_characters_in_windows_files_too() -> None:
    facts = changed("safe.\n    evidence", "safe 🌊.\n    evidance").replace("\n", "\r\n")
    assert [one for one in told(load(facts)) if one.rule == "unknown-key"] == [
        Told("unknown-key", "evidance", 6, 5)
    ]


@given(st.binary(max_size=200))
def test_any_bytes_give_a_value_or_a_problem(content: bytes) -> None:
    problems = Problems()
    _, node = read_mapping("facts/x.yml", content, problems)
    assert (node is None) <= bool(len(problems))


YAML_TEXT = st.text(st.sampled_from("ab:-#\"'[]{},&*!|>%@?\\\n \t~é🌊\r\x85\u2028\ufeff."), max_size=60)


@settings(max_examples=500)
@given(YAML_TEXT)
def test_any_text_gives_a_value_or_a_problem(content: str) -> None:
    problems = Problems()
    _, node = read_mapping("facts/x.yml", content.encode(), problems)
    assert (node is None) <= bool(len(problems))
    for problem in problems.told():
        if problem.location.span is not None:
            short(problem)


@settings(max_examples=300)
@given(YAML_TEXT.filter(lambda content: not set(content) & set("\x85\u2028\ufeff")))
def test_both_parsers_read_the_same(content: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        node, problems = read(content)
        patch.setattr(yaml, "CParser", None)
        other, other_problems = read(content)
    if not problems and not other_problems:
        assert node == other


FLAT = st.lists(
    st.tuples(
        st.sampled_from(["id", "file", "note", "a_b"]),
        st.text(st.sampled_from("aB0:# -?.,'\"[&/~"), max_size=8),
    ),
    max_size=4,
)


@settings(max_examples=500)
@given(FLAT)
def test_the_short_way_reads_what_libyaml_reads(entries: list[tuple[str, str]]) -> None:
    text = YamlText("seeds/x.yml", "".join(f"{key}: {value}\n" for key, value in entries))
    flat = parse_flat(text)
    if flat is None:
        return
    assert flat == pyyaml.load(text.content, pyyaml.CBaseLoader)
    for key, value in flat.items():
        assert isinstance(value, Scalar)
        assert text.content[value.start : value.end] == value
        span = flat.key_span(key, text.content)
        assert text.content[span.start : span.end] == key


def test_the_short_way_is_taken() -> None:
    assert parse_flat(YamlText("seeds/report.yml", METADATA)) is not None


VALUES = st.recursive(
    st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(st.dictionaries(st.text(min_size=1, max_size=5), VALUES, max_size=4), st.booleans())
def test_whatever_pyyaml_writes_is_read_back(value: dict[str, Any], flow: bool) -> None:
    content = pyyaml.dump(value, default_flow_style=flow, sort_keys=False)
    node, problems = read(content)
    deep = any(one.rule in ("excessive-size", "complex-key", "yaml-alias") for one in problems)
    assert node == value or deep or any("? " in line for line in content.splitlines())
