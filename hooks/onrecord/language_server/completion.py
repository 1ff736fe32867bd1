"""What can be written at the cursor: keys and choices, sentences of a source, names of what there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from onrecord.characters import unseen
from onrecord.check import all_rules
from onrecord.excerpts import as_scalar
from onrecord.fold import fold
from onrecord.language import Language
from onrecord.language_server.bench import View
from onrecord.language_server.hover import Line, plain
from onrecord.language_server.keys import choices, offered
from onrecord.language_server.outline import Cursor, at, claim_ids, page_source, slot, word
from onrecord.language_server.rules import first_sentence
from onrecord.languages import language_of
from onrecord.loaders.extents import NAMING
from onrecord.model import Source
from onrecord.printable import printable
from onrecord.sentences import paragraph, sentences
from onrecord.text import Span, Text, changed

MOST = 100
"""How many sentences are offered at once; more words typed leave fewer."""
_LONGEST_SOURCE = 4_000_000
_LONGEST_LABEL = 90
_BETWEEN_WORDS = re.compile("[\t-\r\x1c-\x20\x85\u2028\u2029]+")
_WORD = re.compile(r"\w+")
_NOT_BLANK = re.compile(r"\S")


class Kind(StrEnum):
    """What a proposal is."""

    SENTENCE = "sentence"
    SOURCE = "source"
    RULE = "rule"
    CLAIM = "claim"
    CHOICE = "choice"
    KEY = "key"
    ENTRY = "entry"


class Proposal(Struct, frozen=True):
    """Something to write in the place of ``span``; ``label`` and ``detail`` are what a list shows.

    ``about`` is what is shown beside it. An entry's places to fill in are written as snippets have them.
    """

    kind: Kind
    label: str
    detail: str
    span: Span
    written: str
    about: tuple[Line, ...] = ()


def proposals(text: Text, offset: int, view: View) -> list[Proposal]:
    """What can be written at ``offset`` of ``text``, the best first. ``view`` may be of an earlier moment."""
    if keys := list(_keys(text, offset, view)):
        return keys
    cursor = at(text, offset)
    if cursor is None or cursor.is_key:
        return []
    if cursor.key == "quote":
        source = view.sources.get(cursor.beside.get("source") or page_source(text))
        return list(_sentences(cursor, source)) if source is not None else []
    return list(_names(cursor, text, view))


def _keys(text: Text, offset: int, view: View) -> Iterator[Proposal]:
    """The keys that may stand here, those that begin with what is typed first, and then whole entries."""
    place = slot(text, offset)
    if place is None:
        return
    offers = [offer for offer in offered(place, view) if place.typed in offer.label]
    for offer in sorted(offers, key=lambda offer: (offer.is_entry, not offer.label.startswith(place.typed))):
        kind = Kind.ENTRY if offer.is_entry else Kind.KEY
        detail = plain(offer.about[:1])
        yield Proposal(kind, offer.label, _shortened(detail), place.span, offer.written, offer.about)


def _names(cursor: Cursor, text: Text, view: View) -> Iterator[Proposal]:
    """Ids that begin with what is typed, then those that only hold it."""
    named = _choices(cursor, text, view)
    if named is None:
        return
    kind, choices = named
    typed = word(cursor.typed)
    found = [(name, detail) for name, detail in choices if typed in name]
    span = _of_word(cursor)
    for name, detail in sorted(found, key=lambda choice: not choice[0].startswith(typed)):
        yield Proposal(kind, name, printable(detail)[:_LONGEST_LABEL], span, name)


def _choices(cursor: Cursor, text: Text, view: View) -> tuple[Kind, Iterable[tuple[str, str]]] | None:
    sources = [(str(source.id), str(source.title)) for source in view.sources.values()]
    match cursor.key, cursor.above:
        case ("source", _) | ("derived_from", ()):
            return Kind.SOURCE, sources
        case "rule", (*_, "waivers"):
            rules = (rule for rule in all_rules().values() if rule.waivable)
            return Kind.RULE, [(rule.id, first_sentence(rule)) for rule in rules]
        case ("claims", ()):
            return None
        case key, _ if key in NAMING:
            return Kind.CLAIM, _claims(cursor, text, view)
    told = choices(cursor, view)
    return (Kind.CHOICE, told.items()) if told else None


def _claims(cursor: Cursor, text: Text, view: View) -> list[tuple[str, str]]:
    explainer = view.explainer
    texts = {str(claim.id): str(claim.text) for claim in explainer.claims} if explainer else {}
    own = cursor.beside.get("id")
    return [(id, texts.get(id, "")) for id in dict.fromkeys(claim_ids(text)) if id != own]


def _of_word(cursor: Cursor) -> Span:
    """The word at the cursor, without the spaces before it and a comment behind it."""
    start = cursor.span.start + len(cursor.typed) - len(cursor.typed.lstrip(" \t'\""))
    return Span(start, cursor.span.start + len(cursor.typed))


def _sentences(cursor: Cursor, source: Source) -> Iterator[Proposal]:
    """The sentences of ``source`` that have every word that is typed, its last one as a beginning."""
    text = source.text
    if text is None or len(text.content) > _LONGEST_SOURCE:
        return
    asked = _WORD.findall(_key(cursor.typed))
    found = 0
    for sentence in _prepared(text.content, language_of(source.language)):
        if found == MOST:
            return
        if not _has(asked, sentence.words):
            continue
        found += 1
        label = printable(sentence.written)
        detail = f"line {text.position(sentence.start).line} of {text.path}"
        written = (
            sentence.written if cursor.is_block else as_scalar(sentence.written, bare=not cursor.in_braces)
        )
        yield Proposal(Kind.SENTENCE, _shortened(label), printable(detail), cursor.span, written)


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[:_LONGEST_LABEL].rstrip()}…"


class _Sentence(Struct, frozen=True):
    start: int
    written: str
    words: tuple[str, ...]


@lru_cache(maxsize=4)
def _prepared(content: str, language: Language | None) -> tuple[_Sentence, ...]:
    """The sentences of a text as they are written on one line, with the text's own marks and spaces."""
    made = []
    found = _NOT_BLANK.search(content)
    while found is not None:
        extent = paragraph(content, found.start())
        for span in sentences(content, extent, language):
            words = _seen(content[span.start : span.end])
            if words:
                made.append(_Sentence(span.start, words, tuple(_WORD.findall(_key(words)))))
        found = _NOT_BLANK.search(content, max(extent.end, found.end()))
    return tuple(made)


def _seen(words: str) -> str:
    """Words on one line, without what nobody sees: in a fact file that would be an error."""
    line = _BETWEEN_WORDS.sub(" ", words).strip(" ")
    return changed(line, [(oddity.span, "") for oddity in unseen(line)])


def _key(words: str) -> str:
    return fold(words).text.casefold()


def _has(asked: list[str], words: tuple[str, ...]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in asked)
