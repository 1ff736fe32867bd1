"""A key has an empty value.

## What it does

Reports a key with no value, with blanks only, with ``null`` or ``~``, and a list without entries where
there must be one.

## Why it matters

An empty text is found in every source, and an empty note on a page looks like a fault of the page.

## Example

```yaml facts/example.yml mark="speaker"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
        speaker:
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
