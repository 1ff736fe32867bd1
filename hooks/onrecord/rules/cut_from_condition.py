"""The quotation leaves out a condition or a limit of its own sentence.

## What it does

Reports a quotation that is cut off from words which make it depend on something or narrow it in the same
sentence, such as *until*, *unless*, *if* or *except*.

## Why it matters

What holds under a condition is not what holds.

## Example

```yaml facts/example.yml mark="the clerk will not fill the lake."
title: The dam
source: report
claims:
  - id: lake
    text: The clerk will not fill the lake until the gate is mended.
    evidence:
      - quote: the clerk will not fill the lake.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: lake
    text: The clerk will not fill the lake until the gate is mended.
    evidence:
      - quote: Until the gate is mended, the clerk will not fill the lake.
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
    """Yield a finding for each quotation that depends on words outside it."""
    for resolved, evidence, cut in cut_off(resolution, Outside.CONDITION):
        yield RULE.finding(
            left_out(evidence, cut),
            evidence.quotation.exact.at(),
            help="quote the whole sentence",
            notes=(Note("source", excerpt(evidence.source, trimmed(evidence.source, cut.sentence))),),
            fix=sentence_of_cut(evidence, cut),
            related=related(evidence.source, [cut.words], "this limits the words"),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
