"""A claim names somebody whom neither its quotations nor its page know.

## What it does

Finds a person, place, organisation or title of a work in a claim of which no word is in its quotations, nor
in what the page says it is about or has declared. Another spelling, a short form and the people of a country
count as the name. Only pages that say what they are about, under `subject`, are looked at.

## Why it matters

A name out of nowhere is the surest sign of a sentence that no source has said: whoever reads the quotation
finds nobody of that name.

## Example

```yaml facts/example.yml mark="Norway"
title: The dam
source: report
subject: [the dam]
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
subject: [the dam]
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
from onrecord.ground.unknown_names import strange_names
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each name that nobody has told the claim."""
    yield from strange_names(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
