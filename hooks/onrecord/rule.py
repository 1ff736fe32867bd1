"""What a rule is: a named check with an explanation and runnable examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from msgspec import Struct

from onrecord.excerpts import MOST_SHOWN, excerpt, whole_sentence
from onrecord.finding import Finding, Fix, Note, Related, Severity
from onrecord.ground.comparison import Comparison, Disagreement, Passage, comparisons
from onrecord.mending import instead, leaving_out
from onrecord.resolve import Resolution
from onrecord.text import Location, Scalar, Span


class Rule(Struct, frozen=True):
    """A named check.

    Each file of ``rules/`` holds one as ``RULE``; its id is the file's name with hyphens, and the
    file's docstring is its explanation, under *What it does*, *Why it matters*, *Example* and *Use
    instead* (the two fenced examples are run as tests).
    """

    id: str
    severity: Severity
    check: Callable[[Resolution], Iterable[Finding]]
    explanation: str
    waivable: bool = False
    compare: Callable[[Comparison], Iterable[Disagreement]] | None = None
    """What holds a claim against the passages that are to carry it, where the rule is about that."""

    def finding(self, message: str, location: Location, **rest: Any) -> Finding:
        """A finding of this rule; ``rest`` are the other fields of `Finding`."""
        return Finding(self.id, self.severity, message, location, **rest)


def rule(
    module: str,
    explanation: str | None,
    severity: Severity,
    check: Callable[[Resolution], Iterable[Finding]] | None = None,
    *,
    waivable: bool = False,
) -> Rule:
    """The rule of the module named ``module``, explained by its docstring.

    Without ``check`` its findings are the problems that a loader met and named after it.
    """
    id = module.rpartition(".")[2].replace("_", "-")
    return Rule(id, severity, check or partial(_problems, id, severity), explanation or "", waivable)


def grounding_rule(
    module: str,
    explanation: str | None,
    severity: Severity,
    compare: Callable[[Comparison], Iterable[Disagreement]],
) -> Rule:
    """The rule of the module named ``module`` that holds each claim against its passages.

    Its findings need a judgement in the end, so it can be waived.
    """
    id = module.rpartition(".")[2].replace("_", "-")
    check = partial(_disagreements, id, severity, compare)
    return Rule(id, severity, check, explanation or "", waivable=True, compare=compare)


def _disagreements(
    id: str,
    severity: Severity,
    compare: Callable[[Comparison], Iterable[Disagreement]],
    resolution: Resolution,
) -> Iterator[Finding]:
    for comparison in resolution.once(comparisons):
        for found in compare(comparison):
            yield _told(id, severity, comparison, found)


def _told(id: str, severity: Severity, comparison: Comparison, found: Disagreement) -> Finding:
    claim = comparison.claim
    passage = found.passage or (comparison.passages[0] if len(comparison.passages) == 1 else None)
    if passage is None:
        places = [each.at() for each in comparison.passages]
    else:
        places = [passage.at(span) for span in found.places] or [passage.at()]
    value = claim.text if found.value is None else found.value
    return Finding(
        id,
        severity,
        found.message,
        value.at(found.words),
        help=found.help,
        related=tuple(Related(found.told, place) for place in places[:MOST_SHOWN]),
        notes=() if passage is None else tuple(_quoted(passage, found.places)),
        fix=_fix(value, found),
        explainer=comparison.explainer.id,
        claim=str(claim.id),
    )


def _fix(value: Scalar, found: Disagreement) -> Fix | None:
    if found.instead is None:
        return None
    return instead(value, found.instead, found.words) if found.instead else leaving_out(value, found.words)


def _quoted(passage: Passage, places: tuple[Span, ...]) -> Iterator[Note]:
    """The sentence of the source in which the words stand that a claim disagrees with."""
    location = passage.origin
    if isinstance(location, Location) and location.span and passage.source is not None:
        start = location.span.start + (places[0].start if places else 0)
        sentence = whole_sentence(passage.source, Span(start, start))
        low, high = max(sentence.start, location.span.start), min(sentence.end, location.span.end)
        yield Note("source", excerpt(passage.source, Span(low, max(low, high))))


def _problems(id: str, severity: Severity, resolution: Resolution) -> Iterator[Finding]:
    for problem in resolution.project.problems:
        if problem.rule == id:
            yield problem.finding(severity)


def told_by_check(resolution: Resolution) -> Iterable[Finding]:
    """The ``check`` of a rule about other rules' findings: nothing; `onrecord.check` reports them."""
    return ()
