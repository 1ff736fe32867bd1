"""A word to search for has a star in the wrong place.

## What it does

Reports an entry of ``absent`` that is not made of words with a ``*`` at their ends only.

## Why it matters

Readers are told which words were searched for. A star alone, or in the middle of a word, does not say
what was.

## Example

```yaml facts/example.yml mark='"*flood"'
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: no-flood
    text: Floods are not mentioned.
    evidence:
      - absent: ["*flood"]
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
  - id: no-flood
    text: Floods are not mentioned.
    evidence:
      - absent: [flood*]
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
