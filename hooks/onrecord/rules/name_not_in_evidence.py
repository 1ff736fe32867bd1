"""The claim has a name that its quotations have not.

## What it does

Warns of a person, place, organisation or title of a work in a claim that none of its quotations names, and
that is neither what the page is about nor declared: a short form, the people of a country and a surname alone
count as the name.

## Why it matters

A name that the quotation lacks was put in by somebody: from memory, from another page, or by mistake. Readers
cannot see where it comes from.

## Example

```yaml facts/example.yml mark="Norway"
title: The dam
source: report
claims:
  - id: cracks
    text: In May, the committee from Norway found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: cracks
    text: In May, the committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.unknown_names import partly_absent_names
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each name that nothing the claim rests on has, or has whole."""
    yield from partly_absent_names(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.WARNING, compare)
