"""What rules about revisions and about pages report is the very text that is wrong, or a whole file."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import pytest

from gate.example import FACTS, SEED, files
from onrecord.finding import Finding
from onrecord.handwritten import Document
from onrecord.revision import unexplained
from onrecord.revision_rules import REVISION_RULES
from onrecord.site import missing_pages, taken_addresses, wrong_insertions
from onrecord.text import Text
from test_revision import VISITED, project

Files = dict[str, bytes | None]
TEXT = "The committee visited the dam on 3 May and walked along its whole length."
TITLE = "What does the report say of the dam?"
OTHER_SEED = SEED.replace("3 May", "4 May").encode()
OTHER_DIGEST = sha256(OTHER_SEED).hexdigest()
METADATA = files()["seeds/report.yml"].replace(
    sha256(SEED.encode()).hexdigest().encode(), OTHER_DIGEST.encode()
)
REVISIONS: dict[str, tuple[Files, Files, str, str | None]] = {
    "published-claim-changed": (
        {},
        {"facts": FACTS.replace(f"text: {TEXT}", "text: 'The clerk walked along the dam.'").encode()},
        "facts/dam.yml",
        "'The clerk walked along the dam.'",
    ),
    "published-claim-removed": (
        {},
        {"facts": FACTS.replace(VISITED, "").replace("answer: [visited]\n", "").encode()},
        "facts/dam.yml",
        TITLE,
    ),
    "published-explainer-removed": (
        {},
        {"facts": None, "facts/other.yml": FACTS.replace("title: What", "title: Now what").encode()},
        "facts/dam.yml",
        None,
    ),
    "published-name-removed": ({"facts": f"topics: [Floods]\n{FACTS}".encode()}, {}, "facts/dam.yml", TITLE),
    "published-source-changed": (
        {},
        {"seed": OTHER_SEED, "metadata": METADATA},
        "seeds/report.yml",
        OTHER_DIGEST,
    ),
}
"""The files before and after, where they differ from the example; the file and words that are reported."""


def only(findings: Iterable[Finding], rule: str) -> tuple[str, str | None]:
    """The file and the text at the place of the one finding of a rule; None for a whole file."""
    (location,) = [finding.location for finding in findings if finding.rule == rule]
    return location.path, None if location.span is None else location.text.content[slice(*location.span)]


def test_every_rule_about_revisions_is_here() -> None:
    assert set(REVISIONS) == set(REVISION_RULES)


@pytest.mark.parametrize("rule", sorted(REVISIONS))
def test_what_a_revision_changed_is_reported_where_it_stands(rule: str) -> None:
    before, after, path, words = REVISIONS[rule]
    assert only(unexplained(project(**before), project(**after)), rule) == (path, words)


# Hand-written pages: tests/test_verify.py has those of the finished site


def page(path: str, content: str) -> Document:
    return Document(path, f"{path}.md", Text(f"docs/{path}.md", content))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("It says [[dam/gone]] here.", "[[dam/gone]]"),
        ("One [[counts]] of them.", "[[counts]]"),
        ("[[counts]]\n\n[[counts]]\n", "[[counts]]"),
    ],
)
def test_what_a_page_cannot_show_is_reported_with_its_brackets(content: str, words: str) -> None:
    findings = list(wrong_insertions([page("about", content)], {"counts"}))
    assert only(findings, "insertion-unknown") == ("docs/about.md", words)
    assert findings[0].location.span is not None
    assert findings[0].location.span.start == content.rindex(words)


def test_a_missing_page_and_a_taken_address_are_about_whole_files() -> None:
    empty = page("about", "# About\n")
    assert only(missing_pages(["about"], [empty], "docs"), "page-missing") == ("docs/about.md", None)
    assert only(missing_pages(["policy"], [empty], "docs"), "page-missing") == ("docs/policy.md", None)
    taken = taken_addresses([("about", "facts/about.yml")], [empty])
    assert only(taken, "address-taken") == ("facts/about.yml", None)
