"""The claim calls something other than the quotation does.

## What it does

Warns of a claim with *politician* where the quotation has *actor*, *comedy* where it has *thriller*, or
*novel* where it has *film*, if the words around are the same and no quotation has the claim's word.

## Why it matters

Somebody may be both, and the quotation does not say so. A reviewer decides; a waiver with a reason,
which readers see, says so.

## Example

```yaml facts/example.yml mark="politician"
title: The dam
source: report
claims:
  - id: gate
    text: The clerk was a politician.
    evidence:
      - quote: The clerk was a teacher and the father of nine.
```

```text seeds/report.txt
The report of the year. The clerk was a teacher and the father of nine. That is all.
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
    text: The clerk was a teacher.
    evidence:
      - quote: The clerk was a teacher and the father of nine.
```

```text seeds/report.txt
The report of the year. The clerk was a teacher and the father of nine. That is all.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```
"""

from onrecord.finding import Severity
from onrecord.ground.opposites import possible_others
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.WARNING, possible_others)
