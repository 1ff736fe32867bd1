"""A date is not in a form that is understood, or not in the calendar.

## What it does

Reports a date that does not exist or that is not written as ``2025``, ``2025-04`` or ``2025-04-17``. The
dates of claims and sources may also be uncertain (``2025-04?``), approximate (``2025~``) or ranges
(``2021-08/..``), as the Extended Date/Time Format has it (EDTF, levels 0 and 1); those of corrections
and the like are single days.

## Why it matters

``03/04/2025`` is in March for some readers and in April for others, and a 30 February shows that
something was mistyped.

## Example

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: built
    text: The dam was built in 1962 and holds back 2,100 tons of water.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
    date: 2026-02-30
    date_basis: stated
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: built
    text: The dam was built in 1962 and holds back 2,100 tons of water.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
    date: 1962
    date_basis: stated
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
