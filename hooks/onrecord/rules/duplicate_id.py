"""An id is used twice.

## What it does

Reports the second claim of a file with the same id, the second source or entity with the same id, and an
id that was retired and is in use again. Entities without an id and topics have one made of their name, and
all explainers share them: one id cannot be a person here and a place there, or stand for two topics.

## Why it matters

An id is an address. A link that somebody made to a claim must never lead to another one.

## Example

```yaml facts/example.yml mark="safe" place=4
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: safe
    text: In May, the committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
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
  - id: no-cracks
    text: In May, the committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
