"""A text in ``seeds/`` has no metadata.

## What it does

Reports a file in ``seeds/`` that no metadata file names.

## Why it matters

A text that nobody vouched for has no fingerprint, so it could change unseen, and no title under which it
could be cited.

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

```text seeds/letter.txt whole=seeds/letter.txt
The gate was closed in June.
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
