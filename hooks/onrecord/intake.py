"""A file taken in as a source: its text, its metadata, and the file itself where the text was extracted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from onrecord import extraction
from onrecord.discover import discover
from onrecord.extractor import Extracted, Extractor, cleaned
from onrecord.loaders.corpus import METADATA_SUFFIX
from onrecord.loaders.decoding import LARGEST_SOURCE
from onrecord.loaders.names import likely_id, wrong_id
from onrecord.loaders.project import load_files
from onrecord.mistake import Mistake
from onrecord.model import Project
from onrecord.printable import is_shown
from onrecord.quotable import value_lines

GIVEN = ("author", "publisher", "published", "language", "url", "archived", "retrieved", "rights")
"""The keys of metadata that the person who adds a source may give, besides ``id`` and ``title``."""
_LONGEST_TITLE = 300


class Intake(Struct, frozen=True):
    """What a file comes to, before anything is written.

    ``files`` are the new files by name, the metadata last. ``text`` is the name of the text, ``missing`` are
    the keys that nobody gave, ``titled`` says where the title is from, empty where it was given.
    """

    files: dict[str, bytes]
    metadata: str
    text: str
    characters: int
    missing: tuple[str, ...]
    titled: str = ""
    is_extracted: bool = False


def extractor_of(file: Path) -> Extractor:
    """What reads the file, by the end of its name. Raises `Mistake` where nothing does."""
    known = discover(extraction, "EXTRACTOR", Extractor).values()
    for extractor in known:
        if file.suffix.lower() in extractor.suffixes:
            return extractor
    suffixes = sorted(suffix for extractor in known for suffix in extractor.suffixes)
    raise Mistake(f"{file.name} is of no known format; known are {', '.join(suffixes)}")


def take_in(file: Path, folder: Path, given: Mapping[str, str], project: Project, today: str) -> Intake:
    """What ``file`` comes to as a source of ``project``, whose sources lie in ``folder``; writes nothing.

    ``given`` are keys of the metadata. A file that lies in the folder already stays where it is. Raises
    `Mistake` where the file cannot be read, is a source already, or would not pass the check.
    """
    extractor, content = extractor_of(file), _content(file)
    extracted = _extracted(file, extractor, content)
    text = cleaned(extracted.text).encode() if extractor.library else content
    if not text.strip():
        raise Mistake(f"{file.name} cannot be added: there is nothing in it")
    id = given.get("id") or likely_id(file.stem)
    _refuse_known(id, content, text, project)
    is_here = file.resolve().parent == folder.resolve()
    own_name = file.name if is_here else f"{id}{file.suffix.lower()}"
    name = f"{id}.txt" if extractor.library or not is_here else own_name
    title, titled = _title(extracted, given)
    fields = {
        **{"id": id, "file": name, "sha256": hashlib.sha256(text).hexdigest(), "title": title},
        **{key: given[key] for key in GIVEN if given.get(key)},
        **_origin(extractor, own_name, content, today),
    }
    metadata = f"{name.rpartition('.')[0]}{METADATA_SUFFIX}"
    raw = {own_name: content} if extractor.library else {}
    every = {**raw, name: text, metadata: _written(fields)}
    _refuse_unsound(every, today)
    missing = tuple(key for key in GIVEN if key not in fields)
    new = {key: value for key, value in every.items() if not (is_here and key == file.name)}
    return Intake(new, metadata, name, len(text.decode()), missing, titled, bool(raw))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_SOURCE + 1)
    except OSError as error:
        raise Mistake(f"cannot read {file}: {error.strerror}") from error
    if len(content) > LARGEST_SOURCE:
        raise Mistake(f"{file.name} has more than {LARGEST_SOURCE:,} bytes: divide it into several sources")
    return content


def _extracted(file: Path, extractor: Extractor, content: bytes) -> Extracted:
    try:
        return extractor.extract(content)
    except Mistake as mistake:
        raise Mistake(f"{file.name} cannot be added: {mistake}") from mistake


def _refuse_known(id: str, content: bytes, text: bytes, project: Project) -> None:
    """Raise `Mistake` where ``id`` cannot be a new source's, or the text is a source already."""
    if not id or (wrong := wrong_id(id)):
        raise Mistake(f"give it a name with --id: {wrong if id else 'its file name makes none'}")
    digests = {hashlib.sha256(content).hexdigest(), hashlib.sha256(text).hexdigest()}
    for source in project.corpus.sources.values():
        if source.id == id:
            raise Mistake(f"there is a source {id!r} already, see {source.at.path}: take another --id")
        if not digests.isdisjoint({str(source.sha256), str(source.raw_sha256)}):
            raise Mistake(f"this is the source {str(source.id)!r} already, see {source.at.path}")


def _title(extracted: Extracted, given: Mapping[str, str]) -> tuple[str, str]:
    """The title, and where it is from where nobody gave one."""
    if given.get("title"):
        return given["title"], ""
    for title, titled in ((extracted.title, "the file says so"), (_first_line(extracted), "its first line")):
        shown = "".join(char if is_shown(char) else " " for char in title[:_LONGEST_TITLE])
        if shown.strip():
            return " ".join(shown.split()), titled
    raise Mistake("it has no title that can be seen: give one with --title")


def _first_line(extracted: Extracted) -> str:
    return next((line for line in extracted.text.splitlines() if line.strip("\ufeff \t")), "")


def _origin(extractor: Extractor, raw: str, content: bytes, today: str) -> dict[str, str]:
    """The metadata that say where the text is from."""
    if not extractor.library:
        return {"obtained": f"Copied from {extractor.noun} file on {today}, byte for byte."}
    return {
        "obtained": f"Extracted from {extractor.noun} by {extractor.by()}, on {today}.",
        "raw": raw,
        "raw_sha256": hashlib.sha256(content).hexdigest(),
        "extracted_by": extractor.by(),
    }


def _written(fields: Mapping[str, str]) -> bytes:
    lines = [line for key, value in fields.items() for line in value_lines(key, " ".join(value.split()))]
    return ("\n".join(lines) + "\n").encode()


def _refuse_unsound(files: Mapping[str, bytes], today: str) -> None:
    """Raise `Mistake` where the loader would not take the source as it is."""
    for told in _told(files, today):
        raise Mistake(f"this would not pass the check: {told}")


def _told(files: Mapping[str, bytes], today: str) -> Iterator[str]:
    loaded = load_files({f"seeds/{name}": content for name, content in files.items()}, today=today)
    for problem in loaded.problems:
        if problem.rule != "empty-project":
            yield f"{problem.message} ({problem.help})" if problem.help else problem.message
