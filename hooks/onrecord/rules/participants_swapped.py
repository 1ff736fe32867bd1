"""The claim has doer and done-to the other way round than its quotation.

## What it does

Finds two participants of a claim that have changed places: who did it and to whom it was done, from whom it
came and to whom it went, whose it was and where it was sent. A passive sentence that keeps its participants
is no such thing.

## Why it matters

Every word of the quotation is there, and the sentence says the reverse. Readers and programs that look for
words find nothing.

## Example

```yaml facts/example.yml mark="mayor praised the engineers"
title: The dam
source: report
claims:
  - id: praise
    text: The mayor praised the engineers.
    evidence:
      - quote: The engineers praised the mayor for the new gate.
```

```text seeds/report.txt
The engineers praised the mayor for the new gate.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: praise
    text: The mayor was praised by the engineers.
    evidence:
      - quote: The engineers praised the mayor for the new gate.
```

```text seeds/report.txt
The engineers praised the mayor for the new gate.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.participants import swapped_participants
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement where two participants have changed places."""
    yield from swapped_participants(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
