"""A claim leans on one that has changed since, or that is contested.

## What it does

Warns of a claim that names another in ``depends_on`` or ``derived`` where the other one

- was corrected, until the claim was corrected or ``reread`` on that day or later;
- is contested, until the claim says itself that it is (``status: contested`` or ``interpretation``) or has a
  ``reread``.

## Why it matters

What was worked out from a claim may be wrong once that claim is another. Somebody has to read it again, and
``reread`` says when that was; readers see it.

## Example

```yaml facts/example.yml mark="no-cracks" place=2
title: The dam
source: report
claims:
  - id: no-cracks
    text: The committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
    corrections:
      - {date: 2026-12-01, was: There are no cracks., why: It left out who says so.}
  - id: safe
    text: The committee found that the dam was safe.
    depends_on: [no-cracks]
    evidence:
      - quote: The committee found that the dam was safe.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: no-cracks
    text: The committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
    corrections:
      - {date: 2026-12-01, was: There are no cracks., why: It left out who says so.}
  - id: safe
    text: The committee found that the dam was safe.
    depends_on: [no-cracks]
    reread: 2026-12-02
    evidence:
      - quote: The committee found that the dam was safe.
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Related, Severity
from onrecord.model import Claim
from onrecord.resolve import Resolution
from onrecord.rule import rule
from onrecord.text import Location, Scalar

_OPEN = ("contested", "interpretation")


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each claim named by one that was not read again since it changed."""
    for explainer in resolution.project.explainers:
        claims = {str(claim.id): claim for claim in explainer.claims}
        for claim in explainer.claims:
            named = (*claim.depends_on, *(claim.derived.claims if claim.derived else ()))
            for id in dict.fromkeys(named) if claim.withdrawn is None else ():
                base = claims.get(id)
                if base is None or base is claim or base.withdrawn is not None:
                    continue
                if found := _not_reviewed(claim, base):
                    yield _finding(explainer.id, claim, id, *found)


def _not_reviewed(claim: Claim, base: Claim) -> tuple[str, Location] | None:
    """What has happened to ``base`` that nobody has looked at ``claim`` for, and where that is said."""
    if base.corrections:
        last = max(base.corrections, key=lambda correction: correction.date)
        own = [str(correction.date) for correction in claim.corrections]
        if max((*own, str(claim.reread or ""))) < last.date:
            return f"was corrected on {last.date}", last.date.at()
    if base.status == "contested" and claim.status not in _OPEN and claim.reread is None:
        return "is contested", base.id.at()
    return None


def _finding(explainer: str, claim: Claim, id: Scalar, what: str, where: Location) -> Finding:
    return RULE.finding(
        f"the claim leans on {str(id)!r}, which {what}, and was not read again since",
        id.at(),
        help="read the claim again; if it still holds, write 'reread:' with the day, and if not, correct it",
        related=(Related("the claim it leans on", where),),
        explainer=explainer,
        claim=str(claim.id),
    )


RULE = rule(__name__, __doc__, Severity.WARNING, check, waivable=True)
