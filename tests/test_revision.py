"""What was published is corrected, withdrawn or retired in the open: anything else is a finding."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from gate.example import FACTS, SEED, change, files, write
from onrecord.cli import main
from onrecord.loaders.project import load_files
from onrecord.model import Project
from onrecord.revision import changes, unexplained
from onrecord.revision_rules import REVISION_RULES
from own_git import committed, git

VISITED = """  - id: visited
    text: The committee visited the dam on 3 May and walked along its whole length.
    evidence:
      - quote: The committee visited the dam on 3 May and walked along its whole length.
"""
REWORDED = VISITED.replace("text: The committee visited the dam on 3 May and", "text: On 3 May the committee")
CORRECTED = """    corrections:
      - date: 2026-05-05
        was: The committee visited the dam on 3 May and walked along its whole length.
        why: Shorter.
        minor: true
"""
RETIRED = "retired: [{id: visited, date: 2026-05-05, why: Nobody asked.}]\n"


def project(**changed: bytes | None) -> Project:
    """The example with files changed or, where None, left out; ``facts`` and ``seed`` name the usual two."""
    names = {"facts": "facts/dam.yml", "seed": "seeds/report.txt", "metadata": "seeds/report.yml"}
    made = files() | {
        names.get(name, name): content for name, content in changed.items() if content is not None
    }
    return load_files({p: c for p, c in made.items() if changed.get(_key(p, names), b"") is not None})


def _key(path: str, names: dict[str, str]) -> str:
    return next((name for name, usual in names.items() if usual == path), path)


def facts(make: Callable[[str], str]) -> Project:
    made = make(FACTS)
    assert made != FACTS
    return project(facts=made.encode())


def rules(after: Project, before: Project | None = None) -> list[str]:
    return [finding.rule for finding in unexplained(before or project(), after)]


def without(claim: str) -> Callable[[str], str]:
    return lambda text: text.replace(claim, "").replace("answer: [visited]\n", "")


def test_nothing_changed_is_nothing_to_explain() -> None:
    assert rules(project()) == []
    assert changes(project(), project()) == changes(project(), project())
    assert not any(getattr(changes(project(), project()), name) for name in ("added", "changed", "removed"))


def test_a_reworded_claim_needs_a_correction() -> None:
    after = facts(lambda text: text.replace(VISITED, REWORDED))
    (finding,) = unexplained(project(), after)
    assert finding.rule == "published-claim-changed"
    assert (finding.explainer, finding.claim) == ("dam", "visited")
    assert finding.location.start == (8, 11)
    assert rules(facts(lambda text: text.replace(VISITED, REWORDED + CORRECTED))) == []
    assert changes(project(), after).changed == ("dam/visited",)


def test_another_quotation_needs_a_correction() -> None:
    shorter = VISITED.replace("quote: The committee visited the dam on 3 May and walked", "quote: walked")
    assert rules(facts(lambda text: text.replace(VISITED, shorter))) == ["published-claim-changed"]


def test_other_spaces_and_a_changed_note_say_nothing_else() -> None:
    folded = VISITED.replace("text: The committee", "text: >-\n      The committee").replace(
        "May and", "May\n      and", 1
    )
    assert rules(facts(lambda text: text.replace(VISITED, folded + "    note: A remark.\n"))) == []


def test_words_from_another_source_are_another_quotation() -> None:
    """Also where only the page's own ``source`` moved; to name the same one again changes nothing."""
    named = {"seeds/copy.txt": SEED.encode(), "seeds/copy.yml": files()["seeds/report.yml"]}
    named["seeds/copy.yml"] = (
        named["seeds/copy.yml"]
        .replace(b"id: report", b"id: copy")
        .replace(b"file: report.txt", b"file: copy.txt")
    )
    moved = FACTS.replace("\nsource: report", "\nsource: copy", 1)
    assert rules(project(facts=moved.encode(), **named)) == ["published-claim-changed"] * 2
    explicit = VISITED.rstrip("\n") + "\n        source: report\n"
    assert rules(facts(lambda text: text.replace(VISITED, explicit))) == []


def test_an_old_correction_explains_no_new_change() -> None:
    """A text that went back to what it was needs its own entry."""
    first = project(facts=FACTS.replace(VISITED, REWORDED + CORRECTED).encode())
    back = project(facts=FACTS.replace(VISITED, VISITED + CORRECTED).encode())
    assert rules(back, before=first) == ["published-claim-changed"]


def test_a_removed_claim_needs_a_tombstone() -> None:
    assert rules(facts(without(VISITED))) == ["published-claim-removed"]
    assert rules(facts(lambda text: without(VISITED)(text).replace("claims:", RETIRED + "claims:"))) == []
    withdrawn = VISITED + "    withdrawn: {date: 2026-05-05, why: It was wrong.}\n"
    after = facts(lambda text: text.replace(VISITED, withdrawn).replace("answer: [visited]\n", ""))
    assert rules(after) == []
    assert changes(project(), after).withdrawn == ("dam/visited",)


def test_a_tombstone_stays() -> None:
    before = facts(lambda text: without(VISITED)(text).replace("claims:", RETIRED + "claims:"))
    assert rules(facts(without(VISITED)), before) == ["published-claim-removed"]


def test_a_removed_explainer_needs_a_signpost() -> None:
    other = FACTS.replace("title: What does the report say of", "title: What of")
    named = {"facts/the-dam.yml": other.encode()}
    assert rules(project(facts=None, **named)) == ["published-explainer-removed"]
    signpost = "retired: [{id: dam, date: 2026-05-05, why: A clearer name., replaced_by: the-dam}]\n"
    named = {"facts/the-dam.yml": other.replace("claims:", signpost + "claims:").encode()}
    assert rules(project(facts=None, **named)) == []
    assert changes(project(), project(facts=None, **named)).removed == ()


def test_a_draft_was_never_published() -> None:
    draft = facts(lambda text: "draft: true\n" + text)
    assert rules(facts(without(VISITED)), draft) == []
    assert rules(draft) == ["published-explainer-removed"]


def test_a_source_in_use_stays_as_it_is() -> None:
    seed = SEED.replace("3 May", "4 May").encode()
    digest = hashlib.sha256(seed).hexdigest().encode()
    old = hashlib.sha256(SEED.encode()).hexdigest().encode()
    metadata = files()["seeds/report.yml"].replace(old, digest)
    assert "published-source-changed" in rules(project(seed=seed, metadata=metadata))
    assert rules(project(seed=None, metadata=None)) == ["published-source-changed"]


def _unused(seed: str, more: str = "") -> Project:
    """The example with a source beside it that nothing cites."""
    digest = hashlib.sha256(seed.encode()).hexdigest()
    metadata = f"id: spare\nfile: spare.txt\nsha256: {digest}\ntitle: Spare\n{more}"
    return project(**{"seeds/spare.txt": seed.encode(), "seeds/spare.yml": metadata.encode()})


def test_a_source_that_nothing_cites_may_go_and_not_change() -> None:
    """Seeds are append-only against the base, whether claims rest on them or not."""
    assert rules(project(), _unused("One.\n")) == []
    assert rules(_unused("One.\n"), _unused("One.\n")) == []
    assert rules(_unused("Two.\n"), _unused("One.\n")) == ["published-source-changed"]


def test_the_file_a_text_was_extracted_from_stays_the_same() -> None:
    raw = "raw: spare.pdf\nraw_sha256: {}\nextracted_by: hand\n".format
    before = _unused("One.\n", raw("1" * 64))
    assert rules(_unused("One.\n", raw("2" * 64)), before) == ["published-source-changed"]
    assert rules(_unused("One.\n"), before) == ["published-source-changed"]
    assert rules(before, _unused("One.\n")) == []


@pytest.fixture
def repository(plain_environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write(tmp_path / "some" / "project")
    (root / ".gitattributes").write_text("facts/** export-ignore\nseeds/** -text\n", "utf-8")
    committed(root.parent)
    monkeypatch.chdir(root)
    return root


def test_the_command(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "HEAD"]) == 0
    assert "0 added, 0 changed, 0 withdrawn, 0 removed" in capsys.readouterr().out
    change(
        repository / "facts/dam.yml",
        "text: The gate was opened",
        "text: The gate opened",
    )
    assert main(["diff", "HEAD", "--format", "concise"]) == 1
    assert "published-claim-changed" in capsys.readouterr().out


@pytest.mark.parametrize(
    "revision", ["nothing", "--all", "-h", "HEAD~7", "HEAD:facts", "^HEAD", "HEAD...^HEAD"]
)
def test_a_revision_that_is_none(repository: Path, capsys: pytest.CaptureFixture[str], revision: str) -> None:
    assert main(["diff", "--", revision]) == 2
    assert "git knows no revision" in capsys.readouterr().err


@pytest.mark.parametrize("revision", ["", " ", "..", "...", "..HEAD", "...HEAD"])
def test_a_comparison_with_nothing(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: str
) -> None:
    assert main(["diff", "--", revision]) == 2
    assert "name the revision to compare with before the dots" in capsys.readouterr().err


def test_no_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GIT_DIR", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(tmp_path)
    assert main(["-C", str(tmp_path), "diff", "main"]) == 2
    assert f"there is no git repository around {tmp_path}" in capsys.readouterr().err


@pytest.mark.parametrize("lost", ["HEAD:./facts", "HEAD:./facts/dam.yml"])
def test_what_git_has_lost_is_not_taken_for_nothing(
    repository: Path, capsys: pytest.CaptureFixture[str], lost: str
) -> None:
    """Else all that was published there could change without a word."""
    name = git(repository, "rev-parse", lost)
    (repository.parent / ".git" / "objects" / name[:2] / name[2:]).unlink()
    assert main(["diff", "HEAD"]) == 2
    assert "git cannot read all files of the commit" in capsys.readouterr().err


def test_the_rules_explain_themselves() -> None:
    for name, rule in REVISION_RULES.items():
        assert name == rule.id
        assert {"## What it does", "## Why it matters", "## How to mend it"} <= set(
            rule.explanation.splitlines()
        )
