"""The claim has a number that none of its quotations has.

## What it does

Warns of a number that no quotation has, in digits or words. What readers can count or work out is left
alone: the items of a list, a sum of two or three numbers, the years between two dates.

## Why it matters

A number that nobody can look up is our own.

## Example

```yaml facts/example.yml mark="340"
title: The dam
source: report
claims:
  - id: dam
    text: The dam was built in 1962 by 340 workers.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: dam
    text: The dam was built in 1962.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.quantity_findings import numbers_absent
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each number that no passage has."""
    yield from numbers_absent(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.WARNING, compare)
