"""The quoted words stand in the source more than once.

## What it does

Reports a quotation that stands in its source in several places, and lists them.

## Why it matters

A reader must be led to the one passage that is meant: the same words may stand in a headline, in a denial,
or in somebody else's mouth.

## Example

```yaml facts/example.yml mark="the gate was opened by hand."
title: The dam
source: report
claims:
  - id: gate
    text: The gate was opened by hand.
    evidence:
      - quote: the gate was opened by hand.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: gate
    text: The gate was opened by hand.
    evidence:
      - quote: the gate was opened by hand.
        prefix: In June,
```
"""

from collections.abc import Iterator

from onrecord.excerpts import MOST_SHOWN, place
from onrecord.finding import Finding, Related, Severity
from onrecord.hints import at_fault, refused, telling_neighbours
from onrecord.resolve import Reason, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation with several places."""
    for resolved, outcome in refused(resolution, Reason.AMBIGUOUS):
        assert outcome.source is not None
        neighbours = telling_neighbours(outcome)
        count = len(outcome.places)
        yield RULE.finding(
            f"the words stand in {count} places of the source",
            at_fault(outcome),
            help=f"quote the whole sentence, or say which place is meant, such as the first: {neighbours[0]}",
            related=tuple(
                Related(f"here with {neighbour}", place(outcome.source, span))
                for span, neighbour in zip(outcome.places[:MOST_SHOWN], neighbours, strict=False)
            ),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
