"""The claim rules out every exception, and its quotation does not.

## What it does

Reports *exactly*, *under any circumstances*, *in any form*, *full stop*, *without exception* and the like
in a claim, where no quotation has a word of the kind, and *only* or *solely* where the quotation says
*especially*.

## Why it matters

Such words are put in to make a sentence stronger, and they say something that nobody has said.

## Example

```yaml facts/example.yml mark="under any circumstances"
title: The dam
source: report
claims:
  - id: lake
    text: The clerk will not fill the lake under any circumstances until the gate is mended.
    evidence:
      - quote: Until the gate is mended, the clerk will not fill the lake.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: lake
    text: The clerk will not fill the lake until the gate is mended.
    evidence:
      - quote: Until the gate is mended, the clerk will not fill the lake.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.scope import absolutes_added, only_for_especially
from onrecord.ground.telling import disagreement, quoted, span
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each word that rules out exceptions."""
    for added in absolutes_added(comparison):
        yield Disagreement(
            f"the claim says {quoted(added.words)}, and no quotation has a word for that",
            span(added.words),
            "leave the word out, or quote where it is said",
            instead="",
        )
    for found in only_for_especially(comparison):
        yield disagreement(
            found.words,
            found.others,
            found.passage,
            f"the claim says {quoted(found.words)}, the quotation {quoted(found.others)}",
            help="single out in the claim what the quotation singles out, and leave room for the rest",
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
