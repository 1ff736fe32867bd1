"""A waiver is not for the words that the claim and its quotations have now.

## What it does

Reports a waiver without ``reviewed``, or with one that fits other words: the claim, a quotation or a claim
that it is worked out from has changed since, or was never reviewed. The finding shows the line to write.

## Why it matters

Somebody looked at these very words and found the exception fair. Once they change, nobody has looked at what
is printed, so read the claim and its passages again before you write the new line.

## Example

```yaml facts/example.yml mark="00000000"
title: The dam
source: report
claims:
  - id: wall
    text: The wall is sound.
    evidence:
      - quote: The wall is sound
    waivers:
      - {rule: cut-before-contrast, reason: The gate is no part of the wall., reviewed: 00000000}
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: wall
    text: The wall is sound.
    evidence:
      - quote: The wall is sound
    waivers:
      - {rule: cut-before-contrast, reason: The gate is no part of the wall., reviewed: ac4ff63a}
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule, told_by_check

RULE = rule(__name__, __doc__, Severity.ERROR, told_by_check)
