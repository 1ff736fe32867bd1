"""The source has the passage in other words.

## What it does

Reports a quotation that does not stand in its source, where a passage much like it does. The finding shows
the passage and says what differs: a word, a number, a sign, a capital letter, an accent, a footnote mark.

## Why it matters

One word, digit or sign can turn a sentence round: *now* for *not*, *9* for *7*. So nothing but differences
in type is passed over, and similar words are a hint for the author, never evidence.

## Example

```yaml facts/example.yml mark="saw"
title: The dam
source: report
claims:
  - id: no-cracks
    text: The committee found no cracks in the dam.
    evidence:
      - quote: In May, the committee examined it and saw no cracks.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: no-cracks
    text: The committee found no cracks in the dam.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Severity
from onrecord.hints import refused
from onrecord.misses import of_miss
from onrecord.resolve import Reason, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation that its source has in other words."""
    for resolved, outcome in refused(resolution, Reason.ALTERED):
        hint = of_miss(outcome)
        yield RULE.finding(
            hint.message,
            outcome.quotation.exact.at(hint.part),
            help=hint.help,
            notes=hint.notes,
            related=hint.related,
            fix=hint.fix,
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
