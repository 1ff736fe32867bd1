"""A value is given a type.

## What it does

Reports ``!name`` and ``!!name`` before a value.

## Why it matters

All values here are plain text, so a type can only mislead. In other readers of YAML such a tag can load
a file or run a program.

## Example

```yaml facts/example.yml mark="!!str"
title: !!str The dam
source: report
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
