r"""The text holds a character that is no text.

## What it does

Reports control characters, line separators, characters of private use and code points that are no
characters in what authors write.

## Why it matters

They show differently everywhere, or not at all, and can command a terminal.

## Example

```yaml facts/example.yml mark="\a"
title: The dam
source: report
claims:
  - id: safe
    text: "The committee found that the dam was \asafe."
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
    """Yield a finding for each text with characters that are no text."""
    for text in found(resolution, Kind.CONTROL):
        yield RULE.finding(**text._asdict())


RULE = rule(__name__, __doc__, Severity.ERROR, check)
