"""A source's text is not the one that was registered.

## What it does

Reports a text whose fingerprint (SHA-256) is not the one in its metadata, with every claim that rests on
it. Its quotations are not checked until this is mended. The file that a text was extracted from is held to
its own fingerprint in the same way.

## Why it matters

Sources must not move under the claims. One changed letter changes the fingerprint, whether it was an
edit, a wrong line end or a broken download.

## Example

```yaml seeds/report.yml mark="1111111111111111111111111111111111111111111111111111111111111111"
id: report
file: report.txt
sha256: 1111111111111111111111111111111111111111111111111111111111111111
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
