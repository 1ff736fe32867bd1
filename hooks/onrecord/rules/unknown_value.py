"""A key has a value that it does not take.

## What it does

Reports a value of a key that takes one of a few words, or a value of a certain form, such as a web
address, a fingerprint or the number of a line.

## Why it matters

A value that nobody understands would be passed over or, worse, taken for the default. Web addresses
begin with ``http://`` or ``https://``, so that no link on a page can run a program.

## Example

```yaml facts/example.yml mark="suports"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
        stance: suports
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
        stance: supports
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
