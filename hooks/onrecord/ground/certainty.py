"""How surely a text says a thing: as planned, possible, believed or on a condition, or as a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.comparison import Comparison, Passage
from onrecord.ground.phrases import Beside, Forms, Found, found, is_content, same, sentences_of, side_by_side
from onrecord.ground.reading import Reading, Word
from onrecord.language import Language, Sense
from onrecord.lexicon.certainty import Certainty
from onrecord.lexicon.phrases import Phrases

_FURTHEST = 5
_LONGEST_NOUN = 3
_CLAUSE_MARKS = frozenset(";:.!?()")
_HALF = 0.5
_MOST = 0.6
_NEARLY_ALL = 0.8
_MUST = "must"
_BELIEF = "belief"
_AHEAD = frozenset(("will", "would", "must"))
_NOT_DONE = frozenset(("will", "plan", "try", "chance"))
_NOUN_KINDS = frozenset(("plan", "chance"))


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


def read(reading: Reading) -> tuple[Sentence, ...]:
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
        while (
            at < len(tokens) and at < place.end + _FURTHEST and _is_linking(tokens[at], certainty, language)
        ):
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


def _is_linking(word: Word, certainty: Certainty, language: Language) -> bool:
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


class _Sides(NamedTuple):
    """A sentence of the claim beside one of a passage, both read for how sure they are."""

    beside: Beside
    claim: Sentence
    said: Sentence
    certainty: Certainty
    language: Language

    @property
    def passage(self) -> Passage:
        return self.beside.passage

    def share(self, words: Sequence[Word], besides: Word | None = None) -> tuple[int, float]:
        """How many of the claim's words are among ``words``, and which share of them."""
        shared = sum(word is not besides for word in self.beside.among(words))
        whole = sum(word is not besides for word in self.beside.topic)
        return shared, shared / whole if whole else 0.0


def _sides(comparison: Comparison, *, plain: bool = True) -> Iterator[_Sides]:
    """Each (plain) sentence of the claim beside each sentence of its passages that is unsure of something."""
    language = comparison.language
    certainty = language.lexicon.certainty if language.lexicon else None
    if certainty is None:
        return
    claims = read(comparison.reading)
    for beside in side_by_side(comparison):
        claim = claims[beside.number]
        if len(beside.shared) < 2 or (plain and (claim.unsure or claim.conditions)):
            continue
        said = read(beside.passage.reading)[beside.other]
        if said.hedged:
            yield _Sides(beside, claim, said, certainty, language)


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


def _verb_of(sides: _Sides, hedged: Hedged) -> Word | None:
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
        if word.start in unsure or _is_linking(word, sides.certainty, sides.language):
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


def _is_perfect(sides: _Sides, hedged: Hedged) -> bool:
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
    while before >= 0 and _is_linking(words[before], certainty, language):
        before -= 1
    return words[before].word if before >= 0 else ""


def _is_present(words: Sequence[Word], at: int, sides: _Sides) -> bool:
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
        for sentence in read(passage.reading):
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


def _all_plain(sides: _Sides, hedged: Hedged, comparison: Comparison) -> bool:
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


def _other_verb(sides: _Sides, hedged: Hedged, comparison: Comparison) -> Word | None:
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


def _verb_of_noun(sides: _Sides, hedged: Hedged, comparison: Comparison) -> Word | None:
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
