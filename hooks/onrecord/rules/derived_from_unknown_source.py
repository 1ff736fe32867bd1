"""A source repeats another one that does not exist.

## What it does

Reports an id under ``derived_from`` that no source has.

## Why it matters

``derived_from`` says that a source merely repeats another, so that the two do not count as two. A wrong
name says nothing.

## Example

```yaml seeds/report.yml mark="wire"
id: report
file: report.txt
sha256: …
title: Report on the dam
derived_from: [wire]
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
note: It repeats a report of a news agency that we do not have.
```

```text seeds/report.txt
The committee found that the dam was safe.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
