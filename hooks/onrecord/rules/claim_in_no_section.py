"""A claim of a page with sections stands in none of them.

## What it does

Warns of a claim that neither the short answer, a section nor a block made from the claims (timeline, people,
words, absences) prints, on a page that has sections. It is printed all the same, at the end of the page.

## Why it matters

A claim that was forgotten where it belongs is read by nobody. Where it was left out on purpose, it is better
taken out of the file.

## Example

```yaml facts/example.yml mark="no-cracks"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: no-cracks
    text: The committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
sections:
  - heading: What was found?
    body:
      - claims: [safe]
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: no-cracks
    text: The committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
sections:
  - heading: What was found?
    body:
      - claims: [safe, no-cracks]
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Severity
from onrecord.ground.placing import block_claims
from onrecord.model import ClaimsParagraph, Explainer
from onrecord.resolve import Resolution
from onrecord.rule import rule

_BLOCKS = ("timeline", "people", "words", "absences")


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each claim that is placed nowhere."""
    for explainer in resolution.project.explainers:
        if not explainer.sections:
            continue
        placed = _placed(explainer)
        for claim in explainer.claims:
            if claim.withdrawn is None and claim.id not in placed:
                yield RULE.finding(
                    f"the claim {str(claim.id)!r} stands in no section, and is printed at the page's end",
                    claim.id.at(),
                    help="name it in a section, or take it out",
                    explainer=explainer.id,
                    claim=str(claim.id),
                )


def _placed(explainer: Explainer) -> set[str]:
    """The ids of the claims that a section, the answer or a block prints; missing blocks are put in."""
    live = {str(claim.id): claim for claim in explainer.claims if claim.withdrawn is None}
    placed = {str(id) for id in explainer.answer}
    for section in explainer.sections:
        for part in section.body:
            if isinstance(part, ClaimsParagraph):
                placed.update(map(str, part.claims))
    for kind in _BLOCKS:
        placed.update(block_claims(kind, explainer, live))
    return placed


RULE = rule(__name__, __doc__, Severity.WARNING, check)
