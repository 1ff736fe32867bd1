"""The ellipsis leaves out words that matter.

## What it does

Reports an ellipsis that leaves out a negation, a condition, an exception, a speaker, a quotation mark or a
number; more than 40 words (200 characters in scripts without spaces); or the end of one sentence and the
beginning of another. There may be at most two in a quotation.

## Why it matters

Dots are the oldest way to make a source say the opposite: *will ... recognise them* for *will not recognise
them*.

## Example

```yaml facts/example.yml mark="..."
title: The dam
source: report
claims:
  - id: leaks
    text: It is not true that the wall leaks in autumn.
    evidence:
      - quote: It is ... true that the wall leaks in autumn.
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

from onrecord.excerpts import excerpt, related
from onrecord.finding import Finding, Note, Severity
from onrecord.hints import at_fault, refused
from onrecord.requoting import sources_words_there
from onrecord.resolve import Reason, Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each ellipsis that may not stand where it does."""
    for resolved, outcome in refused(resolution, Reason.ELLIPSIS_HIDES_WORDS):
        assert outcome.source is not None
        yield RULE.finding(
            outcome.detail or "the ellipsis leaves out words that matter",
            at_fault(outcome),
            help="quote the words that are left out, or each stretch by itself",
            notes=tuple(Note("left out", excerpt(outcome.source, span)) for span in outcome.places[:1]),
            related=related(outcome.source, outcome.places, "left out"),
            fix=sources_words_there(outcome) if outcome.places else None,
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
