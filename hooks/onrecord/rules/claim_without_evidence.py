"""A claim has no evidence.

## What it does

Reports a claim that has neither evidence nor other claims that it is worked out from, or whose
quotations all dispute it or are mere context.

## Why it matters

This is what On Record is for: nothing is published that does not stand on words in a source.

## Example

```yaml facts/example.yml mark="safe"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
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
