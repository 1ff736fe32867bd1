"""The quoted words are not in the source.

## What it does

Reports a quotation whose words do not stand in the source that it names, and have nothing like them there
either. Where they stand in another source, the finding says in which.

## Why it matters

A reader who opens the evidence must see the very words. Words that nobody wrote support nothing.

## Example

```yaml facts/example.yml mark="Engineers from three countries praised the dam."
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: Engineers from three countries praised the dam.
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

from onrecord.finding import Finding, Severity
from onrecord.hints import refused
from onrecord.misses import of_miss
from onrecord.resolve import Reason, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation that is nowhere in its source."""
    for resolved, outcome in refused(resolution, Reason.NOT_FOUND):
        hint = of_miss(outcome)
        yield RULE.finding(
            hint.message,
            outcome.quotation.exact.at(hint.part),
            help=hint.help,
            notes=hint.notes,
            related=hint.related,
            fix=hint.fix,
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
