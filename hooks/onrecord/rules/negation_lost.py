"""The quotation says that it is not so, and the claim says that it is.

## What it does

Reports a claim that says something of which the quotation says *not*, *never*, *no*, *failed to*,
*unable to*, *forbids* or the like. Only the same thing said in one sentence counts: a *not* that
belongs to something else, *not only*, and a claim that denies it in other words pass.

## Why it matters

A little word turns a sentence into its opposite, and it is the first to be lost when a sentence is
reworded.

## Example

```yaml facts/example.yml mark="leaks"
title: The dam
source: report
claims:
  - id: gate
    text: The gate leaks in autumn.
    evidence:
      - quote: The gate does not leak in autumn.
```

```text seeds/report.txt
The report of the year. The gate does not leak in autumn. That is all.
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
  - id: gate
    text: The gate does not leak in autumn.
    evidence:
      - quote: The gate does not leak in autumn.
```

```text seeds/report.txt
The report of the year. The gate does not leak in autumn. That is all.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```
"""

from onrecord.finding import Severity
from onrecord.ground.polarity import lost_denials
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.ERROR, lost_denials)
