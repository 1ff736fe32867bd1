"""What a text says only on a condition, and what it says flatly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.certainty import Hedged, Sentence, Sides, how_surely, sides_of
from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.phrases import Forms, found, is_content, same
from onrecord.ground.reading import Word
from onrecord.language import Language, Sense
from onrecord.lexicon.certainty import Certainty

_HALF = 0.5
_LONGEST = 45
_MOST = 0.75
_SPOKEN = 0.8
_UNTIL = frozenset(("until", "unless"))
_OPEN = frozenset(("may", "perhaps"))


class Dropped(NamedTuple):
    """A word of the claim that holds only on a condition, and the words of the condition.

    ``words`` are all that the claim has of what is supposed, where it is supposed.
    """

    word: Word
    condition: Hedged
    passage: Passage
    words: tuple[Word, ...] = ()


class Lowered(NamedTuple):
    """Words of the claim that leave open what the passage says flatly, with its words."""

    cue: tuple[Word, ...]
    said: Word
    passage: Passage


def unconditional(comparison: Comparison) -> tuple[Dropped, ...]:
    """What the claim says without the condition on which its passage says it."""
    return tuple(_unconditional(comparison))[:1]


def turned(comparison: Comparison) -> tuple[Dropped, ...]:
    """What the claim promises for when a condition is met, and its passage only rules out until then."""
    return tuple(_turned(comparison))[:1]


def supposed(comparison: Comparison) -> tuple[Dropped, ...]:
    """What the claim says is so, and its passage only supposes."""
    return tuple(_supposed(comparison))[:1]


def lowered(comparison: Comparison) -> tuple[Lowered, ...]:
    """What the claim says less surely than its passages."""
    return tuple(_lowered(comparison))[:1]


def _rest(said: Sentence, condition: Hedged) -> tuple[Word, ...]:
    """The sentence without the clause of its condition."""
    inside = {word.start for word in (*condition.cue, *condition.governed)}
    return tuple(word for word in said.words if word.start not in inside)


def _denies(words: Sequence[Word], language: Language) -> bool:
    ending = language.negative_ending
    return any(word.word in language.denying or bool(ending and word.word.endswith(ending)) for word in words)


def _unconditional(comparison: Comparison) -> Iterator[Dropped]:
    for sides in sides_of(comparison):
        if not sides.said.conditions or _is_conditional(sides.claim, sides.certainty):
            continue
        for condition in sides.said.conditions:
            rest = _rest(sides.said, condition)
            if len(rest) > _LONGEST or not _is_open(rest, condition, sides.language):
                continue
            shared = sides.shared(rest)
            heads = _heads(sides.said, rest, sides.language, sides.certainty.linking)
            verb = next(
                (word for word in shared if any(same(word, head, sides.language) for head in heads)),
                None,
            )
            share = len(shared) / max(len(sides.topic), 1)
            if verb is None or len(shared) < 2 or share < _HALF:
                continue
            if len(sides.shared(condition.governed)) * 3 > len(_content(condition, sides.language)):
                continue
            behind = {head.start for head in heads}
            flat = any(word.start not in behind and word in rest for word in sides.beside.said.all(verb))
            if not flat and not _said_without(verb, comparison):
                yield Dropped(verb, condition, sides.passage)


def _heads(said: Sentence, words: Sequence[Word], language: Language, linking: frozenset[str]) -> list[Word]:
    """The verbs among ``words`` behind words such as *will* and *can*."""
    heads = [hedged.head for hedged in said.hedged if hedged.head is not None and hedged.head in words]
    for number, word in enumerate(words[:-1]):
        if word.word in language.conditional and not word.capital:
            at = number + 1
            while at < len(words) - 1 and words[at].word in linking:
                at += 1
            heads.append(words[at])
    return heads


def _content(condition: Hedged, language: Language) -> tuple[Word, ...]:
    return tuple(word for word in condition.governed if is_content(word, language))


def _is_conditional(claim: Sentence, certainty: Certainty) -> bool:
    return bool(claim.conditions) or bool(found(claim.words, certainty.fulfilments))


def _is_open(rest: Sequence[Word], condition: Hedged, language: Language) -> bool:
    """Whether the words besides a condition say what will, may or must be: no tale of what was."""
    modal = any(word.word in language.conditional and not word.capital for word in rest)
    return modal and (condition.kind == "if" or _denies(rest, language) or condition.kind == "unless")


def _said_without(verb: Word, comparison: Comparison) -> bool:
    """Whether a passage has the verb in a sentence without a condition."""
    return comparison.once(_without_condition).find(verb) is not None


def _without_condition(comparison: Comparison) -> Forms:
    """The words of the passages' sentences that set no condition."""
    words = tuple(
        word
        for passage in comparison.passages
        for said in how_surely(passage.reading)
        if not said.conditions
        for word in said.words
    )
    return Forms(words, comparison.language)


def _turned(comparison: Comparison) -> Iterator[Dropped]:
    for sides in sides_of(comparison):
        if _denies(sides.claim.words, sides.language):
            continue
        if not found(sides.claim.words, sides.certainty.fulfilments):
            continue
        heads = [hedged.head for hedged in sides.claim.hedged if hedged.head is not None]
        for condition in sides.said.conditions:
            rest = _rest(sides.said, condition)
            if condition.kind not in _UNTIL or not _denies(rest, sides.language):
                continue
            for head in heads:
                if len(sides.shared(rest)) >= 2 and any(same(head, word, sides.language) for word in rest):
                    yield Dropped(head, condition, sides.passage)


def _supposed(comparison: Comparison) -> Iterator[Dropped]:
    for sides in sides_of(comparison):
        if _is_conditional(sides.claim, sides.certainty) or sides.claim.unsure:
            continue
        for condition in sides.said.conditions:
            inside = condition.governed
            if (
                condition.kind != "if"
                or _is_modal(sides.claim, sides.language)
                or any(word.word in sides.language.presupposing for word in inside)
            ):
                continue
            shared = sides.shared(inside)
            if len(shared) < 2 or len(shared) < _SPOKEN * len(sides.topic):
                continue
            if not any(_is_elsewhere(word, condition, comparison) for word in shared):
                yield Dropped(shared[0], condition, sides.passage, tuple(shared))


def _is_modal(claim: Sentence, language: Language) -> bool:
    return any(word.word in language.conditional and not word.capital for word in claim.words)


def _is_elsewhere(word: Word, condition: Hedged, comparison: Comparison) -> bool:
    """Whether the passages have a word outside the clause of a condition too."""
    inside = {other.start for other in condition.governed}
    return any(other.start not in inside for other in comparison.once(_all_words).all(word))


def _all_words(comparison: Comparison) -> Forms:
    words = (word for passage in comparison.passages for word in passage.reading.words)
    return Forms(tuple(words), comparison.language)


def _lowered(comparison: Comparison) -> Iterator[Lowered]:
    if not any(hedged.kind in _OPEN for claim in how_surely(comparison.reading) for hedged in claim.hedged):
        return
    if _any_doubt(comparison):
        return
    for sides in sides_of(comparison):
        shared = sides.shared(sides.said.words)
        if len(shared) < 2 or len(shared) < _MOST * len(_without_cues(sides)):
            continue
        for hedged in sides.claim.hedged:
            if hedged.kind not in _OPEN or hedged.head is None:
                continue
            said = next((word for word in sides.said.words if same(word, hedged.head, sides.language)), None)
            if said is not None:
                yield Lowered(hedged.cue, said, sides.passage)


def _without_cues(sides: Sides) -> tuple[Word, ...]:
    cues = {word.start for hedged in sides.claim.hedged for word in hedged.cue}
    cues |= {word.start for word in sides.claim.unsure}
    return tuple(word for word in sides.topic if word.start not in cues)


def _any_doubt(comparison: Comparison) -> bool:
    """Whether a passage leaves anything open, speaks of leave and ban, or asks."""
    language = comparison.language
    certainty = language.lexicon.certainty if language.lexicon else None
    if certainty is None:
        return True
    return any(
        said.hedged
        or said.conditions
        or said.unsure
        or any(
            word.word in certainty.allowing
            or word.text == "?"
            or Sense.REPORTS in language.senses.get(word.word, ())
            for word in said.words
        )
        for passage in comparison.passages
        for said in how_surely(passage.reading)
    )
