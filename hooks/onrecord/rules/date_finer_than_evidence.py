"""The claim's date is said to be stated, and its quotations do not state it so.

## What it does

Reports a ``date`` with ``date_basis: stated`` that is finer than the dates of the quotations, or another.

## Why it matters

What is stated can be looked up. What was worked out has to be shown with its working.

## Example

```yaml facts/example.yml mark="1962-03"
title: The dam
source: report
claims:
  - id: dam
    text: The dam was built in 1962.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
    date: 1962-03
    date_basis: stated
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
    date: 1962
    date_basis: stated
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.date_findings import finer_than_stated
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for a date that no passage states so."""
    yield from finer_than_stated(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
