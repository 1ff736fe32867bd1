r"""The text holds a character that turns the direction of writing.

## What it does

Reports the controls of the Unicode bidirectional algorithm in what authors write, except marks that a text
in Arabic or Hebrew letters needs; and a quotation of words whose direction the source itself turns.

## Why it matters

They make a text read otherwise than it is stored, so that a reviewer approves something else than readers
see.

## Example

```yaml facts/example.yml mark="\u202e"
title: The dam
source: report
claims:
  - id: safe
    text: "The committee found that the dam was \u202esafe."
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
from itertools import chain

from onrecord.characters import Kind
from onrecord.finding import Finding, Severity
from onrecord.oddities import found, turned_passages
from onrecord.resolve import Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each text whose direction is turned."""
    for text in chain(found(resolution, Kind.BIDIRECTIONAL), turned_passages(resolution)):
        yield RULE.finding(**text._asdict())


RULE = rule(__name__, __doc__, Severity.ERROR, check)
