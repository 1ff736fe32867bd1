"""The fingerprint of an explainer: 64 digits that change when a claim or what it rests on changes."""

from __future__ import annotations

from hashlib import sha256

from msgspec.json import Encoder

from onrecord.text import Scalar
from onrecord.view.exporting import content
from onrecord.view.published import PublishedExplainer

_kept: dict[str, tuple[PublishedExplainer, str]] = {}


def plain(value: object) -> str:
    """An author's string as a string, for encoders. Raises TypeError for anything else."""
    if isinstance(value, Scalar):
        return str(value)
    raise TypeError(f"{type(value).__name__} is no part of an export")


_encode = Encoder(enc_hook=plain, order="sorted").encode


def fingerprint(entry: PublishedExplainer) -> str:
    """The SHA-256 (64 hexadecimal digits) of the claims and sources of ``entry`` as ``facts.json`` has them.

    Hashed is the canonical form of RFC 8785: UTF-8, keys sorted, no space between tokens.
    """
    kept = _kept.get(entry.path)
    if kept is None or kept[0] is not entry:
        kept = _kept[entry.path] = (entry, sha256(_encode(content(entry))).hexdigest())
    return kept[1]
