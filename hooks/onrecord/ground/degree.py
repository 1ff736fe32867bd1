"""How strongly a text puts a thing: words that stand on different steps of one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.ground.comparison import Comparison
from onrecord.ground.phrases import Beside, closest, is_content, same
from onrecord.ground.reading import Word
from onrecord.ground.scope import Changed, scope_of
from onrecord.lexicon.scope import Scope

_NEAR = 5
_HALF = 0.5


def strengthened(comparison: Comparison) -> tuple[Changed, ...]:
    """Where the claim has a stronger word than its passage for the same."""
    return tuple(_strengthened(comparison))


def _strengthened(comparison: Comparison) -> Iterator[Changed]:
    scope = scope_of(comparison.language)
    if scope is None:
        return
    for beside in closest(comparison):
        if beside.share >= _HALF:
            yield from _stronger(beside, scope)


def _stronger(beside: Beside, scope: Scope) -> Iterator[Changed]:
    own = {place for word in beside.claim.words for place in scope.steps.get(word.word, ())}
    for at, word in enumerate(beside.claim.words):
        for scale, step in scope.steps.get(word.word, ()):
            weaker = None
            for place, other in enumerate(beside.said.words):
                steps = [one for one in scope.steps.get(other.word, ()) if one[0] == scale]
                if not steps or not _in_one_frame(beside, at, place):
                    continue
                if steps[0][1] >= step:
                    break
                if steps[0] not in own:
                    weaker = other
            else:
                if weaker is not None:
                    yield Changed((word,), (weaker,), beside.passage)
                    return


def _in_one_frame(beside: Beside, at: int, place: int) -> bool:
    """Whether what stands behind both is the same, or what stands before both."""
    language = beside.said.language
    mine, theirs = beside.claim.words, beside.said.words
    behind = _content(mine[at + 1 : at + 1 + _NEAR], beside)[:1]
    if behind:
        return any(same(behind[0], other, language) for other in theirs[place + 1 : place + 1 + _NEAR])
    before = _content(mine[max(0, at - _NEAR) : at], beside)[-1:]
    return (
        any(same(before[0], other, language) for other in theirs[max(0, place - _NEAR) : place])
        if before
        else False
    )


def _content(words: Sequence[Word], beside: Beside) -> list[Word]:
    return [word for word in words if is_content(word, beside.said.language)]
