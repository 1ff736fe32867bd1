"""A date was inferred, and nothing says how.

## What it does

Reports ``date_basis: inferred`` without a ``date_note``.

## Why it matters

A date that is not in the source is our own reasoning, and readers must be able to follow it.

## Example

```yaml facts/example.yml mark="inferred"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
    date: 2026-06
    date_basis: inferred
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
    date: 2026-06
    date_basis: inferred
    date_note: The report speaks of May as last month.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
