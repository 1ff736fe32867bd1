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

```yaml facts/example.yml mark="17.4.2025"
title: The dam
published: 17.4.2025
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```

## Use instead

```yaml facts/example.yml
title: The dam
published: 2025-04-17
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
