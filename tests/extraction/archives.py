"""Web archives as ISO 28500 has them, record by record; nothing is hidden in a library."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

from extraction.test_html import CMS

PAGE = "https://example.org/post"
DAY = "2026-01-02T03:04:05Z"


def sha1(content: bytes) -> str:
    return f"sha1:{base64.b32encode(hashlib.sha1(content).digest()).decode()}"


def record(
    address: str,
    block: bytes,
    kind: str = "response",
    number: int = 1,
    more: Mapping[str, str] = {},
    media_type: str = "application/http; msgtype=response",
) -> bytes:
    """A record whose id ends with ``number``; ``more`` are further lines of its head, empty ones go."""
    lines = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{number}>",
        "WARC-Date": DAY,
        "WARC-Target-URI": address,
        "Content-Type": media_type,
        "Content-Length": str(len(block)),
        **more,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return b"WARC/1.1\r\n" + head.encode("utf-8", "surrogateescape") + b"\r\n" + block + b"\r\n\r\n"


def answer(
    body: bytes = CMS.encode(),
    status: str = "200 OK",
    media_type: str = "text/html; charset=utf-8",
    **head: str,
) -> bytes:
    """What a server sends: a head, in which ``content_encoding`` and the like stand, and a body."""
    lines = {"Content-Type": media_type, **{name.replace("_", "-"): value for name, value in head.items()}}
    said = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status}\r\n{said}\r\n".encode("latin-1") + body


def page(address: str = PAGE, number: int = 1, **more: str) -> bytes:
    return record(address, answer(), number=number, more=more)


def chunked(body: bytes, size: int = 500) -> bytes:
    parts = (body[start : start + size] for start in range(0, len(body), size))
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
