"""A claim that another one has taken the place of is used as if it still stood.

## What it does

Reports a claim that another one ``supersedes`` where the short answer, the title, a heading or an entity
rests on it, or a claim that is not superseded itself leans on it.

## Why it matters

The page says of the claim that it is superseded. It cannot be the answer as well.

## Example

```yaml facts/example.yml mark="safe"
title: The dam
source: report
answer: [safe]
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: no-cracks
    text: The committee found no cracks.
    supersedes: [safe]
    evidence:
      - quote: In May, the committee examined it and found no cracks.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
answer: [no-cracks]
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: no-cracks
    text: The committee found no cracks.
    supersedes: [safe]
    evidence:
      - quote: In May, the committee examined it and found no cracks.
```
"""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.finding import Finding, Related, Severity
from onrecord.mending import instead, without_entry
from onrecord.model import Explainer
from onrecord.resolve import Resolution
from onrecord.rule import rule
from onrecord.text import Scalar


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each place where a superseded claim is used."""
    for explainer in resolution.project.explainers:
        superseded: dict[str, Scalar] = {}
        for claim in explainer.claims:
            if claim.withdrawn is None:
                superseded.update((str(id), claim.id) for id in claim.supersedes if id != claim.id)
        if superseded:
            for use in _uses(explainer, superseded):
                for id in use.ids:
                    if id in superseded and superseded[id] != use.claim:
                        yield _finding(explainer, id, use, superseded[id])


class _Use(NamedTuple):
    """The ids of claims in one list, whose list it is, and the id of the claim that it belongs to."""

    ids: tuple[Scalar, ...]
    user: str
    claim: str = ""


def _uses(explainer: Explainer, superseded: dict[str, Scalar]) -> Iterator[_Use]:
    yield _Use(explainer.answer, "the short answer")
    yield _Use(explainer.rests_on, "the title")
    for section in explainer.sections:
        yield _Use(section.rests_on, "the heading")
    for entity in explainer.entities:
        if entity.role is not None:
            yield _Use((entity.role,), "the entity")
    for claim in explainer.claims:
        if claim.withdrawn is None and claim.id not in superseded:
            yield _Use(claim.depends_on, "the claim", str(claim.id))
            yield _Use(claim.derived.claims if claim.derived else (), "the claim", str(claim.id))


def _finding(explainer: Explainer, id: Scalar, use: _Use, new: Scalar) -> Finding:
    is_named = new in use.ids
    return RULE.finding(
        f"{use.user} rests on {str(id)!r}, which {str(new)!r} has taken the place of",
        id.at(),
        help=f"name {str(new)!r} instead, or take it out",
        related=(Related("this claim takes its place", new.at()),),
        fix=without_entry(id.at(), f"'{id}'") if is_named else instead(id, str(new)),
        explainer=explainer.id,
        claim=use.claim,
    )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
