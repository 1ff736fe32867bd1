"""The claim says that a thing is the only, the first or the most, and its quotation does not.

## What it does

Warns of *only*, *solely*, *the first*, *the last*, *entirely*, *never*, *always* and of superlatives such
as *largest* in a claim, where no quotation has a word that may say so.

## Why it matters

To be the first or the only one is a second statement besides the one that is quoted, and it needs its own
evidence.

## Example

```text seeds/report.txt
The clerk mended the gate by hand in June.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="Only"
title: The dam
source: report
claims:
  - id: gate
    text: Only the clerk mended the gate in June.
    evidence:
      - quote: The clerk mended the gate by hand in June.
```

## Use instead

```text seeds/report.txt
The clerk mended the gate by hand in June.
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
    text: The clerk mended the gate in June.
    evidence:
      - quote: The clerk mended the gate by hand in June.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.scope import exclusives_added, only_for_especially, superlatives_added
from onrecord.ground.telling import quoted, span
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each such word."""
    if any(only_for_especially(comparison)):
        return
    for added in (*exclusives_added(comparison), *superlatives_added(comparison)):
        yield Disagreement(
            f"the claim says {quoted(added.words)}, and no quotation has a word for that",
            span(added.words),
            "leave the word out, or quote where it is said",
            instead="",
        )


RULE = grounding_rule(__name__, __doc__, Severity.WARNING, compare)
