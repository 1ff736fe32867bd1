"""The words in square brackets do more than explain a word of the source.

## What it does

Reports a square bracket that is neither in the source, nor explains or replaces a pronoun, nor changes the
case of a letter, nor is `[sic]`; and one that holds *not*, a number or the like.

## Why it matters

Readers take a bracket for an editor's help. It must not carry the meaning.

## Example

```yaml facts/example.yml mark="[not]"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was [not] safe.
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

from onrecord.excerpts import related
from onrecord.finding import Finding, Severity
from onrecord.hints import at_fault, refused
from onrecord.requoting import sources_words_there
from onrecord.resolve import Reason, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each bracket that changes what the words say."""
    for resolved, outcome in refused(resolution, Reason.BRACKET_CHANGES_SENSE):
        assert outcome.source is not None
        yield RULE.finding(
            f"the bracket changes what the words say: {outcome.detail}"
            if outcome.detail
            else "the bracket changes what the words say",
            at_fault(outcome),
            help="quote without the bracket; what a word stands for goes into refers",
            related=related(outcome.source, outcome.places, "the source's words there"),
            fix=sources_words_there(outcome),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
