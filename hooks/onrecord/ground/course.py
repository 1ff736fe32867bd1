"""Where in its course a thing stands: it was once, is now, begins, goes on, ends, has not been so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.ground.comparison import Comparison
from onrecord.ground.phrases import Beside, Found, closest, found, is_content, same, sentences_of
from onrecord.ground.reading import Reading, Word
from onrecord.ground.scope import Changed, scope_of
from onrecord.language import Language

_NEAR = 7
_HALF = 0.5
_MOST = 0.6
_PHASES = frozenset(("begin", "go on", "end"))
_NOW, _PAST, _EVER, _SO_FAR = "now", "past", "ever", "so far"


def courses(reading: Reading) -> tuple[tuple[Found, ...], ...]:
    """The words about the course of things, sentence by sentence; their places count words and marks."""
    return reading.once(_courses)


def _courses(reading: Reading) -> tuple[tuple[Found, ...], ...]:
    scope = scope_of(reading.language)
    if scope is None:
        return tuple(() for _ in sentences_of(reading))
    return tuple(tuple(found(forms.words, scope.courses)) for forms in sentences_of(reading))


def shifted(comparison: Comparison) -> tuple[Changed, ...]:
    """Where the claim puts a thing at another point of its course than its passage."""
    return tuple(_shifted(comparison))


def _shifted(comparison: Comparison) -> Iterator[Changed]:
    known = {
        place.sense for passage in comparison.passages for line in courses(passage.reading) for place in line
    }
    if not known:
        return
    for beside in closest(comparison):
        mine = courses(comparison.reading)[beside.number]
        if not mine or beside.share < _HALF:
            continue
        theirs = courses(beside.passage.reading)[beside.other]
        change = _now_for_past(mine, theirs, known) or _ever_for_so_far(beside, mine, theirs)
        change = change or _other_phase(beside, mine, theirs, known)
        if change is not None:
            one, other = change
            yield Changed(
                beside.claim.words[one.start : one.end],
                beside.said.words[other.start : other.end],
                beside.passage,
            )


def revived(comparison: Comparison) -> tuple[Changed, ...]:
    """Where the claim says that a thing is so, and its passage that it was so once."""
    return tuple(_revived(comparison))


def _revived(comparison: Comparison) -> Iterator[Changed]:
    language = comparison.language
    scope = scope_of(language)
    if scope is None:
        return
    for beside in closest(comparison):
        mine = beside.claim.words
        if beside.share < _MOST or any(word.word in scope.bygone for word in mine):
            continue
        for place in found(beside.said.words, scope.gone):
            behind = _next(beside.said.words[place.end : place.end + 3], language)
            if behind is None:
                continue
            for number, word in enumerate(mine):
                if not same(word, behind, language):
                    continue
                linked = any(other.word in scope.present for other in mine[max(0, number - 3) : number])
                if linked or _is_present_of(word, behind, language):
                    yield Changed((word,), beside.said.words[place.start : place.end], beside.passage)
                    return


def _is_present_of(word: Word, past: Word, language: Language) -> bool:
    """Whether a word may be the present tense of a verb that stands in the past tense."""
    certainty = language.lexicon.certainty if language.lexicon else None
    if word.word == past.word:
        return False
    irregular = certainty is not None and certainty.verbs.get(past.word) == word.word
    return irregular or word.word.endswith(language.present_endings)


def _of(places: Sequence[Found], sense: str) -> Found | None:
    return next((place for place in places if place.sense == sense), None)


def _now_for_past(
    mine: Sequence[Found], theirs: Sequence[Found], known: set[str]
) -> tuple[Found, Found] | None:
    one, other = _of(mine, _NOW), _of(theirs, _PAST)
    if one is None or other is None or _NOW in known or _of(mine, _PAST) is not None:
        return None
    return one, other


def _ever_for_so_far(
    beside: Beside, mine: Sequence[Found], theirs: Sequence[Found]
) -> tuple[Found, Found] | None:
    one, other = _of(mine, _EVER), _of(theirs, _SO_FAR)
    if one is None or other is None or _of(mine, _SO_FAR) is not None or _of(theirs, _EVER) is not None:
        return None
    ahead = any(word.word in beside.said.language.conditional for word in beside.claim.words)
    return (one, other) if ahead else None


def _other_phase(
    beside: Beside, mine: Sequence[Found], theirs: Sequence[Found], known: set[str]
) -> tuple[Found, Found] | None:
    for one in mine:
        if one.sense not in _PHASES or one.sense in known:
            continue
        for other in theirs:
            if other.sense in _PHASES and other.sense != one.sense and _governs_same(beside, one, other):
                return one, other
    return None


def _governs_same(beside: Beside, one: Found, other: Found) -> bool:
    """Whether the next word that matters behind the claim's stands close behind the passage's too."""
    language = beside.said.language
    behind = _next(beside.claim.words[one.end :], language)
    if behind is not None:
        return any(same(behind, word, language) for word in beside.said.words[other.end : other.end + _NEAR])
    before = _next(beside.claim.words[: one.start][::-1], language)
    return before is not None and any(
        same(before, word, language) for word in beside.said.words[max(0, other.start - _NEAR) : other.start]
    )


def _next(words: Sequence[Word], language: Language) -> Word | None:
    return next((word for word in words if is_content(word, language)), None)
