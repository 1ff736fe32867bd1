"""A fact file to an explainer: which keys there are, and what each may hold."""

from __future__ import annotations

import re
from typing import Any

from onrecord.loaders.dates import date, date_or_source, day
from onrecord.loaders.decoding import read_mapping
from onrecord.loaders.names import likely_id, wrong_id
from onrecord.loaders.nodes import Node, YamlMapping
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.loaders.readers import claim_list, described, ident, list_of, matching, one_of, text, word
from onrecord.loaders.references import add_reference_problems
from onrecord.loaders.walk import Shape, Walk, shape
from onrecord.model import (
    Absence,
    Claim,
    ClaimsParagraph,
    Correction,
    Derivation,
    EditorNote,
    Entity,
    Explainer,
    FormerName,
    GeneratedBlock,
    Quotation,
    Reference,
    Retired,
    Section,
    Update,
    Waiver,
    Withdrawal,
)
from onrecord.text import Location, Scalar

LONGEST_CLAIM = 1_000
"""The most characters (code points) of a claim: what compares it with its quotations has to end soon."""
LONGEST_EVIDENCE = 20_000
"""The most characters (code points) of all quotations of a claim together."""
LONGEST_TOPIC = 60
"""The most characters (code points) of a topic: it is a name to sort by, and says nothing."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
TERM = re.compile(r"[^\s*]+\*?(?:\s+[^\s*]+\*?)*")
_TRUTH = one_of("true", "false")
LANGUAGE = matching(_LANGUAGE, "a language code such as 'en' or 'pt-BR'")
"""The reader of a ``language``: a language tag by RFC 5646, as far as its form goes."""


def flag(walk: Walk, value: Node, under: YamlMapping, key: str) -> bool | None:
    """Yes or no."""
    found = _TRUTH(walk, value, under, key)
    return None if found is None else found == "true"


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


def topic(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """The name of a topic."""
    found = text(walk, value, under, key)
    if found is not None and len(found) > LONGEST_TOPIC:
        message = f"the topic has {len(found):,} characters, more than {LONGEST_TOPIC}"
        walk.add("excessive-size", message, walk.place(found, under, key), "name it in a word or two")
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


ENTITY = shape(
    "an entity",
    {"name": text, "kind": one_of("person", "organisation", "place")},
    id=ident,
    aliases=list_of(text),
    role=word,
)
PARAGRAPHS = {
    "claims": shape("a paragraph of claims", {"claims": claim_list(filled=True)}),
    "editor": shape("an editor's paragraph", {"editor": ("text", text)}),
    "show": shape("a block", {"show": ("kind", one_of("timeline", "people", "words", "absences", "source"))}),
}
_PARAGRAPHS = {
    "claims": described(ClaimsParagraph, PARAGRAPHS["claims"]),
    "editor": described(EditorNote, PARAGRAPHS["editor"]),
    "show": described(GeneratedBlock, PARAGRAPHS["show"]),
}


def paragraph_entry(
    walk: Walk, value: Node, under: YamlMapping, key: str
) -> ClaimsParagraph | EditorNote | GeneratedBlock | None:
    """An entry of ``body``: a paragraph of one of the kinds in ``PARAGRAPHS``."""
    made: ClaimsParagraph | EditorNote | GeneratedBlock | None = None
    if type(value) is not YamlMapping:
        walk.wrong_shape(value, under, key, "keys with values")
    elif (kind := next((name for name in value if name in _PARAGRAPHS), None)) is None:
        message = "a paragraph needs one of the keys 'claims', 'editor' and 'show'"
        walk.add("missing-key", message, walk.at(value), "add one of them")
    else:
        made = _PARAGRAPHS[kind](walk, value, under, key)
    return made


SECTION = shape(
    "a section", {"heading": text, "body": list_of(paragraph_entry, filled=True)}, rests_on=claim_list()
)
UPDATE = shape("an update", {"date": day, "what": text}, claims=claim_list())
RETIRED = shape("an entry of 'retired'", {"id": ident, "date": day, "why": text}, replaced_by=word)
FORMER_NAME = shape(
    "an entry of 'former_names'",
    {"of": one_of("topic", "entity", "source"), "id": ident, "date": day, "why": text},
    replaced_by=word,
)
EXPLAINER = shape(
    "a fact file",
    {"title": text, "claims": list_of(claim_entry, filled=True)},
    description=text,
    published=day,
    source=word,
    language=LANGUAGE,
    subject=list_of(text),
    topics=list_of(topic),
    rests_on=claim_list(),
    answer=claim_list(),
    entities=list_of(described(Entity, ENTITY)),
    sections=list_of(described(Section, SECTION)),
    updates=list_of(described(Update, UPDATE)),
    retired=list_of(described(Retired, RETIRED)),
    former_names=list_of(described(FormerName, FORMER_NAME)),
    draft=flag,
)
SHAPES: tuple[Shape, ...] = (EXPLAINER, CLAIM, QUOTATION, ABSENCE, REFERENCE, DERIVATION, WAIVER, CORRECTION,
                             WITHDRAWAL, ENTITY, SECTION, *PARAGRAPHS.values(), UPDATE, RETIRED,
                             FORMER_NAME)  # fmt: skip


def load_explainer(path: str, id: str, content: bytes, problems: Problems) -> Explainer | None:
    """The explainer in a fact file, as far as it can be read; ``id`` is the file's name without ``.yml``.

    A claim that lacks what it needs is left out, and so is a value that is wrong; each is a problem.
    """
    if wrong := wrong_id(id):
        meant = likely_id(id)
        help = f"call the file {meant}.yml" if meant and not wrong_id(meant) else "give the file another name"
        message = f"the file's name is the page's id, and {wrong}"
        problems.add("malformed-id", message, Location(YamlText(path, "")), help=help)
    yaml_text, node = read_mapping(path, content, problems)
    if node is None:
        return None
    walk = Walk(yaml_text, problems)
    fields, _ = walk.readable_keys(node, EXPLAINER)
    fields.setdefault("title", Scalar("", yaml_text, node.start, node.start))
    fields.setdefault("claims", ())
    made = Explainer(id=id, at=walk.at(node), **fields)
    add_reference_problems(made, node, problems)
    return made
