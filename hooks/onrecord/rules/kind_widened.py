"""The claim denies or forbids of a wider kind than its quotation.

## What it does

Reports a claim that denies or forbids something of *children*, *people*, *vehicles* or another wide kind,
where the quotation does so of *girls*, *women*, *lorries* or another narrower one.

## Why it matters

What holds for a part of a kind, and is denied of it, says nothing about the rest.

## Example

```text seeds/report.txt
The clerk forbids lorries on the wall after the frost.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="vehicles"
title: The dam
source: report
claims:
  - id: wall
    text: The clerk forbids vehicles on the wall.
    evidence:
      - quote: The clerk forbids lorries on the wall after the frost.
```

## Use instead

```text seeds/report.txt
The clerk forbids lorries on the wall after the frost.
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
    text: The clerk forbids lorries on the wall.
    evidence:
      - quote: The clerk forbids lorries on the wall after the frost.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.scope import kinds_widened
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each word of a wider kind."""
    for found in kinds_widened(comparison):
        yield disagreement(
            found.words,
            found.others,
            found.passage,
            f"the claim says {quoted(found.words)}, the quotation only {quoted(found.others)}",
            help="name the kind that the quotation names",
            is_instead=True,
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
