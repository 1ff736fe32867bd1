"""What rules offer to mend: the edit does what it says, in every notation, and nothing else is touched."""

from __future__ import annotations

import random
import re
import textwrap
from collections import Counter
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dam import REPORT, REPORT_METADATA, write_project
from onrecord.app import check_project, configure, fix_configured
from onrecord.check import Verified, check
from onrecord.excerpts import needs_quotes
from onrecord.finding import Edit, Finding, Fix, Severity
from onrecord.fixing import applied
from onrecord.loaders.edtf import likely_day
from onrecord.loaders.nodes import YamlMapping
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.loaders.project import load_files
from onrecord.loaders.yaml import parse
from onrecord.mending import instead, leaving_out
from onrecord.resolve import resolve
from onrecord.retyping import retypings
from onrecord.rule import Rule
from onrecord.text import Scalar, Span
from source_tree import ROOT
from test_rules import CASES, RULES, SECOND, files_of, parts, told


def mended(root: Path, fixes: list[Fix]) -> dict[str, str]:
    """Make ``fixes``; the new content of each file."""
    contents = applied(fixes)
    for path, content in contents.items():
        (root / path).write_bytes(content.encode())
    return contents


def offered(findings: tuple[Finding, ...]) -> list[Fix]:
    return [finding.fix for finding in findings if finding.fix is not None]


@cache
def offering() -> frozenset[str]:
    """The rules that offer a fix in their own example, in one of their cases, or in one of those below."""
    found: set[str] = set()
    projects = [parts(rule)["Example"] for rule in RULES.values()]
    projects += [files_of(yaml.load(case.read_text("utf-8"), yaml.BaseLoader)) for case in CASES]
    projects += [files for files, _ in ELSEWHERE.values()]
    for files in projects:
        with TemporaryDirectory() as folder:
            write_project(Path(folder), files)
            findings = check_project(Path(folder), SECOND).findings
            found |= {finding.rule for finding in findings if finding.fix is not None}
    return frozenset(found)


# Every rule


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_example_of_a_rule_passes_with_its_fix(rule: Rule, tmp_path: Path) -> None:
    written = write_project(tmp_path, parts(rule)["Example"])
    fixes = offered(check_project(tmp_path, SECOND).findings)
    if not fixes:
        return
    assert set(mended(tmp_path, fixes)) <= set(written)
    outcome = check_project(tmp_path, SECOND)
    assert told(outcome.findings) == []
    assert isinstance(outcome, Verified)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_is_no_typography_is_never_made_unasked(rule: Rule, tmp_path: Path) -> None:
    write_project(tmp_path, parts(rule)["Example"])
    outcome = check_project(tmp_path, SECOND)
    if any(fix.safe for fix in offered(outcome.findings)):
        assert rule.id == "invisible-character"
    elif not any(retypings(outcome.resolution)):
        assert fix_configured(configure(tmp_path)).files == {}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_the_fix_of_a_case_mends_it_and_breaks_nothing(case: Path, tmp_path: Path) -> None:
    write_project(tmp_path, files_of(yaml.load(case.read_text("utf-8"), yaml.BaseLoader)))
    before = check_project(tmp_path).findings
    for fix in offered(before):
        mended(tmp_path, [fix])
        after = check_project(tmp_path).findings
        assert case.parent.name not in {finding.rule for finding in after}, told(after)
        assert not errors(after) - errors(before), told(after)


def errors(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter(finding.rule for finding in findings if finding.severity is Severity.ERROR)


def test_the_docs_list_the_rules_that_offer_a_fix() -> None:
    page = (ROOT / "docs/editor-server.md").read_text("utf-8")
    listed = page.partition("## What it offers to mend")[2].partition("\n## ")[0]
    named = re.findall(r"^- .*?:((?:\s+`[a-z-]+`[,.]?)+)", listed, re.MULTILINE)
    rules = [rule for names in named for rule in re.findall(r"`([a-z-]+)`", names)]
    assert len(rules) == len(set(rules))
    assert set(rules) == offering()


def test_what_is_nobodys_to_decide_for_the_author_is_not_offered() -> None:
    """A changed source, a review that nobody made, a reason or a date that nobody gave."""
    never = {"source-changed", "expired-waiver", "dependant-needs-review", "inferred-date-without-note",
             "claim-without-evidence",
             "missing-key", "name-not-in-evidence", "number-not-in-evidence"}  # fmt: skip
    assert never <= set(RULES)
    assert not never & offering()


# What the examples do not show

DAM = "title: The dam\nsource: report\nclaims:\n"
SAFE = "  - id: safe\n    text: The committee found that the dam was safe.\n    evidence:\n"
QUOTE = "      - quote: The committee found that the dam was safe.\n"
SEED = "The committee found that the dam was safe.\n"
METADATA = "id: report\nfile: report.txt\nsha256: \u2026\ntitle: Report\n"
ELSEWHERE: Mapping[str, tuple[dict[str, str], str]] = {
    "a source that is spelt otherwise": (
        {
            "seeds/report.txt": SEED,
            "seeds/report.yml": METADATA,
            "seeds/paper.txt": "The dam is safe, a committee found.\n",
            "seeds/paper.yml": METADATA.replace("report", "paper") + "derived_from: [raport]\n",
            "facts/dam.yml": DAM + SAFE + QUOTE + "      - quote: The dam is safe, a committee found.\n"
            "        source: paper\n",
        },
        "derived_from: [report]",
    ),
    "a former name that is spelt otherwise": (
        {
            "facts/dam.yml": "topics: [Dams and rivers]\nformer_names:\n- {of: topic, id: floods, "
            "date: 2026-05-05, why: Clearer., replaced_by: dams-and-river}\n" + DAM + SAFE + QUOTE
        },
        "replaced_by: dams-and-rivers}",
    ),
    "one text where a list belongs": (
        {"facts/dam.yml": "answer: safe\n" + DAM + SAFE + QUOTE},
        "answer: [safe]",
    ),
    "a quoted text where a list belongs": (
        {"facts/dam.yml": "topics: 'Dams, and floods'\n" + DAM + SAFE + QUOTE},
        "topics: ['Dams, and floods']",
    ),
    "a line separator that nobody sees": (
        {"facts/dam.yml": DAM.replace("The dam", "The\u2028 dam") + SAFE + QUOTE},
        "title: The dam\n",
    ),
    "a character that YAML refuses": (
        {"facts/dam.yml": DAM.replace("The dam", "The\x07 dam") + SAFE + QUOTE},
        "title: The dam\n",
    ),
    "a waiver of a rule that is spelt otherwise": (
        {
            "facts/dam.yml": DAM + "  - id: wall\n    text: The wall is sound.\n    evidence:\n"
            "      - quote: The wall is sound\n"
            "    waivers: [{rule: cut-before-contrasts, reason: Read., reviewed: ac4ff63a}]\n"
        },
        "rule: cut-before-contrast,",
    ),
    "an id that is named elsewhere": (
        {
            "facts/dam.yml": "answer: [Dam_Safe]\nsections:\n"
            "- heading: The dam\n  body: [{claims: ['Dam_Safe']}]\n"
            + DAM
            + SAFE.replace("safe\n    text", "Dam_Safe\n    text")
            + QUOTE
        },
        "claims: ['dam-safe']",
    ),
    "a superseded claim beside the new one": (
        {
            "facts/dam.yml": "answer:\n  - safe # no longer\n  - cracks\n" + DAM + SAFE + QUOTE
            + "  - id: cracks\n    text: The committee found no cracks.\n    supersedes: [safe]\n"
            "    evidence:\n      - quote: In May, the committee examined it and found no cracks.\n"
        },
        "answer:\n  - cracks\n",
    ),
    "two words of a quotation, folded over lines": (
        {
            "facts/dam.yml": DAM + SAFE + "      - quote: >-  # a note\n          The committee saw\n"
            "          that the dam is safe.\n"
        },
        "      - quote: >-  # a note\n          The committee found\n          that the dam was safe.\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_the_examples_do_not_show(name: str, tmp_path: Path) -> None:
    files, wanted = ELSEWHERE[name]
    write_project(tmp_path, files)
    findings = check_project(tmp_path, SECOND).findings
    (fix,) = offered(tuple(each for each in findings if each.severity is Severity.ERROR))
    assert not fix.safe
    ((_, content),) = mended(tmp_path, [fix]).items()
    assert wanted in content
    after = check_project(tmp_path, SECOND).findings
    assert told(after) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-4-7", "2025-04-07"),
        ("2025/04/17", "2025-04-17"),
        ("2025.4", "2025-04"),
        ("17.4.2025", "2025-04-17"),
        ("4/17/2025", "2025-04-17"),
        ("5/5/2025", "2025-05-05"),
        ("17 April 2025", "2025-04-17"),
        ("Apr. 17, 2025", "2025-04-17"),
        ("april 2025", "2025-04"),
        ("3/4/2025", ""),
        ("2025-02-30", ""),
        ("30 Feb 2025", ""),
        ("Easter 2025", ""),
        ("20250417", ""),
        ("yesterday", ""),
    ],
)
def test_a_date_that_can_be_read_in_one_way(written: str, meant: str) -> None:
    assert likely_day(written) == meant


def test_a_month_is_not_offered_where_a_day_is_wanted(tmp_path: Path) -> None:
    write_project(tmp_path, {"facts/dam.yml": "published: April 2025\n" + DAM + SAFE + QUOTE})
    (finding,) = check_project(tmp_path).findings
    assert (finding.rule, finding.fix) == ("malformed-date", None)


@pytest.mark.parametrize(
    "quotes",
    [
        ("&it {words: a, means: b}", "*it"),
        ("&it The committee found, that it was safe.", "*it"),
        ("&it >-\n          The committee found that it was safe.", "*it"),
        ("&it The committee found that it was safe.", "&it The dam was safe."),
        ("*it", "&it The committee found that it was safe."),
    ],
)
def test_only_a_plain_text_is_written_out_for_its_name(quotes: tuple[str, str], tmp_path: Path) -> None:
    written = "".join(f"      - quote: {quote}\n" for quote in quotes)
    write_project(tmp_path, {"facts/dam.yml": DAM + SAFE + written})
    findings = check_project(tmp_path).findings
    assert {finding.rule for finding in findings} <= {"yaml-alias", "broken-yaml", "source-unused"}
    assert offered(findings) == []


# Every notation

STYLES = ("", "'", '"', "|", ">")
WORDS = st.lists(
    st.sampled_from(
        ("dam", "it's", '"safe"', "a: b", "wall", "\u00e9t\u00e9", "C:\\", "x, y", "[no]", "# 2")
    ),
    min_size=2,
    max_size=12,
)


def notated(value: str, style: str, width: int) -> str:
    """``value`` in a notation of YAML, folded at ``width``."""
    if style == "" and (needs_quotes(value)):
        style = "'"
    margin = "\n      "
    escaped = {"'": value.replace("'", "''"), '"': value.replace("\\", "\\\\").replace('"', '\\"')}.get(
        style, value
    )
    lines = textwrap.wrap(escaped, width, break_on_hyphens=False, break_long_words=False)
    if style == "|" or any(line.startswith("#") for line in lines):
        lines = [escaped]
    body = margin.join(lines)
    return f"{style}-{margin}{body}" if style in ("|", ">") else f"{style}{body}{style}"


@given(words=WORDS, at=st.integers(0, 11), new=WORDS, style=st.sampled_from(STYLES), width=st.integers(9, 40))
def test_other_words_are_written_in_every_notation(
    words: list[str], at: int, new: list[str], style: str, width: int
) -> None:
    """The same mistake in each notation: its span is the word, and the fix gives the value that was meant."""
    at %= len(words)
    value = " ".join(words)
    start = len(" ".join(words[:at])) + (at > 0)
    span = Span(start, start + len(words[at]))
    head = "# above\ntitle: a\nclaims:\n  - text: "
    text = YamlText("facts/a.yml", f"{head}{notated(value, style, width)}\n    id: b # kept\n")
    written = scalar(text)
    assert written == value
    place = written.at(span)
    assert place.span is not None
    raw = " ".join(text.content[slice(*place.span)].split())
    quoted = {"'": raw.replace("''", "'"), '"': raw.replace('\\"', '"').replace("\\\\", "\\")}
    assert quoted.get(written.style, raw) == words[at]
    fix = instead(written, " ".join(new), span)
    assert fix is not None
    (content,) = applied([fix]).values()
    after = YamlText("facts/a.yml", content)
    meant = value[: span.start] + cased(" ".join(new), words[at], start) + value[span.end :]
    assert scalar(after) == meant
    assert scalar(after, "id") == "b"
    assert content.startswith("# above\ntitle: a\nclaims:\n  - text: ")
    assert content.endswith("\n    id: b # kept\n")


def cased(new: str, old: str, start: int) -> str:
    if old[:1].isupper() and start == 0:
        return new[:1].upper() + new[1:]
    return new[:1].lower() + new[1:] if old[:1].islower() and new[1:2].islower() else new


def scalar(text: YamlText, key: str = "text") -> Scalar:
    """The value of a key of the first claim."""
    problems = Problems()
    root = parse(text, problems)
    assert isinstance(root, YamlMapping), problems.told()
    claims = root["claims"]
    assert isinstance(claims, list)
    claim = claims[0]
    assert isinstance(claim, YamlMapping)
    value = claim[key]
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[plain, b]", "['x, y', b]"),
        ("['plain', b]", "['x, y', b]"),
        ('[\n    b,\n    "plain"\n  ]', '[\n    b,\n    "x, y"\n  ]'),
        ("\n  - plain", "\n  - x, y"),
        ("\n  - >-\n    plain", "\n  - >-\n    x, y"),
    ],
)
def test_a_comma_does_not_part_an_entry(before: str, after: str) -> None:
    text = YamlText("facts/a.yml", f"list: {before}\nend: z\n")
    root = parse(text, Problems())
    assert isinstance(root, YamlMapping)
    (value,) = [each for each in root["list"] if each == "plain"]
    assert isinstance(value, Scalar)
    fix = instead(value, "x, y")
    assert fix is not None
    assert applied([fix]) == {"facts/a.yml": f"list: {after}\nend: z\n"}


@pytest.mark.parametrize("words", ["a\0b", "a\x1bb", "a\ud800b", "a\ufeffb", "a\x80b"])
def test_what_no_value_can_hold_is_not_offered(words: str) -> None:
    value = scalar(YamlText("facts/a.yml", "claims:\n  - text: the dam\n"))
    assert instead(value, words) is None


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("Only the clerk came.", "Only", "The clerk came."),
        ("The clerk never came.", "never", "The clerk came."),
        ("The clerk came alone.", "alone", "The clerk came."),
    ],
)
def test_words_are_left_out_with_their_space(text: str, words: str, after: str) -> None:
    value = scalar(YamlText("facts/a.yml", f"claims:\n  - text: {text}\n"))
    start = text.index(words)
    fix = leaving_out(value, Span(start, start + len(words)))
    assert fix is not None
    assert applied([fix]) == {"facts/a.yml": f"claims:\n  - text: {after}\n"}


# Entries and keys

FIRST = "  - id: one # first\n    b: 1\n"
SECOND_ENTRY = "  - id: two\n    b: >-\n      long\n      words\n"
LIST = f"# top\na:\n{FIRST}\n  # about two\n{SECOND_ENTRY}  - id: x\nz: 1\n"


@pytest.mark.parametrize(
    ("content", "at", "key", "after"),
    [
        (LIST, "id: one", "", LIST.replace(FIRST, "")),
        (LIST, "id: two", "", LIST.replace(SECOND_ENTRY, "")),
        (LIST, "id: x", "", LIST.replace("  - id: x\n", "")),
        (LIST, "id: two", "b", LIST.replace("    b: >-\n      long\n      words\n", "")),
        (LIST, "id: one", "id", LIST.replace("id: one # first\n    b: 1", "b: 1")),
        (LIST, "id: x", "id", LIST.replace("  - id: x\n", "")),
        (LIST, "a:", "z", LIST.replace("z: 1\n", "")),
        ("a: [one, two, three]\nz: 1\n", "one", "", "a: [two, three]\nz: 1\n"),
        ("a: [one, two, three]\nz: 1\n", "two", "", "a: [one, three]\nz: 1\n"),
        ("a: [one, two, three]\nz: 1\n", "three", "", "a: [one, two]\nz: 1\n"),
        ("a: [one]\nz: 1\n", "one", "", "z: 1\n"),
        ("a: [{b: 1, c: 'x, y'}, {b: 2}]\nz: 1\n", "b: 2", "", "a: [{b: 1, c: 'x, y'}]\nz: 1\n"),
        ("a: [{b: 1, c: 'x, y'}, {b: 2}]\nz: 1\n", "b: 1", "", "a: [{b: 2}]\nz: 1\n"),
        ("a: [{b: 1, c: 'x, y'}, {b: 2}]\nz: 1\n", "b: 1", "c", "a: [{b: 1}, {b: 2}]\nz: 1\n"),
        ("a: [{b: 1, c: 'x, y'}, {b: 2}]\nz: 1\n", "b: 1", "b", "a: [{c: 'x, y'}, {b: 2}]\nz: 1\n"),
        ("z: 1\na:\n- only", "only", "", "z: 1\n"),
        ("b: |\n  x\na: 1", "b:", "a", "b: |\n  x\n"),
        ("b: |+\n  x\na: 1\n\n# c\nc: 1\n", "b:", "a", "b: |+\n  x\n# c\nc: 1\n"),
        ("b: |\n  x\na: 1\n\n# c\nc: 1\n", "b:", "a", "b: |\n  x\n\n# c\nc: 1\n"),
        ("z: 1\r\na:\r\n- one\r\n- two\r\n", "one", "", "z: 1\r\na:\r\n- two\r\n"),
        ("z: 1\na:\nb: 2\n", "z: 1", "a", "z: 1\nb: 2\n"),
    ],
)  # fmt: skip
def test_what_is_taken_out_with_an_entry_or_a_key(content: str, at: str, key: str, after: str) -> None:
    text = YamlText("facts/a.yml", content)
    span = text.extent(content.index(at), key)
    assert span is not None
    assert content[: span.start] + content[span.end :] == after


@pytest.mark.parametrize(
    ("content", "at", "key"),
    [
        ("a: 1\n", "a", "a"),
        ("- - one\n  - two\n", "one", ""),
        ("a: 1\nb: 2\n", "a", "c"),
        ("a: [\n", "a", "a"),
    ],
)
def test_what_cannot_be_taken_out(content: str, at: str, key: str) -> None:
    assert YamlText("facts/a.yml", content).extent(content.index(at), key) is None


@pytest.mark.parametrize(
    ("content", "after"),
    [
        ("a:\n  - quote: x # why\n    line: 3\n", "a:\n  - quote: x # why\n    source: s\n    line: 3\n"),
        ("a:\n  - quote: >-\n      x\n      y\n", "a:\n  - quote: >-\n      x\n      y\n    source: s\n"),
        ("a: [{quote: x, line: 3}]\n", "a: [{quote: x, source: s, line: 3}]\n"),
        ("a:\r\n- quote: x", "a:\r\n- quote: x\r\n  source: s"),
    ],
)
def test_a_key_is_added_below_another(content: str, after: str) -> None:
    text = YamlText("facts/a.yml", content)
    edit = text.addition(content.index("quote"), "quote", "source", "s")
    assert edit is not None
    assert applied([Fix("", (Edit(text, *edit),))]) == {"facts/a.yml": after}


def test_a_key_is_not_added_where_the_value_above_would_be_another() -> None:
    for end, is_added in (("", False), ("\n", True)):
        text = YamlText("facts/a.yml", f"a:\n  - quote: |\n      x{end}")
        assert (text.addition(7, "quote", "source", "s") is not None) == is_added


# Whatever else is wrong with a file

UNREADABLE = {"broken-yaml", "yaml-alias", "yaml-tag", "complex-key", "second-document"}
READ_NO_FURTHER = {"unreadable-file", "broken-yaml", "yaml-directive"}
"""Rules behind whose findings nothing of the file was read, so that more may come up when they are mended."""
SLIPS = "abz:#'\"[]{},-&*!|>%\n \t\u200b\u0430\u202e\x07\u00e90"


def slipped(text: str, choose: random.Random) -> str:
    """``text`` with something typed into it, taken out, or a line written twice or left out."""
    at = choose.randrange(len(text))
    lines = text.split("\n")
    number = choose.randrange(len(lines))
    match choose.randrange(4):
        case 0:
            return text[:at] + choose.choice(SLIPS) + text[at:]
        case 1:
            return text[:at] + text[at + choose.randrange(1, 8) :] or "a: b\n"
        case 2:
            return "\n".join((*lines[:number], choose.choice(lines), *lines[number:]))
        case _:
            return "\n".join((*lines[:number], *lines[number + 1 :])) or "a: b\n"


@pytest.mark.parametrize("seed", range(4))
def test_a_fix_never_makes_yaml_that_cannot_be_read(seed: int) -> None:
    """And no slip stops the check, so that its fixes are there to be chosen."""
    choose = random.Random(seed)
    pages = [content for rule in RULES.values() for content in parts(rule)["Example"].values()]
    pages = [content for content in pages if "claims:" in content]
    made = 0
    for _ in range(100):
        content = slipped(choose.choice(pages), choose)
        for finding in with_the_report(content):
            if finding.fix is None or finding.location.path != "facts/page.yml":
                continue
            made += 1
            (after,) = applied([finding.fix]).values()
            if finding.rule not in READ_NO_FURTHER:
                before, now = (
                    {each.rule for each in with_the_report(one)} & UNREADABLE for one in (content, after)
                )
                assert now <= before, content
    assert made > 20


def with_the_report(content: str) -> tuple[Finding, ...]:
    report = {"seeds/report.txt": REPORT.encode(), "seeds/report.yml": REPORT_METADATA.encode()}
    digest = sha256(REPORT.encode()).hexdigest().encode()
    report["seeds/report.yml"] = report["seeds/report.yml"].replace("\u2026".encode(), digest)
    return check(resolve(load_files({**report, "facts/page.yml": content.encode()}))).findings
