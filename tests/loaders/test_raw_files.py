"""The file that a text was extracted from: it is listed, and held to its fingerprint."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from loaders.files import FACTS, METADATA, SEED, files, told
from onrecord.app import check_project
from onrecord.check import check
from onrecord.loaders.project import load_files, load_project
from onrecord.model import Project
from onrecord.resolve import resolve

RAW = b"%PDF-1.7 \xff\x00 not read"
DIGEST = hashlib.sha256(RAW).hexdigest()
KEYS = f"raw: report.pdf\nraw_sha256: {DIGEST}\nextracted_by: pypdfium2 5.15.2, clean-up 1\n"


def project(keys: str = KEYS, raw: bytes | None = RAW, **more: bytes) -> Project:
    made = files(metadata=METADATA + keys)
    if raw is not None:
        made["seeds/report.pdf"] = raw
    return load_files(made | {f"seeds/{name.replace('_', '.')}": content for name, content in more.items()})


def test_it_is_no_unlisted_text() -> None:
    loaded = project()
    assert told(loaded) == []
    source = loaded.corpus.sources["report"]
    assert (str(source.raw), str(source.raw_sha256)) == ("report.pdf", DIGEST)
    assert source.text is not None
    assert source.text.content == SEED.decode()


def test_without_the_keys_it_is_unlisted() -> None:
    assert [one.rule for one in told(project(keys=""))] == ["source-unlisted"]


def test_a_changed_one_is_an_error_with_the_claims() -> None:
    (problem,) = project(raw=RAW + b" ").problems
    assert problem.rule == "source-changed"
    assert "'report.pdf', which the text was extracted from" in problem.message
    assert problem.location.span is not None
    assert problem.location.text.content[slice(*problem.location.span)] == DIGEST
    assert [related.message for related in problem.related] == ["the claim 'safe' rests on it"]


def test_a_missing_one_is_an_error() -> None:
    (problem,) = project(raw=None).problems
    assert (problem.rule, problem.help) == ("source-missing", "put the file back, exactly as it was")
    assert problem.message == "there is no file 'report.pdf' in seeds/"


def test_a_renamed_one_is_one_error() -> None:
    (problem,) = project(raw=None, scan_pdf=RAW).problems
    assert problem.rule == "source-missing"
    assert "lies in 'scan.pdf'" in problem.help


@pytest.mark.parametrize(
    ("keys", "rule"),
    [
        ("raw: report.pdf\n", "missing-key"),
        (f"raw_sha256: {DIGEST}\n", "missing-key"),
        (f"raw: ../report.pdf\nraw_sha256: {DIGEST}\n", "malformed-file-name"),
        ("raw: report.pdf\nraw_sha256: none\n", "unknown-value"),
    ],
)
def test_one_fault_is_one_problem(keys: str, rule: str) -> None:
    loaded = project(keys, raw=None if keys.startswith("raw_sha256") else RAW)
    assert [one.rule for one in told(loaded)] == [rule]


def test_two_sources_may_come_from_one_file() -> None:
    second = METADATA.replace("report", "letter").replace(
        hashlib.sha256(SEED).hexdigest(), hashlib.sha256(b"Two.\n").hexdigest()
    )
    loaded = project(letter_yml=f"{second}{KEYS}".encode(), letter_txt=b"Two.\n")
    assert told(loaded) == []


def on_disk(root: Path) -> Path:
    for name, content in (files(metadata=METADATA + KEYS) | {"seeds/report.pdf": RAW}).items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(content)
    return root


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    root = on_disk(tmp_path)
    outside = tmp_path / "outside.pdf"
    (root / "seeds" / "report.pdf").rename(outside)
    (root / "seeds" / "report.pdf").symlink_to(outside)
    assert [problem.rule for problem in load_project(root).problems] == ["unexpected-file"]


class Locked(dict[str, bytes]):
    """Files of which the PDF may not be read."""

    def __getitem__(self, path: str) -> bytes:
        if path.endswith(".pdf"):
            raise PermissionError(13, "Permission denied")
        return super().__getitem__(path)


def test_one_that_may_not_be_read() -> None:
    loaded = load_files(Locked(files(metadata=METADATA + KEYS) | {"seeds/report.pdf": RAW}))
    (problem,) = loaded.problems
    assert (problem.rule, problem.help) == ("source-unreadable", "see who may read it")


def test_the_whole_project_passes(tmp_path: Path) -> None:
    assert check_project(on_disk(tmp_path)).findings == ()
    assert FACTS.encode() == files()["facts/dam.yml"]
    assert check(resolve(project())).findings == ()
