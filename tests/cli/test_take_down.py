"""``onrecord take-down``: what is done by hand in four steps, in one, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from branches import LETTER, Repository, metadata
from onrecord.cli import main

WHY = "Its writer's heirs: asked for it, #2."
TAKE_DOWN = ("take-down", "letter", "--why", WHY, "--date", "2026-12-01")
WITHDRAWN = "withdrawn: {date: 2026-12-01, why: 'The source it rested on was taken down.', source: letter}\n"


@pytest.fixture
def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Repository:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GITHUB_STEP_SUMMARY", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return Repository(tmp_path, capsys)


def everything(project: Repository) -> dict[str, bytes]:
    folders = (project.root / "facts", project.root / "seeds")
    return {path.name: path.read_bytes() for folder in folders for path in sorted(folder.iterdir())}


def test_it_does_the_whole_of_it(project: Repository) -> None:
    project.branch("takedown")
    status, told = project.run(*TAKE_DOWN)
    assert status == 0
    lines = told.splitlines()
    assert lines[:5] == [
        "deleted: seeds/letter.txt",
        "changed: seeds/letter.yml",
        "changed: facts/dam.yml",
        "withdrawn: dam/water",
        "withdrawn: dam/no-storm",
    ]
    assert "the repository's history" in lines[-1]
    assert "five words" not in told
    assert not (project.root / "seeds/letter.txt").exists()
    assert project.read("facts/dam.yml").count(f"    {WITHDRAWN}") == 2
    assert project.read("seeds/letter.yml").endswith(
        "taken_down: {date: 2026-12-01, why: 'Its writer''s heirs: asked for it, #2.'}\n"
    )
    assert project.is_green()
    assert project.run(*TAKE_DOWN)[0] == 2


def test_nothing_else_in_the_file_changes(project: Repository) -> None:
    before = project.read("facts/dam.yml")
    project.run(*TAKE_DOWN)
    after = project.read("facts/dam.yml")
    assert after.replace(f"    {WITHDRAWN}", "") == before.replace(
        "    evidence:\n      - quote: nobody rang the bell at noon, although the keeper saw the water "
        "rise.\n        source: letter\n",
        "",
    ).replace("    evidence:\n      - absent: [storm*, thunder*]\n        source: letter\n", "")


def test_today_is_the_day_where_none_is_given(project: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")
    assert project.run("take-down", "letter", "--why", "Asked for.")[0] == 0
    assert "taken_down: {date: 2026-12-01, why: 'Asked for.'}" in project.read("seeds/letter.yml")


def test_a_claim_that_echoes_the_text_is_named(project: Repository) -> None:
    project.change(
        "facts/dam.yml", "text: The keeper saw water rise.", "text: The keeper saw the water rise."
    )
    _, told = project.run(*TAKE_DOWN)
    assert "five words in a row of the text, and their pages go on showing them:\n  dam/water\n" in told
    assert "  dam/no-storm" not in told


def test_other_evidence_and_an_earlier_withdrawal_stay(project: Repository) -> None:
    quote = "      - quote: nobody rang the bell at noon, although the keeper saw the water rise.\n"
    other = "      - quote: the keeper lives beside the gate.\n        stance: context\n"
    project.change("facts/dam.yml", quote, other + quote)
    project.change(
        "facts/dam.yml",
        "  - id: no-storm\n",
        "  - id: no-storm\n    withdrawn: {date: 2026-11-01, why: Weak.}\n",
    )
    assert project.run(*TAKE_DOWN)[0] == 0
    content = project.read("facts/dam.yml")
    assert f"    text: The keeper saw water rise.\n    {WITHDRAWN}    evidence:\n{other}  - id" in content
    assert "withdrawn: {date: 2026-11-01, why: Weak., source: letter}" in content
    assert project.is_green()


@pytest.mark.parametrize(
    "claim",
    [
        "  - {id: water, text: The keeper saw water rise., evidence: [{quote: 'nobody rang the bell at noon,"
        " although the keeper saw the water rise.', source: letter}]}\n",
        "  - evidence:\n    - source: letter\n      quote: >-\n        nobody rang the bell at noon,\n"
        "        although the keeper saw the water rise.\n    id: water # its name\n    text: >-\n"
        "      The keeper\n      saw water rise.\n",
        "  - id: water\n    text: The keeper saw water rise.\n    withdrawn:\n      date: 2026-11-01\n"
        "      why: Weak.\n    evidence:\n      - quote: nobody rang the bell at noon, although the keeper "
        "saw the water rise.\n        source: letter\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_however_a_claim_is_written(project: Repository, claim: str, end: str) -> None:
    content = project.read("facts/dam.yml")
    head, tail = content[: content.index("  - id: water\n")], content[content.index("  - id: no-storm\n") :]
    project.write("facts/dam.yml", (head + claim + tail).replace("\n", end))
    project.commit()
    assert project.rules() == []
    project.branch("takedown")
    status, told = project.run(*TAKE_DOWN)
    assert status == 0
    assert project.is_green(), told
    assert "nobody rang" not in project.read("facts/dam.yml")


def test_the_raw_file_goes_with_it(project: Repository) -> None:
    project.write("seeds/letter.scan", "a scan")
    digest = metadata("x", "a scan").partition("sha256: ")[2][:64]
    raw = f"raw: letter.scan\nraw_sha256: {digest}\nextracted_by: a scanner\n"
    project.write("seeds/letter.yml", project.read("seeds/letter.yml") + raw)
    _, told = project.run(*TAKE_DOWN)
    assert "deleted: seeds/letter.txt\ndeleted: seeds/letter.scan\n" in told
    assert not (project.root / "seeds/letter.scan").exists()


def test_it_refuses_before_it_writes(project: Repository) -> None:
    """Where the page stands on a claim that would be withdrawn, somebody has to think first."""
    project.change("facts/dam.yml", "answer: [visited]", "answer: [visited, water]")
    before = everything(project)
    status, told = project.run(*TAKE_DOWN)
    assert status == 1
    assert "withdrawn-claim-in-use" in told
    assert "nothing is written" in told
    assert everything(project) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["lettre", "--why", "Asked for."], "there is no source 'lettre'; there is letter, report"),
        (["letter", "--why", "  "], "--why holds no words"),
        (["letter", "--why", "Asked.", "--date", "yesterday"], "--date 'yesterday' is no day"),
    ],
)
def test_what_it_cannot_do(
    project: Repository, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    before = everything(project)
    assert main(["-C", str(project.root), "take-down", *arguments]) == 2
    assert says in capsys.readouterr().err
    assert everything(project) == before
    assert LETTER.encode() in before.values()
