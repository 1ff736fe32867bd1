"""A waiver names a rule that cannot be waived.

## What it does

Reports a waiver of a rule that does not exist, or that allows of no exception.

## Why it matters

Only rules whose findings need a judgement can be waived. Words that are not in the source stay outside it,
whatever the reason.

## Example

```yaml facts/example.yml mark="quotation-not-found"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
    waivers:
      - {rule: quotation-not-found, reason: We remember it well.}
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
from onrecord.rule import rule, told_by_check

RULE = rule(__name__, __doc__, Severity.ERROR, told_by_check)
