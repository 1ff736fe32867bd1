"""The claim makes one thing the reason for another, and its quotations only tell both.

## What it does

Reports *because*, *due to*, *led to*, *as a result of* and the like in a claim whose two halves stand in
two different sentences of its quotations, neither of which has a word that says why.

## Why it matters

That two things stand side by side, or one after the other, does not make one the reason for the other.

## Example

```text seeds/report.txt
The flood broke the lower bridge in March. The clerk left the town in May.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="because"
title: The dam
source: report
claims:
  - id: clerk
    text: The clerk left the town because the flood broke the lower bridge.
    evidence:
      - quote: The flood broke the lower bridge in March. The clerk left the town in May.
```

## Use instead

```text seeds/report.txt
The flood broke the lower bridge in March. The clerk left the town in May.
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
  - id: clerk
    text: The clerk left the town in May.
    evidence:
      - quote: The flood broke the lower bridge in March. The clerk left the town in May.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.reasons import causes_invented
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for the words that say why."""
    for found in causes_invented(comparison):
        yield disagreement(
            found.words,
            found.one.said.words,
            found.one.passage,
            f"the claim says {quoted(found.words)}, and no quotation says why",
            help="tell the two things without the reason, or quote where the reason is given",
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
