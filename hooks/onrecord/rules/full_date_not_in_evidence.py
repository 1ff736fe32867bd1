"""The claim names a day, month and year that none of its quotations has.

## What it does

Reports a full date that no quotation gives. A date that an author has worked out is left alone where the
claim's own ``date`` says so, with ``date_basis: inferred`` and a ``date_note``.

## Why it matters

A full date looks as if somebody had looked it up.

## Example

```yaml facts/example.yml mark="12 March 2023"
title: The dam
source: report
claims:
  - id: dam
    text: On 12 March 2023, the committee found that the dam was safe.
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
from onrecord.ground.date_findings import days_absent
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each full date that no passage has."""
    yield from days_absent(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
