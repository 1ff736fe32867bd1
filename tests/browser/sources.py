"""Sources and quotations of a test's own, with the digests that their texts have."""

from __future__ import annotations

import hashlib
from typing import Any

from onrecord.model import Source
from onrecord.text import Location, Scalar, Span, Text

FACTS = Text("facts/x.yml", "")
AT = Location(FACTS, Span(0, 0))


def scalar(value: str) -> Scalar:
    return Scalar(value, FACTS, 0, 0)


def source(name: str, content: str, **rest: Any) -> Source:
    digest = hashlib.sha256(content.encode()).hexdigest()
    return Source(
        id=scalar(name), file=scalar(f"{name}.txt"), sha256=scalar(digest), title=scalar(name), at=AT,
        text=Text(f"seeds/{name}.txt", content), digest=digest, **{"publish": "full"} | rest,
    )  # fmt: skip
