"""A claim that another one has taken the place of is used as if it still stood.

## What it does

Reports a claim that another one ``supersedes`` where the short answer, the title, a heading or an entity
rests on it, or a claim that is not superseded itself leans on it.

## Why it matters

The page says of the claim that it is superseded. It cannot be the answer as well.

## Example

```yaml facts/example.yml
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

from onrecord.finding import Finding, Related, Severity
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
            for id, user, claim_id in _uses(explainer, superseded):
                if id in superseded:
                    yield _finding(explainer, id, user, claim_id, superseded[id])


def _uses(explainer: Explainer, superseded: dict[str, Scalar]) -> Iterator[tuple[Scalar, str, str]]:
    for id in explainer.answer:
        yield id, "the short answer", ""
    for id in explainer.rests_on:
        yield id, "the title", ""
    for section in explainer.sections:
        for id in section.rests_on:
            yield id, "the heading", ""
    for entity in explainer.entities:
        if entity.role is not None:
            yield entity.role, "the entity", ""
    for claim in explainer.claims:
        if claim.withdrawn is None and claim.id not in superseded:
            for id in (*claim.depends_on, *(claim.derived.claims if claim.derived else ())):
                if superseded.get(id) != claim.id:
                    yield id, "the claim", str(claim.id)


def _finding(explainer: Explainer, id: Scalar, user: str, claim: str, instead: Scalar) -> Finding:
    return RULE.finding(
        f"{user} rests on {str(id)!r}, which {str(instead)!r} has taken the place of",
        id.at(),
        help=f"name {str(instead)!r} instead, or take it out",
        related=(Related("this claim takes its place", instead.at()),),
        explainer=explainer.id,
        claim=claim,
    )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
