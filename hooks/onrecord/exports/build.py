"""``build.json``: what the site was made with and from, at the site's root.

It has no clock and no commit: the same facts give the same bytes, on every machine and at every commit that
leaves them alone. Whoever holds the project can make the site again and compare; ``onrecord verify`` does.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, json

from onrecord import __version__, folding
from onrecord.check import Verified, all_rules
from onrecord.export import Export, ExportKind
from onrecord.page import Offer, Settings
from onrecord.view.fingerprint import fingerprint
from onrecord.view.published import Published, published

NAME = "build.json"


class Counts(Struct, frozen=True):
    """How much is published: drafts and withdrawn claims are not counted."""

    explainers: int
    claims: int
    quotations: int
    searches: int
    sources: int


class Build(Struct, frozen=True):
    """What the site was made with and from.

    ``foldings`` is the version of the table of differences in type that do not count, ``rules`` how many
    rules the check has. ``explainers`` are the fingerprints of the explainers (see ``facts.json``), by id,
    ``seeds`` the SHA-256 of the files of the sources, by id.
    """

    version: int
    onrecord: str
    foldings: int
    rules: int
    counts: Counts
    explainers: dict[str, str]
    seeds: dict[str, str]


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """The one file."""
    site = published(verified)
    build = Build(
        version=1,
        onrecord=__version__,
        foldings=folding.VERSION,
        rules=len(all_rules()),
        counts=_counts(site),
        explainers={entry.path: fingerprint(entry) for entry in site.explainers},
        seeds={name: str(used.source.digest or used.source.sha256) for name, used in site.sources.items()},
    )
    yield Export(NAME, json.format(json.encode(build, order="sorted"), indent=2) + b"\n")


def _counts(site: Published) -> Counts:
    claims = [claim for entry in site.explainers for claim in entry.claims.values()]
    return Counts(
        explainers=len(site.explainers),
        claims=len(claims),
        quotations=sum(len(claim.passages) for claim in claims),
        searches=sum(len(claim.searches) for claim in claims),
        sources=len(site.sources),
    )


EXPORT_KIND = ExportKind(
    offers=(Offer("site", NAME, "What this site was made from (JSON)", "application/json", "describedby"),),
    exports=exports,
)
