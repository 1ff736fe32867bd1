"""A page still stands on a claim that is withdrawn.

## What it does

Reports where a claim that is withdrawn is still named by the answer, a section, a heading, an entity, or
a claim that is worked out from it or falls with it.

## Why it matters

Withdrawn means that we no longer say so. What was built on it has to be looked at again.

## Example

```yaml facts/example.yml mark="safe"
title: The dam
source: report
answer: [safe]
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
    withdrawn: {date: 2026-06-01, why: The report was taken back.}
  - id: no-cracks
    text: In May, the committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
answer: [no-cracks]
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
    withdrawn: {date: 2026-06-01, why: The report was taken back.}
  - id: no-cracks
    text: In May, the committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
