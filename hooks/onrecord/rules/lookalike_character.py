r"""The text holds a character that poses as another one.

## What it does

Reports letters of another script inside a word or in place of one, styled and enclosed letters, digits of a
script that the text is not written in, strokes through words, and signs that pose as ordinary ones, in what
authors write. What the claim's own source holds is no finding.

## Why it matters

The word looks right and is another one: no search finds it, and no comparison.

## Example

```yaml facts/example.yml mark="\u0430"
title: The dam
source: report
claims:
  - id: safe
    text: "The committee found that the d\u0430m was safe."
    evidence:
      - quote: The committee found that the dam was safe.
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

from onrecord.characters import Kind
from onrecord.finding import Finding, Severity
from onrecord.oddities import found
from onrecord.resolve import Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each text with characters that pose as others."""
    for text in found(resolution, Kind.LOOKALIKE):
        yield RULE.finding(**text._asdict())


RULE = rule(__name__, __doc__, Severity.ERROR, check)
