"""A claim is named that does not exist.

## What it does

Reports an id in the answer, a section, ``derived``, ``depends_on`` and the like that no claim of the
file has.

## Why it matters

The page would have a hole where the claim should stand, or stand on nothing.

## Example

```yaml facts/example.yml mark="saef"
title: The dam
source: report
answer: [saef]
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
answer: [safe]
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
