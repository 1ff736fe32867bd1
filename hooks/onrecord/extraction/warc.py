"""A web archive (WARC): the documents that were fetched, each with its address and its day.

A document is read [by the rules of its own format](adding-a-source.md#a-page-of-a-web-archive).
"""

from __future__ import annotations

import base64
import codecs
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from email.message import Message
from functools import partial
from gzip import GzipFile
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from onrecord.extraction.html import decoded_as
from onrecord.extractor import Extractor, Held, library
from onrecord.mistake import Mistake
from onrecord.unpacking import BREAKS_OFF, LARGEST, TOO_LARGE, unpacked

_MOST_UNPACKED = 512 << 20
_MOST_RECORDS = 50_000
_MOST_REDIRECTS = 20
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)?$")
_ID = re.compile(r"[!-;=?-~]{1,200}")  # what stands between < and >
_HOST = re.compile(r"[a-z0-9\[]")
_GZIP = b"\x1f\x8b"
_DIGESTS = frozenset(("md5", "sha1", "sha256", "sha384", "sha512"))
_TEXTS = ("html", "xml", "plain", "markdown")
_BROKEN = "it is no web archive (WARC), or a broken one: archive the page once more"
_UNCHANGED = "the archive says only that it had not changed, and the document is in another file"


# Follows ISO 28500. Redirects, and visits that found a page unchanged, lead to their document where the same
# file holds it. What the archive says of a document is held against it: its length, and its digests.


class _Record(NamedTuple):
    """What a record says of itself. ``number`` is its place in the file, 0-based.

    ``leads_to`` is what another record can be found by: the address that a redirect leads to, or the id and
    the digest of the document that a visit found unchanged. ``refusal`` says why it is no document itself.
    """

    number: int
    id: str
    address: str
    moment: str
    media_type: str
    digest: str
    leads_to: tuple[str, ...] = ()
    refusal: str = ""


class _Bounded:
    """A stream that raises `Mistake` where it is broken, or gives more than an archive may hold."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._left = _MOST_UNPACKED
        self.tell = stream.tell

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size``."""
        try:
            content: bytes = self._stream.read(size)
        except (OSError, EOFError, zlib.error) as error:
            raise Mistake(_BROKEN) from error
        self._left -= len(content)
        if self._left < 0:
            raise Mistake(f"it unpacks to more than {_MOST_UNPACKED:,} bytes: archive the page alone")
        return content


def _each(content: bytes) -> Iterator[Any]:
    """The records, as the library has them; each can be read until the next is asked for."""
    file = BytesIO(content)
    stream = _Bounded(GzipFile(fileobj=file) if content.startswith(_GZIP) else file)
    try:
        yield from library("fastwarc.warc").ArchiveIterator(stream, parse_http=False)
    except OSError as error:
        raise Mistake(_BROKEN) from error


def _extract(content: bytes) -> tuple[Held, ...]:
    records = []
    for number, record in enumerate(_each(content)):
        if number == _MOST_RECORDS:
            raise Mistake(f"it has more than {_MOST_RECORDS:,} records: archive the page alone")
        if (read := _read(number, record)) is not None:
            records.append(read)
    return tuple(_held(content, records))


def _read(number: int, record: Any) -> _Record | None:
    """What a record says of itself; None where nobody can ask for it by a web address."""
    said = record.headers
    kind, address = said.get("WARC-Type", "").lower(), _address(said.get("WARC-Target-URI", ""))
    if not address or not (kind == "resource" or (kind in ("response", "revisit") and record.is_http)):
        return None
    head = said if kind == "resource" else _head(record.reader)[0]
    media_type, _ = _media_type(head)
    digest = said.get("WARC-Payload-Digest", "")
    found = _Record(number, _id(record.record_id), address, _moment(said), media_type, digest)
    if kind != "resource" and head.status_code in _REDIRECTS:
        there = _address(head.get("Location", ""), address)
        answer = f"it leads to {there or 'no web address'}, which is not in this file"
        return found._replace(leads_to=(there,), refusal=answer)
    if kind == "revisit":
        return found._replace(leads_to=(_id(said.get("WARC-Refers-To")), digest), refusal=_UNCHANGED)
    if kind == "response" and head.status_code != 200:
        answer = f"the server answered with the status {head.status_code or 'unknown'}, not with the document"
        return found._replace(refusal=answer)
    is_part = said.get("WARC-Truncated") or said.get("WARC-Segment-Number")
    return found._replace(refusal="the archive holds only a part of it" if is_part else "")


def _head(reader: Any) -> tuple[Any, int]:
    """The head of a server's answer, without a status where it has no end, and how many bytes it has."""
    head = library("fastwarc.warc").HeaderMap()
    try:
        return head, head.parse(reader)
    except OSError:
        return head, 0


def _media_type(head: Any) -> tuple[str, str]:
    """The media type and the encoding that a head names, each empty where it names none."""
    said = " ".join(head.get("Content-Type", "").split())
    message = Message()
    message["Content-Type"] = said
    return said.partition(";")[0].strip().lower(), message.get_content_charset("")


def _id(said: str | None) -> str:
    named = _ID.search(said or "")
    return named[0] if named else ""


def _moment(said: Any) -> str:
    found = _MOMENT.match(said.get("WARC-Date", ""))
    return found[0] if found else ""


def _address(said: str, seen_from: str = "") -> str:
    """A web address in plain signs, without a name and a password; empty where it is none."""
    if said.startswith("<"):  # so some programs write it
        said = said[1:].removesuffix(">")
    try:
        scheme, place, path, query, _ = urlsplit(urljoin(seen_from, said.strip()))
    except ValueError:
        return ""
    place = place.rpartition("@")[2].lower()
    if scheme not in ("http", "https") or not _HOST.match(place):
        return ""
    return quote(urlunsplit((scheme, place, path or "/", query, "")), safe=":/?#[]@!$&()*+,;=%~")


def _held(content: bytes, records: list[_Record]) -> Iterator[Held]:
    """The documents with all that they can be asked for by, and what leads to none of them."""
    index: dict[str, _Record] = {}
    for record in sorted(records, key=lambda one: (bool(one.refusal), bool(one.leads_to))):
        for key in (record.address, record.id, *(() if record.leads_to else (record.digest,))):
            index.setdefault(key, record)
    called: dict[int, list[str]] = {}
    for record in records:
        found = _led(record, index)
        called.setdefault(found.number, [found.address]).extend((record.address, record.id))
    for record in records:
        if record.number in called:
            names = [name for name in called[record.number] if name != record.id] + [record.id]
            yield Held(
                tuple(dict.fromkeys(filter(None, names))),
                record.media_type,
                partial(_document, content, record.number),
                f" in a web archive ({_place(record)})",
                {"url": record.address, "retrieved": record.moment[:10]},
                record.refusal,
            )


def _place(record: _Record) -> str:
    moment = f" at {record.moment}" if record.moment else ""
    return f"{record.address}{moment}{f', record {record.id}' if record.id else ''}"


def _led(record: _Record, index: dict[str, _Record]) -> _Record:
    """What redirects and visits lead to, or the last of them that leads to nothing in the file."""
    for _ in range(_MOST_REDIRECTS):
        found = next((index[key] for key in record.leads_to if key and key in index), record)
        if found is record:
            break
        record = found
    return record


def _document(content: bytes, number: int) -> bytes:
    """The document of a record as it was before it was packed; a text in UTF-8."""
    record = next(islice(_each(content), number, None))
    said = record.headers
    if record.content_length > LARGEST:
        raise Mistake(TOO_LARGE)
    block: bytes = record.reader.read()
    if len(block) < record.content_length:
        raise Mistake(BREAKS_OFF)
    is_resource = said.get("WARC-Type", "").lower() == "resource"
    head, length = (said, 0) if is_resource else _head(BytesIO(block))
    if not is_resource and not length:
        raise Mistake(_BROKEN)
    sent = block[length:]
    plain, document = unpacked(head, sent)
    for label, forms in (("WARC-Block-Digest", (block,)), ("WARC-Payload-Digest", (sent, plain, document))):
        if not _is_of(said.get(label, ""), forms):
            raise Mistake(f"the document is not what was archived ({label}): get the archive once more")
    media_type, encoding = _media_type(head)
    if not encoding or not media_type.endswith(_TEXTS):
        return document
    return (codecs.BOM_UTF8 if "html" in media_type else b"") + decoded_as(encoding, document).encode()


def _is_of(digest: str, forms: Iterable[bytes]) -> bool:
    """Whether a digest, such as ``sha1:`` and base 32, is of one of ``forms``, or of an unknown kind."""
    label, _, value = digest.strip().partition(":")
    algorithm = label.lower().replace("-", "")
    if algorithm not in _DIGESTS:
        return True
    for form in forms:
        made = hashlib.new(algorithm, form, usedforsecurity=False).digest()
        words = (base64.b32encode(made), base64.b64encode(made), base64.urlsafe_b64encode(made))
        if value.lower() == made.hex() or value.rstrip("=").encode() in {each.rstrip(b"=") for each in words}:
            return True
    return False


EXTRACTOR = Extractor((".warc", ".warc.gz"), "a web archive", _extract, "fastwarc")
