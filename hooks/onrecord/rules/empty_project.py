"""There is nothing to check.

## What it does

Reports a folder of facts or of sources that is missing, empty, unreadable, or that leads out of the
project.

## Why it matters

A check that looked at nothing must not pass: the folder may have been moved, or the command may run in
the wrong place.

## Example

```text seeds/.gitkeep whole=seeds

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
