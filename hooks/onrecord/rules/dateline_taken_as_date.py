"""The claim dates an event by the day on which it was reported.

## What it does

Reports a date that only stands at the head of a report (*Delhi, July 4:*), where the sentence on the event
names another day, or a weekday.

## Why it matters

The day of a report is seldom the day of what it reports.

## Example

```text seeds/report.txt
Springfield, July 4: The dam is sound. The gate was opened on Thursday.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="July 4"
title: The dam
source: report
claims:
  - id: dam
    text: The gate was opened on July 4.
    evidence:
      - quote: "Springfield, July 4: The dam is sound. The gate was opened on Thursday."
```

## Use instead

```text seeds/report.txt
Springfield, July 4: The dam is sound. The gate was opened on Thursday.
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
      - quote: "Springfield, July 4: The dam is sound. The gate was opened on Thursday."
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.date_findings import datelines_used
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each date that only dates the report."""
    yield from datelines_used(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
