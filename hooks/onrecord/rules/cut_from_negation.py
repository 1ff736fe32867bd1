"""The quotation leaves out a negation of its own sentence.

## What it does

Reports a quotation that is cut off from words which deny it in the same sentence, such as *it is not true
that* or *denied that*.

## Why it matters

The words are in the source, letter for letter, and the source says the opposite.

## Example

```yaml facts/example.yml mark="the wall leaks in autumn." place=2
title: The dam
source: report
claims:
  - id: leaks
    text: It is not true that the wall leaks in autumn.
    evidence:
      - quote: the wall leaks in autumn.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: leaks
    text: It is not true that the wall leaks in autumn.
    evidence:
      - quote: It is not true that the wall leaks in autumn.
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
    """Yield a finding for each quotation that was denied where it stands."""
    for resolved, evidence, cut in cut_off(resolution, Outside.NEGATION):
        yield RULE.finding(
            left_out(evidence, cut),
            evidence.quotation.exact.at(),
            help="quote the whole sentence",
            notes=(Note("source", excerpt(evidence.source, trimmed(evidence.source, cut.sentence))),),
            fix=sentence_of_cut(evidence, cut),
            related=related(evidence.source, [cut.words], "this denies the words"),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
