"""What a model of one's own makes of claims and their quotations: it is asked last and can only warn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from msgspec import Struct

from onrecord.excerpts import MOST_SHOWN
from onrecord.finding import Finding, Note, Related
from onrecord.ground.comparison import Comparison, Passage, comparisons
from onrecord.model import Reference
from onrecord.resolve import Resolution
from onrecord.rule import Rule

RULE_ID = "entailment-doubted"
DOUBTED_BELOW = 0.5


class Opinion(NamedTuple):
    """How sure a model is that a claim follows from passages, from 0 to 1.

    ``is_cut`` says that the passages were longer than it reads, so that it saw their beginning only.
    """

    probability: float
    is_cut: bool = False


class SecondOpinion(Struct, frozen=True):
    """A model that can be asked whether a claim follows from passages.

    ``ask`` takes the passages in one text and the claim's text, and answers nothing where it cannot read the
    claim whole. A claim is doubted where the answer is less than ``doubted_below``.
    """

    name: str
    ask: Callable[[str, str], Opinion | None]
    doubted_below: float = DOUBTED_BELOW


class Asked(Struct, frozen=True):
    """What came of asking: the ``claims`` (ids of explainer and claim) asked about, and the doubts."""

    model: str = ""
    claims: frozenset[tuple[str, str]] = frozenset()
    findings: tuple[Finding, ...] = ()


NOBODY = Asked()
"""What comes of not asking."""


def ask(
    second: SecondOpinion, resolution: Resolution, rule: Rule, faulty: Collection[tuple[str, str]]
) -> Asked:
    """Ask about each claim that can be compared with its passages, but for the ``faulty`` ones.

    What is worked out from other claims is left out too: a model of language does not calculate.
    """
    claims: list[tuple[str, str]] = []
    findings: list[Finding] = []
    for comparison in resolution.once(comparisons):
        key = (comparison.explainer.id, str(comparison.claim.id))
        if comparison.derived or key in faulty:
            continue
        passages = " ".join(_words(comparison.passages))
        opinion = second.ask(passages, " ".join(comparison.claim.text.split()))
        if opinion is None:
            continue
        claims.append(key)
        if opinion.probability < second.doubted_below:
            findings.append(_doubt(second, comparison, opinion, rule))
    return Asked(second.name, frozenset(claims), tuple(findings))


def _words(passages: tuple[Passage, ...]) -> Iterator[str]:
    """The words of each passage, with what the author says they refer to in brackets, as readers see it."""
    for passage in passages:
        words = passage.reading.content
        for reference in passage.quotation.refers if passage.quotation else ():
            words = _explained(words, reference)
        yield from words.split()


def _explained(text: str, reference: Reference) -> str:
    words = reference.words
    start = text.find(words)
    while start >= 0 and words:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return f"{text[:end]} [{reference.means}]{text[end:]}"
        start = text.find(words, end)
    return text


def _doubt(second: SecondOpinion, comparison: Comparison, opinion: Opinion, rule: Rule) -> Finding:
    several = len(comparison.passages) > 1
    quotations = "quotations do" if several else "quotation does"
    sureness = int(opinion.probability * 100) / 100  # cut off: 0.499 is not 0.50, which is no doubt
    notes = [
        Note("model", f"{second.name}: 1 means that the claim surely follows, 0 that it surely does not")
    ]
    if opinion.is_cut:
        notes.append(Note("model", "it read the beginning only: the quotation is longer than it can read"))
    told = tuple(Related("the quotation says", passage.at()) for passage in comparison.passages)
    return rule.finding(
        f"the model finds that the {quotations} not carry this, {sureness:.2f}",
        comparison.claim.text.at(),
        help="read both again; word the claim closer to the quotation, quote what is missing, or waive this",
        related=told[:MOST_SHOWN],
        notes=tuple(notes),
        explainer=comparison.explainer.id,
        claim=str(comparison.claim.id),
    )
