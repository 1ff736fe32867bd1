"""The claim names a group that its quotation only calls by a word like they or the group.

## What it does

Warns of a name in the place where the quotation has *they* or words like *the group*, and the claim does not
declare under `refers` that the name is meant. What the page is about does not stand in for that.

## Why it matters

Readers see the quotation without what stood before it. Who is meant is the author's reading, and readers are
shown it with its reason where it is declared.

## Example

```yaml facts/example.yml mark="Lindholm Trust" place=2
title: The dam
source: report
subject: [the Lindholm Trust]
claims:
  - id: list
    text: The ministry removed the Lindholm Trust from its list.
    evidence:
      - quote: In May, the ministry removed the group from its list.
```

```text seeds/report.txt
The Lindholm Trust wrote. In May, the ministry removed the group from its list.
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
subject: [the Lindholm Trust]
claims:
  - id: list
    text: The ministry removed the Lindholm Trust from its list.
    evidence:
      - quote: In May, the ministry removed the group from its list.
        refers:
          - words: the group
            means: the Lindholm Trust
            why: The sentence before it is about the Lindholm Trust.
```

```text seeds/report.txt
The Lindholm Trust wrote. In May, the ministry removed the group from its list.
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
from onrecord.ground.pronoun_comparison import undeclared_names
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each name put in for another word."""
    yield from undeclared_names(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.WARNING, compare)
