"""``onrecord take-down``: what is done by hand in four steps, in one, or nothing at all."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from branches import LETTER, Repository, metadata
from onrecord.cli import main
from onrecord.loaders import extents
from onrecord.loaders.nodes import Node

WHY = "Its writer's heirs: asked for it, #2."
TAKE_DOWN = ("take-down", "letter", "--why", WHY, "--date", "2026-12-01")
WITHDRAWN = "withdrawn: {date: 2026-12-01, why: 'The source it rested on was taken down.', source: letter}\n"


@pytest.fixture
def project(plain_environment: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Repository:
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


def test_a_claim_that_echoed_the_text_before_a_correction_is_named(project: Repository) -> None:
    project.change(
        "facts/dam.yml",
        "    text: The keeper saw water rise.\n",
        "    text: The keeper saw water rise.\n    corrections:\n      - date: 2026-06-01\n"
        "        was: Although the keeper saw the water rise, all slept.\n        why: Shorter.\n",
    )
    _, told = project.run(*TAKE_DOWN)
    assert "go on showing them:\n  dam/water\n" in told


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


def refused(project: Repository, *arguments: str) -> str:
    """What is told where nothing may be written."""
    before = everything(project)
    status, told = project.run(*(arguments or TAKE_DOWN))
    assert status == 1
    assert "nothing is written: mend this first" in told
    assert everything(project) == before
    return told


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("        source: letter\n  - id: no", "        source: &a letter\n  - id: no", "yaml-alias"),
        ("    text: The keeper saw water rise.\n", "", "missing-key"),
        ("  - id: no-storm\n", "  - id: water\n    text: Other.\n  - id: no-storm\n", "duplicate-id"),
        ("      - quote: nobody", "      - some words\n      - quote: nobody", "wrong-shape"),
        ("claims:\n", "claims:\n<<<<<<< HEAD\n", "merge-conflict"),
    ],
)
def test_it_refuses_where_a_claim_cannot_be_read(project: Repository, old: str, new: str, rule: str) -> None:
    """It may quote the text, and would go on doing so when the text is gone for good."""
    project.change("facts/dam.yml", old, new)
    assert f"error[{rule}]" in refused(project)


def test_it_refuses_where_the_text_is_a_link(project: Repository) -> None:
    (project.root / "elsewhere.txt").write_text(LETTER)
    project.delete("seeds/letter.txt")
    (project.root / "seeds/letter.txt").symlink_to("../elsewhere.txt")
    assert "this is a link to another place" in refused(project)


def test_it_refuses_where_the_metadata_cannot_be_read(
    project: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    project.delete("seeds/letter.yml")
    (project.root / "seeds/letter.yml").symlink_to("../elsewhere.yml")
    assert main(["-C", str(project.root), *TAKE_DOWN]) == 2
    assert "the metadata of 'letter' cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after"),
    [("---\n", "...\n"), ("", "# the end"), ("", "note: |+\n  Old.\n\n\n")],
    ids=["markers", "comment", "kept line ends"],
)
@pytest.mark.parametrize("margin", ["", "  "])
def test_however_the_metadata_are_written(project: Repository, before: str, after: str, margin: str) -> None:
    said = before + "".join(f"{margin}{line}\n" for line in project.read("seeds/letter.yml").splitlines())
    project.write(
        "seeds/letter.yml", said + after.replace("note", f"{margin}note").replace("  Old", "    Old")
    )
    assert project.run(*TAKE_DOWN)[0] == 0
    assert project.is_green()


@pytest.mark.parametrize(
    "evidence", ["{0}, {1}, {1}", "{1}, {1}, {0}", "{1}, {0}, {1}", "{0}, {1}, {1}, {1}"]
)
def test_entries_in_brackets_go_and_no_others(project: Repository, evidence: str) -> None:
    quote = "nobody rang the bell at noon, although the keeper saw the water rise."
    kept = "{quote: 'the keeper lives beside the gate.', stance: context}"
    project.change(
        "facts/dam.yml",
        f"    evidence:\n      - quote: {quote}\n        source: letter\n",
        f"    evidence: [{evidence.format(kept, f'{{quote: {quote!r}, source: letter}}')}]\n",
    )
    project.commit()
    assert project.run(*TAKE_DOWN)[0] == 0
    assert project.is_green()
    assert f"evidence: [{kept}" in project.read("facts/dam.yml")


def test_a_claim_that_another_page_has_by_the_same_name_stays(project: Repository) -> None:
    """Which of two claims of one id rests on the source is told by where they stand."""
    project.change(
        "facts/dam.yml",
        "  - id: no-storm\n",
        "  - id: water\n    text: The keeper lives beside the gate.\n    evidence:\n"
        "      - quote: the keeper lives beside the gate.\n  - id: no-storm\n",
    )
    assert "error[duplicate-id]" in refused(project)


def share_the_raw_file(project: Repository) -> None:
    other = "The mill stood still for a year.\n"
    digest = metadata("x", "an archive").partition("sha256: ")[2][:64]
    raw = f"raw: day.warc\nraw_sha256: {digest}\nextracted_by: a reader\n"
    project.write("seeds/day.warc", "an archive")
    project.write("seeds/other.txt", other)
    project.write("seeds/other.yml", metadata("other", other, raw))
    project.write("seeds/letter.yml", metadata("letter", LETTER, raw))
    project.commit()


def test_a_file_that_two_sources_come_from_goes_when_the_other_does_without(project: Repository) -> None:
    share_the_raw_file(project)
    told = refused(project)
    assert "'day.warc' holds the text of the source 'letter', which was taken down" in told
    assert "take 'raw', 'raw_sha256' and 'extracted_by' out" in told
    assert "put the file back" not in told
    content = project.read("seeds/other.yml")
    project.write("seeds/other.yml", content[: content.index("raw:")])
    assert project.rules("diff", "main") == ["published-source-changed"]
    project.branch("takedown")
    assert project.run(*TAKE_DOWN)[0] == 0
    assert not (project.root / "seeds/day.warc").exists()
    assert (project.root / "seeds/other.txt").exists()
    assert project.is_green()


@pytest.mark.parametrize(
    ("why", "says"),
    [
        ("a\x1b[31mb", "--why holds the character U+001B"),
        ("\udcff", "--why holds the character U+DCFF"),
        ("\ufeffb", "--why holds the character U+FEFF"),
        ("x" * 10_001, "--why has more than 10,000 characters"),
    ],
)
def test_a_reason_that_nobody_can_read(
    project: Repository, capsys: pytest.CaptureFixture[str], why: str, says: str
) -> None:
    before = everything(project)
    assert main(["-C", str(project.root), "take-down", "letter", "--why", why]) == 2
    assert says in capsys.readouterr().err
    assert everything(project) == before


def test_an_error_that_was_there_before_does_not_hide_another_of_its_words(project: Repository) -> None:
    """What a second page stands on is told, though the check says the same of the first one already."""
    for name in ("facts/dam.yml", "facts/weir.yml"):
        project.write(name, project.read("facts/dam.yml"))
    project.change("facts/dam.yml", "answer: [visited]", "answer: [visited, water]")
    project.change("facts/weir.yml", "answer: [visited]", "answer: [visited, water]")
    project.change(
        "facts/weir.yml", "  - id: water\n", "  - id: water\n    withdrawn: {date: 2026-11-01, why: Weak.}\n"
    )
    assert refused(project).count("error[withdrawn-claim-in-use]") == 1


def test_metadata_are_never_deleted(project: Repository) -> None:
    """Not even where they name themselves, or those of another source, for what they come from."""
    for name in ("letter.yml", "report.yml"):
        raw = f"raw: {name}\nraw_sha256: {'0' * 64}\nextracted_by: a scanner\n"
        project.write("seeds/letter.yml", metadata("letter", LETTER, raw))
        project.run(*TAKE_DOWN)
        assert (project.root / "seeds" / name).exists()


def test_a_file_is_gone_through_once_for_all_of_its_claims(
    project: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each claim looked for in the whole file would take minutes where there are thousands."""
    walks = []

    def counted(root: Node | None) -> Iterator[tuple[extents.Owner, str | int, Node]]:
        walks.append(root)
        return parts(root)

    parts = extents._parts
    monkeypatch.setattr(extents, "_parts", counted)
    assert project.run(*TAKE_DOWN)[0] == 0
    assert len(walks) == 1


def test_it_can_be_run_again_where_it_was_interrupted(
    project: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.branch("takedown")
    put = Path.replace
    done = []

    def interrupted(made: Path, target: Path) -> Path:
        if done:
            raise KeyboardInterrupt
        done.append(target)
        return put(made, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    assert project.run(*TAKE_DOWN)[0] == 130
    assert set(project.rules()) == {"takedown-unfinished"}
    monkeypatch.undo()
    assert project.run(*TAKE_DOWN)[0] == 0
    assert project.is_green()


def test_where_the_text_cannot_be_deleted_the_check_says_so(
    project: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def kept(path: Path, *, missing_ok: bool = False) -> None:
        if not missing_ok:
            raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "unlink", kept)
    assert main(["-C", str(project.root), *TAKE_DOWN]) == 2
    assert "cannot delete seeds/letter.txt: Permission denied; delete it by hand" in capsys.readouterr().err
    monkeypatch.undo()
    ((rule, place, help),) = project.found()
    assert (rule, place) == ("takedown-unfinished", "seeds/letter.yml:2")
    assert help.startswith("delete seeds/letter.txt")
    assert main(["-C", str(project.root), *TAKE_DOWN]) == 2
    assert "was taken down on 2026-12-01" in capsys.readouterr().err


@pytest.mark.parametrize("text", [None, "Something else.\n", "\xff\0"], ids=["gone", "changed", "no text"])
def test_a_text_that_is_not_as_it_was_can_be_taken_down(project: Repository, text: str | None) -> None:
    """Whoever began by hand, and deleted or blackened it first, need not put it back."""
    project.branch("takedown")
    project.delete("seeds/letter.txt")
    if text is not None:
        project.write("seeds/letter.txt", text)
    assert project.run(*TAKE_DOWN)[0] == 0
    assert not (project.root / "seeds/letter.txt").exists()
    assert project.is_green()


def test_a_notice_that_cannot_be_read_is_left_to_its_author(
    project: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("seeds/letter.yml", project.read("seeds/letter.yml") + "taken_down: yes\n")
    before = everything(project)
    assert main(["-C", str(project.root), *TAKE_DOWN]) == 2
    assert "has to be changed by hand; nothing is written" in capsys.readouterr().err
    assert everything(project) == before
