"""A claim in a fact file: which keys it and its evidence have, and what each may hold."""

from __future__ import annotations

import re
from typing import Any

from onrecord.history import Correction, Withdrawal
from onrecord.loaders.dates import date, date_or_source, day
from onrecord.loaders.nodes import Node, YamlMapping
from onrecord.loaders.readers import claim_list, described, flag, ident, list_of, matching, one_of, text, word
from onrecord.loaders.walk import Walk, shape
from onrecord.model import Absence, Claim, Derivation, Quotation, Reference, Waiver
from onrecord.text import Scalar

LONGEST_CLAIM = 1_000
"""The most characters (code points) of a claim: what compares it with its quotations has to end soon."""
LONGEST_EVIDENCE = 20_000
"""The most characters (code points) of all quotations of a claim together."""
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
TERM = re.compile(r"[^\s*]+\*?(?:\s+[^\s*]+\*?)*")


def sentence(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """The sentence of a claim: not endless, and more than signs."""
    found = text(walk, value, under, key)
    if found is not None and not found[0].isalpha() and not any(map(str.isalpha, found)):
        message, help = f"{found[:40]!r} is no sentence", "write one that makes sense alone"
        walk.add("wrong-shape", message, walk.place(found, under, key), help)
        return None
    if found is not None and len(found) > LONGEST_CLAIM:
        message = (
            f"the claim has {len(found):,} characters, more than {LONGEST_CLAIM:,}: a claim is one sentence"
        )
        walk.add("excessive-size", message, walk.place(found, under, key), "make several claims of it")
        return None
    return found


def absent_term(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """Words that a source is searched for."""
    found = text(walk, value, under, key)
    if found is not None and not TERM.fullmatch(found.strip()):
        message = f"{found[:40]!r} is not made of words with '*' at their ends only"
        help = "write whole words, with '*' at the end of one for any ending: crack* finds cracks and cracked"
        walk.add("malformed-absent-term", message, walk.place(found, under, key), help)
        return None
    return found


REFERENCE = shape("an entry of 'refers'", {"words": text, "means": text}, why=text)
QUOTATION = shape(
    "a quotation",
    {"quote": ("exact", text)},
    source=word,
    prefix=text,
    suffix=text,
    line=matching(_NUMBER, "the number of a line, counted from 1"),
    speaker=text,
    refers=list_of(described(Reference, REFERENCE)),
    stance=one_of("supports", "partly", "disputes", "context"),
    not_covered=text,
    translation=text,
    translated_by=text,
)
ABSENCE = shape(
    "an entry with 'absent'", {"absent": ("terms", list_of(absent_term, filled=True))}, source=word
)
_QUOTATION, _ABSENCE = described(Quotation, QUOTATION), described(Absence, ABSENCE)


def evidence_entry(walk: Walk, value: Node, under: YamlMapping, key: str) -> Quotation | Absence | None:
    """An entry of ``evidence``: a quotation, or a search for absent words."""
    made: Quotation | Absence | None
    if type(value) is not YamlMapping or "absent" not in value:
        made = _QUOTATION(walk, value, under, key)
    elif "quote" not in value:
        made = _ABSENCE(walk, value, under, key)
    else:
        made = None
        first, second = [name for name in value if name in ("quote", "absent")]
        help = "make two entries of it: a quotation and a search for absent words"
        at = walk.key_at(value, second)
        walk.add("quote-with-absent", f"this entry has {first!r} and {second!r}", at, help)
    return made


DERIVATION = shape("'derived'", {"from": ("claims", claim_list(filled=True)), "how": text})
WAIVER = shape("a waiver", {"rule": word, "reason": text}, reviewed=word)
CORRECTION = shape("a correction", {"date": day, "was": text, "why": text}, minor=flag)
WITHDRAWAL = shape("'withdrawn'", {"date": day, "why": text}, source=word)
CLAIM = shape(
    "a claim",
    {"id": ident, "text": sentence},
    evidence=list_of(evidence_entry),
    derived=described(Derivation, DERIVATION),
    support=one_of("together", "each"),
    date=date,
    date_basis=one_of("stated", "inferred", "none"),
    date_note=text,
    date_words=text,
    as_of=date_or_source,
    attributed_to=text,
    mode=one_of("quoted", "paraphrased", "reported"),
    status=one_of("interpretation", "contested"),
    note=text,
    depends_on=claim_list(),
    conflicts_with=claim_list(),
    supersedes=claim_list(),
    waivers=list_of(described(Waiver, WAIVER)),
    corrections=list_of(described(Correction, CORRECTION)),
    withdrawn=described(Withdrawal, WITHDRAWAL),
    reread=day,
)


def claim_entry(walk: Walk, value: Node, under: YamlMapping, key: str) -> Claim | None:
    """An entry of ``claims``."""
    if type(value) is not YamlMapping:
        walk.wrong_shape(value, under, key, "keys with values")
        return None
    id = value.get("id")
    walk.problems.claim = str(id) if type(id) is Scalar else ""
    fields, is_whole = walk.readable_keys(value, CLAIM)
    _look_at_evidence(walk, value, fields)
    if fields.get("date_basis") == "inferred" and "date_note" not in value:
        at = walk.place(value["date_basis"], value, "date_basis")
        help = "add 'date_note:' with the reasoning; readers see it"
        walk.add("inferred-date-without-note", "the date is inferred, and nothing says how", at, help)
    walk.problems.claim = ""
    if not is_whole:
        return None
    fields.setdefault("evidence", ())
    fields["at"] = walk.at(value)
    return Claim(**fields)


_MISSING = "add the quotation it rests on, or drop the claim"


def _is_in_favour(entry: Quotation | Absence) -> bool:
    return isinstance(entry, Absence) or entry.supports


def _look_at_evidence(walk: Walk, node: YamlMapping, fields: dict[str, Any]) -> None:
    evidence = fields.get("evidence")
    quoted = sum(len(entry.exact) for entry in evidence or () if isinstance(entry, Quotation))
    if quoted > LONGEST_EVIDENCE:
        message = f"the claim's quotations have {quoted:,} characters, more than {LONGEST_EVIDENCE:,}"
        at = walk.key_at(node, "evidence")
        walk.add("excessive-size", message, at, "quote only what carries the claim")
    withdrawn = fields.get("withdrawn")
    if "derived" in node or (withdrawn is not None and withdrawn.source is not None):
        return
    if "evidence" not in node or (not evidence and not node["evidence"] and evidence is not None):
        message, help = "the claim has neither 'evidence' nor 'derived'", _MISSING
        if withdrawn is not None:
            help = (
                "keep what it rested on; if that source was taken down, add 'source: its-id' to 'withdrawn'"
            )
    elif evidence and not any(map(_is_in_favour, evidence)):
        message = "no quotation supports the claim: each one disputes it or is mere context"
        help = "add a quotation that supports it, or drop the claim"
    else:
        return
    at = walk.place(node["id"], node, "id") if "id" in node else walk.at(node)
    walk.add("claim-without-evidence", message, at, help)
