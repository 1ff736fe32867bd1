"""A source's text cannot be read.

## What it does

Reports a text that holds nothing, that is not UTF-8, that holds a NUL character, or that we may not
open.

## Why it matters

What is no text cannot be quoted.

## Example

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```text seeds/report.txt whole=seeds/report.txt

```

## Use instead

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```text seeds/report.txt
The committee found that the dam was safe.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
