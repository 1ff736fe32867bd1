"""The claim says as done what its quotation only plans, promises or thinks possible.

## What it does

Reports a verb that the claim puts as a fact, while every quotation has it only behind words such as *will*,
*plans to*, *hopes to*, *is said to*, *may* or *prospects of*. A claim that keeps such a word passes.

## Why it matters

A plan may come to nothing. It is the commonest way in which an honest quotation ends under a false claim.

## Example

```text seeds/report.txt
The clerk plans to rebuild the wall in spring.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="rebuilt"
title: The dam
source: report
claims:
  - id: wall
    text: The clerk has rebuilt the wall.
    evidence:
      - quote: The clerk plans to rebuild the wall in spring.
```

## Use instead

```text seeds/report.txt
The clerk plans to rebuild the wall in spring.
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
  - id: wall
    text: The clerk plans to rebuild the wall.
    evidence:
      - quote: The clerk plans to rebuild the wall in spring.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.promotions import likely_promoted, promoted
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for the verb that the claim says as a fact."""
    for found in promoted(comparison) or likely_promoted(comparison):
        yield disagreement(
            (found.verb,),
            found.hedged.cue,
            found.passage,
            f"the claim says {quoted((found.verb,))} as a fact, "
            f"the quotation only {quoted(found.hedged.told)}",
            help="say in the claim what is only planned, expected or possible, or quote where it was done",
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
