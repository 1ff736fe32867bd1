"""The claim has one name where its quotation has another.

## What it does

Finds a person, place or organisation in a claim that stands in the place where the quotation names somebody
or something else: beside the same verb or noun, or between the same words.

## Why it matters

One name for another is the commonest way in which a careful quotation comes to support a false sentence: it
happened in another city, somebody else said it, another country did it.

## Example

```yaml facts/example.yml mark="Lisbon"
title: The dam
source: report
claims:
  - id: met
    text: The two engineers met in Lisbon.
    evidence:
      - quote: The two engineers met in Madrid to talk about the dam.
```

```text seeds/report.txt
The two engineers met in Madrid to talk about the dam.
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
claims:
  - id: met
    text: The two engineers met in Madrid.
    evidence:
      - quote: The two engineers met in Madrid to talk about the dam.
```

```text seeds/report.txt
The two engineers met in Madrid to talk about the dam.
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
from onrecord.ground.swapped_names import swapped_names
from onrecord.ground.titles import other_holders
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each name in the place of another."""
    yield from swapped_names(comparison)
    yield from other_holders(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
