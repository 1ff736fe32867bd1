"""A former name leads to something that is not there.

## What it does

Reports an entry of ``former_names`` whose ``replaced_by`` is the id of no topic, entity or source.

## Why it matters

The old address is in use out in the world. Who comes to it must be led on.

## Example

```yaml facts/example.yml mark="lakes-and-rivers"
title: The dam
source: report
topics: [Rivers]
former_names:
  - {of: topic, id: waters, date: 2026-12-01, why: Too wide., replaced_by: lakes-and-rivers}
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
topics: [Rivers]
former_names:
  - {of: topic, id: waters, date: 2026-12-01, why: Too wide., replaced_by: rivers}
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
