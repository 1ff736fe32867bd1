"""``onrecord source add``: files become sources that pass the check, and nothing is overwritten."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from extraction.test_docx import document
from extraction.test_html import CMS
from extraction.test_pdf import COLUMNS
from gate.example import content_of, write
from onrecord import extractor
from onrecord.app import check_project
from onrecord.cli import main
from onrecord.loaders.writing import write_new
from onrecord.mistake import Mistake

TEXT = "The keeper's letter\r\n\r\nThe caf\u00e9 by the gate was shut all winter.\r\n".encode()
CMS_TITLE = "The dam & the gate - Ashby Post"
QUOTED = """
  - id: added
    text: "{quote}"
    evidence:
      - quote: "{quote}"
        source: {source}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write(tmp_path / "project")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1777900000")
    return root


def offered(project: Path, name: str, content: bytes) -> str:
    file = project.parent / name
    file.write_bytes(content)
    return str(file)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(("source", "add", *arguments))
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def metadata(project: Path, name: str) -> dict[str, str]:
    loaded = yaml.load((project / "seeds" / name).read_text("utf-8"), yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def passes_when_quoted(project: Path, source: str, quote: str) -> bool:
    with (project / "facts" / "dam.yml").open("a", encoding="utf-8") as facts:
        facts.write(QUOTED.format(source=source, quote=quote))
    return check_project(project).findings == ()


def test_a_text_is_copied_byte_for_byte(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = offered(project, "Keeper's Letter.txt", TEXT)
    status, out, err = said(capsys, file, "--language", "en", "--url", "https://example.org/letter")
    assert (status, err) == (0, "")
    assert (project / "seeds" / "keeper-s-letter.txt").read_bytes() == TEXT
    assert metadata(project, "keeper-s-letter.yml") == {
        "id": "keeper-s-letter",
        "file": "keeper-s-letter.txt",
        "sha256": hashlib.sha256(TEXT).hexdigest(),
        "title": "The keeper's letter",
        "language": "en",
        "url": "https://example.org/letter",
        "obtained": "Copied from a text file on 2026-05-04, byte for byte.",
    }
    assert "made: seeds/keeper-s-letter.yml" in out
    assert "title (see that it is right: its first line)" in out
    assert "  author: who signed it" in out
    assert "  language" not in out
    assert passes_when_quoted(project, "keeper-s-letter", "The caf\u00e9 by the gate was shut all winter.")


@pytest.mark.parametrize(
    ("name", "content", "library", "title", "quote"),
    [
        (
            "post.html",
            CMS.encode(),
            "selectolax",
            "The dam & the gate - Ashby Post",
            "We asked the county twice.",
        ),
        ("post.PDF", COLUMNS, "pypdfium2", "Report on the dam at Ashby", "their efficiency is sufficient."),
        (
            "post.docx",
            document(),
            "mammoth",
            "Report on the dam at Ashby",
            "It walked along its whole length.",
        ),
    ],
)
def test_other_formats_are_extracted(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes,
    library: str,
    title: str,
    quote: str,
) -> None:
    status, out, err = said(capsys, offered(project, name, content))
    assert (status, err) == (0, "")
    raw = name.lower()
    assert (project / "seeds" / raw).read_bytes() == content
    told = metadata(project, "post.yml")
    by = f"{library} {extractor.version(library)}, clean-up {extractor.CLEAN_UP}"
    assert told["title"] == title
    assert (told["raw"], told["raw_sha256"]) == (raw, hashlib.sha256(content).hexdigest())
    assert told["extracted_by"] == by
    assert told["obtained"].endswith(f"by {by}, on 2026-05-04.")
    assert told["sha256"] == hashlib.sha256((project / "seeds" / "post.txt").read_bytes()).hexdigest()
    assert out.startswith(f"made: seeds/{raw}\nmade: seeds/post.txt\nmade: seeds/post.yml\n")
    assert "look through it beside" in out
    assert passes_when_quoted(project, "post", quote)


def test_a_file_that_lies_there_already_gets_its_metadata(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "seeds" / "000_letter.txt").write_bytes(TEXT)
    status, out, _ = said(capsys, "seeds/000_letter.txt", "--title", "A letter")
    assert status == 0
    assert out.startswith("made: seeds/000_letter.yml\nthe text is seeds/000_letter.txt")
    assert metadata(project, "000_letter.yml")["id"] == "000-letter"
    assert passes_when_quoted(project, "000-letter", "The caf\u00e9 by the gate was shut all winter.")


@pytest.mark.parametrize(
    ("name", "content", "more", "words"),
    [
        ("a.txt", "caf\u00e9".encode("latin-1"), (), "a.txt cannot be added: line 1 is not UTF-8"),
        ("a.txt", "caf\u00e9".encode("utf-16"), (), "save it as UTF-8"),
        ("a.txt", b" \n", (), "there is nothing in it"),
        ("a.xls", b"x", (), "no known format; known are .docx, .htm"),
        ("a.pdf", b"x", (), "it is no PDF"),
        ("\u0430.txt", TEXT, (), "give it a name with --id"),
        ("a.txt", TEXT, ("--id", "A B"), "an id is made of small letters"),
        ("a.txt", TEXT, ("--id", "report"), "there is a source 'report' already"),
        ("a.txt", TEXT, ("--url", "javascript:alert(1)"), "would not pass the check"),
        ("a.txt", TEXT, ("--published", "May"), "would not pass the check: 'May' is no date"),
        ("a.txt", TEXT, ("--published", "2031-01-01"), "still to come"),
        ("a.txt", TEXT, ("--language", "English!"), "would not pass the check"),
    ],
)
def test_what_is_refused_changes_nothing(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes,
    more: tuple[str, ...],
    words: str,
) -> None:
    before = content_of(project)
    status, out, err = said(capsys, offered(project, name, content), *more)
    assert (status, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert content_of(project) == before


def test_the_same_text_is_not_added_twice(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = offered(project, "post.pdf", COLUMNS)
    assert said(capsys, file)[0] == 0
    before = content_of(project)
    status, _, err = said(capsys, file, "--id", "other")
    assert status == 2
    assert "this is the source 'post' already, see seeds/post.yml" in err
    assert content_of(project) == before


def test_no_file_is_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds" / "Letter.TXT").write_bytes(b"Another one.")
    before = content_of(project)
    status, _, err = said(capsys, offered(project, "letter.txt", TEXT))
    assert (status, content_of(project)) == (2, before)
    assert "there is seeds/letter.txt already: take another --id; nothing is written" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere.txt",), "cannot read nowhere.txt"),
        (("seeds",), "is of no known format"),
        ((), "FILE"),
    ],
)
def test_mistakes(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    status, _, err = said(capsys, *arguments)
    assert status == 2
    assert words in err


def test_a_project_without_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    assert main(("-C", str(tmp_path), "source", "add", str(tmp_path / "a.txt"))) == 2
    assert "-C names another" in capsys.readouterr().err


def test_all_files_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Path] = []
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(Mistake, match="No space left"):
        write_new(tmp_path, {"a.pdf": b"1", "a.txt": b"2", "a.yml": b"3"})
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_is_not_there(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(extractor, "import_module", missing)
    status, _, err = said(capsys, offered(project, "post.pdf", COLUMNS))
    assert status == 2
    assert "needs pypdfium2: pip install 'onrecord[sources]'" in err


def test_what_a_file_says_of_itself_acts_nowhere(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (
        "<title>A\x1b[31m\u202edam: # x\n::error::y</title><p>The dam was safe in all of its parts.".encode()
    )
    status, out, _ = said(capsys, offered(project, "bad.html", page))
    assert status == 0
    assert metadata(project, "bad.yml")["title"] == "A [31m dam: # x ::error::y"
    assert "\x1b" not in out + (project / "seeds" / "bad.yml").read_text("utf-8")
    assert passes_when_quoted(project, "bad", "The dam was safe in all of its parts.")
