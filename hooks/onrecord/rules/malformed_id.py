"""An id has signs that an id may not have.

## What it does

Reports an id of a claim, a source, an entity or an explainer (the name of its file) that is not made of
small letters and digits in parts joined by single hyphens, that is longer than 64 characters, or that
computers keep for themselves (``index``, and ``con``, ``nul`` and such on Windows).

## Why it matters

Ids become addresses and names of files. Two that differ in a capital letter only are one file on many
disks, and one claim would take the other's place.

## Example

```yaml facts/example.yml mark="Dam_Safe"
title: The dam
source: report
claims:
  - id: Dam_Safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: dam-safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
