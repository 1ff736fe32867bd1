"""The text of a source as a file, where the whole of it is published."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.export import Export, ExportKind
from onrecord.page import Settings
from onrecord.view.links import source_path
from onrecord.view.published import published
from onrecord.view.source_files import TEXT, has_text


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """The bytes of every source with ``publish: full``: those that its fingerprint is of."""
    for name, used in published(verified).sources.items():
        if has_text(used) and used.source.text is not None:
            yield Export(f"{source_path(name)}/{TEXT.name}", used.source.text.content.encode())


EXPORT_KIND = ExportKind(offers=(TEXT,), exports=exports)
