"""The claim gives as the number what its quotations give as the most there may be.

## What it does

Warns of a number without *up to*, *at most*, *as many as* or the like, which its quotations have before it.

## Why it matters

Up to 25 years may be one.

## Example

```text seeds/report.txt
The repair will take up to 25 years.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="25 years"
title: The dam
source: report
claims:
  - id: dam
    text: The repair will take 25 years.
    evidence:
      - quote: The repair will take up to 25 years.
```

## Use instead

```text seeds/report.txt
The repair will take up to 25 years.
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
    text: The repair will take up to 25 years, the report says.
    evidence:
      - quote: The repair will take up to 25 years.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.quantity_findings import limits_dropped
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each number without its limit."""
    yield from limits_dropped(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.WARNING, compare)
