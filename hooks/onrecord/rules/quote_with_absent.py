"""An entry is a quotation and a search for absent words at once.

## What it does

Reports an entry of ``evidence`` that has both ``quote`` and ``absent``.

## Why it matters

The two are different kinds of evidence, and readers are shown which is which.

## Example

```yaml facts/example.yml mark="absent"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
        absent: [collapse*]
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
      - absent: [collapse*]
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
