"""How a form calls the keys of the files that authors write."""

from __future__ import annotations

import re
from collections.abc import Collection

_NAMED = re.compile(r"`(\w+)`|\b([a-z]+_[a-z_]+)\b")
_LABELS = {
    "absent": "Words that are absent",
    "aliases": "Other names",
    "answer": "Short answer",
    "archived": "Address of a copy",
    "as_of": "True as of",
    "attributed_to": "Who asserts it",
    "body": "Paragraphs",
    "conflicts_with": "Claims it does not agree with",
    "date_basis": "Where the date comes from",
    "date_note": "Reasoning for the date",
    "date_words": "The source's words for the time",
    "depends_on": "Claims it depends on",
    "derived": "Worked out from other claims",
    "derived_from": "Sources it repeats",
    "draft": "Draft: checked and not published",
    "editor": "Remark in our own voice",
    "entities": "Who is who",
    "excerpts_reason": "Why so much is quoted",
    "former_names": "Former names",
    "from": "Worked out from",
    "how": "The working",
    "id": "Name in addresses",
    "line": "Line of the source",
    "means": "What they stand for",
    "minor": "Only the wording moved",
    "mode": "How the words reach us",
    "not_covered": "What the passage leaves open",
    "note": "Remark for readers",
    "obtained": "How we got it",
    "of": "What had the name",
    "prefix": "Words right before",
    "published": "Published on",
    "published_basis": "Where that date comes from",
    "quote": "The source's own words",
    "reason": "Why it may stand",
    "refers": "What words stand for",
    "replaced_by": "Where to look instead",
    "reread": "Read again on",
    "rests_on": "Claims the title or heading rests on",
    "retired": "Addresses that stay",
    "retrieved": "Text taken on",
    "reviewed": "Fingerprint of the words that were read",
    "role": "The claim that says who or what it is",
    "show": "Block made from the claims",
    "speaker": "Whose words they are",
    "stance": "What the passage does for the claim",
    "subject": "Names the whole page is about",
    "suffix": "Words right after",
    "supersedes": "Claims it takes the place of",
    "support": "How the quotations carry it",
    "taken_down": "Taken down",
    "text": "The sentence we print",
    "updates": "Changes to the page",
    "url": "Web address",
    "waivers": "Exceptions to a rule",
    "was": "What it said before",
    "what": "What changed",
    "withdrawn": "No longer made",
    "words": "Words of the quotation",
}
_ENTRIES = {
    **dict.fromkeys(("answer", "claims", "conflicts_with", "depends_on", "from", "rests_on"), "claim"),
    "absent": "words",
    "aliases": "name",
    "body": "paragraph",
    "corrections": "correction",
    "entities": "person, organisation or place",
    "evidence": "quotation or absent words",
    "former_names": "name",
    "refers": "words",
    "retired": "address",
    "sections": "section",
    "subject": "name",
    "supersedes": "claim",
    "topics": "topic",
    "updates": "change",
    "waivers": "exception",
}
LONG = frozenset(
    {"date_note", "description", "editor", "excerpts_reason", "how", "not_covered", "note", "obtained"}
    | {"quote", "reason", "rights", "text", "translation", "was", "what", "why"}
)
"""The keys whose texts are sentences, and so are typed into more than one line."""


def label(key: str) -> str:
    """What a form calls ``key``: in plain words, with a capital in front."""
    return _LABELS.get(key) or key.replace("_", " ").capitalize()


def entry_label(key: str) -> str:
    """What a form calls an entry of the list ``key``, as in "Add ..."."""
    return _ENTRIES.get(key, "entry")


def without_keys(text: str, values: Collection[str] = ()) -> str:
    """``text`` as it may stand in a form: with labels for the keys that it names.

    What is one of ``values``, or no key, stays as it is, without its backticks.
    """

    def called(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        return f'"{_LABELS[name]}"' if name in _LABELS and name not in values else name

    return _NAMED.sub(called, text).replace("`", "")
