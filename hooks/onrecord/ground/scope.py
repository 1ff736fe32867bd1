"""How widely a text says that a thing holds: of all, of most, of a few; only, first, fully."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.phrases import Beside, closest, found, is_content, same, sentences_of
from onrecord.ground.reading import Word
from onrecord.language import Language
from onrecord.lexicon.scope import Scope

_FURTHEST = 5
_ONLY = "only"
_ABSOLUTE = "absolute"
_ORDERED = frozenset(("first", "last"))
_ABSOLUTES = frozenset((_ABSOLUTE, "exactly"))
_MOST = 0.6
_HALF = 0.5


class Changed(NamedTuple):
    """Words of the claim beside words of a passage that say something else."""

    words: tuple[Word, ...]
    others: tuple[Word, ...]
    passage: Passage


class Added(NamedTuple):
    """Words of the claim that leave no room for others, and the kind that they are of."""

    words: tuple[Word, ...]
    kind: str


def scope_of(language: Language) -> Scope | None:
    """The words of a language about scope."""
    return language.lexicon.scope if language.lexicon else None


def exclusives_added(comparison: Comparison) -> tuple[Added, ...]:
    """Words of the claim such as *only* and *first*, where no passage has one that says it."""
    return tuple(added for added in comparison.once(_all_added) if added.kind not in _ABSOLUTES)


def absolutes_added(comparison: Comparison) -> tuple[Added, ...]:
    """Words of the claim such as *exactly* and *in any form*, where no passage has one that says it."""
    return tuple(added for added in comparison.once(_all_added) if added.kind in _ABSOLUTES)


def _all_added(comparison: Comparison) -> tuple[Added, ...]:
    scope = scope_of(comparison.language)
    if scope is None:
        return ()
    told: list[Added] = []
    for forms in sentences_of(comparison.reading):
        for place in found(forms.words, scope.exclusives):
            behind = forms.words[place.end] if place.end < len(forms.words) else None
            if behind is not None and _says_less(place.sense, behind, scope, comparison.language):
                continue
            if place.sense not in comparison.once(_licensed):
                told.append(Added(forms.words[place.start : place.end], place.sense))
    return tuple(told)


def _says_less(kind: str, behind: Word, scope: Scope, language: Language) -> bool:
    """Whether the word behind makes it no exclusive word (*at all times*, *the first season*, *only a*)."""
    if kind == _ABSOLUTE:
        return is_content(behind, language)
    if kind == _ONLY:
        return behind.word in scope.merely
    if kind not in _ORDERED:
        return False
    return behind.word in scope.parts or behind.number or behind.word in language.numbers


def _licensed(comparison: Comparison) -> frozenset[str]:
    """The kinds of exclusive words for which some passage has a word."""
    scope = scope_of(comparison.language)
    assert scope is not None
    kinds: set[str] = set()
    by_word = comparison.once(_said_words)
    for phrases in (scope.exclusives, scope.licences):
        for sense, line in phrases.lines:
            if sense not in kinds and any(_stands(phrase.split(), by_word) for phrase in line.split(",")):
                kinds.add(sense)
    return frozenset(kinds)


def _stands(phrase: Sequence[str], words: frozenset[str]) -> bool:
    return all(not words.isdisjoint(word.split("/")) for word in phrase)


def _said_words(comparison: Comparison) -> frozenset[str]:
    """All words of the passages and of what the page is about, in small letters."""
    said = {word.word for passage in comparison.passages for word in passage.reading.words}
    for subject in comparison.explainer.subject:
        said |= set(str(subject).lower().split())
    return frozenset(said)


def superlatives_added(comparison: Comparison) -> tuple[Added, ...]:
    """Words of the claim such as *largest*, where no passage says what stands at the top."""
    scope = scope_of(comparison.language)
    if scope is None:
        return ()
    said = comparison.once(_said_words)
    if said & scope.superlatives or said & scope.peaks:
        return ()
    words = comparison.reading.words
    return tuple(
        Added((word,), "superlative")
        for number, word in enumerate(words)
        if word.word in scope.superlatives and not (number and words[number - 1].word in scope.bounding)
    )


def only_for_especially(comparison: Comparison) -> tuple[Changed, ...]:
    """Where the claim says that a thing is the only one, and its passage only singles it out."""
    return tuple(_only_for_especially(comparison))


def _only_for_especially(comparison: Comparison) -> Iterator[Changed]:
    scope = scope_of(comparison.language)
    if scope is None:
        return
    only = [added for added in exclusives_added(comparison) if added.kind == _ONLY]
    for beside in closest(comparison) if only else ():
        word = next((word for word in beside.said.words if word.word in scope.especially), None)
        if word is not None and beside.share >= _HALF:
            yield Changed(only[0].words, (word,), beside.passage)
            return


class Qualified(NamedTuple):
    """A word of the claim, and the word that narrows it in the passage."""

    word: Word
    qualifier: Word
    behind: Word
    passage: Passage


def qualifiers_dropped(comparison: Comparison) -> tuple[Qualified, ...]:
    """Where the claim leaves out a word that narrows what its passage denies or forbids."""
    return tuple(_qualifiers_dropped(comparison))


def _qualifiers_dropped(comparison: Comparison) -> Iterator[Qualified]:
    scope = scope_of(comparison.language)
    if scope is None:
        return
    for beside in closest(comparison):
        if beside.share < _MOST:
            continue
        words = beside.said.words
        for number, word in enumerate(words):
            known = word.word in scope.qualifiers or _narrows_what_is_barred(words, number, scope, beside)
            if not known or _has_equal(word, comparison, scope):
                continue
            mine = _narrowed(beside, number)
            if mine is not None:
                barred = bars(words[:number], scope, comparison.language) and bars(
                    beside.claim.words, scope, comparison.language
                )
                if barred:
                    yield Qualified(mine, word, words[number + 1], beside.passage)


def _narrows_what_is_barred(words: Sequence[Word], at: int, scope: Scope, beside: Beside) -> bool:
    """Whether a word stands between a verb that forbids, and what it forbids (*bans large dogs*)."""
    word = words[at]
    return (
        at > 0
        and words[at - 1].word in scope.forbidding
        and not word.capital
        and not word.number
        and is_content(word, beside.said.language)
    )


def _narrowed(beside: Beside, at: int) -> Word | None:
    """The claim's word that the passage's word at a place narrows: the one right behind it."""
    words = beside.said.words
    for other in (at + 1,):
        if other < len(words):
            mine = next(
                (word for word in beside.topic if same(word, words[other], beside.said.language)), None
            )
            if mine is not None:
                return mine
    return None


def _has_equal(qualifier: Word, comparison: Comparison, scope: Scope) -> bool:
    mine = {word.word for word in comparison.reading.words}
    if qualifier.word in mine or qualifier.stem in comparison.reading.stems:
        return True
    return any(qualifier.word in group and group & mine for group in scope.equal_qualifiers)


def bars(words: Sequence[Word], scope: Scope, language: Language) -> bool:
    """Whether some words forbid or deny."""
    ending = language.negative_ending
    return any(word.word in scope.barring or bool(ending and word.word.endswith(ending)) for word in words)


def kinds_widened(comparison: Comparison) -> tuple[Changed, ...]:
    """Where the claim says of a wider kind what its passage forbids or denies of a narrower one."""
    return tuple(_kinds_widened(comparison))


def _kinds_widened(comparison: Comparison) -> Iterator[Changed]:
    scope, language = scope_of(comparison.language), comparison.language
    if scope is None:
        return
    mine = {word.word for word in comparison.reading.words}
    said = comparison.once(_said_words)
    for beside in closest(comparison):
        words = beside.claim.words
        if beside.share < _HALF or not bars(words, scope, language):
            continue
        for at, other in enumerate(beside.said.words):
            wide = scope.kinds.get(other.word)
            if (
                wide is None
                or other.word in mine
                or not bars(_before(beside.said.words, at), scope, language)
            ):
                continue
            for place, word in enumerate(words):
                new = word.word in wide and word.word not in said
                if new and bars(_before(words, place), scope, language) and _near_same(beside, place, at):
                    yield Changed((word,), (other,), beside.passage)


def _before(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The few words before a place, by which what stands there may be forbidden or denied."""
    return words[max(0, at - _FURTHEST) : at]


def _near_same(beside: Beside, place: int, at: int) -> bool:
    """Whether a word of the claim and one of the passage have a neighbour in common."""
    language = beside.said.language
    mine = [word for word in beside.claim.words[max(0, place - 3) : place + 4] if is_content(word, language)]
    theirs = beside.said.words[max(0, at - 4) : at + 5]
    return any(same(one, other, language) for one in mine for other in theirs)
