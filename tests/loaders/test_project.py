"""Sources and files: what is missing, changed, unlisted or unexpected, from memory and from the disk."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.files import FACTS, METADATA, SEED, Told, all_texts, changed, files, load, short, told
from onrecord.app import check_project
from onrecord.check import Rejected, check
from onrecord.finding import Finding
from onrecord.loaders import decoding
from onrecord.loaders.project import load_files, load_project
from onrecord.resolve import resolve
from source_tree import HOOKS

DIGEST = hashlib.sha256(SEED).hexdigest()
GATE = b"The gate was closed.\n"
LETTER = {
    "seeds/letter.txt": GATE,
    "seeds/letter.yml": METADATA.replace("report", "letter")
    .replace(DIGEST, hashlib.sha256(GATE).hexdigest())
    .encode(),
}


def findings(project_files: dict[str, bytes]) -> list[tuple[str, str]]:
    """What a whole check finds: one fault must not become several findings."""
    outcome = check(resolve(load_files(project_files)))
    return [(finding.rule, where(finding)) for finding in outcome.findings]


def where(finding: Finding) -> str:
    location = finding.location
    return location.path if location.span is None else location.text.content[slice(*location.span)]


def write(root: Path, contents: dict[str, bytes]) -> Path:
    for path, content in contents.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(content)
    return root


def test_a_project_that_is_right() -> None:
    project = load()
    assert project.problems == ()
    assert all_texts(project) == {"report": SEED.decode()}
    source = project.corpus.sources["report"]
    assert source.digest == DIGEST
    assert source.at.path == "seeds/report.yml"
    assert source.text is not None
    assert source.text.path == "seeds/report.txt"


METADATA_WRONG = {
    "no id": (changed("id: report\n", "", METADATA), ("missing-key", "file", 1, 1)),
    "no fingerprint": (changed(f"sha256: {DIGEST}\n", "", METADATA), ("missing-key", "id", 1, 1)),
    "a wrong fingerprint": (
        changed(DIGEST, DIGEST.upper(), METADATA),
        ("unknown-value", DIGEST.upper(), 3, 9),
    ),
    "an unknown key": (METADATA + "autor: x\n", ("unknown-key", "autor", 5, 1)),
    "a script for an address": (
        METADATA + "url: javascript:alert(1)\n",
        ("unknown-value", "javascript:alert(1)", 5, 6),
    ),
    "a blank in an address": (
        METADATA + "url: https://a.example/b c\n",
        ("unknown-value", "https://a.example/b c", 5, 6),
    ),
    "a wrong date": (METADATA + "published: 2025-13\n", ("malformed-date", "2025-13", 5, 12)),
    "no year": (METADATA + "published: 0000-01-01\n", ("malformed-date", "0000-01-01", 5, 12)),
    "a wrong basis": (METADATA + "published_basis: guessed\n", ("unknown-value", "guessed", 5, 18)),
    "published in parts": (METADATA + "publish: all\n", ("unknown-value", "all", 5, 10)),
    "a malformed id": (changed("id: report", "id: Report", METADATA), ("malformed-id", "Report", 1, 5)),
    "a path": (
        changed("report.txt", "../seeds/report.txt", METADATA),
        ("malformed-file-name", "../seeds/report.txt", 2, 7),
    ),
    "a hidden file": (changed("report.txt", ".report", METADATA), ("malformed-file-name", ".report", 2, 7)),
    "a device": (changed("report.txt", "Nul.txt", METADATA), ("malformed-file-name", "Nul.txt", 2, 7)),
    "an unseen character": (
        changed("report.txt", '"re\\u200bport.txt"', METADATA),
        ("malformed-file-name", '"re\\u200bport.txt"', 2, 7),
    ),
    "NUL in a name": (changed("report.txt", '"a\\0b"', METADATA), ("malformed-file-name", '"a\\0b"', 2, 7)),
    "no name": (changed("report.txt", '""', METADATA), ("empty-value", '""', 2, 7)),
    "the metadata itself": (
        changed("report.txt", "report.yml", METADATA),
        ("source-missing", "report.yml", 2, 7),
    ),
    "a source that repeats itself": (
        METADATA + "derived_from: [report]\n",
        ("derived-from-unknown-source", "report", 5, 16),
    ),
    "a source that repeats nothing": (
        METADATA + "derived_from: [wire]\n",
        ("derived-from-unknown-source", "wire", 5, 16),
    ),
}


@pytest.mark.parametrize(("metadata", "problem"), METADATA_WRONG.values(), ids=METADATA_WRONG)
def test_what_is_wrong_with_metadata(metadata: str, problem: tuple[str, str, int, int]) -> None:
    facts = changed("source: report", "source: Report") if "id: Report" in metadata else FACTS
    assert told(load(facts, metadata)) == [Told(*problem)]


@pytest.mark.parametrize(
    ("key", "date", "is_told"),
    [
        ("published", "2026-05-05", True),
        ("published", "2026-05-04", False),
        ("published", "2027", True),
        ("published", "../2027", True),
        ("retrieved", "9999-12-31", True),
        ("retrieved", "2026-05", False),
    ],
)
def test_a_day_that_is_to_come(key: str, date: str, is_told: bool) -> None:
    metadata = METADATA + f"{key}: {date}\n"
    assert told(load(metadata=metadata)) == []
    problems = told(load(metadata=metadata, today="2026-05-03"))
    assert [one[:2] for one in problems] == ([("date-in-future", date)] if is_told else [])


def test_every_byte_of_a_seed_counts() -> None:
    right = files()
    for offset in range(len(SEED)):
        for mask in (0x01, 0x20, 0x80):
            content = bytearray(SEED)
            content[offset] ^= mask
            project = load_files({**right, "seeds/report.txt": bytes(content)})
            assert [one.rule for one in told(project)] == ["source-changed"], (offset, mask)
            assert all_texts(project) == {}


def test_a_changed_source_lists_the_claims_it_touches() -> None:
    facts = FACTS + FACTS.partition("claims:\n")[2].replace("safe\n", "again\n", 1)
    project = load(facts, seed=SEED + b"\n")
    (problem,) = project.problems
    assert short(problem) == Told("source-changed", DIGEST, 3, 9)
    assert [
        related.location.text.content[slice(*related.location.span or (0, 0))] for related in problem.related
    ] == [
        *("safe", "again"),
    ]
    digest = hashlib.sha256(SEED + b"\n").hexdigest()
    assert [note.text for note in problem.notes] == [DIGEST, digest]
    assert project.corpus.sources["report"].digest == digest
    assert project.corpus.sources["report"].text is None


def without(path: str) -> dict[str, bytes]:
    return {name: content for name, content in files().items() if name != path}


def seeded(content: bytes) -> dict[str, bytes]:
    return files(metadata=changed(DIGEST, hashlib.sha256(content).hexdigest(), METADATA), seed=content)


ONE_FAULT = {
    "no facts": (without("facts/dam.yml"), ("empty-project", "facts")),
    "no sources": ({"facts/dam.yml": FACTS.encode()}, ("empty-project", "seeds")),
    "no text": (without("seeds/report.txt"), ("source-missing", "report.txt")),
    "no metadata": (without("seeds/report.yml"), ("source-unlisted", "seeds/report.txt")),
    "broken metadata": (files(metadata="id: [\n"), ("broken-yaml", "[")),
    "an unknown id": (files(metadata=changed("id: report\n", "", METADATA)), ("missing-key", "file")),
    "another text": ({**files(), "seeds/letter.txt": b"x"}, ("source-unlisted", "seeds/letter.txt")),
    "a renamed text": (
        {**without("seeds/report.txt"), "seeds/new.txt": SEED},
        ("source-missing", "report.txt"),
    ),
    "a second id": (
        {
            **files(),
            **LETTER,
            "seeds/letter.yml": LETTER["seeds/letter.yml"].replace(b"id: letter", b"id: report"),
        },
        ("duplicate-id", "report"),
    ),
    "a text with two names": (
        {**files(), "seeds/second.yml": METADATA.replace("id: report", "id: second").encode()},
        ("duplicate-source", "report.txt"),
    ),
    "an empty text": (seeded(b" \n"), ("source-unreadable", "seeds/report.txt")),
    "NUL in a text": (seeded(b"The\0dam"), ("source-unreadable", "\0")),
    "no UTF-8 in a text": (seeded("Château".encode("latin-1")), ("source-unreadable", "\ufffd")),
    "a text in UTF-16": (seeded("The dam".encode("utf-16")), ("source-unreadable", "The dam")),
    "an unused source": ({**files(), **LETTER}, ("source-unused", "letter")),
    "a source that is unused but named wrongly": (
        files(changed("source: report", "source: raport")),
        ("unknown-source", "raport"),
    ),
    "a broken page": (files("title: [\n"), ("broken-yaml", "[")),
    "an id for a name": (
        {"facts/Dam.yml": FACTS.encode(), **without("facts/dam.yml")},
        ("malformed-id", "facts/Dam.yml"),
    ),
    "another ending": (
        {"facts/dam.yaml": FACTS.encode(), **without("facts/dam.yml")},
        ("unexpected-file", "facts/dam.yaml"),
    ),
    "a note among facts": ({**files(), "facts/notes.txt": b"x"}, ("unexpected-file", "facts/notes.txt")),
    "a folder among facts": ({**files(), "facts/old/dam.yml": b"x"}, ("unexpected-file", "facts/old")),
    "a folder among sources": ({**files(), "seeds/old/a/b.yml": b"x"}, ("unexpected-file", "seeds/old")),
    "another ending of metadata": (
        {**files(), "seeds/letter.yaml": b"x"},
        ("unexpected-file", "seeds/letter.yaml"),
    ),
    "a name with a blank": ({**files(), "seeds/a b.txt": b"x"}, ("malformed-file-name", "seeds/a b.txt")),
    "a name in capitals": (
        {**files(), "seeds/Report.txt": b"x"},
        ("malformed-file-name", "seeds/report.txt"),
    ),
    "a former name in use": (
        {
            **files(FACTS + "retired: [{id: weir, date: 2026-12-01, why: x, replaced_by: dam}]\n"),
            "facts/weir.yml": FACTS.encode(),
        },
        ("duplicate-id", "weir"),
    ),
}


@pytest.mark.parametrize(("contents", "finding"), ONE_FAULT.values(), ids=ONE_FAULT)
def test_one_fault_is_one_finding(contents: dict[str, bytes], finding: tuple[str, str]) -> None:
    assert findings(contents) == [finding]


def test_what_systems_and_editors_leave_is_passed_over() -> None:
    left = (
        ".DS_Store",
        ".gitkeep",
        "dam.yml~",
        ".dam.yml.swp",
        "#dam.yml#",
        ".#dam.yml",
        "Thumbs.db",
        "desktop.ini",
    )
    more = {f"{folder}/{name}": b"\xff" for folder in ("facts", "seeds") for name in left}
    assert load_files({**files(), **more}).problems == ()


def test_a_mark_at_the_beginning_of_a_source_is_a_character_of_it() -> None:
    project = load_files(seeded(b"\xef\xbb\xbf" + SEED))
    assert project.problems == ()
    assert all_texts(project) == {"report": "\ufeff" + SEED.decode()}


def test_a_source_that_another_one_repeats_is_used() -> None:
    metadata = METADATA + "derived_from: [letter]\n"
    assert findings({**files(metadata=metadata), **LETTER}) == []


def test_other_folders() -> None:
    moved = {
        path.replace("facts/", "claims/de/").replace("seeds/", "texts/"): content
        for path, content in files().items()
    }
    project = load_files(moved, "claims/de", "texts")
    assert project.problems == ()
    assert (project.facts_directory.path, project.seeds_directory.path) == ("claims/de", "texts")


@given(st.binary(max_size=120), st.binary(max_size=120), st.binary(max_size=120))
def test_any_bytes_give_values_or_findings(facts: bytes, metadata: bytes, seed: bytes) -> None:
    project = load_files({"facts/dam.yml": facts, "seeds/report.yml": metadata, "seeds/report.txt": seed})
    assert project.problems
    assert isinstance(check(resolve(project)), Rejected)


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_a_source_or_a_finding(seed: bytes) -> None:
    project = load_files(seeded(seed))
    text = project.corpus.sources["report"].text
    assert (text is None) == bool(project.problems)
    assert text is None or text.content.encode() == seed


@given(
    st.dictionaries(st.text(max_size=12).map(lambda name: f"seeds/{name}"), st.binary(max_size=9), max_size=4)
)
def test_any_names_give_values_or_findings(more: dict[str, bytes]) -> None:
    project = load_files({**files(), **more})
    check(resolve(project))


def test_the_disk_gives_what_memory_gives(tmp_path: Path) -> None:
    contents = {
        **files(FACTS + "    daet: x\n"),
        **LETTER,
        "facts/notes.txt": b"x",
        "seeds/.DS_Store": b"\xff",
    }
    on_disk, in_memory = load_project(write(tmp_path, contents)), load_files(contents)
    assert told(on_disk) == told(in_memory)
    assert all_texts(on_disk) == all_texts(in_memory)


@pytest.mark.parametrize("folder", ["facts", "seeds"])
@pytest.mark.parametrize(
    "state", ["missing", "empty", "a file", "a dangling link", "a link that leads out", "a loop"]
)
def test_a_folder_that_cannot_be_used_is_one_finding(tmp_path: Path, folder: str, state: str) -> None:
    root = tmp_path / "project"
    root.mkdir()
    write(root, {path: content for path, content in files().items() if not path.startswith(folder)})
    place = root / folder
    if state == "empty":
        place.mkdir()
    elif state == "a file":
        place.write_bytes(b"x")
    elif state == "a dangling link":
        place.symlink_to(root / "nowhere")
    elif state == "a link that leads out":
        write(tmp_path, files())
        place.symlink_to(tmp_path / folder)
    elif state == "a loop":
        place.symlink_to(place)
    outcome = check_project(root)
    assert [(finding.rule, finding.location.path) for finding in outcome.findings] == [
        ("empty-project", folder)
    ]


def test_a_link_to_a_folder_of_the_project_is_followed(tmp_path: Path) -> None:
    root = write(tmp_path, files())
    (root / "facts").rename(root / "pages")
    (root / "facts").symlink_to(root / "pages")
    assert load_project(root).problems == ()


def test_links_pipes_and_folders_are_told_and_not_read(tmp_path: Path) -> None:
    root = write(tmp_path, files())
    (root / "facts" / "link.yml").symlink_to(root / "facts" / "dam.yml")
    (root / "facts" / "dangling.yml").symlink_to("/nowhere")
    (root / "seeds" / "out.txt").symlink_to("/etc/passwd")
    (root / "seeds" / "loop.txt").symlink_to("loop.txt")
    (root / "seeds" / "folder").mkdir()
    os.mkfifo(root / "seeds" / "pipe.txt")
    problems = told(load_project(root))
    assert [one.rule for one in problems] == ["unexpected-file"] * 6
    assert [one.words.partition("/")[2] for one in problems] == [
        *("dangling.yml", "link.yml", "folder", "loop.txt", "out.txt", "pipe.txt"),
    ]


def test_metadata_that_name_a_link_are_not_told_again(tmp_path: Path) -> None:
    root = write(tmp_path, without("seeds/report.txt"))
    (root / "seeds" / "report.txt").symlink_to("/etc/passwd")
    assert [one.rule for one in told(load_project(root))] == ["unexpected-file"]


def test_a_file_that_is_swapped_while_it_is_read_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path, files())
    real_open = os.open

    def swapped(path: str, flags: int) -> int:
        if path.endswith("report.txt"):
            Path(path).unlink()
            os.mkfifo(path)
        if path.endswith("dam.yml"):
            Path(path).unlink()
            Path(path).symlink_to("/etc/passwd")
        return real_open(path, flags)

    monkeypatch.setattr(os, "open", swapped)
    assert [one.rule for one in told(load_project(root))] == ["unreadable-file", "source-changed"]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    root = write(tmp_path, files())
    Path(os.fsdecode(os.fsencode(root / "seeds") + b"/\xff\xfe.txt")).write_bytes(b"x")
    (problem,) = load_project(root).problems
    assert (problem.rule, problem.location.path) == ("malformed-file-name", "seeds/\\xff\\xfe.txt")


def test_large_files_are_not_read_to_their_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, files())
    with (root / "facts" / "dam.yml").open("ab") as file:
        file.truncate(1 << 33)
    assert [one.rule for one in told(load_project(root))] == ["excessive-size"]
    monkeypatch.setattr("onrecord.loaders.source_texts.LARGEST_SOURCE", len(SEED) - 1)
    assert [one.rule for one in told(load())] == ["source-unreadable"]
    assert decoding.LARGEST_SOURCE > 50 << 20


@pytest.mark.skipif(os.name == "nt", reason="rights are others there")
@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("facts/dam.yml", "unreadable-file"),
        ("seeds/report.yml", "unreadable-file"),
        ("seeds/report.txt", "source-unreadable"),
        ("facts", "empty-project"),
        ("seeds", "empty-project"),
    ],
)
def test_what_may_not_be_read_is_one_finding(tmp_path: Path, path: str, rule: str) -> None:
    root = write(tmp_path, files())
    if os.geteuid() == 0:  # the check gives its rights up below, and has to get here without them
        for folder in (tmp_path, *tmp_path.parents[:3]):
            folder.chmod(stat.S_IMODE(folder.stat().st_mode) | 0o055)
    (root / path).chmod(0)
    program = (
        "import os, sys\n"
        "sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from onrecord.app import check_project\n"
        "import onrecord.check, onrecord.rules\n"
        "onrecord.check.all_rules()\n"
        "os.geteuid() or os.setuid(65534)\n"
        "found = check_project(Path(sys.argv[2])).findings\n"
        "print(*[f'{one.rule} {one.location.path}' for one in found])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(HOOKS), str(root)], capture_output=True, text=True, check=False
    )
    (root / path).chmod(0o755)
    assert run.stdout.split() == [rule, path], run.stderr
