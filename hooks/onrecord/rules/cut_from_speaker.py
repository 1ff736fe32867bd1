"""The quotation leaves out whose words it repeats.

## What it does

Reports a quotation of words that the source gives to somebody else in the same sentence, or has in
quotation marks, where neither the quotation nor the claim says whose words they are. *Allegedly* and the
like count too.

## Why it matters

The source says that somebody says so. It does not say that it is so.

## Example

```yaml facts/example.yml mark="The gate has to be mended before the frost."
title: The dam
source: report
claims:
  - id: frost
    text: The clerk wrote that the gate had to be mended before the frost.
    evidence:
      - quote: The gate has to be mended before the frost.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: frost
    text: The clerk wrote that the gate had to be mended before the frost.
    evidence:
      - quote: The gate has to be mended before the frost.
        speaker: the clerk
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
    """Yield a finding for each quotation of somebody's words that names nobody."""
    for resolved, evidence, cut in cut_off(resolution, Outside.SPEAKER):
        yield RULE.finding(
            left_out(evidence, cut),
            evidence.quotation.exact.at(),
            help="quote the words that say who speaks, or name the speaker with speaker or attributed_to",
            notes=(Note("source", excerpt(evidence.source, trimmed(evidence.source, cut.sentence))),),
            fix=sentence_of_cut(evidence, cut),
            related=related(evidence.source, [cut.words], "here the source says whose words they are"),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
