"""A text is cut short by a comment.

## What it does

Reports a comment on the same line, right after a text without quotation marks: YAML ends a text at a
blank and a ``#``. After ids, dates and other values that are no free text, comments are welcome.

## Why it matters

``No. #5 was safe`` becomes *No.*, without a word. Half a sentence can say the opposite of the whole.

## Example

```yaml facts/example.yml mark="#2"
title: The dam #2
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```

## Use instead

```yaml facts/example.yml
title: "The dam #2"
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
