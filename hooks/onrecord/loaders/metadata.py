"""A source's metadata: which keys there are, and what each may hold."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.history import Takedown
from onrecord.loaders.dates import date, day
from onrecord.loaders.decoding import read_mapping
from onrecord.loaders.edtf import Moment, earliest
from onrecord.loaders.names import wrong_file_name
from onrecord.loaders.nodes import Node, YamlMapping
from onrecord.loaders.problems import Problems
from onrecord.loaders.readers import LANGUAGE, described, ident, list_of, matching, one_of, text, word
from onrecord.loaders.walk import Walk, shape
from onrecord.mending import instead
from onrecord.model import Source
from onrecord.text import Scalar

_SHA256 = re.compile(r"[0-9a-f]{64}")
_ADDRESS = re.compile(r"""https?://[A-Za-z0-9\[][^\s\\<>"'`{}|^]*""")
ADDRESS = matching(_ADDRESS, "a web address that begins with http:// or https://")
"""The reader of a web address; no other schemes, so that a link on a page can only lead to a page."""


def file_name(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """The name of a file in the same folder."""
    found = word(walk, value, under, key)
    if found is not None and (wrong := wrong_file_name(found)):
        bare = re.split(r"[/\\\\]", found)[-1]
        is_right = bool(bare) and not wrong_file_name(bare)
        help, fix = (f"write {bare!r}", instead(found, bare)) if is_right else ("rename the file", None)
        message = f"{found[:60]!r}: {wrong}"
        walk.add("malformed-file-name", message, walk.place(found, under, key), help, fix=fix)
        return None
    return found


TAKEDOWN = shape("'taken_down'", {"date": day, "why": text})
_digest = matching(_SHA256, "the 64 digits 0-9 and a-f that sha256sum prints for the file")
METADATA = shape(
    "a source's metadata",
    {
        "id": ident,
        "file": file_name,
        "sha256": _digest,
        "title": text,
    },
    author=text,
    publisher=text,
    published=date,
    published_basis=one_of("stated", "inferred"),
    dateline=text,
    language=LANGUAGE,
    url=ADDRESS,
    archived=ADDRESS,
    retrieved=date,
    obtained=text,
    raw=file_name,
    raw_sha256=_digest,
    extracted_by=text,
    rights=text,
    publish=one_of("excerpts", "full"),
    excerpts_reason=text,
    derived_from=list_of(word),
    note=text,
    taken_down=described(Takedown, TAKEDOWN),
)


class Metadata(NamedTuple):
    """A source's metadata as far as it could be read.

    ``source`` is None where not even the id is known, ``file`` where the text is not. ``raw`` is the file
    that the text was extracted from. ``names_all`` says that the name of each file in it could be read.
    """

    path: str
    source: Source | None
    file: Scalar | None
    raw: Scalar | None = None
    names_all: bool = False


def load_metadata(path: str, content: bytes, problems: Problems, last_day: Moment | None) -> Metadata:
    """The metadata in a file of ``seeds/``; nothing published or fetched after ``last_day`` is believed."""
    yaml_text, node = read_mapping(path, content, problems)
    if node is None:
        return Metadata(path, None, None)
    walk = Walk(yaml_text, problems)
    fields, _ = walk.readable_keys(node, METADATA)
    for key in ("published", "retrieved"):
        if last_day is not None and key in fields and earliest(fields[key]) > last_day:
            help = "write when it was, or leave the key out"
            message = f"{str(fields[key])!r} is still to come"
            walk.add("date-in-future", message, walk.place(fields[key], node, key), help)
    for key, other in (("raw", "raw_sha256"), ("raw_sha256", "raw")):
        if key in node and other not in node:
            walk.missing(node, other, f"a source with {key!r}")
    file, raw = fields.get("file"), fields.get("raw")
    names_all = file is not None and (raw is not None or "raw" not in node)
    if "id" not in fields:
        return Metadata(path, None, file, raw, names_all)
    for key in METADATA.required:
        if key not in fields:
            fields[key] = Scalar("", yaml_text, node.start, node.start)
    return Metadata(path, Source(**fields, at=walk.at(node)), file, raw, names_all)
