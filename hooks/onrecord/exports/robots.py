"""What crawlers may read (RFC 9309): everything; and where the list of pages is."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.export import Export, ExportKind
from onrecord.page import Settings


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """``robots.txt``, which names the sitemap where the site has an address."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.address:
        lines += ["", f"Sitemap: {settings.address}sitemap.xml"]
    yield Export("robots.txt", ("\n".join(lines) + "\n").encode())


EXPORT_KIND = ExportKind(exports=exports)
