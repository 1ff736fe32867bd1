"""A file or folder lies where nothing reads it.

## What it does

Reports folders, links, pipes and devices in ``facts/`` and ``seeds/``, and files that do not end in
``.yml`` in ``facts/``. Hidden files and backups of editors are passed over.

## Why it matters

What looks like part of the project and is not read would be neither checked nor published. Links could
lead to files outside of the project.

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

```yaml seeds/letter.yaml whole=seeds/letter.yaml
id: letter
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
