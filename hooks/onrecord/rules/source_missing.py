"""A source's text is not there.

## What it does

Reports metadata that name a text, or the file that it was extracted from, which does not lie in
``seeds/``.

## Why it matters

Without its text no quotation of the source can be checked.

## Example

```yaml seeds/report.yml
id: report
file: raport.txt
sha256: 0000000000000000000000000000000000000000000000000000000000000000
title: Report on the dam
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
