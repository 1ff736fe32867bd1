"""A word of the claim stands where the quotation has its opposite.

## What it does

Reports a claim with *criticised* where the quotation has *praised*, *added* for *removed*, *first* for
*last*, *unofficial* for *official*, *his* for *her*. The words around both have to be the same, and
neither of the two may be denied: *not rejected* may stand for *accepted*.

## Why it matters

The sentence around such a word is right, and so the mistake is hard to see.

## Example

```yaml facts/example.yml mark="criticised"
title: The dam
source: report
claims:
  - id: gate
    text: The committee criticised the repairs.
    evidence:
      - quote: The committee praised the repairs in May.
```

```text seeds/report.txt
The report of the year. The committee praised the repairs in May. That is all.
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
    text: The committee praised the repairs.
    evidence:
      - quote: The committee praised the repairs in May.
```

```text seeds/report.txt
The report of the year. The committee praised the repairs in May. That is all.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```
"""

from onrecord.finding import Severity
from onrecord.ground.opposites import opposite_words
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.ERROR, opposite_words)
