"""The quotation breaks off inside a phrase of the source.

## What it does

Reports a quotation that ends in a word which needs the next one (*was*, *the*, *very*), or begins after the
word that its own first words belong to.

## Why it matters

Where the rest of the phrase is missing, readers fill it in, and may fill in what the source does not say.

## Example

```yaml facts/example.yml mark="The committee found that the dam was" place=2
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
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
    """Yield a finding for each quotation that is torn out of a phrase."""
    for resolved, evidence, cut in cut_off(resolution, Outside.PHRASE):
        yield RULE.finding(
            left_out(evidence, cut),
            evidence.quotation.exact.at(),
            help="quote the phrase to its end, best the whole sentence",
            notes=(Note("source", excerpt(evidence.source, trimmed(evidence.source, cut.sentence))),),
            fix=sentence_of_cut(evidence, cut),
            related=related(evidence.source, [cut.words], "the phrase goes on here"),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
