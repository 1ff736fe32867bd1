"""The claim means a number as more, less or exactly, and its quotations say otherwise.

## What it does

Reports *more than*, *at least*, *fewer than*, *up to*, *exactly* and the like before a number for which the
quotations have words that contradict them, as *nearly four* and *more than four*.

## Why it matters

The little words before a number decide which numbers it stands for.

## Example

```text seeds/report.txt
The gate has been shut for nearly four years.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="more than four years"
title: The dam
source: report
claims:
  - id: dam
    text: The gate has been shut for more than four years.
    evidence:
      - quote: The gate has been shut for nearly four years.
```

## Use instead

```text seeds/report.txt
The gate has been shut for nearly four years.
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
    text: The gate has been shut for almost 4 years.
    evidence:
      - quote: The gate has been shut for nearly four years.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.quantity_findings import bounds_changed
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each number meant in another way."""
    yield from bounds_changed(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
