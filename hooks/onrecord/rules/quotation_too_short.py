"""The quotation is too short to identify a passage.

## What it does

Reports a quotation with fewer than twelve characters or with fewer than two words that carry meaning (in
scripts without spaces, fewer than six characters), and a stretch of fewer than two words beside an
ellipsis.

## Why it matters

A few words can be found in any text, and say nothing about what it says of them.

## Example

```yaml facts/example.yml mark="was safe" place=2
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: was safe
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

from onrecord.finding import Finding, Fix, Severity
from onrecord.hints import at_fault, refused
from onrecord.requoting import whole_sentence_fix
from onrecord.resolve import Reason, Resolution, Unresolved
from onrecord.rule import rule
from onrecord.text import Span


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation that could be from anywhere."""
    for resolved, outcome in refused(resolution, Reason.TOO_SHORT):
        yield RULE.finding(
            outcome.detail or "the quotation is too short to identify a passage",
            at_fault(outcome),
            help="quote the whole sentence that these words are from",
            fix=_fix(outcome),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


def _fix(outcome: Unresolved) -> Fix | None:
    """The whole sentence, where the words stand in the source once."""
    source, words = outcome.source, str(outcome.quotation.exact).strip()
    if source is None or source.text is None or outcome.part is not None:
        return None
    content = source.text.content
    if not words or content.count(words) != 1:
        return None
    start = content.index(words)
    return whole_sentence_fix(outcome.quotation, source, Span(start, start + len(words)))


RULE = rule(__name__, __doc__, Severity.ERROR, check)
