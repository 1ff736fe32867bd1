"""The claim has a year, month or weekday that none of its quotations has.

## What it does

Warns of a date that no quotation gives, except full ones, which are an error of their own.

## Why it matters

Readers cannot tell where the date comes from. It may well be in another sentence: quote that one too.

## Example

```yaml facts/example.yml mark="1987"
title: The dam
source: report
claims:
  - id: dam
    text: In 1987 the committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: dam
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.date_findings import dates_absent
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each date that no passage has."""
    yield from dates_absent(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.WARNING, compare)
