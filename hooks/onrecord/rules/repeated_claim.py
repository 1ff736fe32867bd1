"""A list names the same claim twice.

## What it does

Reports the second time that a claim stands in one paragraph, in the answer or in another list of claims.

## Why it matters

Said twice in a row, a claim looks like two.

## Example

```yaml facts/example.yml mark="safe" place=5
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
sections:
  - heading: What was found?
    body:
      - claims: [safe, safe]
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
sections:
  - heading: What was found?
    body:
      - claims: [safe]
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
