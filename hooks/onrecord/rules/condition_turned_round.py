"""The claim promises for when a condition is met what its quotation only rules out.

## What it does

Reports *will, as soon as*, *will, once* or *will, if* in a claim, where the quotation says *will not,
until* or *will not, unless*.

## Why it matters

Who says what he will not do before something has happened has not promised to do it afterwards.

## Example

```text seeds/report.txt
The clerk cannot lift the ban until the gate is mended.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="lift"
title: The dam
source: report
claims:
  - id: ban
    text: The clerk will lift the ban as soon as the gate is mended.
    evidence:
      - quote: The clerk cannot lift the ban until the gate is mended.
```

## Use instead

```text seeds/report.txt
The clerk cannot lift the ban until the gate is mended.
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
  - id: ban
    text: Until the gate is mended, the clerk cannot lift the ban.
    evidence:
      - quote: The clerk cannot lift the ban until the gate is mended.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.conditions import turned
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for the verb that is promised."""
    for found in turned(comparison):
        yield disagreement(
            (found.word,),
            found.condition.cue,
            found.passage,
            f"the claim promises {quoted((found.word,))}, the quotation only rules it out "
            f"{quoted(found.condition.cue)} something else happens",
            help="say with the quotation what will not happen before the condition is met",
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
