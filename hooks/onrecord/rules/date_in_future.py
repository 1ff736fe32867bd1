"""A source is dated later than today.

## What it does

Reports a day on which a source was published or fetched that is still to come.

## Why it matters

Nobody can have read what is not yet published. Such a date is a slip of the pen, or a placeholder that
was forgotten.

## Example

```yaml seeds/report.yml mark="9999-12-31"
id: report
file: report.txt
sha256: …
title: Report on the dam
published: 9999-12-31
```

```text seeds/report.txt
The committee found that the dam was safe.
```

## Use instead

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
published: 2026-05
```

```text seeds/report.txt
The committee found that the dam was safe.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
