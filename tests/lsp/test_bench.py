"""A project while it is being written: what an editor is told is what the command says, and soon."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from time import process_time

import pytest

from benchmarks.make_project import make_project
from gate.example import FACTS, content_of, write
from lsp.desk import DAM, Desk
from onrecord import app
from onrecord.finding import Finding
from onrecord.language_server.actions import actions
from onrecord.language_server.bench import Bench
from onrecord.language_server.files import path_in, project_of
from onrecord.language_server.wire import Wire, file_of
from onrecord.text import Span

LONGEST_CHECK = 0.1
"""Seconds of the processor for a check of 200 claims after a change."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def told(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.message, finding.location.path, finding.location.span, finding.help


WRONG = [
    FACTS.replace("quote: It was built", "quote: It was never built"),
    FACTS.replace("$7", "$8"),
    FACTS.replace("[visited]", "[nobody]").replace("kind", "sort"),
    FACTS.replace("evidence:", "evidense:"),
    FACTS[:300],
    FACTS + "\x00",
    FACTS + "  - id: \ud83d\n",
    "title: [",
    "",
    "\ufefftitle: x\n",
]


@pytest.mark.parametrize("content", WRONG)
def test_an_editor_is_told_what_the_command_says(desk: Desk, content: str) -> None:
    _, _, view = desk.put(content)
    (desk.root / DAM).write_bytes(content.encode("utf-8", "surrogatepass"))
    outcome = app.check_project(desk.root)
    assert list(map(told, view.findings)) == [
        told(finding) for finding in outcome.findings if finding.location.path == DAM
    ]
    wire = Wire(desk.root, "utf-16")
    for finding in view.findings:
        assert wire.diagnostic(finding).code == finding.rule


def test_a_document_that_was_never_saved_is_part_of_the_project(desk: Desk) -> None:
    desk.bench.put("facts/new.yml", FACTS.replace("title: ", "titel: "))
    assert [finding.rule for finding in desk.bench.view("facts/new.yml").findings][:1] == ["missing-key"]
    desk.bench.put("facts/new.yml", None)
    assert desk.bench.view("facts/new.yml").findings == ()


def test_a_closed_document_is_what_lies_on_the_disk(desk: Desk) -> None:
    assert desk.rules(FACTS.replace("quote: The gate", "quote: The door"))
    desk.bench.put(DAM, None)
    assert desk.bench.view(DAM).findings == ()


def test_nothing_is_checked_twice(desk: Desk) -> None:
    first = desk.bench.view(DAM).resolution
    assert desk.bench.view(DAM).resolution is first
    os.utime(desk.root / DAM, ns=(1, 1))
    assert desk.bench.view(DAM).resolution is not first


def test_a_file_that_comes_and_goes(desk: Desk) -> None:
    assert desk.bench.view(DAM).findings == ()
    (desk.root / "seeds/report.txt").unlink()
    metadata = desk.bench.view("seeds/report.yml")
    assert [finding.rule for finding in metadata.findings] == ["source-missing"]
    write(desk.root)
    assert desk.bench.view("seeds/report.yml").findings == ()


def test_a_link_is_not_followed_for_being_open(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("title: secret\n", "utf-8")
    (desk.root / "facts/link.yml").symlink_to(tmp_path / "secret.yml")
    desk.bench.put("facts/link.yml", FACTS)
    assert [finding.rule for finding in desk.bench.view("facts/link.yml").findings] == ["unexpected-file"]


def test_a_quotation_can_be_typed_as_its_source_has_it(desk: Desk) -> None:
    desk.put_source("The keeper\u2019s gate was opened on 3\u00a0May for the spring.\n")
    quote = "The keeper's gate was opened on 3 May for the spring."
    claim = f"  - id: a\n    text: It was opened.\n    evidence:\n      - quote: {quote}\n"
    text, _, view = desk.put(f"title: When?\nsource: report\nclaims:\n{claim}")
    at = text.content.index("opened on")
    (action,) = actions(view, Span(at, at))
    assert action.safe
    assert action.finding is None
    content = text.content
    for edit in reversed(action.edits[DAM]):
        content = content[: edit.span.start] + edit.replacement + content[edit.span.end :]
    assert "quote: The keeper\u2019s gate was opened on 3\u00a0May for" in content
    assert not list(actions(view, Span(0, 1)))


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///a/b%20c/d.yml", "/a/b c/d.yml"),
        ("file:///a/%C3%A9.yml", "/a/é.yml"),
        ("file:///c%3A/a.yml", "c:/a.yml"),
        ("untitled:Untitled-1", None),
        ("https://example.org/facts/a.yml", None),
        ("file://host/share/a.yml", None),
        ("file:///a%00.yml", None),
        ("", None),
    ],
)
def test_addresses_of_files(uri: str, path: str | None) -> None:
    assert file_of(uri) == (None if path is None else Path(path))


def test_the_project_of_a_document_is_the_nearest_above(desk: Desk, tmp_path: Path) -> None:
    assert project_of(desk.root / DAM) == desk.root
    inner = write(desk.root / "docs" / "inner")
    assert project_of(inner / DAM) == inner
    (inner / "mkdocs.yml").unlink()
    assert project_of(inner / DAM) == inner
    assert path_in(desk.root, desk.root / "facts" / ".." / "facts" / "dam.yml") == DAM
    assert path_in(desk.root, Path("/elsewhere.yml")) is None


def test_200_claims_are_checked_in_a_tenth_of_a_second(tmp_path: Path) -> None:
    """C4, in time of the processor alone."""
    make_project(tmp_path, 200)
    before = content_of(tmp_path)
    bench, wire = Bench(app.configure(tmp_path)), Wire(tmp_path, "utf-16")
    path = "facts/page-0001.yml"
    content = (tmp_path / path).read_text("utf-8")
    at = content.index("quote: >-") + 30
    took = []
    gc.collect()
    for number in range(8):
        began = process_time()
        bench.put(path, f"{content[:at]}{'x' * number}{content[at:]}")
        found = [wire.diagnostic(finding) for finding in bench.view(path).findings]
        took.append(process_time() - began)
        assert bool(found) is bool(number)
    assert min(took) < LONGEST_CHECK, took
    assert content_of(tmp_path) == before
