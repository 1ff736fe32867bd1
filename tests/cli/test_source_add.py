"""``onrecord source add``: files become sources that pass the check, and nothing is overwritten."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

import pytest
import yaml

from extraction.archives import DAY, answer, page, record
from extraction.test_docx import document
from extraction.test_html import CMS
from extraction.test_pdf import COLUMNS
from gate.example import change, content_of, write
from onrecord import extractor, unpacking
from onrecord.app import check_project, configure, render_project
from onrecord.cli import main
from onrecord.extraction import warc
from onrecord.loaders.decoding import LARGEST_SOURCE
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


def source_page(project: Path, source: str) -> str:
    render_project(configure(project), project.parent / "rendered")
    return (project.parent / "rendered" / "sources" / f"{source}.md").read_text("utf-8")


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
        ("a.xls", b"x", (), "no known format; known are ."),
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
    _, _, err = said(capsys, offered(project, "post.warc", page(ARCHIVED)))
    assert "needs fastwarc: pip install 'onrecord[sources]'" in err


def test_what_a_file_says_of_itself_acts_nowhere(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (
        "<title>A\x1b[31m\u202edam: # x\n::error::y</title><p>The dam was safe in all of its parts.".encode()
    )
    status, out, _ = said(capsys, offered(project, "bad.html", page))
    assert status == 0
    assert metadata(project, "bad.yml")["title"] == "A [31m dam: # x ::error::y"
    assert "\x1b" not in out + (project / "seeds" / "bad.yml").read_text("utf-8")
    assert passes_when_quoted(project, "bad", "The dam was safe in all of its parts.")


ARCHIVED = "https://example.org/post"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_page_of_a_web_archive(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = gzip.compress(page(ARCHIVED))
    status, out, err = said(capsys, offered(project, "Post.WARC.gz", content))
    assert (status, err) == (0, "")
    assert out.startswith("made: seeds/post.warc.gz\nmade: seeds/post.txt\nmade: seeds/post.yml\n")
    assert "  as the archive has it: url, retrieved\n" in out
    assert "  url" not in out.partition("now fill in")[2]
    assert (project / "seeds" / "post.warc.gz").read_bytes() == content
    told = metadata(project, "post.yml")
    by = ", ".join(f"{each} {extractor.version(each)}" for each in ("fastwarc", "selectolax"))
    by = f"{by}, clean-up {extractor.CLEAN_UP}"
    assert told == {
        "id": "post",
        "file": "post.txt",
        "sha256": hashlib.sha256((project / "seeds" / "post.txt").read_bytes()).hexdigest(),
        "title": CMS_TITLE,
        "url": ARCHIVED,
        "retrieved": "2026-01-02",
        "obtained": f"Extracted from a web page in a web archive ({ARCHIVED} at {DAY}, record urn:uuid:1) "
        f"by {by}, on 2026-05-04.",
        "raw": "post.warc.gz",
        "raw_sha256": hashlib.sha256(content).hexdigest(),
        "extracted_by": by,
    }
    assert passes_when_quoted(project, "post", "We asked the county twice.")


@pytest.mark.parametrize(
    ("block", "library", "quote"),
    [
        (answer(COLUMNS, media_type="application/pdf"), "pypdfium2", "their efficiency is sufficient."),
        (
            answer(document(), media_type=WORD),
            "mammoth",
            "It walked along its whole length.",
        ),
        (answer(TEXT, media_type="text/plain"), "", "The caf\u00e9 by the gate was shut all winter."),
    ],
)
def test_other_documents_of_a_web_archive(
    project: Path, capsys: pytest.CaptureFixture[str], block: bytes, library: str, quote: str
) -> None:
    file = offered(project, "a.warc", record(ARCHIVED, block))
    assert said(capsys, file, "--url", "https://example.org/other", "--retrieved", "2026-03")[0] == 0
    told = metadata(project, "a.yml")
    assert (told["url"], told["retrieved"]) == ("https://example.org/other", "2026-03")
    assert told["extracted_by"].startswith("fastwarc ")
    assert library in told["extracted_by"]
    assert passes_when_quoted(project, "a", quote)


SEVERAL = b"".join(
    [
        page("https://example.org/a", 1),
        page("https://example.org/b", 2, **{"WARC-Date": "2026-01-03T00:00:00Z"}),
        page("https://example.org/b", 3),
        record("https://example.org/old", answer(b"", "301 Moved", location="/a"), number=4),
        record("https://example.org/gone", answer(status="404 Not Found"), number=5),
        record("https://example.org/x.png", answer(b"x", media_type="image/png"), number=6),
    ]
)


@pytest.mark.parametrize(
    ("address", "number"),
    [("https://example.org/a", 1), ("https://example.org/old", 1), ("urn:uuid:2", 2), ("urn:uuid:3", 3)],
)
def test_a_document_is_named(
    project: Path, capsys: pytest.CaptureFixture[str], address: str, number: int
) -> None:
    assert said(capsys, offered(project, "a.warc", SEVERAL), "--address", address)[0] == 0
    assert f"urn:uuid:{number})" in metadata(project, "a.yml")["obtained"]


@pytest.mark.parametrize(
    ("name", "content", "more", "words"),
    [
        (
            "a.warc",
            SEVERAL,
            (),
            "a.warc cannot be added: it holds 3 documents: name one with --address, such as "
            "https://example.org/a, urn:uuid:2 (2026-01-03), urn:uuid:3 (2026-01-02)\n",
        ),
        (
            "a.warc",
            SEVERAL,
            ("--address", "https://example.org/b"),
            "2 documents that are called so: name one with --address, such as urn:uuid:2 (2026-01-03), urn:",
        ),
        ("a.warc", SEVERAL, ("--address", "x"), "no document that is called so: name one"),
        ("a.warc", SEVERAL, ("--address", "https://example.org/gone"), "answered with the status 404"),
        (
            "a.warc",
            SEVERAL,
            ("--address", "https://example.org/x.png"),
            "of the type 'image/png', which nothing",
        ),
        (
            "a.warc",
            record(ARCHIVED, answer(status="410 Gone")),
            (),
            "no document in it can be read: the server",
        ),
        ("a.warc", b"", (), "no document in it can be read\n"),
        ("a.warc", b"x", (), "it is no web archive (WARC)"),
        ("a.warc", page(ARCHIVED)[:-99], (), "breaks off"),
        ("a.warc", page(ARCHIVED, **{"WARC-Date": "2031-01-01T00:00:00Z"}), (), "still to come"),
        ("a.warc", page("javascript:alert(1)"), (), "no document in it can be read\n"),
        ("a.zip", page(ARCHIVED), (), "of no known format"),
        ("a.wacz", page(ARCHIVED), (), "of no known format"),
        (
            "a.html",
            b"<p>x</p>",
            ("--address", ARCHIVED),
            "--address names a document of an archive, and this is none",
        ),
        ("a.pdf", CMS.encode(), (), "it is no PDF"),
        ("a.docx", CMS.encode(), (), "it is no Word document"),
        ("a.html", b"", (), "there is nothing in it"),
        ("a.warc", record(ARCHIVED, answer(b"")), (), "there is nothing in it"),
        (".warc", page(ARCHIVED), (), "give it a name with --id"),
    ],
)
def test_what_is_refused_of_archives(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes,
    more: tuple[str, ...],
    words: str,
) -> None:
    test_what_is_refused_changes_nothing(project, capsys, name, content, more, words)


def test_two_documents_of_one_archive_share_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = record(
        "https://example.org/b", answer(b"<title>Gate</title><p>The gate was shut all winter."), number=2
    )
    file = offered(project, "a.warc", page(ARCHIVED) + other)
    assert said(capsys, file, "--address", ARCHIVED)[0] == 0
    assert passes_when_quoted(project, "a", "We asked the county twice.")
    status, out, _ = said(capsys, file, "--address", "https://example.org/b", "--id", "gate")
    assert status == 0
    assert out.startswith("made: seeds/gate.txt\nmade: seeds/gate.yml\n")
    assert metadata(project, "gate.yml")["raw"] == "a.warc"
    change(project / "facts" / "dam.yml", "  - id: added", "  - id: first")
    assert passes_when_quoted(project, "gate", "The gate was shut all winter.")
    status, _, err = said(capsys, file, "--address", ARCHIVED, "--id", "again")
    assert (status, "this is the source 'a' already" in err) == (2, True)


def test_a_long_list_is_cut(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = [
        page(f"https://example.org/{'x' * 400 * (number % 2)}{number}", number) for number in range(2_000)
    ]
    _, _, err = said(capsys, offered(project, "a.warc", b"".join(pages)))
    assert err.endswith(", https://example.org/8, urn:uuid:9 (2026-01-02) and 1990 more\n")
    assert len(err) < 1_000


def test_what_an_archive_says_acts_nowhere(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = "https://example.org/\x1b[31m\u202e<script>'\"::error::x"
    more = {"WARC-Record-ID": "<\x1b[31m>", "X-Note": "::error::x"}
    status, out, _ = said(capsys, offered(project, "a.warc", record(bad, answer(), more=more)))
    assert status == 0
    assert "\x1b" not in out + (project / "seeds" / "a.yml").read_text("utf-8")
    told = metadata(project, "a.yml")
    assert told["url"] == "https://example.org/%1B[31m%E2%80%AE%3Cscript%3E%27%22::error::x"
    _, _, err = said(capsys, offered(project, "b.warc", record(bad, answer()) * 2), "--id", "b")
    assert "\x1b" not in err
    assert passes_when_quoted(project, "a", "We asked the county twice.")


def test_the_page_of_a_source_says_how_its_text_was_got(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, offered(project, "post.warc", page(ARCHIVED)))[0] == 0
    assert passes_when_quoted(project, "post", "We asked the county twice.")
    shown = source_page(project, "post")
    for words in (
        f"a web page in a web archive ({ARCHIVED} at {DAY}, record urn:uuid:1)",
        f"fastwarc {extractor.version('fastwarc')}",
        f"selectolax {extractor.version('selectolax')}",
        "post.warc",
        hashlib.sha256(page(ARCHIVED)).hexdigest(),
        f'href="{ARCHIVED}"',
        "2026-01-02",
    ):
        assert words in shown


def test_a_large_file_is_refused_without_being_read(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project.parent / "a.warc"
    with file.open("wb") as made:
        made.write(page(ARCHIVED))
        made.truncate(1 << 30)
    before = content_of(project)
    status, _, err = said(capsys, str(file))
    assert (status, content_of(project)) == (2, before)
    assert "a.warc has more than 67,108,864 bytes" in err


def test_a_link_is_read_and_not_kept(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project.parent / "real").write_bytes(page(ARCHIVED))
    (project.parent / "a.warc").symlink_to(project.parent / "real")
    assert said(capsys, str(project.parent / "a.warc"))[0] == 0
    kept = project / "seeds" / "a.warc"
    assert (kept.is_symlink(), kept.read_bytes()) == (False, page(ARCHIVED))


def test_a_folder_is_no_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project.parent / "a.warc").mkdir()
    status, _, err = said(capsys, str(project.parent / "a.warc"))
    assert (status, "cannot read" in err, err.count("\n")) == (2, True, 1)


def test_an_archive_that_lies_there_already(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds" / "2026.warc.gz").write_bytes(gzip.compress(page(ARCHIVED)))
    status, out, _ = said(capsys, "seeds/2026.warc.gz")
    assert status == 0
    assert out.startswith("made: seeds/2026.txt\nmade: seeds/2026.yml\n")
    assert metadata(project, "2026.yml")["raw"] == "2026.warc.gz"
    assert passes_when_quoted(project, "2026", "We asked the county twice.")


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_full_disk_leaves_nothing_behind(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    file, before = offered(project, "a.warc", page(ARCHIVED)), content_of(project)
    monkeypatch.setattr(step, full)
    status, _, err = said(capsys, file)
    assert (status, err.count("\n")) == (2, 1)
    assert "No space left on device" in err
    assert content_of(project) == before


DOCUMENTED = (Path(__file__).parents[2] / "docs" / "adding-a-source.md").read_text("utf-8")


def test_the_example_of_an_archive_is_what_is_printed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, _, after = DOCUMENTED.partition("$ onrecord source add post.warc.gz\n")
    status, out, _ = said(capsys, offered(project, "post.warc.gz", gzip.compress(page(ARCHIVED))))
    assert status == 0

    def without_figure(text: str) -> list[str]:
        return [re.sub("[0-9,]+ characters", "characters", line) for line in text.splitlines()]

    shown = without_figure(after.partition("```")[0])
    assert without_figure(out)[: len(shown)] == shown


def test_the_limits_of_an_archive_are_documented() -> None:
    assert unpacking.LARGEST == LARGEST_SOURCE == 64 << 20
    assert f"at most {LARGEST_SOURCE >> 20} MiB, {warc._MOST_UNPACKED >> 20} MiB unpacked" in DOCUMENTED
    assert f"unpacked and {warc._MOST_RECORDS:,} records" in DOCUMENTED
