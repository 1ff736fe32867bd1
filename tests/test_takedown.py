"""A source is taken down in a repository: whole, and with each step left out."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from branches import LETTER, Repository, metadata
from gate.example import SEED

NOTICE = "taken_down: {date: 2026-12-01, why: Its writer asked for it.}\n"
WITHDRAWN = "    withdrawn: {date: 2026-12-01, why: The letter was taken down., source: letter}\n"
QUOTED = """    evidence:
      - quote: nobody rang the bell at noon, although the keeper saw the water rise.
        source: letter
"""
SEARCHED = """    evidence:
      - absent: [storm*, thunder*]
        source: letter
"""


@pytest.fixture
def project(
    plain_environment: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Repository:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    made = Repository(tmp_path, capsys)
    monkeypatch.chdir(tmp_path)
    return made


def take_down(project: Repository, *, leave_out: str = "") -> None:
    """The four steps by hand, without the one that is named."""
    project.branch("takedown")
    if leave_out != "notice":
        project.write("seeds/letter.yml", project.read("seeds/letter.yml") + NOTICE)
    if leave_out != "text":
        project.delete("seeds/letter.txt")
    for name, evidence in (("quotation", QUOTED), ("search", SEARCHED)):
        if leave_out == name:
            continue
        project.change("facts/dam.yml", evidence, WITHDRAWN)
    project.commit()


def test_a_takedown_is_green(project: Repository) -> None:
    assert project.is_green()
    take_down(project)
    assert project.is_green()
    _, told = project.run("diff", "main")
    assert "0 added, 0 changed, 2 withdrawn, 0 removed" in told
    assert "checked: 1 explainer, 5 claims, 3 quotations, 1 source;" in told


HALF_DONE: dict[str, list[tuple[str, str, str]]] = {
    "text": [("takedown-unfinished", "seeds/letter.yml:2", "delete seeds/letter.txt")],
    "quotation": [("takedown-unfinished", "facts/dam.yml:25", "withdraw the claim: write 'withdrawn:")],
    "search": [("takedown-unfinished", "facts/dam.yml:28", "withdraw the claim: write 'withdrawn:")],
    "notice": [
        ("source-missing", "seeds/letter.yml:2", "put the text back"),
        ("takedown-unfinished", "facts/dam.yml:24", "write 'taken_down' in its metadata"),
        ("takedown-unfinished", "facts/dam.yml:27", "write 'taken_down' in its metadata"),
    ],
}


@pytest.mark.parametrize("step", HALF_DONE)
def test_a_takedown_with_a_step_left_out_is_red(project: Repository, step: str) -> None:
    take_down(project, leave_out=step)
    found = sorted(project.found(), key=lambda one: one[0])
    assert [(rule, place) for rule, place, _ in found] == [(rule, at) for rule, at, _ in HALF_DONE[step]]
    for (_, _, help), (_, _, wanted) in zip(found, HALF_DONE[step], strict=True):
        assert wanted in help


def test_a_withdrawn_claim_may_not_quote_it_either(project: Repository) -> None:
    take_down(project, leave_out="quotation")
    project.change("facts/dam.yml", QUOTED, QUOTED + WITHDRAWN.replace(", source: letter", ""))
    ((rule, place, help),) = project.found()
    assert (rule, place) == ("takedown-unfinished", "facts/dam.yml:25")
    assert "delete this entry of 'evidence', and write 'source: letter' in 'withdrawn'" in help


def test_a_withdrawn_claim_without_evidence_names_the_source(project: Repository) -> None:
    take_down(project, leave_out="quotation")
    project.change("facts/dam.yml", QUOTED, WITHDRAWN.replace(", source: letter", ""))
    ((rule, _, help),) = project.found()
    assert rule == "claim-without-evidence"
    assert "add 'source: its-id' to 'withdrawn'" in help
    project.change(
        "facts/dam.yml", "The letter was taken down.}", "The letter was taken down., source: later}"
    )
    assert project.rules() == ["unknown-source"]


def test_a_claim_that_another_source_carries_too_may_stay(project: Repository) -> None:
    both = QUOTED.rstrip() + "\n      - quote: the keeper lives beside the gate.\n        stance: context\n"
    project.change("facts/dam.yml", QUOTED, both)
    project.commit()
    take_down(project, leave_out="quotation")
    ((_, _, help),) = project.found()
    assert "delete this entry and add a correction" in help


def remove_metadata(project: Repository) -> None:
    project.delete("seeds/letter.yml")


def another_fingerprint(project: Repository) -> None:
    content = project.read("seeds/letter.yml")
    project.write("seeds/letter.yml", re.sub("sha256: .*", f"sha256: {'1' * 64}", content))


def back_as_another_text(project: Repository) -> None:
    project.write("seeds/letter.txt", "Dear Sir, all is well.\n")
    project.write("seeds/letter.yml", metadata("letter", "Dear Sir, all is well.\n"))


@pytest.mark.parametrize("later", [remove_metadata, another_fingerprint, back_as_another_text])
def test_what_was_taken_down_stays_what_it_was(
    project: Repository, later: Callable[[Repository], None]
) -> None:
    take_down(project)
    project.branch("later", "takedown")
    later(project)
    project.commit()
    assert "published-source-changed" in project.rules("diff", "takedown")


def test_a_takedown_and_another_fingerprint_in_one_change_are_seen(project: Repository) -> None:
    take_down(project)
    another_fingerprint(project)
    assert project.rules("diff", "main") == ["published-source-changed"]


@pytest.mark.parametrize("with_metadata", [True, False])
def test_the_text_does_not_come_back_under_another_name(project: Repository, with_metadata: bool) -> None:
    take_down(project)
    project.write("seeds/note.txt", LETTER)
    if with_metadata:
        project.write("seeds/note.yml", metadata("note", LETTER))
    ((rule, place, help),) = project.found()
    assert rule == "takedown-unfinished"
    assert place == ("seeds/note.yml:3" if with_metadata else "seeds/note.txt:None")
    assert "delete seeds/note.txt" in help


def test_the_raw_file_goes_too(project: Repository) -> None:
    raw = "a scan"
    project.write("seeds/letter.scan", raw)
    digest = re.search("sha256: (.*)", metadata("x", raw))
    assert digest
    kept = f"raw: letter.scan\nraw_sha256: {digest[1]}\nextracted_by: a scanner\n"
    project.write("seeds/letter.yml", project.read("seeds/letter.yml") + kept)
    project.commit()
    take_down(project)
    assert project.found() == [
        ("takedown-unfinished", "seeds/letter.yml:6", project.found()[0][2]),
    ]
    project.delete("seeds/letter.scan")
    assert project.is_green()


def test_the_claims_diff_repeats_nothing_of_it(project: Repository) -> None:
    take_down(project)
    _, markdown = project.run("diff", "main", "--markdown", "-")
    assert "1 source taken down" in markdown
    assert "taken down since 2026-12-01. Its writer asked for it." in markdown
    assert repeated(markdown) == set()
    assert "2 claims withdrawn;" in markdown


def test_the_claims_diff_of_a_removed_claim_repeats_nothing_of_it(project: Repository) -> None:
    """A claim whose own words must go too is removed, and its id retired."""
    take_down(project)
    content = project.read("facts/dam.yml")
    start = content.index("  - id: water\n")
    gone = content[start : content.index("  - id: no-storm\n")]
    retired = "retired: [{id: water, date: 2026-12-01, why: Its words were those of the letter.}]\n"
    project.write("facts/dam.yml", content.replace(gone, "").replace("claims:\n", f"{retired}claims:\n"))
    assert project.is_green()
    _, markdown = project.run("diff", "main", "--markdown", "-")
    assert "Published before.** Removed on 2026-12-01" in markdown
    assert "The keeper saw water rise" not in markdown
    assert repeated(markdown) == set()


def words(text: str) -> list[str]:
    return re.findall(r"\w+", html.unescape(text).lower())


def repeated(text: str) -> set[str]:
    """Each five words in a row of the letter that ``text`` has."""
    said, letter = f" {' '.join(words(text))} ", words(LETTER)
    runs = {" ".join(letter[at : at + 5]) for at in range(len(letter) - 4)}
    return {run for run in runs if f" {run} " in said}


def everything(site: Path) -> Iterator[tuple[str, str]]:
    """Each file of a built site as text, without markup, what is packed unpacked."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if content.startswith(b"\x1f\x8b"):
                content = gzip.decompress(content)
            text = content.decode("utf-8", "replace")
            yield path.relative_to(site).as_posix(), text
            yield path.relative_to(site).as_posix(), re.sub(r"<[^>]*>", "", text)
            if path.suffix in (".json", ".jsonld"):
                yield path.relative_to(site).as_posix(), json.dumps(json.loads(text), ensure_ascii=False)


def test_no_file_of_the_site_repeats_it_and_its_page_stays(project: Repository) -> None:
    full = project.read("seeds/letter.yml") + "publish: full\nrights: Its writer's.\n"
    project.write("seeds/letter.yml", full)
    project.commit()
    assert project.run("build")[0] == 0
    before = {path for path, text in everything(project.root / "site") if repeated(text)}
    assert {"sources/letter/index.html", "sources/letter/text.txt", "dam/facts.json"} <= before
    take_down(project)
    status, told = project.run("build")
    assert status == 0, told
    assert project.run("verify", "site")[0] == 0
    finished = list(everything(project.root / "site"))
    assert {path: repeated(text) for path, text in finished if repeated(text)} == {}
    after = dict(finished)
    assert "sources/letter/text.txt" not in after
    tombstone = after["sources/letter/index.html"]
    digest = re.search("sha256: (.*)", full)
    assert digest
    assert digest[1] in tombstone
    assert "This source was taken down." in tombstone
    assert "Its writer asked for it." in tombstone
    assert "dam/water" in tombstone
    assert (project.root / "site/claims/dam/water/index.html").read_text("utf-8").count(
        "sources/letter/"
    ) == 1
    for path in ("corrections/index.html", "corrections/feed.json", "corrections/feed.atom", "llms.txt"):
        assert "sources/letter/" in (project.root / "site" / path).read_text("utf-8"), path
    facts = json.loads((project.root / "site/dam/facts.json").read_text("utf-8"))
    assert [one["source"] for one in facts["withdrawn"]] == ["letter", "letter"]
    (gone,) = facts["taken_down"]
    assert gone["sha256"] == digest[1]
    assert gone["why"] == "Its writer asked for it."


def test_the_only_source_of_a_page_can_be_taken_down(project: Repository) -> None:
    """The page stays, with nothing but what was withdrawn."""
    content = project.read("facts/dam.yml").replace("answer: [visited]\n", "")
    gone = WITHDRAWN.replace("letter", "report")
    parts = re.split(r"(?m)^(?=  - id: )", content)
    kept = [part.partition("    evidence:\n")[0] + gone for part in parts[1:4]]
    project.branch("takedown")
    project.write("facts/dam.yml", "".join([parts[0], *kept]))
    project.delete("seeds/report.txt", "seeds/letter.txt", "seeds/letter.yml")
    project.write("seeds/report.yml", project.read("seeds/report.yml") + NOTICE)
    project.write(
        "docs/how-we-check.md",
        "# How we check\n\nA program looks for the words of each claim in the source that it names.\n",
    )
    assert project.rules() == []
    assert SEED.split("\n")[2] not in project.read("seeds/report.yml")
    status, told = project.run("build")
    assert status == 0, told
    assert "Every claim of this page was withdrawn." in (project.root / "site/dam/index.html").read_text(
        "utf-8"
    )
    assert "This source was taken down" in (project.root / "site/sources/report/index.html").read_text(
        "utf-8"
    )


def test_a_source_whose_claims_were_all_withdrawn_keeps_its_page(project: Repository) -> None:
    withdrawn = "    withdrawn: {date: 2026-12-01, why: The letter is not to be relied on.}\n"
    project.branch("withdrawal")
    project.change("facts/dam.yml", QUOTED, QUOTED + withdrawn)
    project.change("facts/dam.yml", SEARCHED, SEARCHED + withdrawn)
    assert project.is_green()
    assert project.run("build")[0] == 0
    page = (project.root / "site/sources/letter/index.html").read_text("utf-8")
    assert "No claim rests on this source any more" in page
    assert "dam/water" in page
    assert repeated(page) == set()
