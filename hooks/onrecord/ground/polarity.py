"""What a claim asserts and its passage denies, and what it denies and its passage asserts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.clauses import is_adverb
from onrecord.ground.alignment import alike
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.denials import Denial, opposition
from onrecord.ground.excluding import Beside, Table, beside, place_of, table
from onrecord.ground.opposites import subject_stems
from onrecord.ground.reading import Word
from onrecord.language import Language
from onrecord.lexicon.opposition import Opposition
from onrecord.text import Span

_MOST_TOLD = 60
_LEAST_SHARE, _FAIR_SHARE, _GOOD_SHARE, _BEST_SHARE = 0.1, 0.5, 0.6, 0.75
_MOST_OF_SUBJECT = 4
_FIRST = 3
_TWO = 2
_NEAR = 6
_LONG = 60
_APART = 12
_TO_SUBJECT = 4
_BEFORE, _AFTER = 6, 4


class Lost(NamedTuple):
    """A word that the claim asserts, and the denial of it in the passage.

    ``share`` is the share of the claim's words that the passage's sentence has, ``matched`` their number, and
    ``reached`` the share of them that it denies.
    """

    word: Word
    denial: Denial
    pair: Beside
    share: float
    matched: int
    reached: float


class Added(NamedTuple):
    """A denial of the claim, and the word of the passage that asserts what it denies.

    ``share`` is the share of the denied words that the passage's sentence has, and ``matched`` their number;
    ``head`` says that it has the one that is denied first, ``about`` that it has what the claim is about, and
    ``whole`` that a single word is denied, which it says of the same thing.
    """

    denial: Denial
    other: Word
    pair: Beside
    share: float
    matched: int
    head: bool
    about: bool
    whole: bool


def lost_denials(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield what the claim asserts though a passage denies it."""
    for lost in comparison.once(_lost):
        if _is_surely_lost(lost, comparison):
            shown = _shown(lost.denial, lost.pair.aligned.passage.reading.content)
            yield Disagreement(
                f"the claim says '{lost.word.text}', the quotation '{shown}'",
                lost.word.span,
                "say that it is not so, as the quotation does, or quote words that say it is",
                lost.pair.aligned.passage,
                (Span(lost.denial.cue[0].start, lost.denial.head.end),),
                "the quotation says that it is not so",
            )


def added_denials(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield what the claim denies though a passage asserts it."""
    for added in comparison.once(_added):
        if _is_surely_added(added):
            yield _told(added, comparison)


def _told(added: Added, comparison: Comparison) -> Disagreement:
    denial = added.denial
    return Disagreement(
        f"the claim says '{_shown(denial, comparison.reading.content)}', the quotation '{added.other.text}'",
        Span(denial.cue[0].start, max(denial.head.end, denial.cue[-1].end)),
        "leave out what denies it, or quote words that deny it",
        added.pair.aligned.passage,
        (added.other.span,),
        "the quotation says that it is so",
        instead=added.other.text,
    )


def _shown(denial: Denial, content: str) -> str:
    """The words that deny, and what they deny first."""
    start, end = denial.cue[0].start, max(denial.head.end, denial.cue[-1].end)
    if end - start <= _MOST_TOLD:
        return " ".join(content[start:end].split())
    return f"{content[start : denial.cue[-1].end]} ... {denial.head.text}"


def _is_surely_lost(lost: Lost, comparison: Comparison) -> bool:
    denial = lost.denial
    if denial.aside or (denial.ends and not _promises(lost, comparison)):
        return False
    if denial.raised:
        return lost.reached >= _GOOD_SHARE
    if len(lost.pair.aligned.sentence) > _LONG and lost.reached < _FAIR_SHARE:
        return False
    if denial.by_verb:
        return lost.reached >= _GOOD_SHARE and lost.share >= _BEST_SHARE and lost.matched > 1
    least = _FAIR_SHARE if denial.of_thing else _LEAST_SHARE
    return lost.reached >= least and lost.share >= _GOOD_SHARE and (lost.matched > 1)


def _promises(lost: Lost, comparison: Comparison) -> bool:
    """Whether the claim speaks of what is to come, as the passage does."""
    words = opposition(comparison.language)
    assert words is not None
    return all(
        any(word.word in words.promising for word in text)
        for text in (lost.pair.aligned.claim, lost.pair.aligned.sentence)
    )


def _is_surely_added(added: Added) -> bool:
    if added.whole and added.about:
        return True
    return added.head and added.about and added.share == 1 and added.matched > 1


def _lost(comparison: Comparison) -> tuple[Lost, ...]:
    known, words = table(comparison.language), opposition(comparison.language)
    if known is None or words is None:
        return ()
    return tuple(
        lost
        for pair in beside(comparison)
        if pair.passage_denied and not pair.denied and pair.content
        for lost in _lost_in(comparison, pair, known, words)
    )


def _lost_in(comparison: Comparison, pair: Beside, known: Table, words: Opposition) -> Iterator[Lost]:
    sentence = pair.aligned.sentence
    for denial in pair.passage_denied:
        heads = denial.governed if denial.raised or denial.by_verb or denial.of_thing else (denial.head,)
        word = next(
            (word for head in heads for word in pair.aligned.claim if _is_one(word, head, known)), None
        )
        if word is None or _says_otherwise(pair, words) or _is_asserted_too(word, pair, known):
            continue
        if not denial.raised and not _has_company(word, denial, pair):
            continue
        if _is_asserted_elsewhere(word, pair, comparison, known):
            continue
        if any(known.opposed(other, word) for word in denial.cue for other in pair.aligned.claim):
            continue
        found = [place for place in pair.places if place is not None]
        reached = sum(denial.reaches(sentence[place]) for place in found)
        number = len(pair.content)
        yield Lost(word, denial, pair, len(found) / number, len(found), reached / number)


def _has_company(word: Word, denial: Denial, pair: Beside) -> bool:
    """Whether another word of the claim stands near to what is denied."""
    at = next(index for index, other in enumerate(pair.aligned.sentence) if other == denial.head)
    return any(
        place is not None and place != at and abs(place - at) <= _NEAR and other != word
        for other, place in zip(pair.content, pair.places, strict=True)
    )


def _is_asserted_elsewhere(word: Word, pair: Beside, comparison: Comparison, known: Table) -> bool:
    """Whether another sentence of a passage says the word with as much of the rest of the claim."""
    wanted = {other.stem for other in pair.content if other.stem != word.stem}
    for passage in comparison.passages:
        shared: dict[int, set[str]] = {}
        says: set[int] = set()
        for other in passage.reading.words:
            if other.stem in wanted:
                shared.setdefault(other.sentence, set()).add(other.stem)
            elif alike(word, other):
                says.add(other.sentence)
        if passage is pair.aligned.passage:
            says.discard(pair.aligned.sentence[0].sentence)
        if any(2 * len(shared.get(number, ())) >= len(wanted) for number in says):
            return True
    return False


def _says_otherwise(pair: Beside, words: Opposition) -> bool:
    """Whether the claim may say that it is not so by a word that the passage does not have."""
    of_sentence = {word.word for word in pair.aligned.sentence}
    return any(word.word in words.negative and word.word not in of_sentence for word in pair.aligned.claim)


def _is_one(word: Word, head: Word, known: Table) -> bool:
    return alike(word, head) or known.root(word.word) == known.root(head.word)


def _is_asserted_too(word: Word, pair: Beside, known: Table) -> bool:
    """Whether the passage says the word elsewhere, where it is not denied."""
    return any(
        known.same(word, other) and not any(one.reaches(other) for one in pair.passage_denied)
        for other in pair.aligned.sentence
    )


def _added(comparison: Comparison) -> tuple[Added, ...]:
    known, words = table(comparison.language), opposition(comparison.language)
    if known is None or words is None:
        return ()
    return tuple(
        added
        for pair in beside(comparison)
        for denial in pair.denied
        if (added := _added_in(comparison, pair, denial, known, words)) is not None
    )


def _added_in(
    comparison: Comparison, pair: Beside, denial: Denial, known: Table, words: Opposition
) -> Added | None:
    if denial.by_verb or denial.aside or denial.raised or denial.ends or denial.phrase in words.ending:
        return None
    if any((denial.phrase, denial.head.stem) == (one.phrase, one.head.stem) for one in pair.passage_denied):
        return None
    sentence = pair.aligned.sentence
    wanted = [word for word in denial.governed if word.word not in words.existing]
    places = [place_of(word, sentence, known) for word in wanted]
    found = [place for place in places if place is not None]
    if (
        not found
        or max(found) - min(found) > _APART + 2 * len(wanted)
        or _is_turned(found, pair, words, comparison.language)
    ):
        return None
    others = [word for word in pair.content if not denial.reaches(word)]
    missing = [
        word
        for word in others
        if word.word not in words.light
        and word.word not in words.existing
        and word.stem not in subject_stems(comparison)
        and place_of(word, sentence, known) is None
        and not is_adverb(word.word, comparison.language)
    ]
    head = next(
        (
            _is_one(denial.head, sentence[place], known)
            for word, place in zip(wanted, places, strict=True)
            if word is denial.head and place is not None
        ),
        denial.head.word in words.existing,
    )
    return Added(
        denial,
        sentence[found[0]],
        pair,
        len(found) / len(wanted),
        len(found),
        head,
        _is_about(denial, others, missing, sentence, comparison.language),
        len(found) == len(wanted) == 1
        and not missing
        and (
            _is_said_of(found[0], sentence, words, comparison.language)
            or (head and not denial.of_thing and _has_subject(found[0], others, sentence, known))
        ),
    )


def _is_about(
    denial: Denial,
    others: Sequence[Word],
    missing: Sequence[Word],
    sentence: Sequence[Word],
    language: Language,
) -> bool:
    """Whether a sentence has some of the words that the claim has before the denial, or a pronoun."""
    before = [word for word in others if word.start < denial.cue[0].start][-_MOST_OF_SUBJECT:]
    if not before or any(word not in missing for word in before):
        return True
    return any(word.word in language.pronouns for word in sentence[:_FIRST])


def _is_said_of(place: int, sentence: Sequence[Word], words: Opposition, language: Language) -> bool:
    """Whether a word is what something is said to be: no preposition stands between it and a form of *be*."""
    after = sentence[place + 1] if place + 1 < len(sentence) else None
    if after is not None and not sentence[place].capital and _modifies(sentence[place], after, language):
        return False
    for word in reversed(sentence[:place]):
        if word.word in words.being:
            return True
        if word.word in language.prepositions or word.word in words.stops:
            return False
    return False


def _has_subject(place: int, others: Sequence[Word], sentence: Sequence[Word], known: Table) -> bool:
    """Whether a verb stands right behind a word that the claim has before it too."""
    before = sentence[max(place - _TO_SUBJECT, 0) : place]
    return any(known.same(word, other) for word in others for other in before)


def _modifies(word: Word, after: Word, language: Language) -> bool:
    """Whether a word stands before another one that it goes with, as in *state capital*."""
    if after.start > word.end + 1 or after.word in language.stop_words:
        return False
    return not after.word.endswith((*language.past_endings, *language.participle_endings))


def _is_turned(found: Sequence[int], pair: Beside, words: Opposition, language: Language) -> bool:
    """Whether the sentence denies something, or says near what was found that it is not quite so."""
    sentence = pair.aligned.sentence
    near = sentence[max(min(found) - _BEFORE, 0) : max(found) + _AFTER]
    denied = [
        denial for denial in pair.passage_denied if not any(sentence[place] in denial.cue for place in found)
    ]
    return bool(denied) or any(
        word.word in words.turning
        or (word.word in words.intending and after.word in language.infinitive_marks)
        for word, after in zip(near, (*near[1:], near[-1]), strict=True)
    )
