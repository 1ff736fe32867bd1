"""What a server did to a document to send it, undone: its division into chunks, and its compression.

Chunks, gzip, deflate, Brotli and Zstandard are known.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import Any

from onrecord.extractor import library
from onrecord.mistake import Mistake

LARGEST = 64 << 20
"""The most bytes of a document."""
TOO_LARGE = f"the document has more than {LARGEST:,} bytes: divide it into several"
BREAKS_OFF = "the document breaks off in the archive: archive the page once more"
_GZIP = b"\x1f\x8b"
_CHUNK = re.compile(rb"[0-9A-Fa-f]+[ \t]*(?:;[^\r\n]*)?\r?\n")
_LAST_CHUNK = re.compile(rb"(?:\A|\n)0+[ \t]*(?:;[^\r\n]*)?\r?\n(?:[^\r\n]+\r?\n)*(?:\r?\n)?\Z")
_DEFLATED = frozenset(("gzip", "x-gzip", "deflate"))
_BEGINS = {"chunked": _CHUNK} | dict.fromkeys(("gzip", "x-gzip"), re.compile(_GZIP))  # where it can be told


def unpacked(head: Any, sent: bytes) -> tuple[bytes, bytes]:
    """What was sent without its division into chunks, and then without its compression.

    Some recorders unpack and leave the head as it was: what is plainly not packed is taken as it is.
    """
    length = head.get("Content-Length", "")
    chunked, packed = (_codings(head, f"{kind}-Encoding") for kind in ("Transfer", "Content"))
    if length.isdecimal() and not chunked and len(sent) < int(length[:20]):
        raise Mistake(BREAKS_OFF)
    plain = sent
    for coding in chunked:
        plain = _without(coding, plain)
    document = plain
    for coding in packed:
        document = _without(coding, document)
    return plain, document


def _codings(head: Any, name: str) -> list[str]:
    """What has to be undone, first of all what was done last."""
    said = ",".join(head.get_multiple(name)).lower().split(",")
    return [coding for each in reversed(said) if (coding := each.strip()) not in ("", "identity")]


def _without(coding: str, content: bytes) -> bytes:
    """``content`` as it was before ``coding`` was applied to it."""
    begins = _BEGINS.get(coding)
    if begins and not begins.match(content):
        return content
    if coding == "chunked" and not _LAST_CHUNK.search(content[-4096:]):
        raise Mistake(BREAKS_OFF)
    try:
        document = _inflated(content) if coding in _DEFLATED else _reader(coding, content).read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Mistake(f"its packing ({coding}) is broken: archive the page once more") from error
    if len(document) > LARGEST:
        raise Mistake(TOO_LARGE)
    return bytes(document)


def _reader(coding: str, content: bytes) -> Any:
    streams = library("fastwarc.stream_io")
    readers = {"chunked": streams.ChunkedReader, "br": streams.BrotliReader, "zstd": streams.ZstdReader}
    if coding not in readers:
        raise Mistake(f"it is packed as {coding[:40]!r}, which nothing here unpacks")
    return readers[coding](BytesIO(content))


def _inflated(content: bytes) -> bytes:
    """What was packed by gzip or deflate; the library gives the beginning as if it were the whole."""
    has_head = len(content) > 1 and content[0] & 15 == 8 and int.from_bytes(content[:2]) % 31 == 0
    unpacker = zlib.decompressobj(31 if content.startswith(_GZIP) else 15 if has_head else -15)
    document = unpacker.decompress(content, LARGEST + 1)
    if not unpacker.eof and len(document) <= LARGEST:
        raise EOFError
    return document
