"""The claim says of a whole kind what its quotation says of a part of it.

## What it does

Warns of a claim that begins with a bare plural, where the quotation says *some of*, *most*, *a few* or *the
majority of* before the same word.

## Why it matters

*Some farmers complain* is a report, *farmers complain* a judgement on all of them.

## Example

```text seeds/report.txt
Some farmers asked for a new gate in May.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="Farmers"
title: The dam
source: report
claims:
  - id: farmers
    text: Farmers asked for a new gate in May.
    evidence:
      - quote: Some farmers asked for a new gate in May.
```

## Use instead

```text seeds/report.txt
Some farmers asked for a new gate in May.
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
  - id: farmers
    text: Some farmers asked for a new gate in May, before the clerk did.
    evidence:
      - quote: Some farmers asked for a new gate in May.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.how_many import quantity_dropped
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for the word that has lost its quantity."""
    for found in quantity_dropped(comparison):
        yield disagreement(
            found.words,
            found.others,
            found.passage,
            f"the claim says {quoted(found.words)}, the quotation {quoted(found.others)}",
            help="keep the word that says how many",
            is_instead=True,
        )


RULE = grounding_rule(__name__, __doc__, Severity.WARNING, compare)
