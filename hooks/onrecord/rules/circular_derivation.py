"""A claim is worked out from itself.

## What it does

Reports a claim that is derived from itself, or from claims that are in the end derived from it.

## Why it matters

Two claims that hold each other up stand on nothing, however many steps lie between them.

## Example

```yaml facts/example.yml mark="sound" place=3
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: sound
    text: The dam is sound, as the committee found it safe.
    derived: {from: [sound], how: What is safe is sound.}
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
  - id: sound
    text: The dam is sound, as the committee found it safe.
    derived: {from: [safe], how: What is safe is sound.}
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
