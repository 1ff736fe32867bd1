"""A model reads the quotations otherwise than the claim.

## What it does

Where ``onrecord check`` is given a model with ``--entailment``, the model reads each claim beside its
quotations, and this rule reports those that it finds not to follow, with how sure it is. Without a model the
rule says nothing. A claim that has an error already, one that is worked out from others, and one that is a
quotation word for word are not put to the model.

## Why it matters

The other rules compare words. A claim can use the words of its quotation and still say more, such as a
reason that nobody gave. A model sees some of that, but it cannot say why, and it is wrong now and then: so
it only warns, and never about words that are not there.

## Example

```yaml facts/example.yml mark="People asked about the dam all winter, so the committee examined it in May."
title: The dam
source: report
claims:
  - id: examined
    text: People asked about the dam all winter, so the committee examined it in May.
    evidence:
      - quote: >-
          People had asked about the dam all winter. In May, the committee examined it and found no cracks.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: examined
    text: People had asked about the dam all winter, and in May, the committee examined it.
    evidence:
      - quote: >-
          People had asked about the dam all winter. In May, the committee examined it and found no cracks.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule, told_by_check

RULE = rule(__name__, __doc__, Severity.WARNING, told_by_check, waivable=True)
