"""``facts.json``: valid by its own schema, canonical, and with a quotation and an as-of for every claim."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from onrecord import exports
from onrecord.app import check_project
from onrecord.check import Verified
from onrecord.discover import discover
from onrecord.export import ExportKind
from onrecord.exports.facts import EXPORT_KIND, SCHEMA
from onrecord.languages import language_of
from onrecord.model import Source
from onrecord.page import Settings
from onrecord.pages.export_list import PAGE_KIND
from onrecord.sentences import sentences
from onrecord.text import Span
from onrecord.view.fingerprint import fingerprint
from onrecord.view.published import PublishedExplainer, published
from pages import hostile
from pages.example import CLAIMS, SOURCES, explainer, verified, words

ROOT = Path(__file__).parent.parent.parent
NOWHERE = Settings("1871-10-01")
SOMEWHERE = Settings("1871-10-01", address="https://example.org/site/")
Json = dict[str, Any]


def files(project: Verified, settings: Settings = NOWHERE) -> dict[str, bytes]:
    return {export.path: export.content for export in EXPORT_KIND.exports(project, settings)}


EXAMPLE = verified()
FILES = files(EXAMPLE)
DOCUMENT = json.loads(FILES[SCHEMA])
VALIDATOR = Draft202012Validator(DOCUMENT, format_checker=Draft202012Validator.FORMAT_CHECKER)
FACTS = {path: json.loads(content) for path, content in FILES.items() if path != SCHEMA}
DAM = FACTS["dam/facts.json"]


def copied() -> Json:
    made = json.loads(FILES["dam/facts.json"])
    assert isinstance(made, dict)
    return made


def claim_of(facts: Json, name: str) -> Json:
    return next(claim for claim in facts["claims"] if claim["id"] == name)


def entry_of(project: Verified, name: str) -> PublishedExplainer:
    return next(entry for entry in published(project).explainers if entry.path == name)


def faults(facts: Json) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(facts)]


def test_every_published_explainer_has_one() -> None:
    assert set(FILES) == {f"{entry.path}/facts.json" for entry in published(EXAMPLE).explainers} | {SCHEMA}
    assert "draft/facts.json" not in FILES


@pytest.mark.parametrize("path", FACTS)
def test_it_is_valid(path: str) -> None:
    assert faults(FACTS[path]) == []


def test_the_real_explainer_is_valid() -> None:
    project = check_project(ROOT)
    assert isinstance(project, Verified)
    found = {
        path: json.loads(content) for path, content in files(project, SOMEWHERE).items() if path != SCHEMA
    }
    assert found
    for facts in found.values():
        assert faults(facts) == []
        assert all(
            claim["quotations"] or claim["searches"] or "derived" in claim for claim in facts["claims"]
        )


def broken() -> Iterator[tuple[str, Callable[[Json], object]]]:
    yield "no as-of", lambda facts: facts["claims"][0].pop("as_of")
    yield "no words of the as-of", lambda facts: facts["claims"][0]["as_of"].pop("words")
    yield "no quotations", lambda facts: facts["claims"][0].pop("quotations")
    yield "a verdict", lambda facts: facts["claims"][0].update(verdict="true")
    yield "another status", lambda facts: facts["claims"][0].update(status="true")
    yield "number zero", lambda facts: facts["claims"][0].update(number=0)
    yield "an empty text", lambda facts: facts["claims"][0].update(text="")
    yield "an id with a capital", lambda facts: facts["claims"][0].update(id="Dam")
    yield "a page elsewhere", lambda facts: facts["claims"][0].update(page="https://example.org/")
    yield "nothing found", lambda facts: facts["claims"][0]["quotations"][0].update(found="")
    yield "no span", lambda facts: facts["claims"][0]["quotations"][0].update(spans=[])
    yield "half a span", lambda facts: facts["claims"][0]["quotations"][0].update(spans=[[1]])
    yield "a span of three", lambda facts: facts["claims"][0]["quotations"][0].update(spans=[[1, 2, 3]])
    yield "a span before the text", lambda facts: facts["claims"][0]["quotations"][0].update(spans=[[-1, 3]])
    yield "another stance", lambda facts: facts["claims"][0]["quotations"][0].update(stance="proves")
    yield "a short digest", lambda facts: facts["sources"][0].update(sha256="0" * 63)
    yield "the text of a source", lambda facts: facts["sources"][0].update(text="All of it.")
    yield "another way to publish", lambda facts: facts["sources"][0].update(publish="some")
    yield (
        "a correction of no day",
        lambda facts: claim_of(facts, "no-cracks")["corrections"][0].update(date="1871"),
    )
    yield "a withdrawn claim that is quoted", lambda facts: facts["withdrawn"][0].update(quotations=[])
    yield (
        "a block of another kind",
        lambda facts: facts["explainer"]["sections"][0]["body"][0].update(kind="html"),
    )
    yield "another version", lambda facts: facts.update(version=2)
    yield "no version", lambda facts: facts.pop("version")
    yield "a short fingerprint", lambda facts: facts.update(fingerprint="0")


@pytest.mark.parametrize("mutate", [pytest.param(mutate, id=name) for name, mutate in broken()])
def test_a_changed_one_is_not_valid(mutate: Callable[[Json], object]) -> None:
    facts = copied()
    mutate(facts)
    assert faults(facts) != []


def test_the_schema_is_one_and_describes_every_field() -> None:
    Draft202012Validator.check_schema(DOCUMENT)
    assert b"anyOf" not in FILES[SCHEMA]
    assert b"oneOf" not in FILES[SCHEMA]
    for name, part in DOCUMENT["$defs"].items():
        assert part["additionalProperties"] is False, name
        assert part["description"].endswith("."), name
        for field, shape in part["properties"].items():
            assert shape["description"].endswith("."), f"{name}.{field}"


@pytest.mark.parametrize("path", FILES)
def test_it_is_canonical(path: str) -> None:
    content = FILES[path]
    assert content.endswith(b"}\n")
    assert not content.startswith(b"\xef\xbb\xbf")
    read = json.loads(content)
    assert content.decode() == json.dumps(read, indent=2, ensure_ascii=False) + "\n"
    if path != SCHEMA:
        assert content.decode() == json.dumps(read, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    assert files(verified())[path] == content


def test_the_fingerprint_can_be_worked_out_from_the_file() -> None:
    for path, facts in FACTS.items():
        part = {"claims": facts["claims"], "sources": facts["sources"]}
        canonical = json.dumps(part, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        assert facts["fingerprint"] == sha256(canonical).hexdigest(), path
        assert facts["fingerprint"] == fingerprint(entry_of(EXAMPLE, facts["explainer"]["id"]))


def test_the_fingerprint_is_of_the_facts_and_not_of_the_site() -> None:
    there = {
        path: json.loads(content) for path, content in files(EXAMPLE, SOMEWHERE).items() if path != SCHEMA
    }
    assert {p: f["fingerprint"] for p, f in there.items()} == {p: f["fingerprint"] for p, f in FACTS.items()}


def test_the_fingerprint_changes_with_a_word() -> None:
    def fingerprint_with(text: str) -> str:
        claims = [
            (replace(one, text=words(text)) if one.id == "warned" else one, found) for one, found in CLAIMS
        ]
        made = replace(explainer(), id="other", claims=tuple(one for one, _ in claims))
        return fingerprint(entry_of(verified((made, claims)), "other"))

    before = fingerprint_with("The writers were told in spring and did nothing.")
    assert fingerprint_with("The writers were told in spring and did nothing!") != before
    assert fingerprint_with("The writers were told in spring and did nothing.") == before


def test_addresses() -> None:
    assert DAM["$schema"] == "../schemas/facts-1.json"
    assert "address" not in DAM["explainer"]
    there = json.loads(files(EXAMPLE, SOMEWHERE)["dam/facts.json"])
    assert there["$schema"] == "https://example.org/site/schemas/facts-1.json"
    assert there["explainer"]["address"] == "https://example.org/site/dam/"


@pytest.mark.parametrize("path", FACTS)
def test_every_quotation_is_at_its_place_in_the_source(path: str) -> None:
    for claim in FACTS[path]["claims"]:
        for quotation in claim["quotations"]:
            text = SOURCES[quotation["source"]].text
            assert text is not None
            assert quotation["found"] == " […] ".join(text.content[a:b] for a, b in quotation["spans"])
            assert quotation["line"] == text.content.count("\n", 0, quotation["spans"][0][0]) + 1


@pytest.mark.parametrize("path", FACTS)
def test_no_claim_stands_without_evidence_and_as_of(path: str) -> None:
    sources = {source["id"] for source in FACTS[path]["sources"]}
    for claim in FACTS[path]["claims"]:
        assert claim["as_of"]["words"]
        assert claim["quotations"] or claim["searches"] or "derived" in claim
        assert {part["source"] for part in (*claim["quotations"], *claim["searches"])} <= sources


def test_as_of() -> None:
    assert claim_of(DAM, "safe-arabic")["as_of"] == {
        "basis": "claim",
        "date": "1871-06",
        "words": "June 1871",
    }
    assert claim_of(DAM, "gate-sticks")["as_of"]["basis"] == "source"
    assert claim_of(DAM, "visited")["as_of"] == {"basis": "evidence", "words": "May 1871, a date we inferred"}


def test_what_is_withdrawn_or_removed_is_no_claim() -> None:
    assert [one["id"] for one in DAM["withdrawn"]] == ["too-much"]
    assert [one["id"] for one in DAM["removed"]] == ["cracks"]
    assert [one["id"] for one in DAM["explainer"]["former"]] == ["ashby-dam"]
    assert "too-much" not in {claim["id"] for claim in DAM["claims"]}
    assert {claim["number"] for claim in DAM["claims"]} == set(range(1, len(DAM["claims"]) + 1))


def test_dates_and_statuses_say_their_doubt() -> None:
    visited = claim_of(DAM, "visited")["date"]
    assert (visited["basis"], visited["edtf"], visited["words"]) == (
        "inferred",
        "1871-05-03?",
        "probably 3 May 1871",
    )
    assert claim_of(DAM, "warned")["date"] == {"basis": "none", "source_words": "in spring"}
    statuses = {claim["id"]: claim["status"] for claim in DAM["claims"]}
    assert statuses["no-cracks"] == "interpretation"
    assert statuses["warned"] == "contested"
    assert statuses["gate-sticks"] == "superseded"
    assert statuses["by-hand"] == "ok"


def test_relations_are_said_on_both_sides() -> None:
    assert claim_of(DAM, "warned")["conflicts_with"] == ["nobody-warned"]
    assert claim_of(DAM, "nobody-warned")["conflicts_with"] == ["warned"]
    assert claim_of(DAM, "surprised")["supersedes"] == ["gate-sticks"]
    assert claim_of(DAM, "gate-sticks")["superseded_by"] == ["surprised"]


def test_corrections_say_what_came_after_each() -> None:
    first, second = claim_of(DAM, "no-cracks")["corrections"]
    assert (first["was"], first["now"]) == ("There are no cracks.", "No cracks were found.")
    assert second["now"] == "The committee found no cracks in the dam."


def test_the_page_is_laid_out() -> None:
    assert DAM["explainer"]["answer"] == ["no-cracks", "gate-sticks"]
    kinds = [part["kind"] for section in DAM["explainer"]["sections"] for part in section["body"]]
    assert {"claims", "editor", "timeline", "people", "words", "absences", "source"} == set(kinds)
    printed = {claim for s in DAM["explainer"]["sections"] for part in s["body"] for claim in part["claims"]}
    assert printed | set(DAM["explainer"]["answer"]) == {claim["id"] for claim in DAM["claims"]}


def unquoted(source: Source, project: Verified) -> Iterator[str]:
    """The sentences of a source that hold no word of a passage in use."""
    assert source.text is not None
    content = source.text.content
    passages = published(project).sources[str(source.id)].passages
    for start, end in sentences(content, Span(0, len(content)), language_of(source.language)):
        if not any(used.span.start < end and start < used.span.end for used in passages):
            yield content[start:end].strip()


def test_of_excerpts_it_holds_the_quoted_words_alone() -> None:
    everything = b"".join(FILES.values()).decode()
    kept = [
        sentence
        for source in SOURCES.values()
        if source.publish != "full"
        for sentence in unquoted(source, EXAMPLE)
        if sentence
    ]
    assert len(kept) >= 3
    assert [sentence for sentence in kept if sentence in everything] == []
    assert "by telephone" not in everything  # what an ellipsis leaves out


def test_hostile_text_is_text() -> None:
    project = verified(hostile.explainer(), sources=hostile.SOURCES)
    facts = json.loads(files(project)["hostile-page/facts.json"])
    assert facts["explainer"]["title"] == str(entry_of(project, "hostile-page").explainer.title)
    assert hostile.mark("Quotation.prefix") not in json.dumps(facts)
    assert not [fault for fault in faults(facts) if "Additional properties" in fault]


def test_the_page_about_it_has_all_files_and_its_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "machine-forms.md").read_text("utf-8")
    assert "\n\n[[machine-forms]]\n\n" in page
    offers = [
        offer for kind in discover(exports, "EXPORT_KIND", ExportKind).values() for offer in kind.offers
    ]
    ((_, listed),) = PAGE_KIND.insertions(EXAMPLE, replace(NOWHERE, offers=tuple(offers)))
    for offer in offers:
        assert f"<code>{offer.name}</code> ({offer.title}, {offer.media_type})" in unescape(listed("about"))
    example = page.partition("```python\n")[2].partition("```")[0]
    monkeypatch.chdir(tmp_path)
    content = FILES["dam/facts.json"]
    Path("facts.json").write_bytes(content)
    exec(example, {})
    Path("facts.json").write_bytes(content.replace(b"no cracks", b"cracks"))
    with pytest.raises(AssertionError):
        exec(example, {})
