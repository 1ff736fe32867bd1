"""The claim says as a fact what its quotation only supposes or believes.

## What it does

Reports a claim whose words stand in the quotation only behind *if*, or behind somebody's *think*, *hope*,
*expect*, *imagine* and the like, while the claim has no such word. What somebody knows or has found out
passes.

## Why it matters

What somebody hopes, and what would follow if it were so, is no statement that it is so.

## Example

```text seeds/report.txt
If the new gate keeps the water out, the clerk will fill the lake.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="new gate keeps the water"
title: The dam
source: report
claims:
  - id: gate
    text: The new gate keeps the water out.
    evidence:
      - quote: If the new gate keeps the water out, the clerk will fill the lake.
```

## Use instead

```text seeds/report.txt
If the new gate keeps the water out, the clerk will fill the lake.
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
  - id: gate
    text: If the new gate keeps the water out, the lake will be filled by the clerk.
    evidence:
      - quote: If the new gate keeps the water out, the clerk will fill the lake.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.conditions import supposed
from onrecord.ground.promotions import believed
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement where the claim has no word of supposing or believing."""
    for one in believed(comparison):
        yield disagreement(
            (one.verb,),
            one.hedged.cue,
            one.passage,
            f"the claim says as a fact what the quotation has only behind {quoted(one.hedged.cue)}",
            help="say in the claim who believes or hopes it, or quote where it is said to be so",
        )
    for other in supposed(comparison):
        yield disagreement(
            other.words,
            other.condition.cue,
            other.passage,
            f"the claim says as a fact what the quotation has only behind {quoted(other.condition.cue)}",
            help="keep the condition in the claim, or quote where it is said to be so",
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
