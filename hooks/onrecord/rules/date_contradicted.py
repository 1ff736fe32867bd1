"""The claim gives another date than its quotations for the same event.

## What it does

Reports a year, month, day or weekday where the quotations have another one for the same thing. *Before
1965* is true of 1962, and 2025 of April 2025; a year that is right in another sentence is wrong here.

## Why it matters

A date decides what came first, and a wrong one changes what caused what.

## Example

```yaml facts/example.yml mark="1972"
title: The dam
source: report
claims:
  - id: dam
    text: The dam was built in 1972.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: dam
    text: The dam was built in the 1960s.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.date_findings import dates_contradicted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each date that stands against another."""
    yield from dates_contradicted(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
