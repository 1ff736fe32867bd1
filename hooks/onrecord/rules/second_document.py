"""The file holds a second document.

## What it does

Reports what follows a line of ``---`` or ``...`` after the first document.

## Why it matters

Most readers of YAML see the first document only. What stands below would look published and checked, and
be neither.

## Example

```yaml facts/example.yml mark="---"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
---
title: The gate
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
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
