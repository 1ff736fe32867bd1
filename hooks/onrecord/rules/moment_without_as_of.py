"""The claim does not say when it was true, and its quotations say right now or the like.

## What it does

Warns of a claim on a sentence with *right now*, *currently*, *so far*, *as of yet*, *still* or the like that
has no ``as_of``, no ``date`` and no words for the time.

## Why it matters

Readers come later, when it may no longer be so.

## Example

```text seeds/report.txt
Right now the gate is shut.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="The gate is shut"
title: The dam
source: report
claims:
  - id: dam
    text: The gate is shut.
    evidence:
      - quote: Right now the gate is shut.
```

## Use instead

```text seeds/report.txt
Right now the gate is shut.
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
  - id: dam
    text: The gate is shut.
    evidence:
      - quote: Right now the gate is shut.
    as_of: source
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.moments import passing_moments
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each sentence that is true only for a moment."""
    yield from passing_moments(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.WARNING, compare)
