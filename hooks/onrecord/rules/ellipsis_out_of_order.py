"""The stretches around an ellipsis do not stand in the source in this order.

## What it does

Reports a quotation with an ellipsis whose stretches are all in the source, but not one after the other.

## Why it matters

An ellipsis says that words were left out, and nothing else. Put in another order, true words make a
sentence that nobody wrote.

## Example

```yaml facts/example.yml mark="..."
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe. ... In May, the committee examined it
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
```
"""

from collections.abc import Iterator

from onrecord.excerpts import related
from onrecord.finding import Finding, Severity
from onrecord.hints import at_fault, refused
from onrecord.resolve import Reason, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation whose stretches were put in another order."""
    for resolved, outcome in refused(resolution, Reason.ELLIPSIS_OUT_OF_ORDER):
        assert outcome.source is not None
        yield RULE.finding(
            outcome.detail or "the stretches do not stand in the source in this order",
            at_fault(outcome),
            help="keep the order of the source, or quote each stretch by itself",
            related=related(outcome.source, outcome.places, "one of the stretches"),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
