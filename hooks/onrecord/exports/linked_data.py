"""JSON-LD in the heads of pages: home, explainers, claims and sources for whoever reads schema.org.

A claim that was withdrawn has none: a mark that says so can be overlooked, and the claim taken for ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import json

from onrecord.check import Verified
from onrecord.export import ExportKind, Head
from onrecord.page import Settings
from onrecord.view.changes import Change, changes_of
from onrecord.view.fingerprint import plain
from onrecord.view.links import source_path
from onrecord.view.published import PublishedExplainer, published
from onrecord.view.schema_org import (
    Here,
    Node,
    article,
    claim_node,
    entities_by_name,
    source_node,
    text_file,
    website,
)

_CONTEXT = b'{"@context":"https://schema.org",'
_encode = json.Encoder(enc_hook=plain).encode


def heads(verified: Verified, settings: Settings) -> Iterator[Head]:
    """What machines read in the head of home, and of each explainer, claim and source."""
    site = published(verified)
    yield "", script(website(Here(settings, "")))
    for entry in site.explainers:
        yield from _of_explainer(entry, settings)
    for used in site.sources.values():
        here = Here(settings, source_path(used.source.id))
        node = source_node(used.source, here)
        if file := text_file(used, here):
            node["encoding"] = file
        yield here.path, script(node)


def _of_explainer(entry: PublishedExplainer, settings: Settings) -> Iterator[Head]:
    changed = changes_of(entry)
    by_claim: dict[str, list[Change]] = {}
    for change in changed:
        by_claim.setdefault(change.claim, []).append(change)
    yield entry.path, script(article(entry, changed, Here(settings, entry.path)))
    known = entities_by_name(entry.explainer)
    for claim in entry.claims.values():
        here = Here(settings, claim.path)
        yield claim.path, script(claim_node(entry, claim, by_claim.get(claim.id, ()), known, here))


def script(node: Node) -> str:
    """``node`` as an element of a head: a block of data that no text in it can break out of."""
    encoded = (_CONTEXT + _encode(node)[1:]).decode()
    for sign, escape in (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e")):
        encoded = encoded.replace(sign, escape)
    return f'<script type="application/ld+json">{encoded}</script>\n'


EXPORT_KIND = ExportKind(heads=heads)
