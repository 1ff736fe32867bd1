"""Near to where the claim has a word, the quotation has its opposite.

## What it does

Warns of a claim with a word whose opposite stands in the quotation, among some of the same words but
not in quite the same place.

## Why it matters

Often it is a mistake, and sometimes the sentence is only turned round. A reviewer decides; a waiver
with a reason, which readers see, says so.

## Example

```yaml facts/example.yml mark="weak"
title: The dam
source: report
claims:
  - id: gate
    text: The dam had a weak wall.
    evidence:
      - quote: The dam had a gate, a lake and a very strong inner wall.
```

```text seeds/report.txt
The report of the year. The dam had a gate, a lake and a very strong inner wall. That is all.
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
    text: The dam had a strong inner wall.
    evidence:
      - quote: The dam had a gate, a lake and a very strong inner wall.
```

```text seeds/report.txt
The report of the year. The dam had a gate, a lake and a very strong inner wall. That is all.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```
"""

from onrecord.finding import Severity
from onrecord.ground.opposites import possible_opposites
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.WARNING, possible_opposites)
