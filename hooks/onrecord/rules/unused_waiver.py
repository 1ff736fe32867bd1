"""A waiver makes an exception of nothing.

## What it does

Reports a waiver on a claim that the rule has nothing against.

## Why it matters

Readers see each exception and its reason. One that is not needed any more makes the claim look weaker than
it is, and would hide the next real finding.

## Example

```yaml facts/example.yml mark="cut-before-contrast"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
    waivers:
      - {rule: cut-before-contrast, reason: The gate is no part of the wall., reviewed: 55b93216}
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: wall
    text: The wall is sound.
    evidence:
      - quote: The wall is sound
    waivers:
      - {rule: cut-before-contrast, reason: The gate is no part of the wall., reviewed: ac4ff63a}
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule, told_by_check

RULE = rule(__name__, __doc__, Severity.ERROR, told_by_check)
