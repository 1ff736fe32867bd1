"""``facts.json``: all that an explainer says with the words it stands on, and the JSON Schema of that file.

The canonical export. Keys are sorted, lists keep the order of the page; the same facts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import json

from onrecord.check import Verified
from onrecord.export import Export, ExportKind
from onrecord.page import Offer, Settings
from onrecord.view.addresses import FACTS
from onrecord.view.exported import VERSION, Facts
from onrecord.view.exporting import content, explainer, removed, taken_down, withdrawn
from onrecord.view.fingerprint import fingerprint, plain
from onrecord.view.published import Published, PublishedExplainer, published

SCHEMA = f"schemas/facts-{VERSION}.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_encode = json.Encoder(enc_hook=plain, order="sorted").encode


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """A file for every published explainer, and the schema of all."""
    site = published(verified)
    for entry in site.explainers:
        yield Export(f"{entry.path}/{FACTS}", _readable(_encode(facts(entry, site, settings))))
    yield Export(SCHEMA, schema())


def facts(entry: PublishedExplainer, site: Published, settings: Settings) -> Facts:
    """What ``facts.json`` holds of ``entry``, an explainer of ``site``."""
    made = content(entry)
    return Facts(
        claims=made.claims,
        sources=made.sources,
        schema=f"{settings.address or '../'}{SCHEMA}",
        version=VERSION,
        fingerprint=fingerprint(entry),
        explainer=explainer(entry, settings.address),
        withdrawn=tuple(withdrawn(entry)),
        removed=tuple(removed(entry)),
        taken_down=tuple(taken_down(entry, site)),
    )


def schema() -> bytes:
    """The JSON Schema (2020-12) of ``facts.json``, made of the types that it is written from."""
    title = f"On Record: {FACTS}, version {VERSION}"
    return _readable(json.encode({"$schema": DIALECT, "title": title, **json.schema(Facts)}))


def _readable(encoded: bytes) -> bytes:
    return json.format(encoded, indent=2) + b"\n"


EXPORT_KIND = ExportKind(
    offers=(
        Offer(
            "explainer", FACTS, "All claims with their quotations (JSON)", "application/json", "describedby"
        ),
        Offer("site", SCHEMA, f"JSON Schema of {FACTS}", "application/schema+json", "describedby"),
    ),
    exports=exports,
)
