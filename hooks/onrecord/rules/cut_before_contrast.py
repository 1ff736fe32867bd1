"""The quotation stops short of a contrast in its own sentence.

## What it does

Warns of a quotation that is cut off from a *but*, *although* or *however* in the same sentence.

## Why it matters

Half of a balanced sentence may be fair to quote, and may mislead. A reviewer decides; a waiver with a
reason, which readers see, says so.

## Example

```yaml facts/example.yml mark="The wall is sound" place=2
title: The dam
source: report
claims:
  - id: wall
    text: The wall is sound.
    evidence:
      - quote: The wall is sound
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: wall
    text: The wall is sound.
    evidence:
      - quote: The wall is sound, but the gate sticks.
```
"""

from collections.abc import Iterator

from onrecord.excerpts import excerpt, related, trimmed
from onrecord.finding import Finding, Note, Severity
from onrecord.hints import cut_off, left_out
from onrecord.outside import Outside
from onrecord.requoting import sentence_of_cut
from onrecord.resolve import Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation that stops before a contrast."""
    for resolved, evidence, cut in cut_off(resolution, Outside.CONTRAST):
        yield RULE.finding(
            left_out(evidence, cut),
            evidence.quotation.exact.at(),
            help="quote the whole sentence, or waive this rule and say why",
            notes=(Note("source", excerpt(evidence.source, trimmed(evidence.source, cut.sentence))),),
            fix=sentence_of_cut(evidence, cut),
            related=related(evidence.source, [cut.words], "the sentence turns here"),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.WARNING, check, waivable=True)
