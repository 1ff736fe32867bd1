"""The claim leaves out who says what would be.

## What it does

Warns of a claim in the page's own voice that rests on what somebody said would, could or might be. What
people say of others than themselves is an error, under ``reported-as-fact``.

## Why it matters

Nobody has seen it yet. That it is the clerk who says so belongs to it.

## Example

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: safe
    text: The gate would hold all winter.
    evidence:
      - quote: The clerk said that the gate would hold all winter.
```

```text seeds/report.txt
The clerk said that the gate would hold all winter. The wall was built in 1962.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: safe
    text: The gate would hold all winter, the clerk said.
    evidence:
      - quote: The clerk said that the gate would hold all winter.
```

```text seeds/report.txt
The clerk said that the gate would hold all winter. The wall was built in 1962.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```
"""

from onrecord.finding import Severity
from onrecord.ground.reported import told_without_speaker
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.WARNING, told_without_speaker)
