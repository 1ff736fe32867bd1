"""The file cannot be read as YAML.

## What it does

Reports the place at which a fact file or a source's metadata stops being YAML: a quotation mark or a
bracket that is never closed, a colon inside a value, a tab or a wrong indentation at the beginning of a
line. The rest of the file is not read, so there is one finding for each file.

## Why it matters

What cannot be read cannot be checked, and guessing what was meant would change somebody's words.

## Example

```yaml facts/example.yml mark=":" place=6
title: The dam
source: report
claims:
  - id: safe
    text: The report says: the committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: safe
    text: >-
      The report says: the committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
