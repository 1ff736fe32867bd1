"""One short quotation alone carries a whole row of claims.

## What it does

Warns where more than six claims of a page rest on one and the same quotation of at most forty words, and on
nothing else.

## Why it matters

A sentence says one or two things. Where seven claims are drawn out of it, most of them say more than it does.

## Example

```yaml facts/example.yml mark="The committee found that the dam was safe." place=8
title: The dam
source: report
claims:
  - id: claim-1
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: claim-2
    text: The dam was safe, the committee found.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: claim-3
    text: That the dam was safe was found by the committee.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: claim-4
    text: The committee found the dam safe.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: claim-5
    text: Safe was what the committee found the dam.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: claim-6
    text: The dam was found safe by the committee.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: claim-7
    text: It was the committee that found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: claim-1
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```
"""

from collections.abc import Iterator

from onrecord.excerpts import MOST_SHOWN
from onrecord.finding import Finding, Related, Severity
from onrecord.model import Quotation
from onrecord.resolve import Resolution, ResolvedClaim
from onrecord.rule import rule

_MOST_CLAIMS = 6
_MOST_WORDS = 40


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation that too many claims rest on alone, at the first claim too many."""
    resting: dict[tuple[str, str, str], list[tuple[ResolvedClaim, Quotation]]] = {}
    for resolved in resolution.claims:
        evidence = resolved.claim.evidence
        if (
            resolved.claim.withdrawn is not None
            or len(evidence) != 1
            or not isinstance(evidence[0], Quotation)
        ):
            continue
        words = evidence[0].exact.split()
        if len(words) <= _MOST_WORDS:
            source = str(evidence[0].source or resolved.explainer.source or "")
            key = (resolved.explainer.id, source, " ".join(words))
            resting.setdefault(key, []).append((resolved, evidence[0]))
    for those in resting.values():
        if len(those) > _MOST_CLAIMS:
            yield _overused(those)


def _overused(those: list[tuple[ResolvedClaim, Quotation]]) -> Finding:
    resolved, quotation = those[_MOST_CLAIMS]
    others = [Related("another", other.exact.at()) for _, other in those if other is not quotation]
    return RULE.finding(
        f"{len(those)} claims rest on these words alone",
        quotation.exact.at(),
        help="quote more of the source for each claim, or put the claims together",
        related=tuple(others[:MOST_SHOWN]),
        explainer=resolved.explainer.id,
        claim=str(resolved.claim.id),
    )


RULE = rule(__name__, __doc__, Severity.WARNING, check, waivable=True)
