"""The claim gives another date in its text than under its own keys.

## What it does

Reports a day or a month in a claim's text that differs from its ``date``, and a year at the claim's beginning
or end where ``date_basis: none`` says that the source gives no date.

## Why it matters

The text is what readers see, and the timeline is made from ``date``. One of the two is wrong, and often it is
a date that stood near by: that of the report, or of another event in the same sentence.

## Example

```yaml facts/example.yml mark="March"
title: The dam
source: report
claims:
  - id: gate
    text: In March, the gate was opened by hand.
    evidence:
      - quote: In March, the gate was opened by hand.
    date: 1962-04
    date_basis: inferred
    date_note: The report was written in the year in which the dam was built.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: gate
    text: In March, the gate was opened by hand.
    evidence:
      - quote: In March, the gate was opened by hand.
    date: 1962-03
    date_basis: inferred
    date_note: The report was written in the year in which the dam was built.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.declared_dates import not_as_declared
from onrecord.rule import grounding_rule


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each date of the text that the claim's own keys rule out."""
    claim = comparison.claim
    for date in not_as_declared(comparison):
        said = comparison.reading.content[date.words.start : date.words.end]
        other = f"its 'date' is {claim.date}" if claim.date else "'date_basis: none' says there is none"
        yield Disagreement(
            f"the claim says '{said}', and {other}",
            date.words,
            "see which of the two the quotation gives, and write that in both places",
            told="this is what the claim rests on",
        )


RULE = grounding_rule(__name__, __doc__, Severity.ERROR, compare)
