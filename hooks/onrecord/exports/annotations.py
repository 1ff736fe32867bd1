"""What claims quote from each source, as a collection of W3C Web Annotations.

Each quotation of a published claim is one annotation. Its bodies are the claim, with the words in brackets
that pages print beside it, as of when it holds, and the claim's page; where the quotation does not simply
support the claim, a tag says so. Its targets are the pieces of the quotation, one each, since an annotation
speaks of each of its targets. The selectors of one target are two ways to find the same piece: by its words
with up to 32 characters on each side, and by its place, which holds where those words stand more than once.
Places count the Unicode code points of the file, as the recommendation asks, from 0, the end not included.
The file is plain text, so nothing is normalised first.

The file is the target's source: ``text.txt`` beside the page where it is published whole. Otherwise it is
named by its fingerprint (RFC 6920), and the words beside a piece reach no further than the page shows them.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from onrecord.check import Verified
from onrecord.export import Export, ExportKind
from onrecord.model import Source
from onrecord.page import Settings
from onrecord.text import Span
from onrecord.view.addresses import file_address, page_address
from onrecord.view.citing import holds_as_of
from onrecord.view.claims import Passage, PrintedClaim
from onrecord.view.links import source_path
from onrecord.view.passages import shown_spans
from onrecord.view.published import PublishedExplainer, UsedSource, published
from onrecord.view.source_files import ANNOTATIONS, TEXT, has_annotations, has_text

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
BESIDE = 32
"""The most characters of the text that are given on each side of a piece."""

Json = dict[str, Any]


class _Place(NamedTuple):
    """Where the annotations of a source are written, and what of its text may be."""

    page: str
    settings: Settings
    text: Json
    shown: list[Span]


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """The annotations of every source that a published claim quotes."""
    for name, used in published(verified).sources.items():
        if has_annotations(used):
            content = json.dumps(_collection(used, settings), ensure_ascii=False, indent=1)
            yield Export(f"{source_path(name)}/{ANNOTATIONS.name}", f"{content}\n".encode())


def _collection(used: UsedSource, settings: Settings) -> Json:
    page = source_path(used.source.id)
    here = file_address(settings, page, ANNOTATIONS.name, page)
    place = _Place(page, settings, _text(used, settings), _stretches(used))
    items = [
        _annotation(place, resting.entry, claim, passage)
        for resting in used.resting
        for claim in resting.claims
        for passage in claim.passages
        if passage.source is used.source
    ]
    return {
        "@context": CONTEXT,
        "id": here,
        "type": "AnnotationCollection",
        "label": f"Claims that rest on {used.name}",
        "total": len(items),
        "first": {
            "id": f"{here}#page",
            "type": "AnnotationPage",
            "partOf": here,
            "startIndex": 0,
            "items": items,
        },
    }


def _stretches(used: UsedSource) -> list[Span]:
    """What the page shows of a source, together where only white space lies between."""
    content = used.source.text.content if used.source.text else ""
    stretches: list[Span] = []
    for span in shown_spans(used.source, used.passages):
        if stretches and not content[stretches[-1].end : span.start].strip():
            stretches[-1] = Span(stretches[-1].start, span.end)
        else:
            stretches.append(span)
    return stretches


def _text(used: UsedSource, settings: Settings) -> Json:
    """The file that the selectors point into."""
    source, page = used.source, source_path(used.source.id)
    name = file_address(settings, page, TEXT.name, page) if has_text(used) else _named(source)
    return {"id": name, "type": "Text", "format": TEXT.media_type, "language": source.language}


def _named(source: Source) -> str:
    """A name for the bytes of a source, made of their digest (RFC 6920)."""
    digest = bytes.fromhex(source.digest or source.sha256)
    return f"ni:///sha-256;{urlsafe_b64encode(digest).decode().rstrip('=')}"


def _annotation(place: _Place, entry: PublishedExplainer, claim: PrintedClaim, passage: Passage) -> Json:
    here = file_address(place.settings, place.page, ANNOTATIONS.name, place.page)
    return {
        "id": f"{here}#{entry.path}/{claim.id}/{passage.number}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            *_bodies(entry, claim, passage),
            page_address(place.settings, claim.path, place.page),
        ],
        "target": [_target(place, passage, span) for span in passage.spans],
    }


def _bodies(entry: PublishedExplainer, claim: PrintedClaim, passage: Passage) -> Iterator[Json]:
    said = " ".join([str(claim.claim.text), *(f"[{tag.text}]" for tag in claim.tags)])
    yield _words("describing", said, entry.explainer.language)
    yield _words("tagging", f"As of: {holds_as_of(claim, entry)}", "en")
    if passage.stance:
        left_open = f". Not covered: {passage.not_covered}" if passage.not_covered else ""
        yield _words("tagging", passage.stance + left_open, "en")


def _words(purpose: str, value: str, language: str) -> Json:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": language,
    }


def _target(place: _Place, passage: Passage, span: Span) -> Json:
    assert passage.source.text is not None
    content = passage.source.text.content
    around = place.shown[bisect_right(place.shown, span.start, key=lambda shown: shown.start) - 1]
    words = {
        "type": "TextQuoteSelector",
        "exact": content[span.start : span.end],
        "prefix": content[max(around.start, span.start - BESIDE) : span.start],
        "suffix": content[span.end : min(around.end, span.end + BESIDE)],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "type": "SpecificResource",
        "source": place.text,
        "scope": page_address(place.settings, place.page, place.page),
        "selector": [{key: value for key, value in words.items() if value}, position],
    }


EXPORT_KIND = ExportKind(offers=(ANNOTATIONS,), exports=exports)
