"""The claim says that a thing begins, lasts, ends or holds at another time than its quotation.

## What it does

Reports *now* or *is* for what the quotation says was *previously* or *formerly* so, *began* or *stopped*
for what it says *continues* (and the other way round), and *will ever* for what it says has not happened
*so far*.

## Why it matters

What once was may be over, and what goes on has begun earlier: such words decide what readers take for news.

## Example

```text seeds/report.txt
The clerk continues to close the lower bridge at night.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="began"
title: The dam
source: report
claims:
  - id: bridge
    text: The clerk began to close the lower bridge at night.
    evidence:
      - quote: The clerk continues to close the lower bridge at night.
```

## Use instead

```text seeds/report.txt
The clerk continues to close the lower bridge at night.
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
  - id: bridge
    text: The clerk continues to close the lower bridge.
    evidence:
      - quote: The clerk continues to close the lower bridge at night.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.course import revived, shifted
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each word that puts a thing at another time."""
    for found in shifted(comparison) or revived(comparison):
        yield disagreement(
            found.words,
            found.others,
            found.passage,
            f"the claim says {quoted(found.words)}, the quotation {quoted(found.others)}",
            help="say with the quotation whether it was, is, begins, goes on or ends",
            is_instead=True,
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
