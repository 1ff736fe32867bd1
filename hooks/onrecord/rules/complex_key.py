"""A key is more than a word.

## What it does

Reports a list, a mapping or an alias where a key should stand. The rest of the file is not read.

## Why it matters

Keys are words from a fixed list. What looks like a key and is none would be passed over without a word.

## Example

```yaml facts/example.yml mark="[title, heading]"
? [title, heading]
: The dam
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
