"""The claim leaves open what its quotation says flatly.

## What it does

Reports *may*, *might* or *could* before a verb of the claim, where the quotation says the same without any
doubt. *May* in the sense of being allowed passes where the quotation speaks of leave or a ban.

## Why it matters

A doubt that the source does not have is an invention too: readers learn that something may happen which has
happened.

## Example

```text seeds/report.txt
The committee approved the new gate in May.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="may"
title: The dam
source: report
claims:
  - id: gate
    text: The committee may approve the new gate.
    evidence:
      - quote: The committee approved the new gate in May.
```

## Use instead

```text seeds/report.txt
The committee approved the new gate in May.
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
    text: The committee approved the new gate.
    evidence:
      - quote: The committee approved the new gate in May.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.conditions import lowered
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for the word that leaves it open."""
    for found in lowered(comparison):
        yield disagreement(
            found.cue,
            (found.said,),
            found.passage,
            f"the claim says {quoted(found.cue)}, the quotation says "
            f"{quoted((found.said,))} without any doubt",
            help="say in the claim what the quotation says, as surely as it says it",
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
