"""What an editor offers to type for a new entry of a list, with places to fill in."""

from __future__ import annotations

from typing import Any, NamedTuple


class Snippet(NamedTuple):
    """An entry as it is typed: its name in the list, and its keys with ``${1:places to fill in}``."""

    label: str
    body: dict[str, Any]


_WORDS = "${2:The words of the source, copied}"
SNIPPETS: dict[str, tuple[Snippet, ...]] = {
    "a claim": (
        Snippet(
            "claim",
            {
                "id": "${1:its-name}",
                "text": "${2:One sentence that makes sense alone.}",
                "evidence": [{"quote": "${3:The words of the source, copied}"}],
            },
        ),
        Snippet(
            "claim worked out from others",
            {
                "id": "${1:its-name}",
                "text": "${2:One sentence that makes sense alone.}",
                "derived": {"from": ["${3:another-claim}"], "how": "${4:The working, in words.}"},
            },
        ),
    ),
    "a quotation": (
        Snippet("quotation", {"quote": "${1:The words of the source, copied}"}),
        Snippet("quotation from another source", {"source": "${1:its-id}", "quote": _WORDS}),
        Snippet("quotation of somebody", {"speaker": "${1:whose words they are}", "quote": _WORDS}),
    ),
    "an entry with 'absent'": (Snippet("absent words", {"absent": ["${1:word*}"]}),),
    "an entry of 'refers'": (
        Snippet(
            "what words stand for",
            {"words": "${1:it}", "means": "${2:what it is}", "why": "${3:Why you read it so.}"},
        ),
    ),
    "a waiver": (Snippet("waiver", {"rule": "${1:the-rule}", "reason": "${2:Why the finding may stand.}"}),),
    "a correction": (
        Snippet(
            "correction",
            {
                "date": "${1:2026-01-31}",
                "was": "${2:The sentence as it stood before.}",
                "why": "${3:What was wrong with it.}",
            },
        ),
    ),
    "an entity": (Snippet("entity", {"name": "${1:Its name}", "kind": "${2|person,organisation,place|}"}),),
    "a section": (
        Snippet("section", {"heading": "${1:A question?}", "body": [{"claims": ["${2:a-claim}"]}]}),
    ),
    "a paragraph of claims": (Snippet("paragraph of claims", {"claims": ["${1:a-claim}"]}),),
    "an editor's paragraph": (Snippet("remark of our own", {"editor": "${1:A remark.}"}),),
    "a block": (Snippet("block", {"show": "${1|timeline,people,words,absences,source|}"}),),
    "an update": (Snippet("update", {"date": "${1:2026-01-31}", "what": "${2:What changed.}"}),),
    "an entry of 'retired'": (
        Snippet(
            "retired claim",
            {"id": "${1:its-name}", "date": "${2:2026-01-31}", "why": "${3:Why it was removed.}"},
        ),
    ),
}
"""By what the entry is, as `onrecord.loaders.walk.Shape` calls it."""
