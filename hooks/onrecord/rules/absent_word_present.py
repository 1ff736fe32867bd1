"""A word that is said to be absent stands in the source.

## What it does

Reports each word under `absent` that does occur in the source, in any case, and shows where.

## Why it matters

The page tells readers that we searched for these words and found none.

## Example

```yaml facts/example.yml mark="crack*"
title: The dam
source: report
claims:
  - id: no-flood
    text: The report does not mention a flood.
    evidence:
      - absent: [flood*, crack*]
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: no-flood
    text: The report does not mention a flood.
    evidence:
      - absent: [flood*, overflow*]
```
"""

from collections.abc import Iterator

from onrecord.excerpts import excerpt, related, whole_sentence
from onrecord.finding import Finding, Note, Severity
from onrecord.resolve import AbsenceOutcome, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each absent word that is there."""
    for resolved in resolution.claims:
        for outcome in resolved.evidence:
            if not isinstance(outcome, AbsenceOutcome) or outcome.source is None:
                continue
            for term, span in outcome.present:
                words = excerpt(outcome.source, span)
                yield RULE.finding(
                    f"{str(term)!r} is not absent: the source has {words!r}",
                    term.at(),
                    help="take the word out of the list, and see whether the claim still holds",
                    notes=(Note("source", excerpt(outcome.source, whole_sentence(outcome.source, span))),),
                    related=related(outcome.source, [span], "it stands here"),
                    explainer=resolved.explainer.id,
                    claim=resolved.claim.id,
                )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
