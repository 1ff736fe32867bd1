"""The quoted words are not in the source.

## What it does

Reports a quotation whose words do not stand in the source it names.

## Why it matters

A reader who opens the evidence must see the very words. Words that nobody wrote support nothing.

## Example

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: safe
    text: The dam was found safe.
    evidence:
      - quote: Engineers from three countries praised the dam.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: safe
    text: The dam was found safe.
    evidence:
      - quote: The committee found that the dam was safe.
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Severity
from onrecord.resolve import Reason, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation that is nowhere in its source."""
    for resolved, outcome in resolution.unresolved(Reason.NOT_FOUND):
        yield RULE.finding(
            "the words are not in the source",
            outcome.quotation.exact.at(outcome.part),
            help="quote the source's own words, or drop the claim",
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
