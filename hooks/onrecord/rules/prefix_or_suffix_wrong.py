"""The words given as neighbours of the quotation do not stand beside it.

## What it does

Reports a `prefix`, `suffix` or `line` that is not right for any place of the quotation, even where the
words stand in the source only once.

## Why it matters

It was written to say which place is meant. If it is wrong, the quotation may show another passage than the
author read.

## Example

```yaml facts/example.yml mark="In April,"
title: The dam
source: report
claims:
  - id: no-cracks
    text: The committee found no cracks.
    evidence:
      - quote: the committee examined it and found no cracks.
        prefix: In April,
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: no-cracks
    text: The committee found no cracks.
    evidence:
      - quote: the committee examined it and found no cracks.
        prefix: In May,
```
"""

from collections.abc import Iterator

from onrecord.excerpts import MOST_SHOWN, as_yaml, place
from onrecord.finding import Finding, Related, Severity
from onrecord.hints import neighbour, refused
from onrecord.mending import instead
from onrecord.resolve import Reason, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each prefix, suffix or line that is wrong."""
    for resolved, outcome in refused(resolution, Reason.WRONG_NEIGHBOURS):
        quotation, name, source = outcome.quotation, outcome.detail, outcome.source
        assert source is not None
        written = {"prefix": quotation.prefix, "suffix": quotation.suffix, "line": quotation.line}[name]
        assert written is not None
        side = {"prefix": "before the words", "suffix": "after the words", "line": "for their line"}[name]
        really = [neighbour(outcome, span) for span in outcome.places[:MOST_SHOWN]]
        yield RULE.finding(
            f"{str(written)!r} does not stand {side}",
            written.at(),
            help=f"write what the source has: {as_yaml(name, really[0])}",
            related=tuple(
                Related(f"here with {as_yaml(name, words)}", place(source, span))
                for span, words in zip(outcome.places, really, strict=False)
            ),
            fix=instead(written, really[0]) if len(outcome.places) == 1 else None,
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
