"""A file taken in as a source: its text, its metadata, and the file itself where the text was extracted."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from onrecord import extraction
from onrecord.discover import discover
from onrecord.extractor import CLEAN_UP, Extracted, Extractor, Held, cleaned
from onrecord.layout import laid_out
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
_MOST_LISTED = 10
_LONGEST_ADDRESS = 300


class Intake(Struct, frozen=True):
    """What a file comes to, before anything is written.

    ``files`` are the new files by name, the metadata last. ``text`` is the name of the text, ``missing`` are
    the keys that nobody gave, ``titled`` says where the title is from, empty where it was given, and
    ``known`` are the keys that an archive gave.
    """

    files: dict[str, bytes]
    metadata: str
    text: str
    characters: int
    missing: tuple[str, ...]
    titled: str = ""
    is_extracted: bool = False
    known: tuple[str, ...] = ()


class _Read(NamedTuple):
    """What was read of a file: its text, what it is, where that lies, and by what it was read.

    ``by`` is empty where the file is kept byte for byte, ``known`` are keys of metadata that an archive has.
    """

    extracted: Extracted
    noun: str
    by: str = ""
    place: str = ""
    known: Mapping[str, str] = {}


def extractor_of(file: Path) -> Extractor:
    """What reads the file, by the end of its name. Raises `Mistake` where nothing does."""
    known = discover(extraction, "EXTRACTOR", Extractor).values()
    for extractor in known:
        if file.name.lower().endswith(extractor.suffixes):
            return extractor
    suffixes = sorted(suffix for extractor in known for suffix in extractor.suffixes)
    raise Mistake(f"{file.name} is of no known format; known are {', '.join(suffixes)}")


def take_in(file: Path, folder: Path, given: Mapping[str, str], project: Project, today: str) -> Intake:
    """What ``file`` comes to as a source of ``project``, whose sources lie in ``folder``; writes nothing.

    ``given`` are keys of the metadata, and under ``address`` which document of an archive is meant. A file
    that lies in the folder already stays where it is. Raises `Mistake` where the file cannot be read, is a
    source already, or would not pass the check.
    """
    extractor, content = extractor_of(file), _content(file)
    read = _read(file, extractor, content, given.get("address", ""))
    text = cleaned(read.extracted.text).encode() if read.by else content
    if not text.strip():
        raise Mistake(f"{file.name} cannot be added: there is nothing in it")
    suffix = next(suffix for suffix in extractor.suffixes if file.name.lower().endswith(suffix))
    id = given.get("id") or likely_id(file.name[: -len(suffix)])
    _refuse_known(id, {_digest(text)} if read.place else {_digest(text), _digest(content)}, project)
    there = file.name if file.resolve().parent == folder.resolve() else _kept(content, project)
    own_name = there or f"{id}{suffix}"
    name = f"{id}.txt" if read.by or not there else own_name
    title, titled = _title(read.extracted, given)
    said = {key: given.get(key) or read.known.get(key, "") for key in GIVEN}
    fields = {
        **{"id": id, "file": name, "sha256": _digest(text), "title": title},
        **{key: value for key, value in said.items() if value},
        **_origin(read, own_name, content, today),
    }
    metadata = f"{name.rpartition('.')[0]}{METADATA_SUFFIX}"
    raw = {own_name: content} if read.by else {}
    every = {**raw, name: text, metadata: laid_out(metadata, _written(fields), is_metadata=True).content}
    _refuse_unsound(every, today)
    missing = tuple(key for key in GIVEN if key not in fields)
    known = tuple(key for key in read.known if key in fields and not given.get(key))
    new = {key: value for key, value in every.items() if key != there}
    return Intake(new, metadata, name, len(text.decode()), missing, titled, bool(raw), known)


def _kept(content: bytes, project: Project) -> str:
    """The name of the same file where another document of it is a source already; empty where none is."""
    digest = _digest(content)
    kept = (str(source.raw) for source in project.corpus.sources.values() if source.raw_sha256 == digest)
    return next(kept, "")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_SOURCE + 1)
    except OSError as error:
        raise Mistake(f"cannot read {file}: {error.strerror}") from error
    if len(content) > LARGEST_SOURCE:
        raise Mistake(f"{file.name} has more than {LARGEST_SOURCE:,} bytes: divide it into several sources")
    return content


def _read(file: Path, extractor: Extractor, content: bytes, address: str) -> _Read:
    """What the extractor makes of the file, or of an archive the extractor of the document that is meant."""
    try:
        found = extractor.extract(content)
        if isinstance(found, Extracted):
            if address:
                raise Mistake("--address names a document of an archive, and this is none")
            return _Read(found, extractor.noun, _by(extractor))
        held, inner = _chosen(found, address)
        extracted = inner.extract(held.content())
        assert isinstance(extracted, Extracted), "archives have no media types"
        return _Read(extracted, inner.noun, _by(extractor, inner), held.place, held.known)
    except Mistake as mistake:
        raise Mistake(f"{file.name} cannot be added: {mistake}") from mistake


def _by(*extractors: Extractor) -> str:
    """The libraries with their versions, and that of our own clean-up; empty where there are none."""
    libraries = [extractor.by() for extractor in extractors if extractor.library]
    return ", ".join([*libraries, f"clean-up {CLEAN_UP}"]) if libraries else ""


def _chosen(held: tuple[Held, ...], address: str) -> tuple[Held, Extractor]:
    """The document that is meant, and what reads it: the only one that can be read, where none is named."""
    known = discover(extraction, "EXTRACTOR", Extractor).values()
    readers = {media_type: extractor for extractor in known for media_type in extractor.media_types}
    readable = [one for one in held if not one.refusal and one.media_type in readers]
    named = [one for one in held if address in one.addresses] if address else readable
    found = [one for one in named if not one.refusal] or named
    if len(found) == 1:
        one = found[0]
        if one.refusal or one.media_type not in readers:
            raise Mistake(
                one.refusal or f"it is of the type {one.media_type[:80]!r}, which nothing here reads"
            )
        return one, readers[one.media_type]
    if not found and not readable:
        refusals = [one.refusal for one in held if one.refusal]
        raise Mistake(
            f"no document in it can be read{f': {refusals[0]}' if len(held) == 1 and refusals else ''}"
        )
    what = f"{len(found)} documents" if found else "no document"
    called = " that are called so" if found and address else " that is called so" if address else ""
    raise Mistake(f"it holds {what}{called}: name one with --address, such as {_listed(found or readable)}")


def _listed(held: list[Held]) -> str:
    """What documents can be asked for by: their own addresses, or what tells them apart."""
    times = Counter(one.addresses[0] for one in held)
    names = []
    for one in held[:_MOST_LISTED]:
        first, last = one.addresses[0], one.addresses[-1]
        is_short = times[first] == 1 and len(first) <= _LONGEST_ADDRESS
        names.append(first if is_short else f"{last} ({one.known.get('retrieved') or 'no date'})")
    more = f" and {len(held) - len(names)} more" if len(held) > len(names) else ""
    return ", ".join(names) + more


def _refuse_known(id: str, digests: Set[str], project: Project) -> None:
    """Raise `Mistake` where ``id`` cannot be a new source's, or what has the digests is a source already."""
    if not id or (wrong := wrong_id(id)):
        raise Mistake(f"give it a name with --id: {wrong if id else 'its file name makes none'}")
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


def _origin(read: _Read, raw: str, content: bytes, today: str) -> dict[str, str]:
    """The metadata that say where the text is from."""
    if not read.by:
        return {"obtained": f"Copied from {read.noun} file on {today}, byte for byte."}
    return {
        "obtained": f"Extracted from {read.noun}{read.place} by {read.by}, on {today}.",
        "raw": raw,
        "raw_sha256": _digest(content),
        "extracted_by": read.by,
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
