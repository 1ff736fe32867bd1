"""The quotation runs from one paragraph of the source into the next.

## What it does

Reports a quotation whose words stand in the source only if the end of a paragraph is taken for a space.

## Why it matters

What stands in two paragraphs was not said in one breath. A heading and the text under it, or two speakers,
may become one sentence.

## Example

```yaml facts/example.yml mark="hand. People"
title: The dam
source: report
claims:
  - id: winter
    text: People asked about the dam, and the gate was opened by hand.
    evidence:
      - quote: In March, the gate was opened by hand. People had asked about the dam all winter.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: winter
    text: People asked about the dam, and the gate was opened by hand.
    evidence:
      - quote: In March, the gate was opened by hand.
      - quote: People had asked about the dam all winter.
```
"""

from collections.abc import Iterator

from onrecord.excerpts import beside, related
from onrecord.finding import Finding, Severity
from onrecord.hints import crossing, refused
from onrecord.resolve import Reason, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation with the end of a paragraph in it."""
    for resolved, outcome in refused(resolution, Reason.ACROSS_PARAGRAPHS):
        assert outcome.source is not None
        end = outcome.places[0]
        last = beside(outcome.source, end, 3, before=True)
        first = beside(outcome.source, end, 3, before=False)
        yield RULE.finding(
            "the quotation runs over the end of a paragraph",
            outcome.quotation.exact.at(crossing(outcome)),
            help=f"quote each paragraph by itself: one up to {last!r}, the other from {first!r} on",
            related=related(outcome.source, [end], "the paragraph ends here"),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
