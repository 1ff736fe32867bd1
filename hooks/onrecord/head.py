"""The head of a finished page: what machines read there, and what the page may load and run."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256

_HEAD = re.compile(r"<head(?:\s[^>]*)?>\s*(?:<meta charset=[^>]*>)?", re.IGNORECASE)
_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.IGNORECASE | re.DOTALL)
_NOT_RUN = re.compile(
    r"""\ssrc\s*=|\stype\s*=\s*(?!["']?(?:module|text/javascript|application/javascript))""", re.IGNORECASE
)
_WASM = "'wasm-unsafe-eval'"


def with_head(html: str, head: str, *, policy: bool, compiles: bool = False) -> str:
    """A finished page with ``head`` at the end of its head and, with ``policy``, its rules at the beginning.

    ``compiles`` allows the page to run WebAssembly from the site. A text without a head stays as it is.
    """
    begin = _HEAD.search(html)
    end = html.find("</head>", begin.end()) if begin else -1
    if begin is None or end < 0:
        return html
    rules = f"\n      {policy_of(html, compiles=compiles)}" if policy else ""
    return "".join((html[: begin.end()], rules, html[begin.end() : end], head, html[end:]))


def policy_of(html: str, *, compiles: bool = False) -> str:
    """The Content-Security-Policy of a page (W3C CSP Level 3), as a ``meta`` element.

    Everything comes from the site itself; of scripts in the page only those run that it has now, by their
    digests, and nothing that a later hand puts in.
    """
    digests = {
        _digest(found["code"]) for found in _INLINE.finditer(html) if not _NOT_RUN.search(found["attributes"])
    }
    scripts = " ".join(["'self'", *sorted(digests), *([_WASM] if compiles else [])])
    return (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'; '
        f"script-src {scripts}; img-src 'self' data:; object-src 'none'; frame-src 'none'; media-src 'none'; "
        "base-uri 'none'; form-action 'self'\">"
    )


@lru_cache(maxsize=256)
def _digest(code: str) -> str:
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"
