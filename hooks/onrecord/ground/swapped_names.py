"""Names of a claim that stand where its passages have another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from onrecord.ground.alignment import aligned, alike
from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.known_names import KnownNames, outer, passage_names, subject_names
from onrecord.ground.names import Name, Unit, names, naming_of
from onrecord.ground.predications import KIND, LYING, NAMED, OF, Phrase, Role, roles
from onrecord.ground.reading import Reading, Word
from onrecord.ground.wording import synonym_groups
from onrecord.languages import language_of
from onrecord.lexicon.naming import Naming

_NEARLY = 0.6
_ROOT = 3
_LITTLE = 3
_SHORTEST_SURNAME = 4
_SMALLEST_FRAME = 2
_ARTICLE = 4
_LARGEST_SWAP = 8
_PLACE_NAMES = ("names", "people")


class Replaced(NamedTuple):
    """A name of the claim in a place where a passage has another.

    ``elsewhere`` says that the passages have the claim's name too, in another place; ``same_kind`` that both
    are surely of one kind, and neither is a part of the other.
    """

    name: Name
    other: Name
    passage: Passage
    role: Role | None
    elsewhere: bool
    same_kind: bool
    shared: bool = False
    """Whether something else stands beside the same word in both."""
    subject: bool = False
    """Whether the page is about the claim's name."""


def swapped_names(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each name of the claim in a place where a passage has another of its kind."""
    for replaced in replaced_names(comparison):
        if is_denied(replaced.name, comparison.reading):
            continue
        if replaced.same_kind and (replaced.shared or not (replaced.elsewhere or replaced.subject)):
            yield _told(replaced, comparison)


def is_denied(name: Name, reading: Reading) -> bool:
    """Whether a word that denies stands before a name in its sentence: *not by Anna Berg*."""
    language = reading.language
    return any(
        token.word in language.denying
        or (language.negative_ending and token.word.endswith(language.negative_ending))
        for token in reading.of_sentence(name.words[0].sentence)
        if token.end <= name.words[0].start
    )


def _told(replaced: Replaced, comparison: Comparison) -> Disagreement:
    name, other = replaced.name.span, replaced.other.span
    here = comparison.reading.content[name.start : name.end]
    there = replaced.passage.reading.content[other.start : other.end]
    return Disagreement(
        f"the claim says '{here}' where the quotation says '{there}'",
        name,
        "name whom the quotation names, or quote a passage that says it of the other",
        replaced.passage,
        (other,),
    )


def replaced_names(comparison: Comparison) -> tuple[Replaced, ...]:
    """The claim's names that stand beside a word beside which the passages have other names."""
    return comparison.once(_replaced_names)


def _replaced_names(comparison: Comparison) -> tuple[Replaced, ...]:
    found: list[Replaced] = []
    if not names(comparison.reading):
        return ()
    seen: set[int] = set()
    anywhere = passage_names(comparison)
    for role in roles(comparison.reading):
        for name in role.phrase.names:
            if name.words[0].start in seen:
                continue
            replaced = _replaced(name, role, comparison, anywhere)
            if replaced is not None:
                seen.add(name.words[0].start)
                found.append(replaced)
    if found:
        subject = subject_names(comparison)
        found = [one._replace(subject=has_name(subject, one.name)) for one in found]
    for more in (
        _in_frames(comparison, anywhere),
        _other_given(comparison, anywhere),
        _lying(comparison, anywhere),
    ):
        for one in more:
            if one.name.words[0].start not in seen:
                seen.add(one.name.words[0].start)
                found.append(one)
    return tuple(found)


def _other_given(comparison: Comparison, anywhere: KnownNames) -> Iterator[Replaced]:
    """The persons of the claim whose surname the passages have behind another given name, and only so."""
    for name in names(comparison.reading):
        if len(name.units) < 2 or name.is_place or not name.sure or name.units[-1].key in anywhere.bare:
            continue
        given, surname = name.units[0], name.units[-1]
        if (
            given.key not in anywhere.naming.given
            or len(surname.key) < _SHORTEST_SURNAME
            or anywhere.has(given)
        ):
            continue
        for passage in comparison.passages:
            for other in names(passage.reading):
                if (
                    len(other.units) > 1
                    and other.units[-1].key == surname.key
                    and (other.units[0].key in anywhere.naming.given)
                ):
                    yield Replaced(name, other, passage, None, elsewhere=False, same_kind=True, shared=True)


def _lying(comparison: Comparison, anywhere: KnownNames) -> Iterator[Replaced]:
    """The place where the claim says something lies, if the passages name only places apart from it."""
    for role in roles(comparison.reading):
        if role.base != LYING:
            continue
        for name in role.phrase.names[:1]:
            if not name.is_place or has_name(anywhere, name):
                continue
            for passage in comparison.passages:
                others = [one for one in names(passage.reading) if one.is_place and _is_behind(one, passage)]
                mine = {unit.key for one in names(comparison.reading) for unit in one.units}
                others = [one for one in others if one.units[-1].key not in mine]
                if others and all(apart(name.units[-1], one.units[-1], anywhere.naming) for one in others):
                    yield Replaced(
                        name, others[0], passage, None, elsewhere=False, same_kind=True, shared=True
                    )


def _is_behind(name: Name, passage: Passage) -> bool:
    """Whether a place stands behind a word like *in*."""
    words = passage.reading.words
    locating = naming_of(passage.reading).locating
    before = [word for word in words if word.end <= name.words[0].start][-1:]
    return any(word.word in locating for word in before)


def _in_frames(comparison: Comparison, anywhere: KnownNames) -> Iterator[Replaced]:
    """The names that stand between the same words as other names of the passages."""
    for beside in aligned(comparison):
        known = KnownNames(comparison.language, (beside.passage.reading,))
        for swap in beside.swaps:
            frame = swap.before + swap.after
            if frame < _SMALLEST_FRAME or len(swap.words) > _LARGEST_SWAP or len(swap.others) > _LARGEST_SWAP:
                continue
            if not swap.before and swap.others[0].start > beside.sentence[0].start + _ARTICLE:
                continue
            mine = _within(names(comparison.reading), swap.words)
            others = [name for name in _within(names(beside.passage.reading), swap.others) if name.sure]
            if len(mine) != 1 or not others or has_name(known, mine[0]):
                continue
            if not _nothing_else(mine, swap.words, comparison) or not _nothing_else(
                others, swap.others, comparison
            ):
                continue
            kind = same_kind(mine[0], others[0], anywhere.naming)
            yield Replaced(mine[0], others[0], beside.passage, None, has_name(anywhere, mine[0]), kind)


def _within(found: Iterable[Name], words: Sequence[Word]) -> list[Name]:
    start, end = words[0].start, words[-1].end
    return [name for name in found if start <= name.words[0].start and name.words[-1].end <= end]


def _nothing_else(found: Iterable[Name], words: Sequence[Word], comparison: Comparison) -> bool:
    inside = {word.start for name in found for word in name.words}
    stops = comparison.language.stop_words
    return all(word.start in inside or word.word in stops for word in words)


def _replaced(name: Name, role: Role, comparison: Comparison, anywhere: KnownNames) -> Replaced | None:
    first: Replaced | None = None
    if not name.sure and not has_name(anywhere, name):
        return None
    for passage in comparison.passages:
        for beside in roles(passage.reading):
            if beside.role != role.role or not _same_word(role, beside, comparison.explainer.language):
                continue
            if in_phrase(name, beside.phrase, comparison):
                return None
            other = _counterpart(name, role, beside, comparison)
            if other is not None and first is None:
                kind = same_kind(name, other, anywhere.naming) or _in_one(name, role, other, beside)
                shared = _shares_more(role, beside, comparison, passage)
                elsewhere = has_name(anywhere, name)
                if elsewhere and _in_sentence(name, beside, passage, comparison):
                    continue
                first = Replaced(name, other, passage, beside, elsewhere, kind, shared)
    return first


def _in_one(name: Name, role: Role, other: Name, beside: Role) -> bool:
    """Whether both names stand before the name of one place that they lie in: *Bergen, Norway*."""
    mine, theirs = role.phrase.names, beside.phrase.names
    if len(mine) < 2 or len(theirs) < 2 or mine[-1] is name or theirs[-1] is other:
        return False
    return mine[-1].is_place and mine[-1].units[-1].key == theirs[-1].units[-1].key


def _in_sentence(name: Name, beside: Role, passage: Passage, comparison: Comparison) -> bool:
    """Whether a passage has a name in the same sentence."""
    known = KnownNames(comparison.language)
    for word in passage.reading.of_sentence(beside.governor.sentence):
        known.words.add(word.word)
    for other in names(passage.reading):
        if other.words[0].sentence == beside.governor.sentence:
            known.add_name(other)
    return has_name(known, name)


def _shares_more(role: Role, beside: Role, comparison: Comparison, passage: Passage) -> bool:
    """Whether both verbs have something in common in another of their places."""
    mine = [one for one in roles(comparison.reading) if one.governor is role.governor and one is not role]
    theirs = [one for one in roles(passage.reading) if one.governor is beside.governor and one is not beside]
    lexicon = comparison.language.lexicon
    if lexicon and lexicon.participants and role.governor.word in lexicon.participants.mutual:
        theirs.append(beside)
    return (
        role.verb
        and beside.verb
        and any(
            {word.stem for word in one.phrase.words} & {word.stem for word in other.phrase.words}
            for one in mine
            for other in theirs
        )
    )


def _same_word(role: Role, other: Role, tag: str) -> bool:
    if role.base == other.base:
        return True
    if role.verb != other.verb or role.role in (OF, NAMED):
        return False
    if not role.verb and alike(role.governor, other.governor):
        return True
    groups = _synonyms(tag)
    return not groups.get(role.governor.stem, frozenset()).isdisjoint(groups.get(other.governor.stem, ()))


@lru_cache
def _synonyms(tag: str) -> dict[str, frozenset[int]]:
    """The groups of synonyms of a language, by its tag, which is sooner compared than all its words."""
    language = language_of(tag)
    return synonym_groups(language) if language else {}


def in_phrase(name: Name, phrase: Phrase, comparison: Comparison) -> bool:
    """Whether a name stands in a phrase, in this form or another."""
    known = KnownNames(comparison.language)
    for word in phrase.words:
        known.words.add(word.word)
        known.stems.add(word.stem)
    for other in phrase.names:
        known.add_name(other)
    return has_name(known, name)


def has_name(known: KnownNames, name: Name) -> bool:
    """Whether any telling part of a name is known."""
    telling = [unit for unit in name.units if unit.key not in known.naming.generic] or name.units
    return any(known.has(unit) for unit in telling)


def _counterpart(name: Name, role: Role, beside: Role, comparison: Comparison) -> Name | None:
    """The name that stands in the other phrase as ``name`` does in its own, if there is one."""
    candidates = [one for one in beside.phrase.names if one.sure]
    if role.role == KIND:
        if not _is_people(name):
            return None
        candidates = list(filter(None, map(_first_people, candidates)))
    elif role.role not in (OF, NAMED):
        rest, others = _rest(role.phrase), _rest(beside.phrase)
        if bool(rest) != bool(others) or (rest and not rest & others):
            return None
    mine = {word.word for word in comparison.reading.words}
    fresh = [one for one in candidates if not any(unit.key in mine for unit in one.units)]
    alike_in_kind = [one for one in fresh if one.is_place == name.is_place]
    return (alike_in_kind or fresh or candidates)[-1] if candidates else None


def _first_people(name: Name) -> Name | None:
    """The people that a name begins with: *Chinese* of *Chinese BAFTA*."""
    unit = name.units[0]
    if unit.words[0].start != name.words[0].start or not any(role == "people" for _, role in unit.places):
        return None
    return Name(unit.words, (unit,), name.sure, person=False)


def _is_people(name: Name) -> bool:
    return name.is_place and any(role == "people" for _, role in name.units[-1].places)


def _rest(phrase: Phrase) -> set[str]:
    """The words of a phrase that are no names: what its names are said of."""
    return {
        word.stem
        for word in phrase.words
        if not word.capital and not word.number and len(word.stem) > _LITTLE
    }


def same_kind(name: Name, other: Name, naming: Naming) -> bool:
    """Whether two names are of one kind, so that only one of them can be meant."""
    if name.is_place != other.is_place or _nearly(name, other):
        return False
    if name.is_place and name.units[-1].key == other.units[-1].key:
        return False
    if name.is_place:
        return apart(name.units[-1], other.units[-1], naming)
    return True


def _nearly(name: Name, other: Name) -> bool:
    """Whether two names may be one in two spellings."""
    if name.is_place:
        return False
    mine, theirs = ({unit.key for unit in one.units} for one in (name, other))
    return (
        mine <= theirs
        or theirs <= mine
        or any(_alike(one, two) for one, two in product(mine, theirs) if one != two)
    )


def _alike(one: str, two: str) -> bool:
    if one[:_ROOT] == two[:_ROOT] and len(one) > _ROOT < len(two):
        return True
    return one[:1] == two[:1] and Levenshtein.normalized_similarity(one, two) >= _NEARLY


def apart(unit: Unit, other: Unit, naming: Naming) -> bool:
    """Whether two places lie apart: neither is the other, or a part of it."""
    one, two = _around(unit, naming), _around(other, naming)
    return not (_own(unit) & two or _own(other) & one)


def _own(unit: Unit) -> set[int]:
    return {number for number, role in unit.places if role in _PLACE_NAMES} or {
        -number - 1 for number, _ in unit.places
    }


def _around(unit: Unit, naming: Naming) -> set[int]:
    found = _own(unit)
    for number, _ in unit.places:
        found.add(number)
        found.update(outer(naming, number))
    return found
