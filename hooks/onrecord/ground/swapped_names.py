"""Names of a claim that stand where its passages have another name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.ground.alignment import aligned
from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.known_names import KnownNames, passage_names, subject_names
from onrecord.ground.name_kinds import apart, same_kind
from onrecord.ground.named_roles import has_name, in_phrase, roles_beside, roles_of_word
from onrecord.ground.names import Name, names, naming_of
from onrecord.ground.predications import KIND, LYING, NAMED, OF, Phrase, Role, roles
from onrecord.ground.reading import Reading, Word
from onrecord.lexicon.naming import Naming

_LITTLE = 3
_SHORTEST_SURNAME = 4
_SMALLEST_FRAME = 2
_ARTICLE = 4
_LARGEST_SWAP = 8
_MOST_PLACES = 64
_MOST_SENTENCES = 6
"""In how long a passage one thing seldom has two names."""


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
        instead=there,
    )


def replaced_names(comparison: Comparison) -> tuple[Replaced, ...]:
    """The claim's names that stand beside a word beside which the passages have other names."""
    return comparison.once(_replaced_names)


def _replaced_names(comparison: Comparison) -> tuple[Replaced, ...]:
    found: list[Replaced] = []
    if not names(comparison.reading) or not any(names(passage.reading) for passage in comparison.passages):
        return ()
    anywhere = passage_names(comparison)
    first: dict[int, Replaced] = {}
    for role in roles(comparison.reading):
        for name in role.phrase.names:
            earlier = first.get(name.words[0].start)
            if earlier is not None and earlier.shared:
                continue
            replaced = _replaced(name, role, comparison, anywhere)
            if replaced is not None and (earlier is None or replaced.shared):
                first[name.words[0].start] = replaced
    seen = set(first)
    found.extend(first.values())
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
    """The persons of the claim in whose place a passage has one with another given name and their surname."""
    for role in roles(comparison.reading):
        for name in role.phrase.names:
            if len(name.units) < 2 or name.is_place or not name.sure or name.units[-1].key in anywhere.bare:
                continue
            if not _has_given(name, anywhere.naming) or anywhere.has(name.units[0]):
                continue
            for passage in comparison.passages:
                for beside in roles_beside(role, passage.reading):
                    for other in beside.phrase.names:
                        if other.units[-1].key == name.units[-1].key and _has_given(other, anywhere.naming):
                            yield Replaced(
                                name, other, passage, beside, elsewhere=False, same_kind=True, shared=True
                            )


def _has_given(name: Name, naming: Naming) -> bool:
    """Whether a name is a given name and a surname that is no very short one."""
    return (
        len(name.units) > 1
        and name.units[0].key in naming.given
        and len(name.units[-1].key) >= _SHORTEST_SURNAME
    )


def _lying(comparison: Comparison, anywhere: KnownNames) -> Iterator[Replaced]:
    """The place where the claim says something lies, if the passages name only places apart from it."""
    for role in roles(comparison.reading):
        if role.base != LYING:
            continue
        for name in role.phrase.names[:1]:
            if not name.is_place or has_name(anywhere, name):
                continue
            for passage in comparison.passages:
                mine = comparison.reading.once(_unit_keys)
                named = {one.words[0].sentence for one in names(passage.reading) if _has_any(one, mine)}
                others = [
                    one
                    for one in passage.reading.once(_located)
                    if one.words[0].sentence in named and not _has_any(one, mine)
                ]
                if others and all(apart(name.units[-1], one.units[-1], anywhere.naming) for one in others):
                    yield Replaced(
                        name, others[0], passage, None, elsewhere=False, same_kind=True, shared=True
                    )


def _has_any(name: Name, keys: set[str]) -> bool:
    return any(unit.key in keys for unit in name.units)


def _located(reading: Reading) -> list[Name]:
    """The places behind a word like *in*, the first ones of a long text."""
    locating = naming_of(reading).locating
    starts = {word.start for before, word in pairwise(reading.words) if before.word in locating}
    return [name for name in names(reading) if name.words[0].start in starts and name.is_place][:_MOST_PLACES]


def _unit_keys(reading: Reading) -> set[str]:
    return {unit.key for name in names(reading) for unit in name.units}


def _own_names(reading: Reading) -> KnownNames:
    return KnownNames(reading.language, (reading,))


def _in_frames(comparison: Comparison, anywhere: KnownNames) -> Iterator[Replaced]:
    """The names that stand between the same words as other names of the passages."""
    for beside in aligned(comparison):
        known = beside.passage.reading.once(_own_names)
        for swap in beside.swaps:
            frame = swap.before + swap.after
            if frame < _SMALLEST_FRAME or len(swap.words) > _LARGEST_SWAP or len(swap.others) > _LARGEST_SWAP:
                continue
            if not swap.before and swap.others[0].start > beside.sentence[0].start + _ARTICLE:
                continue
            mine = _within(comparison.reading, swap.words)
            if len(mine) != 1:
                continue
            others = [name for name in _within(beside.passage.reading, swap.others) if name.sure]
            if not others or has_name(known, mine[0]):
                continue
            if not _nothing_else(mine, swap.words, comparison) or not _nothing_else(
                others, swap.others, comparison
            ):
                continue
            kind = same_kind(mine[0], others[0], anywhere.naming)
            yield Replaced(mine[0], others[0], beside.passage, None, has_name(anywhere, mine[0]), kind)


def _within(reading: Reading, words: Sequence[Word]) -> list[Name]:
    """The names of a text that stand between some words."""
    found, starts, end = names(reading), reading.once(_starts), words[-1].end
    inside: list[Name] = []
    for position in range(bisect_left(starts, words[0].start), len(found)):
        if found[position].words[-1].end > end:
            break
        inside.append(found[position])
    return inside


def _starts(reading: Reading) -> list[int]:
    return [name.words[0].start for name in names(reading)]


def _nothing_else(found: Iterable[Name], words: Sequence[Word], comparison: Comparison) -> bool:
    inside = {word.start for name in found for word in name.words}
    stops = comparison.language.stop_words
    return all(word.start in inside or word.word in stops for word in words)


def _replaced(name: Name, role: Role, comparison: Comparison, anywhere: KnownNames) -> Replaced | None:
    first: Replaced | None = None
    if not name.sure and not has_name(anywhere, name):
        return None
    for passage in comparison.passages:
        for beside in roles_beside(role, passage.reading):
            if in_phrase(name, beside.phrase, comparison):
                return None
            other = _counterpart(name, role, beside, comparison)
            if other is not None and first is None:
                kind = same_kind(name, other, anywhere.naming) or _in_one(name, role, other, beside)
                shared = role.base == beside.base and _shares_more(role, beside, comparison, passage)
                elsewhere = has_name(anywhere, name)
                if elsewhere and (
                    len(passage.reading.sentences) > _MOST_SENTENCES
                    or _in_sentence(name, beside, passage, comparison)
                ):
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
    kept = passage.reading.once(_known_by_sentence)
    number = beside.governor.sentence
    if number not in kept:
        known = kept[number] = KnownNames(comparison.language)
        known.words.update(word.word for word in passage.reading.of_sentence(number))
        for other in names(passage.reading):
            if other.words[0].sentence == number:
                known.add_name(other)
    return has_name(kept[number], name)


def _known_by_sentence(_: Reading) -> dict[int, KnownNames]:
    return {}


def _shares_more(role: Role, beside: Role, comparison: Comparison, passage: Passage) -> bool:
    """Whether both verbs have something in common in another of their places."""
    mine = [one for one in roles_of_word(role, comparison.reading) if one is not role]
    theirs = [one for one in roles_of_word(beside, passage.reading) if one is not beside]
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
        before_noun = _is_before_noun(name, role.phrase)
        candidates = [
            one
            for one in candidates
            if one.possessive == name.possessive and _is_before_noun(one, beside.phrase) == before_noun
        ]
    mine = comparison.reading.once(_said)
    fresh = [one for one in candidates if not any(unit.key in mine for unit in one.units)]
    alike_in_kind = [one for one in fresh if one.is_place == name.is_place]
    return (alike_in_kind or fresh or candidates)[-1] if candidates else None


def _is_before_noun(name: Name, phrase: Phrase) -> bool:
    """Whether a name only says of which kind something is: *the Lisbon office*."""
    return any(
        word.start > name.words[-1].start and not (word.capital or word.number) for word in phrase.words
    )


def _said(reading: Reading) -> set[str]:
    return {word.word for word in reading.words}


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
