"""The claim gives a number in another currency or unit than its quotations.

## What it does

Reports a number that stands in the quotations too, there in another currency, measure or in per cent.

## Why it matters

Seven billion roubles are not seven billion dollars.

## Example

```text seeds/report.txt
The repair of the dam cost $300.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="€300"
title: The dam
source: report
claims:
  - id: dam
    text: The repair of the dam cost €300.
    evidence:
      - quote: The repair of the dam cost $300.
```

## Use instead

```text seeds/report.txt
The repair of the dam cost $300.
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
    text: The repair of the dam cost 300 dollars.
    evidence:
      - quote: The repair of the dam cost $300.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.quantity_findings import units_changed
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each number in another unit."""
    yield from units_changed(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
