"""A fact file to an explainer: which keys there are, and what each may hold."""

from __future__ import annotations

from onrecord.history import FormerName, Retired, Update
from onrecord.loaders.claims import (
    ABSENCE,
    CLAIM,
    CORRECTION,
    DERIVATION,
    QUOTATION,
    REFERENCE,
    WAIVER,
    WITHDRAWAL,
    claim_entry,
)
from onrecord.loaders.dates import day
from onrecord.loaders.decoding import read_mapping
from onrecord.loaders.names import likely_id, wrong_id
from onrecord.loaders.nodes import Node, YamlMapping
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.loaders.readers import LANGUAGE, claim_list, described, flag, ident, list_of, one_of, text, word
from onrecord.loaders.references import add_reference_problems
from onrecord.loaders.walk import Shape, Walk, shape
from onrecord.model import ClaimsParagraph, EditorNote, Entity, Explainer, GeneratedBlock, Section
from onrecord.text import Location, Scalar

LONGEST_TOPIC = 60
"""The most characters (code points) of a topic: it is a name to sort by, and says nothing."""


def topic(walk: Walk, value: Node, under: YamlMapping, key: str) -> Scalar | None:
    """The name of a topic."""
    found = text(walk, value, under, key)
    if found is not None and len(found) > LONGEST_TOPIC:
        message = f"the topic has {len(found):,} characters, more than {LONGEST_TOPIC}"
        walk.add("excessive-size", message, walk.place(found, under, key), "name it in a word or two")
        return None
    return found


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
