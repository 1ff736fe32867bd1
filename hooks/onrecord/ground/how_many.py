"""Of how many a text says a thing: of all, of most, of some, of none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.comparison import Comparison
from onrecord.ground.phrases import Beside, Forms, closest, found, is_content, same, subject_stems
from onrecord.ground.reading import Word
from onrecord.ground.scope import Changed, scope_of
from onrecord.language import Language
from onrecord.lexicon.scope import Scope

_FURTHEST = 5
_MOST_COUNTED = 3
_MOST_QUANTITIES = 12
_MOST = 0.6
_NEARLY_ALL = 0.75
_NONE = "none"
_PARTS = frozenset(("few", "some", "most"))
_WIDER = frozenset(
    (
        ("all", "few"),
        ("all", "some"),
        ("all", "many"),
        ("all", "most"),
        ("none", "some"),
        ("none", "few"),
        ("none", "many"),
        ("none", "most"),
        ("none", "all"),
        ("most", "few"),
        ("most", "some"),
        ("many", "few"),
        ("few", "many"),
        ("few", "most"),
        ("few", "all"),
    )
)


class Quantity(NamedTuple):
    """Words for how many, which step of the scale they are, and the words of what is counted."""

    cue: tuple[Word, ...]
    level: str
    counted: tuple[Word, ...]


class Counted(NamedTuple):
    """A sentence of the claim beside one of a passage, with the words for how many in both."""

    beside: Beside
    mine: tuple[Quantity, ...]
    theirs: tuple[Quantity, ...]


def counted(comparison: Comparison) -> tuple[Counted, ...]:
    """Each sentence of the claim beside the closest of its passages, if that says how many of something."""
    return comparison.once(_all_counted)


def _all_counted(comparison: Comparison) -> tuple[Counted, ...]:
    scope = scope_of(comparison.language)
    if scope is None:
        return ()
    pairs = []
    for beside in closest(comparison):
        theirs = quantities(beside.said, scope)
        if theirs:
            pairs.append(Counted(beside, quantities(beside.claim, scope), theirs))
    return tuple(pairs)


def quantities(forms: Forms, scope: Scope) -> tuple[Quantity, ...]:
    """The first few words for how many in a sentence, in order."""
    words = forms.words
    return tuple(
        Quantity(
            words[place.start : place.end], place.sense, _counted(words, place.end, scope, forms.language)
        )
        for place in found(words, scope.quantities)[:_MOST_QUANTITIES]
    )


def _counted(words: Sequence[Word], at: int, scope: Scope, language: Language) -> tuple[Word, ...]:
    """What stands behind a word for how many: a few words that carry a meaning, side by side."""
    first = at
    while at < len(words) and at < first + _FURTHEST and words[at].word in scope.between:
        at += 1
    end = at
    while end < len(words) and end < at + _MOST_COUNTED and is_content(words[end], language):
        end += 1
    return tuple(words[at:end])


def widened(comparison: Comparison) -> tuple[Changed, ...]:
    """Where the claim says of all, or of none, what its passage says of some, and the like."""
    return tuple(_widened(comparison))


def _widened(comparison: Comparison) -> Iterator[Changed]:
    for beside, mine, theirs in counted(comparison):
        for one in mine if beside.share >= _MOST else ():
            same_kind = [other for other in theirs if _count_same(one, other, comparison.language)]
            if same_kind and all((one.level, other.level) in _WIDER for other in same_kind):
                yield Changed(one.cue, same_kind[0].cue, beside.passage)


def _count_same(one: Quantity, other: Quantity, language: Language) -> bool:
    return any(same(word, another, language) for word in one.counted for another in other.counted)


def denial_moved(comparison: Comparison) -> tuple[Changed, ...]:
    """Where the claim denies of all others something else than its passage denies of them."""
    return tuple(_denial_moved(comparison))[:1]


def _denial_moved(comparison: Comparison) -> Iterator[Changed]:
    for beside, mine, theirs in counted(comparison):
        for one in mine:
            for other in theirs:
                both_deny = one.level == other.level == _NONE
                if both_deny and _count_same(one, other, comparison.language):
                    yield from _moved(one, other, beside, subject_stems(comparison))


def _moved(one: Quantity, other: Quantity, beside: Beside, about: frozenset[str]) -> Iterator[Changed]:
    """The word that the claim denies, if the passage denies another and has this one before it."""
    language = beside.said.language
    mine = [word for word in _behind(beside.claim.words, one, language) if word.stem not in about]
    theirs = {word.start for word in _behind(beside.said.words, other, language)}
    denied = [place.start for word in mine for place in beside.said.all(word)]
    if not mine or not theirs or not theirs.isdisjoint(denied):
        return
    for word in mine:
        if any(place.end < other.cue[0].start for place in beside.said.all(word)):
            behind = next(word for word in beside.said.words if word.start in theirs)
            yield Changed((one.cue[0], word), (other.cue[0], behind), beside.passage)


def _behind(words: Sequence[Word], quantity: Quantity, language: Language) -> list[Word]:
    start = quantity.counted[-1].end
    return [word for word in words if word.start >= start and is_content(word, language)]


def quantity_dropped(comparison: Comparison) -> tuple[Changed, ...]:
    """Where the claim says of a kind at large what its passage says of some or most of it."""
    return tuple(_quantity_dropped(comparison))


def _quantity_dropped(comparison: Comparison) -> Iterator[Changed]:
    language = comparison.language
    for beside, mine, theirs in counted(comparison):
        if mine or beside.share < _NEARLY_ALL:
            continue
        word = beside.claim.words[0]
        for other in theirs:
            head = other.counted[0] if other.level in _PARTS and other.counted else None
            if head is not None and word.word == head.word and word.word.endswith(language.present_endings):
                yield Changed((word,), (*other.cue, head), beside.passage)
