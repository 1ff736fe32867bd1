"""The claim has a stronger word than its quotation for the same.

## What it does

Reports a word that stands higher on a scale than the quotation's word in the same place: *banned* for
*restricted*, *killed* for *injured*, *convicted* for *suspected*, *condemned* for *criticised*.

## Why it matters

Each step of such a scale is another event. A stronger word makes a better story and a false claim.

## Example

```text seeds/report.txt
The flood damaged the lower bridge in March.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="destroyed"
title: The dam
source: report
claims:
  - id: bridge
    text: The flood destroyed the lower bridge in March.
    evidence:
      - quote: The flood damaged the lower bridge in March.
```

## Use instead

```text seeds/report.txt
The flood damaged the lower bridge in March.
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
  - id: bridge
    text: The flood damaged the lower bridge in March, before the frost.
    evidence:
      - quote: The flood damaged the lower bridge in March.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.degree import strengthened
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each stronger word."""
    for found in strengthened(comparison):
        yield disagreement(
            found.words,
            found.others,
            found.passage,
            f"the claim says {quoted(found.words)}, the quotation {quoted(found.others)}",
            help="use a word as strong as that of the quotation",
            is_instead=True,
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
