"""The name of a file would not be the same everywhere.

## What it does

Reports a file in ``seeds/``, or a name under ``file``, that is a path or has other signs than letters a
to z, digits, ``.``, ``_`` and ``-``, that differs from another one only in capital letters, or that
Windows keeps for itself.

## Why it matters

Names with blanks, accents or capital letters turn into other names on other disks, and a path could lead
to a file outside of the project.

## Example

```yaml seeds/report.yml mark="../seeds/report.txt"
id: report
file: ../seeds/report.txt
sha256: 5377ba8a6dd7953787a28ad8b80b222e5653c3b7366fd778892f4821626514f7
title: Report on the dam
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
```

```text seeds/report.txt
The committee found that the dam was safe.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
