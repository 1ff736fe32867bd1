"""A key stands twice.

## What it does

Reports a key that stands twice among the same keys.

## Why it matters

YAML readers take the last of the two and say nothing, so a claim could be replaced by another one
further down where no reviewer looks.

## Example

```yaml facts/example.yml mark="text" place=2
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    text: The dam is safe.
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
