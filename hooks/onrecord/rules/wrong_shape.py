"""A value is of another kind than its key takes.

## What it does

Reports a list where a text is wanted, a text where a list is wanted, a number where a sentence is
wanted, and so on.

## Why it matters

Reading one kind as the other goes wrong quietly: a text taken for a list is a list of letters, and each
letter is found in any source.

## Example

```yaml facts/example.yml mark="The committee found that the dam was safe." place=2
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence: The committee found that the dam was safe.
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
