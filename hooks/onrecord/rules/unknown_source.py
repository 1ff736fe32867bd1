"""The evidence names a source that is not in ``seeds/``.

## What it does

Reports a quotation whose source is not known.

## Why it matters

A quotation from nowhere cannot be checked.

## Example

```yaml facts/example.yml
title: The dam
claims:
  - id: safe
    text: The dam was found safe.
    evidence:
      - quote: The committee found that the dam was safe.
        source: raport
```

## Use instead

```yaml facts/example.yml
title: The dam
claims:
  - id: safe
    text: The dam was found safe.
    evidence:
      - quote: The committee found that the dam was safe.
        source: report
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Severity
from onrecord.resolve import Reason, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation whose source is unknown."""
    for resolved, outcome in resolution.unresolved(Reason.UNKNOWN_SOURCE):
        place = outcome.quotation.source
        yield RULE.finding(
            f"there is no source {place!r}" if place else "the quotation names no source",
            place.at() if place else outcome.quotation.at,
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
