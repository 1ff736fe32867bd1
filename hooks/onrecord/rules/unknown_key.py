"""There is no such key.

## What it does

Reports a key that does not exist in this place.

## Why it matters

A misspelt key would be passed over, and with it what it should have said: a ``speeker`` leaves the
quotation without its speaker.

## Example

```yaml facts/example.yml mark="speeker"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
        speeker: the committee
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
        speaker: the committee
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
