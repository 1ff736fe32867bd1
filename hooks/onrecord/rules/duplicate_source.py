"""Two sources have the same text.

## What it does

Reports metadata that name a text which other metadata name already, and a text that is there a second time
under another name, byte for byte.

## Why it matters

Two sources that say the same confirm each other. One source under two names must not.

## Example

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```text seeds/report.txt
The committee found that the dam was safe.
```

```yaml seeds/second.yml mark="report.txt"
id: second
file: report.txt
sha256: …
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
