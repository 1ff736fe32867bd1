"""What rules about quotations share: which outcomes they tell, the place at fault, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.excerpts import as_yaml, beside, excerpt
from onrecord.outside import CutOff, Outside
from onrecord.requoting import without_spaces
from onrecord.resolve import Evidence, Reason, Resolution, ResolvedClaim, Unresolved
from onrecord.text import Location, Span

_MOST_NEIGHBOURS = 12
_REACH = 200


# Which outcomes a rule reports


def refused(resolution: Resolution, reason: Reason) -> Iterator[tuple[ResolvedClaim, Unresolved]]:
    """Every quotation refused for ``reason``, without those whose odd characters are a finding already."""
    for resolved, outcome in resolution.unresolved(reason):
        quotation = outcome.quotation
        texts = (quotation.exact, quotation.prefix, quotation.suffix)
        if not any(text is not None and resolution.is_odd(text) for text in texts):
            yield resolved, outcome


def cut_off(resolution: Resolution, kind: Outside) -> Iterator[tuple[ResolvedClaim, Evidence, CutOff]]:
    """Every quotation whose gravest cut is of ``kind``: one cut is one finding, whatever all it took away."""
    for resolved, evidence in resolution.found():
        if evidence.cut_off:
            gravest = min(evidence.cut_off, key=lambda cut: _GRAVITY.index(cut.kind))
            if gravest.kind is kind:
                yield resolved, evidence, gravest


def left_out(evidence: Evidence, cut: CutOff) -> str:
    """What a quotation leaves out of its own sentence, and what that does to it."""
    words = f"the quotation leaves out {excerpt(evidence.source, cut.words)!r}"
    return f"{words}: these words {cut.why}" if cut.why else f"{words}, which govern it"


_GRAVITY = tuple(Outside)


def at_fault(outcome: Unresolved) -> Location:
    """Where the part of a quotation that is at fault stands, without the spaces around it."""
    exact, part = outcome.quotation.exact, outcome.part
    return exact.at() if part is None else exact.at(without_spaces(exact, part))


# Several places


def telling_neighbours(outcome: Unresolved) -> list[str]:
    """For each place of an ambiguous quotation the shortest neighbour that no other place has, as YAML."""
    source = outcome.source
    assert source is not None
    assert source.text is not None
    content = source.text.content
    after = [_following(content[span.end : span.end + _REACH]) for span in outcome.places]
    before = [_preceding(content[max(0, span.start - _REACH) : span.start]) for span in outcome.places]
    found = []
    for number, span in enumerate(outcome.places):
        suffix, prefix = _shortest(after, number), _shortest(before, number)
        near = content[max(0, span.start - 40) : span.start]
        if prefix and (not suffix or "\n" not in near):
            found.append(as_yaml("prefix", " ".join(prefix[::-1])))
        elif suffix:
            found.append(as_yaml("suffix", " ".join(suffix)))
        else:
            found.append(f"line: {source.text.position(span.start).line}")
    return found


def _following(text: str) -> list[str]:
    return text.split()[:_MOST_NEIGHBOURS]


def _preceding(text: str) -> list[str]:
    """The last words of ``text``, the last one first."""
    return text.split()[: -_MOST_NEIGHBOURS - 1 : -1]


def _shortest(neighbours: list[list[str]], number: int) -> list[str]:
    """The fewest words, at least two, that set one place apart, nearest first; empty if none do."""
    own = neighbours[number]
    others = neighbours[:number] + neighbours[number + 1 :]
    for count in range(min(2, len(own)) or 1, len(own) + 1):
        if not any(other[:count] == own[:count] for other in others):
            return own[:count]
    return []


# Neighbours and paragraphs


def neighbour(outcome: Unresolved, span: Span) -> str:
    """What really stands at ``span`` where the quotation's prefix, suffix or line is wrong."""
    source, quotation, name = outcome.source, outcome.quotation, outcome.detail
    assert source is not None
    assert source.text is not None
    if name == "line":
        return str(source.text.position(span.start).line)
    written = quotation.prefix if name == "prefix" else quotation.suffix
    return beside(source, span, len((written or "").split()), before=name == "prefix")


def crossing(outcome: Unresolved) -> Span | None:
    """The words of a quotation on both sides of the end of a paragraph, if they can be told."""
    source, exact = outcome.source, str(outcome.quotation.exact)
    assert source is not None
    last = beside(source, outcome.places[0], 1, before=True)
    first = beside(source, outcome.places[0], 1, before=False)
    at = exact.find(last)
    while last and first and at >= 0:
        end = at + len(last)
        following = len(exact[end:]) - len(exact[end:].lstrip())
        if following and exact.startswith(first, end + following):
            return Span(at, end + following + len(first))
        at = exact.find(last, at + 1)
    return outcome.part


def did_you_mean(name: str, known: Iterable[str], what: str, otherwise: str) -> str:
    """The likeliest of the ``known`` names as a help text, or what to do where none is like ``name``."""
    near = likeliest(name, known)
    return f"did you mean {near!r}?" if near else f"name {what} that there is, or {otherwise}"


def likeliest(name: str, known: Iterable[str]) -> str:
    """The likeliest of the ``known`` names; empty where none is like ``name``."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return str(near[0]) if near else ""
