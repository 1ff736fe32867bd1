"""``schemas/facts.schema.json`` and ``schemas/source.schema.json``: what editors complete and explain by.

They are for those who write facts, so no page offers them to readers; ``docs/editors.md`` says how an editor
is told of them. ``onrecord schema`` prints the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import Verified
from onrecord.editor.schema import SCHEMAS, schema
from onrecord.export import Export, ExportKind
from onrecord.page import Settings


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """A file for each schema."""
    for name in SCHEMAS:
        yield Export(f"schemas/{name}.schema.json", schema(name))


EXPORT_KIND = ExportKind(exports=exports)
