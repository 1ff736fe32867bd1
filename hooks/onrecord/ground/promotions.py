"""What a claim says is so, and its passages only plan, suppose or believe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.certainty import Hedged, Sentence, Sides, how_surely, is_linking, sides_of
from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.phrases import Forms, is_content, same
from onrecord.ground.reading import Word
from onrecord.language import Language, Sense
from onrecord.lexicon.certainty import Certainty

_HALF = 0.5
_MOST = 0.6
_NEARLY_ALL = 0.8
_MUST = "must"
_BELIEF = "belief"
_AHEAD = frozenset(("will", "would", "must"))
_NOT_DONE = frozenset(("will", "plan", "try", "chance"))
_NOUN_KINDS = frozenset(("plan", "chance"))


class Promoted(NamedTuple):
    """A verb that the claim says as a fact, and how the passage says it."""

    verb: Word
    hedged: Hedged
    passage: Passage


def promoted(comparison: Comparison) -> tuple[Promoted, ...]:
    """What the claim says is done or so, and its passages only that it is planned or possible."""
    return comparison.once(_promoted)


def believed(comparison: Comparison) -> tuple[Promoted, ...]:
    """What the claim says is so, and its passages only that somebody believes, hopes or imagines it."""
    return comparison.once(_believed)


def likely_promoted(comparison: Comparison) -> tuple[Promoted, ...]:
    """What the claim says with another verb, while its passages only plan or promise what it is about."""
    return comparison.once(_likely_promoted)


def _sides(comparison: Comparison, *, plain: bool = True) -> Iterator[Sides]:
    """Each (plain) sentence of the claim beside each sentence of its passages that is unsure of something."""
    for sides in sides_of(comparison):
        if sides.said.hedged and not (plain and (sides.claim.unsure or sides.claim.conditions)):
            yield sides


def _promoted(comparison: Comparison) -> tuple[Promoted, ...]:
    told: list[Promoted] = []
    for sides in _sides(comparison):
        if sides.beside.share < _MOST:
            continue
        for hedged in sides.said.hedged:
            verb = _verb_of(sides, hedged)
            if verb is not None and not _said_plainly(verb, comparison):
                told.append(Promoted(verb, hedged, sides.passage))
                break
    return tuple(told[:1])


def _verb_of(sides: Sides, hedged: Hedged) -> Word | None:
    """The verb that the claim says as a fact and ``hedged`` does not."""
    head = hedged.head
    if head is None or (hedged.kind == _MUST and _is_perfect(sides, hedged)):
        return None
    if hedged.kind in _AHEAD and _reports(sides.claim.words, sides.language):
        return None
    words = sides.claim.words
    if sides.beside.claim.find(head) is None:
        return None
    unsure = {word.start for own in sides.claim.hedged for word in own.governed}
    for number, word in enumerate(words):
        if word.start in unsure or is_linking(word, sides.certainty, sides.language):
            continue
        if not same(word, head, sides.language):
            continue
        flat = is_fact(words, number, sides.certainty, sides.language) or (
            hedged.kind not in _AHEAD and word.word != head.word and _is_present(words, number, sides)
        )
        if flat and (sides.share(hedged.governed, word)[0] or _is_alone(hedged, sides.language)):
            return word
    return None


def _is_alone(hedged: Hedged, language: Language) -> bool:
    """Whether the verb has nothing behind it that carries a meaning."""
    return not any(is_content(word, language) for word in hedged.governed if word is not hedged.head)


def _is_perfect(sides: Sides, hedged: Hedged) -> bool:
    return any(
        hedged.cue[-1].end < word.start < hedged.governed[0].start and word.word in sides.certainty.linking
        for word in sides.said.words
    )


def _reports(words: Sequence[Word], language: Language) -> bool:
    return any(Sense.REPORTS in language.senses.get(word.word, ()) for word in words)


def is_fact(words: Sequence[Word], at: int, certainty: Certainty, language: Language) -> bool:
    """Whether the word at a place is a verb that says what was done or is so."""
    word = words[at]
    lead = _lead(words, at, certainty, language)
    if lead in certainty.having or lead in certainty.being:
        return True
    return word.word in certainty.pasts or word.word.endswith(language.past_endings)


def _lead(words: Sequence[Word], at: int, certainty: Certainty, language: Language) -> str:
    """The word before the one at a place and before its adverbs (small letters), or nothing."""
    before = at - 1
    while before >= 0 and is_linking(words[before], certainty, language):
        before -= 1
    return words[before].word if before >= 0 else ""


def _is_present(words: Sequence[Word], at: int, sides: Sides) -> bool:
    """Whether the word at a place may be a verb in the present tense (*builds*, *they build*)."""
    language = sides.language
    lead = _lead(words, at, sides.certainty, language)
    if not lead or lead in language.determiners or lead in language.prepositions or lead in language.finite:
        return False
    return not words[at].word.endswith(language.participle_endings)


def _said_plainly(verb: Word, comparison: Comparison) -> bool:
    """Whether a passage has the verb where nothing makes it unsure."""
    return comparison.once(_plain_words).find(verb) is not None


def _plain_words(comparison: Comparison) -> Forms:
    """The words of the passages that nothing makes unsure."""
    plain: list[Word] = []
    for passage in comparison.passages:
        for sentence in how_surely(passage.reading):
            unsure = set(_unsure(sentence, comparison.language))
            plain.extend(word for word in sentence.words if word.start not in unsure and word.is_word)
    return Forms(tuple(plain), comparison.language)


def _unsure(sentence: Sentence, language: Language) -> Iterator[int]:
    """Where the words stand that something makes unsure: a later verb in the past tense is none of them."""
    certainty = language.lexicon.certainty if language.lexicon else None
    pasts = certainty.pasts if certainty is not None else frozenset()
    for hedged in (*sentence.hedged, *sentence.conditions):
        for word in hedged.governed:
            past = word.word in pasts or word.word.endswith(language.past_endings)
            if not past or hedged.head is None or word is hedged.head:
                yield word.start


def _believed(comparison: Comparison) -> tuple[Promoted, ...]:
    for sides in _sides(comparison, plain=False):
        if _reports(sides.claim.words, sides.language) or _hedges_itself(sides.claim):
            continue
        for hedged in sides.said.hedged:
            if hedged.kind != _BELIEF:
                continue
            shared, share = sides.share(hedged.governed)
            if shared >= 2 and share >= _NEARLY_ALL and not _all_plain(sides, hedged, comparison):
                verb = sides.beside.among(hedged.governed)[0]
                return (Promoted(verb, hedged, sides.passage),)
    return ()


def _hedges_itself(claim: Sentence) -> bool:
    return any(hedged.kind == _BELIEF for hedged in claim.hedged) or bool(claim.conditions)


def _all_plain(sides: Sides, hedged: Hedged, comparison: Comparison) -> bool:
    """Whether the claim's words that ``hedged`` governs are said plainly elsewhere."""
    return all(_said_plainly(word, comparison) for word in sides.beside.among(hedged.governed))


def _likely_promoted(comparison: Comparison) -> tuple[Promoted, ...]:
    for sides in _sides(comparison):
        if sides.claim.hedged or _reports(sides.claim.words, sides.language):
            continue
        for hedged in sides.said.hedged:
            verb = _other_verb(sides, hedged, comparison) if hedged.kind != _BELIEF else None
            if verb is not None:
                return (Promoted(verb, hedged, sides.passage),)
    return ()


def _other_verb(sides: Sides, hedged: Hedged, comparison: Comparison) -> Word | None:
    """The verb by which the claim says that all is done which ``hedged`` only governs."""
    words = sides.claim.words
    for number, word in enumerate(words if hedged.kind in _NOT_DONE else ()):
        lead = _lead(words, number, sides.certainty, sides.language)
        if lead not in sides.certainty.having or sides.beside.said.find(word) is not None:
            continue
        shared, share = sides.share(hedged.governed, word)
        behind = next((other for other in words[number + 1 :] if other in sides.beside.topic), None)
        if shared < 3 or share < _MOST or behind not in sides.beside.among(hedged.governed):
            continue
        if not _all_plain(sides, hedged, comparison):
            return word
    return _verb_of_noun(sides, hedged, comparison)


def _verb_of_noun(sides: Sides, hedged: Hedged, comparison: Comparison) -> Word | None:
    """The verb by which the claim says of a thing that is only planned that it is done."""
    certainty, language = sides.certainty, sides.language
    words = sides.claim.words
    if (
        hedged.kind not in _NOUN_KINDS
        or hedged.head is None
        or hedged.cue[-1].word not in language.prepositions
    ):
        return None
    if sides.beside.share < _HALF or _said_plainly(hedged.head, comparison):
        return None
    for number in range(1, len(words)):
        if not same(words[number], hedged.head, language):
            continue
        for before in range(max(1, number - 4), number):
            verb = words[before]
            past = verb.word in certainty.pasts or verb.word.endswith(language.past_endings)
            if past and sides.beside.said.find(verb) is None:
                return verb
    return None
