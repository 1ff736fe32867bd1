"""A weekday does not fall on the date that it stands with.

## What it does

Reports a weekday in a claim that does not fall on the full date beside it, or on the day in the claim's
``date``; and a ``date`` that does not fall on the weekday in the quotation.

## Why it matters

One of the two is wrong, and the calendar knows.

## Example

```text seeds/report.txt
The gate was opened on Thursday.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="Thursday"
title: The dam
source: report
claims:
  - id: dam
    text: The gate was opened on Thursday.
    evidence:
      - quote: The gate was opened on Thursday.
    date: 2025-07-04
    date_basis: inferred
    date_note: The report is of that week.
```

## Use instead

```text seeds/report.txt
The gate was opened on Thursday.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: dam
    text: The gate was opened on Thursday.
    evidence:
      - quote: The gate was opened on Thursday.
    date: 2025-07-03
    date_basis: inferred
    date_note: The report is of that week.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.date_findings import weekdays_wrong
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each weekday that does not fall on its date."""
    yield from weekdays_wrong(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
