"""The claim says of all, of most or of none what its quotation says of others.

## What it does

Reports a word for how many (*all*, *every*, *most*, *many*, *a few*, *no*) that contradicts the one which
the quotation has before the same noun, and a *no other* that the claim puts before something else.

## Why it matters

*Some* is not *all*, and *most* is not *a few*: how many is often the whole news.

## Example

```text seeds/report.txt
Some of the farmers asked for a new gate.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="All of"
title: The dam
source: report
claims:
  - id: farmers
    text: All of the farmers asked for a new gate.
    evidence:
      - quote: Some of the farmers asked for a new gate.
```

## Use instead

```text seeds/report.txt
Some of the farmers asked for a new gate.
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
  - id: farmers
    text: Some of the farmers asked for a new gate.
    evidence:
      - quote: Some of the farmers asked for a new gate.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.how_many import denial_moved, widened
from onrecord.ground.telling import disagreement, quoted
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each word that says how many, and for a denial of something else."""
    for found in widened(comparison):
        yield disagreement(
            found.words,
            found.others,
            found.passage,
            f"the claim says {quoted(found.words)}, the quotation {quoted(found.others)}",
            help="say of how many the quotation says it",
            is_instead=True,
        )
    for moved in denial_moved(comparison):
        yield disagreement(
            moved.words[-1:],
            moved.others[-1:],
            moved.passage,
            f"the claim denies {quoted(moved.words[-1:])} of all others, "
            f"the quotation {quoted(moved.others[-1:])}",
            help="deny of the others only what the quotation denies of them",
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
