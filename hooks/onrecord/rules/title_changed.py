"""The claim gives a person another office than its quotation.

## What it does

Finds a person whose office in the claim is not the one in the quotation: another minister, or one word more
or less that makes it another office: *acting*, *deputy*, *former*, *vice*. Leaving the whole office out is
fine, and so is another order of words.

## Why it matters

A deputy is not the minister, and a former president does not speak for the country. It is the smallest word
of a name, and the first that gets lost.

## Example

```yaml facts/example.yml mark="Environment Minister"
title: The dam
source: report
claims:
  - id: visit
    text: Environment Minister Anna Berg visited the dam.
    evidence:
      - quote: Anna Berg, the deputy environment minister, visited the dam.
```

```text seeds/report.txt
Anna Berg, the deputy environment minister, visited the dam.
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
  - id: visit
    text: Deputy Environment Minister Anna Berg visited the dam.
    evidence:
      - quote: Anna Berg, the deputy environment minister, visited the dam.
```

```text seeds/report.txt
Anna Berg, the deputy environment minister, visited the dam.
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
from onrecord.ground.titles import changed_titles
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each person with another office than the passages give."""
    yield from changed_titles(comparison)


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
