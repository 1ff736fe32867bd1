"""The claim places an event where it was reported from.

## What it does

Reports a place that only stands at the head of a report (*Delhi, July 4:*), where what is reported speaks of
other places.

## Why it matters

Reports from one country are often about another.

## Example

```text seeds/report.txt
Lisbon, July 4: The dam in Norway is sound. The gate was opened again.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="Lisbon"
title: The dam
source: report
claims:
  - id: dam
    text: The gate was opened again in Lisbon.
    evidence:
      - quote: "Lisbon, July 4: The dam in Norway is sound. The gate was opened again."
```

## Use instead

```text seeds/report.txt
Lisbon, July 4: The dam in Norway is sound. The gate was opened again.
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
    text: The gate was opened again.
    evidence:
      - quote: "Lisbon, July 4: The dam in Norway is sound. The gate was opened again."
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.dateline_places import datelines_as_places
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each place that only heads a report."""
    yield from datelines_as_places(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
