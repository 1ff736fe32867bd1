"""A required key is missing.

## What it does

Reports where a key is missing that must be there, at the first key of what lacks it.

## Why it matters

A claim without its sentence or its id cannot be printed, linked or checked.

## Example

```yaml facts/example.yml mark="id"
title: The dam
source: report
claims:
  - id: safe
    evidence:
      - quote: The committee found that the dam was safe.
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

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
