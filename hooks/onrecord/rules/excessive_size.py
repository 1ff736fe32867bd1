"""A file or a value is larger, deeper or fuller than anything a page needs.

## What it does

Reports a fact file or metadata of more than 1 MiB (1,048,576 bytes), 100,000 values or 20 levels of
lists and mappings inside each other, a value of more than 10,000 characters, a claim of more than 1,000,
quotations of one claim with more than 20,000 together, a source's text of more than 64 MiB, and a file with
more than 200 problems.

## Why it matters

The check has to end, and soon, whatever somebody sends in. Nothing that people read comes near these
limits.

## Example

```yaml facts/example.yml mark="[" place=20
title: The dam
source: report
subject: [[[[[[[[[[[[[[[[[[[[the dam]]]]]]]]]]]]]]]]]]]]
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
subject: [the dam]
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
