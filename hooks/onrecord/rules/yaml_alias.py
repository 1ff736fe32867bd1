"""A value is repeated by an anchor, an alias or a merge key.

## What it does

Reports ``&name`` and ``*name``, with which YAML repeats a value in another place, and ``<<``, with which
it takes over keys.

## Why it matters

What a claim says has to stand where the claim stands. A repeated value changes in one place and means
something in another, and a few lines of them can be made to fill a computer's memory.

## Example

```yaml facts/example.yml mark="&found"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: &found The committee found that the dam was safe.
  - id: found
    text: The dam was found safe by the committee.
    evidence:
      - quote: *found
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
  - id: found
    text: The dam was found safe by the committee.
    evidence:
      - quote: The committee found that the dam was safe.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
