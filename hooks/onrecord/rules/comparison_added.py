"""The claim measures one thing against another, and its quotations do not.

## What it does

Reports *more than*, *closer than*, *twice as* and the like in a claim, where no quotation compares anything
or gives two figures from which it follows.

## Why it matters

A comparison is a judgement of its own. Two sentences about two things do not say which is the greater.

## Example

```text seeds/report.txt
The gauge by the bridge was mended by hand in June.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="sooner than"
title: The dam
source: report
claims:
  - id: gauge
    text: The gauge was mended sooner than the bridge.
    evidence:
      - quote: The gauge by the bridge was mended by hand in June.
```

## Use instead

```text seeds/report.txt
The gauge by the bridge was mended by hand in June.
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
  - id: gauge
    text: The gauge by the bridge was mended in June.
    evidence:
      - quote: The gauge by the bridge was mended by hand in June.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.reasons import comparisons_added
from onrecord.ground.telling import quoted, span
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for the words that compare."""
    for words in comparisons_added(comparison):
        yield Disagreement(
            f"the claim says {quoted(words)}, and no quotation compares anything",
            span(words),
            "leave the comparison out, or quote where it is made",
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
