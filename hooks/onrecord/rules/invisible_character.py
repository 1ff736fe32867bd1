r"""The text holds a character that nobody sees.

## What it does

Reports zero-width spaces, soft hyphens, fillers and the like in what authors write, also where YAML hides
them in an escape. Joiners that a script or an emoji needs are left alone. In sources they are passed over.

## Why it matters

Two texts that look the same would not be the same: a search misses the word, and words can be smuggled past
a reader.

## Example

```yaml facts/example.yml mark="\u200b"
title: The dam
source: report
claims:
  - id: safe
    text: "The committee found that the dam was sa\u200bfe."
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
    """Yield a finding for each text with characters that show nothing."""
    for text in found(resolution, Kind.INVISIBLE):
        yield RULE.finding(**text._asdict())


RULE = rule(__name__, __doc__, Severity.ERROR, check)
