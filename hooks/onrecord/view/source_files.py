"""The files beside a source's page: the whole text where it may be shown, and the claims as annotations."""

from __future__ import annotations

from onrecord.page import Offer, Settings
from onrecord.view.published import UsedSource

TEXT = Offer("source", "text.txt", "The text as a file", "text/plain")
"""The source's own bytes."""
ANNOTATIONS = Offer(
    "source",
    "annotations.jsonld",
    "The passages in use as W3C Web Annotations (JSON-LD)",
    'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
    "describedby",
)
"""Every quotation with its claim and its place in the text."""


def has_text(used: UsedSource) -> bool:
    """Whether the whole text of a source is published."""
    return used.source.publish == "full" and used.source.text is not None


def has_annotations(used: UsedSource) -> bool:
    """Whether claims quote a source, and do not only say what is absent from it."""
    return bool(used.passages)


def files_beside(used: UsedSource, settings: Settings) -> list[Offer]:
    """The files for machines that stand beside the page of this source."""
    missing = [
        *([] if has_text(used) else [TEXT.name]),
        *([] if has_annotations(used) else [ANNOTATIONS.name]),
    ]
    return [offer for offer in settings.offered("source") if offer.name not in missing]
