"""How surely a text says a thing: as planned, possible, believed or on a condition, or as a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.phrases import Beside, Found, found, is_content, sentences_of, side_by_side
from onrecord.ground.reading import Reading, Word
from onrecord.language import Language
from onrecord.lexicon.certainty import Certainty
from onrecord.lexicon.phrases import Phrases

_FURTHEST = 5
_FEWEST_SHARED = 2
_LONGEST_NOUN = 3
_CLAUSE_MARKS = frozenset(";:.!?()")


class Hedged(NamedTuple):
    """Words that are not said to be so: the cue, its kind, the verb or noun behind it, and all it governs."""

    cue: tuple[Word, ...]
    kind: str
    head: Word | None
    governed: tuple[Word, ...]

    @property
    def told(self) -> tuple[Word, ...]:
        """The cue and the verb or noun behind it, if it stands right there."""
        if self.head is None or self.head.start - self.cue[-1].end > 1:
            return self.cue
        return (*self.cue, self.head)


class Sentence(NamedTuple):
    """A sentence read for how sure it is of what it says."""

    words: tuple[Word, ...]
    hedged: tuple[Hedged, ...]
    conditions: tuple[Hedged, ...]
    unsure: tuple[Word, ...]


def how_surely(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of a text, with what in them is not said to be so."""
    return reading.once(_read)


def _read(reading: Reading) -> tuple[Sentence, ...]:
    language = reading.language
    certainty = language.lexicon.certainty if language.lexicon else None
    if certainty is None:
        return ()
    return tuple(_sentence(forms.words, certainty, language) for forms in sentences_of(reading))


def _sentence(tokens: Sequence[Word], certainty: Certainty, language: Language) -> Sentence:
    hedged = [
        *_ahead(tokens, certainty, language),
        *_urged(tokens, certainty, language),
        *_nouns(tokens, certainty, language),
        *_beliefs(tokens, certainty, language),
    ]
    unsure = tuple(tokens[place.start] for place in _cues(tokens, certainty.hedges, language))
    return Sentence(tuple(tokens), tuple(hedged), tuple(_conditions(tokens, certainty, language)), unsure)


def _cues(tokens: Sequence[Word], phrases: Phrases, language: Language) -> list[Found]:
    """The phrases that stand in some words, without those that are names there (*May*)."""
    return [
        place
        for place in found(tokens, phrases)
        if not (place.start and tokens[place.start].capital and tokens[place.start].word in language.names)
    ]


def _ahead(tokens: Sequence[Word], certainty: Certainty, language: Language) -> Iterator[Hedged]:
    for place in _cues(tokens, certainty.ahead, language):
        at = place.end
        while at < len(tokens) and at < place.end + _FURTHEST and is_linking(tokens[at], certainty, language):
            at += 1
        if at >= len(tokens) or not tokens[at].is_word:
            continue
        if place.sense == "would" and _tells_later(tokens[place.end : at + 1], certainty):
            continue
        end = _clause_end(tokens, at, certainty, language)
        yield Hedged(tuple(tokens[place.start : place.end]), place.sense, tokens[at], tuple(tokens[at:end]))


def _urged(tokens: Sequence[Word], certainty: Certainty, language: Language) -> Iterator[Hedged]:
    """What somebody is asked to do: the verb stands behind a few words that say who."""
    for place in found(tokens, certainty.urging):
        for at in range(place.end + 1, min(place.end + _FURTHEST + 2, len(tokens) - 1)):
            if not tokens[at].is_word:
                break
            if tokens[at].word in certainty.urged:
                end = _clause_end(tokens, at + 1, certainty, language)
                cue = tuple(tokens[place.start : place.end])
                yield Hedged(cue, place.sense, tokens[at + 1], tuple(tokens[at + 1 : end]))
                break


def _tells_later(words: Sequence[Word], certainty: Certainty) -> bool:
    return any(word.word in certainty.later for word in words)


def is_linking(word: Word, certainty: Certainty, language: Language) -> bool:
    """Whether a word may stand between a cue and the verb that it governs, as an auxiliary or an adverb."""
    return word.word in certainty.linking or (
        len(word.word) > 4 and word.word.endswith(language.adverb_endings) and word.is_word
    )


def _nouns(tokens: Sequence[Word], certainty: Certainty, language: Language) -> Iterator[Hedged]:
    for place in found(tokens, certainty.nouns):
        at = place.end
        while at < len(tokens) and tokens[at].word in language.stop_words and at < place.end + _FURTHEST:
            at += 1
        if at >= len(tokens) or not tokens[at].is_word:
            continue
        last = at
        is_verb = tokens[at].word.endswith(language.participle_endings)
        while (
            not is_verb
            and last + 1 < min(len(tokens), at + _LONGEST_NOUN)
            and is_content(tokens[last + 1], language)
        ):
            last += 1
        end = _clause_end(tokens, at, certainty, language)
        cue = tuple(tokens[place.start : place.end])
        yield Hedged(cue, place.sense, tokens[last], tuple(tokens[at:end]))


def _beliefs(tokens: Sequence[Word], certainty: Certainty, language: Language) -> Iterator[Hedged]:
    for place in found(tokens, certainty.beliefs):
        before = tokens[place.start - 1].word if place.start else ""
        if (
            before in certainty.own_view
            or before in certainty.naming
            or (tokens[place.start].word in certainty.unforeseen and _is_denial(before, language))
        ):
            continue
        end = _clause_end(tokens, place.end, certainty, language)
        if place.end < len(tokens) and tokens[place.end].word in certainty.urged:
            continue
        if end - place.end >= 2:
            cue = tuple(tokens[place.start : place.end])
            yield Hedged(cue, place.sense, None, tuple(tokens[place.end : end]))


def _is_denial(word: str, language: Language) -> bool:
    ending = language.negative_ending
    return word in language.denying or bool(ending and word.endswith(ending))


def _conditions(tokens: Sequence[Word], certainty: Certainty, language: Language) -> Iterator[Hedged]:
    for place in found(tokens, certainty.conditions):
        if place.start and tokens[place.start - 1].word in certainty.asking:
            continue
        end = _clause_end(tokens, place.end, certainty, language)
        if place.start == 0 or not tokens[place.start - 1].is_word:
            end = min(end, _first_comma(tokens, place.end))
        if end > place.end:
            cue = tuple(tokens[place.start : place.end])
            yield Hedged(cue, place.sense, None, tuple(tokens[place.end : end]))


def _first_comma(tokens: Sequence[Word], at: int) -> int:
    return next((n for n in range(at, len(tokens)) if tokens[n].text == ","), len(tokens))


def _clause_end(tokens: Sequence[Word], at: int, certainty: Certainty, language: Language) -> int:
    """Where the clause that goes on at ``at`` ends: at a mark or a word that begins another clause."""
    for number in range(at, len(tokens)):
        token = tokens[number]
        may_join = token.text == "," or (number > at and token.word in language.joining)
        if may_join and _begins_clause(tokens, number + 1, language):
            return number
        if token.text in _CLAUSE_MARKS or (number > at and token.word in certainty.clause_ends):
            return number
    return len(tokens)


def _begins_clause(tokens: Sequence[Word], at: int, language: Language) -> bool:
    if at < len(tokens) and tokens[at].word in language.joining:
        at += 1
    return at < len(tokens) and (
        tokens[at].word in language.subjects
        or tokens[at].word in language.relative
        or tokens[at].word in language.opposing
    )


class Sides(NamedTuple):
    """A sentence of the claim beside one of a passage, both read for how sure they are."""

    beside: Beside
    claim: Sentence
    said: Sentence
    certainty: Certainty
    language: Language

    @property
    def topic(self) -> tuple[Word, ...]:
        """The words that the claim's sentence is about."""
        return self.beside.topic

    @property
    def passage(self) -> Passage:
        """The passage of the other sentence."""
        return self.beside.passage

    def shared(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The claim's words that are among ``words``."""
        return self.beside.among(words)

    def share(self, words: Sequence[Word], besides: Word | None = None) -> tuple[int, float]:
        """How many of the claim's words are among ``words``, and which share of them."""
        shared = sum(word is not besides for word in self.beside.among(words))
        whole = sum(word is not besides for word in self.beside.topic)
        return shared, shared / whole if whole else 0.0


def sides_of(comparison: Comparison) -> tuple[Sides, ...]:
    """Each sentence of the claim beside each of its passages that is about the same, in order."""
    return comparison.once(_sides_of)


def _sides_of(comparison: Comparison) -> tuple[Sides, ...]:
    language = comparison.language
    certainty = language.lexicon.certainty if language.lexicon else None
    if certainty is None:
        return ()
    claims = how_surely(comparison.reading)
    return tuple(
        Sides(
            beside,
            claims[beside.number],
            how_surely(beside.passage.reading)[beside.other],
            certainty,
            language,
        )
        for beside in side_by_side(comparison)
        if len(beside.shared) >= _FEWEST_SHARED
    )
