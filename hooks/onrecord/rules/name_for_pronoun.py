"""The claim puts a name where its quotation has a pronoun that means somebody else.

## What it does

Finds a name in the place where the quotation has *it*, *they*, *his* or words like *the group*, where the
page is not about that name and nothing declared says that it is meant, or where the quotation leaves open
which of two persons is meant.

## Why it matters

The name that stands nearest is often not the one meant. A claim that picks the wrong one says something of
somebody that no source says.

## Example

```yaml facts/example.yml mark="Greenwater"
title: The dam
source: report
subject: [the Lindholm Trust]
claims:
  - id: list
    text: The ministry removed Greenwater from its list.
    evidence:
      - quote: The Lindholm Trust and Greenwater wrote. In May, the ministry removed the group from its list.
```

```text seeds/report.txt
The Lindholm Trust and Greenwater wrote. In May, the ministry removed the group from its list.
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
            why: The report is about the Lindholm Trust; Greenwater is a newspaper.
```

```text seeds/report.txt
The Lindholm Trust and Greenwater wrote. In May, the ministry removed the group from its list.
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
from onrecord.ground.pronoun_comparison import names_for_others
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each name put in for another word."""
    yield from names_for_others(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
