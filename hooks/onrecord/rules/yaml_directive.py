"""The file begins with an instruction to the YAML reader.

## What it does

Reports a line that begins with ``%`` before the first key, other than ``%YAML 1.2``. The rest of the
file is not read.

## Why it matters

Such lines change what the rest of the file means, by the rules of an older version of YAML or by other
names for types.

## Example

```yaml facts/example.yml mark="%YAML 1.1"
%YAML 1.1
---
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
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

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
