"""Names of a claim that stand where its passages have a pronoun, or words like *the group*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.known_names import KnownNames, subject_names
from onrecord.ground.named_roles import has_name, in_phrase
from onrecord.ground.names import Name, names, naming_of
from onrecord.ground.predications import Role, roles
from onrecord.ground.reading import Reading, Word, read
from onrecord.lexicon.naming import Naming

_MOST_ROLES = 24


class Resolved(NamedTuple):
    """A name of the claim, and the word of a passage that it was put in for.

    ``subject`` says that the page is about the name; ``group`` that the word is one like *group*.
    """

    name: Name
    word: Word
    passage: Passage
    role: Role
    subject: bool
    group: bool


def resolved_names(comparison: Comparison) -> tuple[Resolved, ...]:
    """The claim's names that its passages have a word in place of, which no one has declared to mean them."""
    return comparison.once(_resolved_names)


def _resolved_names(comparison: Comparison) -> tuple[Resolved, ...]:
    found: list[Resolved] = []
    naming = naming_of(comparison.reading)
    if not names(comparison.reading) or not any(
        _may_stand_in(passage.reading, naming) for passage in comparison.passages
    ):
        return ()
    seen: set[int] = set()
    for role in roles(comparison.reading):
        for name in role.phrase.names:
            start = name.words[0].start
            if start in seen or (role.phrase.words[-1].end > name.words[-1].end):
                continue
            resolved = _resolved(name, role, comparison)
            if resolved is not None and not _is_named(resolved, comparison):
                seen.add(start)
                found.append(resolved)
    return tuple(found)


def _may_stand_in(reading: Reading, naming: Naming) -> bool:
    """Whether a text has a word that may stand for a name."""
    said = {word.word for word in reading.words}
    return not all(
        said.isdisjoint(kind)
        for kind in (naming.personal, naming.plural, naming.neuter, naming.owning, naming.groups)
    )


def _standing_in(reading: Reading) -> dict[tuple[str, str], list[Role]]:
    """The roles of a text by their word and place, where a word stands for a name in one of them."""
    by_place: dict[tuple[str, str], list[Role]] = {}
    for role in roles(reading):
        by_place.setdefault((role.base, role.role), []).append(role)
    return {
        place: same[:_MOST_ROLES]
        for place, same in by_place.items()
        if any(role.phrase.standing_in is not None for role in same)
    }


def _is_named(one: Resolved, comparison: Comparison) -> bool:
    """Whether the sentence itself has the name before the word, and no other word to choose from."""
    if one.word.word in naming_of(comparison.reading).owning:
        return False
    before = KnownNames(comparison.language)
    for name in names(one.passage.reading):
        if name.words[0].sentence == one.word.sentence and name.words[-1].end <= one.word.start:
            before.add_name(name)
    return has_name(before, one.name)


def _resolved(name: Name, role: Role, comparison: Comparison) -> Resolved | None:
    first: Resolved | None = None
    for passage in comparison.passages:
        for beside in passage.reading.once(_standing_in).get((role.base, role.role), ()):
            if in_phrase(name, beside.phrase, comparison):
                return None
            word = beside.phrase.standing_in
            if word is None or first is not None or _is_declared(name, word, passage, comparison):
                continue
            group = word.word in naming_of(passage.reading).groups
            first = Resolved(name, word, passage, beside, _is_subject(name, comparison), group)
    return first


def _is_declared(name: Name, word: Word, passage: Passage, comparison: Comparison) -> bool:
    """Whether the author has said that the word means the name."""
    if passage.quotation is None:
        return False
    return any(
        has_name(KnownNames(comparison.language, (read(str(one.means), comparison.language),)), name)
        for one in passage.quotation.refers
    )


def _is_subject(name: Name, comparison: Comparison) -> bool:
    return has_name(subject_names(comparison), name)


def names_for_others(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each name put in for a word that is taken to mean what the page is about."""
    for one in resolved_names(comparison):
        if _is_wrong(one, comparison):
            yield told(one, comparison)


def _is_wrong(one: Resolved, comparison: Comparison) -> bool:
    """Whether the word surely means somebody else, or leaves open whom it means."""
    if one.group and one.name.is_place:
        return True
    if not comparison.explainer.subject or one.subject:
        return False
    naming = naming_of(comparison.reading)
    if one.word.word in naming.owning and one.word.word in naming.personal:
        return _is_open(one, comparison)
    if not one.group and one.word.word not in naming.plural | naming.neuter:
        return False
    earlier = _earlier(one, same_sentence=False)
    return not earlier or any(not _is_one(name, one.name, comparison) for name in earlier)


def _is_open(one: Resolved, comparison: Comparison) -> bool:
    """Whether the sentence names two persons before the word, and the claim both of them."""
    earlier = _earlier(one, same_sentence=True)
    mine = {unit.key for name in names(comparison.reading) for unit in name.units}
    same = [name for name in earlier if _is_one(name, one.name, comparison)]
    others = [name for name in earlier if name not in same and name.units[-1].key in mine]
    return bool(same and others)


def _is_one(name: Name, other: Name, comparison: Comparison) -> bool:
    known = KnownNames(comparison.language)
    known.add_name(name)
    return has_name(known, other)


def _earlier(one: Resolved, *, same_sentence: bool) -> list[Name]:
    """The names, of no place, that the passage has before the word."""
    return [
        name
        for name in names(one.passage.reading)
        if name.words[-1].end <= one.word.start
        and not name.is_place
        and (not same_sentence or name.words[0].sentence == one.word.sentence)
    ]


def undeclared_names(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each name of the page put in for *they* or *the group* without a word."""
    for one in resolved_names(comparison):
        plural = one.word.word in naming_of(comparison.reading).plural and one.subject
        if (one.group or plural) and not _is_wrong(one, comparison):
            yield told(one, comparison)


def told(one: Resolved, comparison: Comparison) -> Disagreement:
    """What is told of a name put in for another word."""
    span = one.name.span
    here = comparison.reading.content[span.start : span.end]
    word = one.word
    return Disagreement(
        f"the claim says '{here}' where the quotation says only '{word.text}'",
        span,
        f"declare under 'refers' whom '{word.text}' means and why, or quote words that name them",
        one.passage,
        (word.span,),
    )
