"""The claim leaves out the condition on which its quotation says it.

## What it does

Reports a claim that says what will, may or must be, without the *if*, *unless*, *until*, *provided that* or
*only when* on which it hangs in the quotation.

## Why it matters

*They will pay if they lose* and *they will pay* are two different pieces of news.

## Example

```yaml facts/example.yml mark="fill"
title: The dam
source: report
claims:
  - id: lake
    text: The clerk will not fill the lake.
    evidence:
      - quote: Until the gate is mended, the clerk will not fill the lake.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: lake
    text: Until the gate is mended, the clerk will not fill the lake.
    evidence:
      - quote: Until the gate is mended, the clerk will not fill the lake.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.conditions import unconditional
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for the verb that hangs on a condition."""
    for found in unconditional(comparison):
        yield disagreement(
            (found.word,),
            found.condition.cue,
            found.passage,
            "the claim leaves out the condition that the quotation begins with "
            f"{quoted(found.condition.cue)}",
            help="keep the condition in the claim",
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
