"""The claim denies or forbids more than its quotation: a word that narrows it is left out.

## What it does

Reports a claim that denies or forbids something, where the quotation has *fully*, *formally*, *high*,
*public* or another narrowing word before the same word and the claim has none.

## Why it matters

Behind *no* and *forbids*, fewer words say more: who has not fully agreed may have agreed in part.

## Example

```text seeds/report.txt
The committee has not formally approved the new gate.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="approved"
title: The dam
source: report
claims:
  - id: gate
    text: The committee has not approved the new gate.
    evidence:
      - quote: The committee has not formally approved the new gate.
```

## Use instead

```text seeds/report.txt
The committee has not formally approved the new gate.
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
    text: The committee has not formally approved the new gate as a whole.
    evidence:
      - quote: The committee has not formally approved the new gate.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.scope import qualifiers_dropped
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each word that has lost what narrowed it."""
    for found in qualifiers_dropped(comparison):
        told = (found.qualifier, found.behind)
        yield disagreement(
            (found.word,),
            told,
            found.passage,
            f"the claim says {quoted((found.word,))}, the quotation {quoted(told)}",
            help="keep the word that narrows what is denied or forbidden",
            is_instead=True,
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
