"""A fact file or the metadata of a source cannot be read as text.

## What it does

Reports a file that holds nothing, that is not saved as UTF-8, that begins with a byte order mark, that
holds control characters or unusual line ends, or that we may not open.

## Why it matters

An empty file checks nothing and publishes nothing, and a text in an unknown encoding says something else
to each program that opens it.

## Example

```yaml facts/example.yml mark="# The claims come later."
# The claims come later.
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

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
