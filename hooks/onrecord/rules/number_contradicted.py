"""The claim gives another number than its quotations for the same thing.

## What it does

Reports a number in a claim where its quotations have another one for the same counted thing, measure or
sum. Digits and words are the same (*seven billion dollars*, *$7,000,000,000*), and so are two decades and 20
years. *More than 50* is true of 53, and a round number of the exact one; a number that is right somewhere
else in the quotation is wrong here.

## Why it matters

A wrong figure is the mistake that readers repeat.

## Example

```yaml facts/example.yml mark="2,800 tons"
title: The dam
source: report
claims:
  - id: dam
    text: The dam holds back 2,800 tons of water.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: dam
    text: The dam holds back more than 2,000 tons of water.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.quantity_findings import numbers_contradicted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each number that stands against another."""
    yield from numbers_contradicted(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
