"""A source's text is not there.

## What it does

Reports metadata that name a text, or the file that it was extracted from, which does not lie in
``seeds/``.

## Why it matters

Without its text no quotation of the source can be checked.

## Example

```yaml seeds/report.yml mark="raport.txt"
id: report
file: raport.txt
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
